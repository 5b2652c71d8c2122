/**
 * Writes a network as Keras 3 code, whatever its backend: the same classes as in PyTorch, told TensorFlow's paddings.
 *
 * The names of parts are kept, so a variable's path is its node's path behind the name of the network's class.
 */
import type {Margins} from "../analysis/measure.ts";
import type {Net} from "../spec/net.ts";
import type {WriterOptions} from "./dialects.ts";
import type {Expression, Gap, Layer, Settings, Unit} from "./expression.ts";
import {kerasHelpers} from "./keras-helpers.ts";
import {type Helper, helpersFor, literal, type Print, type Syntax} from "./layout.ts";
import {type Plan, plan} from "./plan.ts";
import {marginPairs, pythonClass, pythonLayout, pythonValue, size, unitDoc} from "./python.ts";

/**
 * The Keras module of a net as text; its last class is the network, and `build_model()` makes a model for the input.
 * @throws MeasureError where the net does not fit the input
 */
export function keras(net: Net, options: WriterOptions): string {
  const planned = plan(net, {...options, padding: "resolved", channelsIn: false});
  const {units, blocks, root} = planned;
  const classes = [...blocks, root].map((block) => pythonClass(block, syntax));
  const helpers: Helper[] = [...units].map(([name, unit]) => ({name, text: unitText(name, unit)}));
  const all = [...helpersFor(classes, [...kerasHelpers, ...helpers]), ...classes, buildText(planned)];
  const uses = (name: string): boolean => all.some((text) => new RegExp(`\\b${name}\\.`).test(text));
  return [`import keras\nfrom keras import layers${uses("ops") ? ", ops" : ""}\n`, ...all].join("\n\n");
}

const IDENTITY = "layers.Identity()";
const syntax: Syntax = {
  ...{...pythonLayout, unit, layer, identity: IDENTITY},
  spell: (name) => (name === "stride" ? "strides" : name),
  value: (value) => pythonValue(value as Exclude<typeof value, Margins>),
  option: (given, text) => `${text} if ${given} else ${IDENTITY}`
};

function buildText({root, input}: Plan): string {
  const heads = root.join === "trunk";
  return `def build_model(${heads ? "heads=False" : ""}):
    """A model for pictures of ${input.join("×")}."""
    x = keras.Input((${input.join(", ")}))
    return keras.Model(x, ${root.name}()(x${heads ? ", heads=heads" : ""}))
`;
}

function unitText(name: string, unit: Unit): string {
  const {bias, norm, relu, padded} = unit;
  const conv = `${convClass(padded)}(filters, kernel, strides, padding${bias ? "" : ", use_bias=False"})`;
  const behind = [...(norm === null ? [] : [`"bn": ${normCall(norm)}`]), ...(relu ? ['"relu": layers.ReLU()'] : [])];
  return `class ${name}(Chain):
    """${unitDoc(unit)}"""

    def __init__(self, filters, kernel, strides=1, padding="same"):
        super().__init__({
            ${[`"conv": ${conv}`, ...behind].join(",\n            ")}
        })
`;
}

function unit({name, out, settings}: Extract<Expression, {kind: "unit"}>, print: Print): string {
  const window = [`kernel=${print([settings.kernel])}`, ...optionsOf(settings, print, "same")];
  return `${name}(${[print(out), ...window].join(", ")})`;
}

function layer({op, out, gap, settings, padded, grid, spread}: Layer, print: Print): string {
  switch (op.kind) {
    case "conv": {
      const kernel = print([settings!.kernel]);
      const options = [
        ...[print(out), kernel, ...optionsOf(settings!, print, kernel === "1" ? "same" : "valid")],
        ...(op.groups === 1 ? [] : [`groups=${op.groups}`]),
        ...(op.bias ? [] : ["use_bias=False"])
      ];
      return `${convClass(padded)}(${options.join(", ")})`;
    }
    case "maxPool":
      if (gap!.word !== null) return `layers.MaxPooling2D(${poolOptions(gap!)})`;
      return `PaddedMaxPool2D(${size(op.kernel)}, strides=${size(op.stride)}, margins=${marginPairs(gap!.margins)})`;
    case "avgPool":
      return averagePool(gap!);
    case "adaptiveAvgPool":
      return adaptivePool(op.out, grid!);
    case "globalAvgPool":
      return "layers.GlobalAveragePooling2D()";
    case "batchNorm":
      return normCall(op);
    case "relu":
      return "layers.ReLU()";
    case "softmax":
      return "layers.Softmax()";
    case "flatten":
      return spread ? "ChannelsFirstFlatten()" : "layers.Flatten()";
    case "lrn":
      return `LocalResponseNorm(${op.size}, alpha=${literal(op.alpha)}, beta=${literal(op.beta)}, bias=${literal(op.bias)})`;
    case "dropout":
      return `layers.Dropout(${literal(op.rate)})`;
    case "dense":
      return `layers.Dense(${print(out)}${op.bias ? "" : ", use_bias=False"})`;
    case "times":
      return `layers.Rescaling(${print(out)})`;
    default:
      op satisfies never;
      throw new Error(`${(op as {kind: string}).kind}: an operation without a layer in Keras`);
  }
}

function averagePool(gap: Gap): string {
  const {kernel, stride, word, margins, counted} = gap;
  if (word !== null) return `layers.AveragePooling2D(${poolOptions(gap)})`;
  const window = `${size(kernel)}, strides=${size(stride)}`;
  return `PaddedAvgPool2D(${window}, margins=${marginPairs(margins)}, counted=${marginPairs(counted)})`;
}

// Windows of one size where the grid divides the map.
function adaptivePool([rows, columns]: readonly [number, number], [height, width]: readonly [number, number]): string {
  if (height % rows !== 0 || width % columns !== 0) return `AdaptiveAvgPool2D((${rows}, ${columns}))`;
  return `layers.AveragePooling2D(${size([height / rows, width / columns])})`;
}

function poolOptions({kernel, stride, word}: Gap): string {
  return [size(kernel), `strides=${size(stride)}`, ...(word === "same" ? ['padding="same"'] : [])].join(", ");
}

function normCall({eps, scale}: {eps: number; scale: boolean}): string {
  return `layers.BatchNormalization(epsilon=${literal(eps)}${scale ? "" : ", scale=False"})`;
}

/** A convolution's strides and padding where they are not what they are without a word: `unsaid` of padding. */
function optionsOf({stride, padding}: Settings, print: Print, unsaid: "same" | "valid"): string[] {
  const [step, border] = [print([stride]), print([padding])];
  return [...(step === "1" ? [] : [`strides=${step}`]), ...(border === `"${unsaid}"` ? [] : [`padding=${border}`])];
}

const convClass = (padded: boolean): string => (padded ? "PaddedConv2D" : "layers.Conv2D");
