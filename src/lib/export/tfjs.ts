/**
 * Writes a network as TensorFlow.js code on its layers API: the same classes as in PyTorch, told TensorFlow's paddings.
 *
 * The names of parts are kept, so a layer's name is its node's path with dots for slashes.
 */
import type {Margins} from "../analysis/measure.ts";
import type {Net, Pair} from "../spec/net.ts";
import type {WriterOptions} from "./dialects.ts";
import type {Expression, Gap, Join, Layer, Part, Settings, Unit} from "./expression.ts";
import {type Helper, helpersFor, literal, partLines, type Print, printerOf, type Syntax} from "./layout.ts";
import {type Block, type Plan, plan} from "./plan.ts";
import {isOne, JOINS} from "./python.ts";
import {tfjsHelpers} from "./tfjs-helpers.ts";

/**
 * The TensorFlow.js module of a net as text; its last class is the network, and `buildModel()` makes a model for the input.
 * @throws MeasureError where the net does not fit the input; Error for an even window of local response normalisation
 */
export function tfjs(net: Net, options: WriterOptions): string {
  const planned = plan(net, {...options, padding: "resolved", channelsIn: false});
  const {units, blocks, root} = planned;
  const classes = [...blocks, root].map(classText);
  const helpers: Helper[] = [...units].map(([name, unit]) => ({name, text: unitText(name, unit)}));
  const all = [...helpersFor(classes, [...tfjsHelpers, ...helpers]), ...classes, buildText(planned)];
  return ['import * as tf from "@tensorflow/tfjs";\n', ...all].join("\n");
}

const syntax: Syntax = {
  tab: "  ",
  open: (join, parts) => `new ${JOINS[join]}(${hasNumericNames(parts) ? "[" : "{"}`,
  close: (_join: Join, parts) => (hasNumericNames(parts) ? "])" : "})"),
  entry: (name, text, siblings) => (hasNumericNames(siblings) ? `["${name}", ${text}]` : `${quoted(name)}: ${text}`),
  repeat: ({prefix, from, to}, text) => `...repeated("${prefix}", ${from}, ${to}, () => ${text})`,
  call: ({name}, args) => `new ${name}(${args.join(", ")})`,
  unit,
  layer,
  identity: "identity"
};

// JavaScript would move keys that look like whole numbers to the front.
const hasNumericNames = (parts: readonly Part[]): boolean => parts.some(({name}) => /^\d+$/.test(name));
const quoted = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : `"${name}"`);

/** `reduce_3x3` as `reduce3x3`; an underscore stays between digits. */
const camel = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()).replace(/(?<!\d)_(?=\d)/g, "");

function classText(block: Block): string {
  const print = printerOf(block, size, camel);
  const [open, close] = hasNumericNames(block.parts) ? ["[", "]"] : ["{", "}"];
  return [
    `/** ${block.doc} */`,
    `export class ${block.name} extends ${JOINS[block.join]} {`,
    `  constructor(${block.parameters.map(({name}) => camel(name)).join(", ")}) {`,
    `    super(${open}`,
    ...partLines(block.parts, syntax, print, 3),
    `    ${close});`,
    "  }",
    "}",
    ""
  ].join("\n");
}

function buildText({root, input}: Plan): string {
  const heads = root.join === "trunk";
  const path = root.join === "concat" || root.join === "sum" ? '"output"' : '""';
  return `/** A model for pictures of ${input.join("×")}${heads ? "; with heads, their answers follow the main one" : ""}. */
export function buildModel(${heads ? "{heads = false} = {}" : ""}) {
  const inputs = tf.input({shape: [${input.join(", ")}]});
  return tf.model({inputs, outputs: new ${root.name}().apply(inputs, ${path}${heads ? ", heads" : ""})});
}
`;
}

function unitText(name: string, {bias, norm}: Unit): string {
  const conv = `layer(tf.layers.conv2d, {padding: "same", ...window, filters${bias ? "" : ", useBias: false"}})`;
  const normed = norm === null ? [] : [`      bn: ${normCall(norm)},`];
  const words = norm === null ? "" : norm.scale ? ", BatchNorm" : ", BatchNorm without a scale";
  return `/** Convolution${words} and ReLU. */
class ${name} extends Chain {
  constructor(filters, window) {
    super({
      conv: ${conv},
${[...normed, "      relu: layer(tf.layers.reLU)"].join("\n")}
    });
  }
}
`;
}

function unit({name, out, settings}: Extract<Expression, {kind: "unit"}>, print: Print): string {
  return `new ${name}(${print(out)}, {${windowOf(settings, print, "same").join(", ")}})`;
}

function layer({op, out, gap, settings, grid}: Layer, print: Print): string {
  switch (op.kind) {
    case "conv":
      return convolution(
        op,
        print(out),
        gap,
        settings && windowOf(settings, print, isOne(op.kernel) ? "same" : "valid")
      );
    case "maxPool":
      if (gap!.word !== null) return `layer(tf.layers.maxPooling2d, ${poolOptions(gap!)})`;
      return `paddedMaxPool2d(${[list(op.kernel), list(op.stride), marginLists(gap!.margins)].join(", ")})`;
    case "avgPool": {
      if (gap!.word !== null) return `layer(tf.layers.averagePooling2d, ${poolOptions(gap!)})`;
      const margins = [gap!.margins, gap!.counted].map(marginLists);
      return `paddedAvgPool2d(${[list(op.kernel), list(op.stride), ...margins].join(", ")})`;
    }
    case "adaptiveAvgPool":
      return adaptivePool(op.out, grid!);
    case "globalAvgPool":
      return "layer(tf.layers.globalAveragePooling2d)";
    case "batchNorm":
      return normCall(op);
    case "relu":
      return "layer(tf.layers.reLU)";
    case "softmax":
      return "layer(tf.layers.softmax)";
    case "flatten":
      return grid === null || isOne(grid) ? "layer(tf.layers.flatten)" : "channelsFirstFlatten()";
    case "lrn":
      if (op.size % 2 === 0)
        throw new Error(`TensorFlow.js normalises over an odd number of channels, found ${op.size}`);
      return `localResponseNorm(${[op.size, op.alpha, op.beta, op.bias].map(literal).join(", ")})`;
    case "dropout":
      return `layer(tf.layers.dropout, {rate: ${literal(op.rate)}})`;
    case "dense":
      return `layer(tf.layers.dense, {units: ${print(out)}${op.bias ? "" : ", useBias: false"}})`;
    case "times":
      return `layer(tf.layers.rescaling, {scale: ${print(out)}})`;
    default:
      op satisfies never;
      throw new Error(`${(op as {kind: string}).kind}: an operation without a layer in TensorFlow.js`);
  }
}

/** A convolution with its window in plain words, or with margins of its own where these are null. */
function convolution(
  op: Extract<Layer["op"], {kind: "conv"}>,
  filters: string,
  gap: Gap | null,
  window: string[] | null
): string {
  const options = [
    `filters: ${filters}`,
    ...(window ?? [`kernelSize: ${size(op.kernel)}`, ...stridesOf(gap!)]),
    ...(op.bias ? [] : ["useBias: false"])
  ];
  const config = `{${options.join(", ")}}`;
  if (op.groups !== 1) return grouped(op.groups, config, gap);
  return gap === null ? `layer(tf.layers.conv2d, ${config})` : `paddedConv2d(${marginLists(gap.margins)}, ${config})`;
}

function grouped(groups: number, config: string, gap: Gap | null): string {
  const conv = `new GroupedConv2d(${groups}, ${config})`;
  if (gap === null) return conv;
  const margins = marginLists(gap.margins);
  return `new Chain({margins: layer(tf.layers.zeroPadding2d, {padding: ${margins}}), conv: ${conv}})`;
}

// Windows of one size where the grid divides the map.
function adaptivePool([rows, columns]: Pair, [height, width]: Pair): string {
  if (height % rows !== 0 || width % columns !== 0) return `adaptiveAvgPool2d([${rows}, ${columns}])`;
  const pool = size([height / rows, width / columns]);
  return `layer(tf.layers.averagePooling2d, {poolSize: ${pool}, strides: ${pool}})`;
}

function poolOptions({kernel, stride, word}: Gap): string {
  const padding = word === "same" ? [', padding: "same"'] : [];
  return `{poolSize: ${size(kernel)}, strides: ${size(stride)}${padding.join("")}}`;
}

function normCall({eps, scale}: {eps: number; scale: boolean}): string {
  return `layer(tf.layers.batchNormalization, {epsilon: ${literal(eps)}${scale ? "" : ", scale: false"}})`;
}

/** A convolution's window: strides and padding only where they are not what they are without a word, `unsaid` of padding. */
function windowOf({kernel, stride, padding}: Settings, print: Print, unsaid: "same" | "valid"): string[] {
  const [step, border] = [print([stride]), print([padding])];
  return [
    `kernelSize: ${print([kernel])}`,
    ...(step === "1" ? [] : [`strides: ${step}`]),
    ...(border === `"${unsaid}"` ? [] : [border === "padding" ? border : `padding: ${border}`])
  ];
}

const list = ([h, w]: Pair): string => `[${h}, ${w}]`;
const size = (pair: Pair): string => (pair[0] === pair[1] ? String(pair[0]) : list(pair));
const stridesOf = ({stride}: Gap): string[] => (isOne(stride) ? [] : [`strides: ${size(stride)}`]);
const marginLists = ({top, bottom, left, right}: Margins): string => `[[${top}, ${bottom}], [${left}, ${right}]]`;
