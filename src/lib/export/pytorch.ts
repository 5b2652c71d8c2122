/**
 * Writes a network as PyTorch code: one class per kind of block, with exactly the differing numbers as parameters.
 *
 * The names of parts are kept, so a parameter's name in `state_dict()` is its node's path with dots for slashes.
 */
import type {Margins} from "../analysis/measure.ts";
import type {Net, Pair} from "../spec/net.ts";
import type {WriterOptions} from "./dialects.ts";
import type {Expression, Gap, Layer, Settings, Unit, Value} from "./expression.ts";
import {equal, isEven} from "./gap.ts";
import {type Helper, helpersFor, literal, type Print, type Syntax} from "./layout.ts";
import {plan} from "./plan.ts";
import {pythonClass, pythonLayout, pythonValue, size, truth, unitDoc} from "./python.ts";
import {pytorchHelpers} from "./pytorch-helpers.ts";

/**
 * The PyTorch module of a net as text; its last class is the network, called without arguments.
 * @throws MeasureError where the net does not fit the input
 */
export function pytorch(net: Net, options: WriterOptions): string {
  const {units, blocks, root} = plan(net, {...options, padding: "declared", channelsIn: true});
  const classes = [...blocks, root].map((block) => pythonClass(block, syntax));
  const helpers: Helper[] = [...units].map(([name, unit]) => ({name, text: unitText(name, unit)}));
  const all = [...helpersFor(classes, [...pytorchHelpers, ...helpers]), ...classes];
  const uses = (name: string): boolean => all.some((text) => new RegExp(`\\b${name}\\.`).test(text));
  const imports = [
    ...(uses("torch") ? ["import torch"] : []),
    "from torch import nn",
    ...(uses("F") ? ["from torch.nn import functional as F"] : [])
  ];
  return [`${imports.join("\n")}\n`, ...all].join("\n\n");
}

const IDENTITY = "nn.Identity()";
const syntax: Syntax = {
  ...{...pythonLayout, unit, layer, value, identity: IDENTITY, spell: (name) => name},
  option: (given, text) => `${text} if ${given} else ${IDENTITY}`
};

function value(value: Exclude<Value, number>): string {
  return typeof value === "object" && "top" in value ? margins(value) : pythonValue(value);
}

function unitText(name: string, unit: Unit): string {
  const {bias, norm, relu, padded} = unit;
  const conv = `${convClass(padded)}(channels_in, channels_out, kernel, stride, padding${bias ? "" : ", bias=False"})`;
  const behind = [
    ...(norm === null ? [] : [`"bn": ${normCall(norm, "channels_out", false)}`]),
    ...(relu ? ['"relu": nn.ReLU(inplace=True)'] : [])
  ];
  return `class ${name}(Chain):
    """${unitDoc(unit)}"""

    def __init__(self, channels_in, channels_out, kernel, stride=1, padding=0):
        super().__init__({
            ${[`"conv": ${conv}`, ...behind].join(",\n            ")}
        })
`;
}

function unit({name, channelsIn, out, settings}: Extract<Expression, {kind: "unit"}>, print: Print): string {
  const {kernel} = settings;
  return `${name}(${[print(channelsIn), print(out), `kernel=${print([kernel])}`, ...optionsOf(settings, print)].join(", ")})`;
}

function layer({op, channelsIn, out, gap, settings, padded, vector}: Layer, print: Print): string {
  switch (op.kind) {
    case "conv": {
      const options = [
        ...[print(channelsIn), print(out), print([settings!.kernel]), ...optionsOf(settings!, print)],
        ...(op.groups === 1 ? [] : [`groups=${op.groups}`]),
        ...(op.bias ? [] : ["bias=False"])
      ];
      return `${convClass(padded)}(${options.join(", ")})`;
    }
    case "maxPool": {
      const window = `${size(op.kernel)}, stride=${size(op.stride)}`;
      if (!isEven(gap!.margins))
        return `nn.Sequential(nn.ConstantPad2d(${margins(gap!.margins)}, float("-inf")), nn.MaxPool2d(${window}))`;
      return `nn.MaxPool2d(${[window, ...paddingOf(gap!), ...ceilOf(gap!)].join(", ")})`;
    }
    case "avgPool": {
      const window = `${size(op.kernel)}, stride=${size(op.stride)}`;
      if (!isEven(gap!.margins))
        return `PaddedAvgPool2d(${window}, margins=${margins(gap!.margins)}, count_pad=${truth(op.countPad)})`;
      const padding = paddingOf(gap!);
      const inside = op.countPad || (padding.length === 0 && !gap!.ceil) ? [] : ["count_include_pad=False"];
      return `nn.AvgPool2d(${[window, ...padding, ...ceilOf(gap!), ...inside].join(", ")})`;
    }
    case "adaptiveAvgPool":
      return `nn.AdaptiveAvgPool2d(${size(op.out)})`;
    case "globalAvgPool":
      return "GlobalAvgPool()";
    case "batchNorm":
      return normCall(op, print(channelsIn), vector);
    case "relu":
      return "nn.ReLU()";
    case "softmax":
      return "nn.Softmax(1)";
    case "flatten":
      return "nn.Flatten()";
    case "lrn":
      return `nn.LocalResponseNorm(${op.size}, alpha=${literal(op.alpha)}, beta=${literal(op.beta)}, k=${literal(op.bias)})`;
    case "dropout":
      return `nn.Dropout(${literal(op.rate)})`;
    case "dense":
      return `nn.Linear(${print(channelsIn)}, ${print(out)}${op.bias ? "" : ", bias=False"})`;
    case "times":
      return `Times(${print(out)})`;
    default:
      op satisfies never;
      throw new Error(`${(op as {kind: string}).kind}: an operation without a layer in PyTorch`);
  }
}

function normCall({eps, scale}: {eps: number; scale: boolean}, channels: string, vector: boolean): string {
  const kind = `${scale ? "nn.BatchNorm" : "ShiftNorm"}${vector ? "1d" : "2d"}`;
  return `${kind}(${channels}, eps=${literal(eps)})`;
}

/** A convolution's stride and padding where they are not what they are without a word. */
function optionsOf({stride, padding}: Settings, print: Print): string[] {
  const [step, border] = [print([stride]), print([padding])];
  return [...(step === "1" ? [] : [`stride=${step}`]), ...(border === "0" ? [] : [`padding=${border}`])];
}

const convClass = (padded: boolean): string => (padded ? "PaddedConv2d" : "nn.Conv2d");
const ceilOf = ({ceil}: Gap): string[] => (ceil ? ["ceil_mode=True"] : []);
const margins = ({top, bottom, left, right}: Margins): string => `(${left}, ${right}, ${top}, ${bottom})`;
const none: Margins = {top: 0, bottom: 0, left: 0, right: 0};

function paddingOf({margins}: Gap): string[] {
  const padding: Pair = [margins.top, margins.left];
  return equal(margins, none) || !isEven(margins) ? [] : [`padding=${size(padding)}`];
}
