/**
 * Writes a network as TensorFlow.js code on its layers API: the same classes as in PyTorch, told TensorFlow's paddings.
 *
 * The names of parts are kept, so a layer's name is its node's path with dots for slashes.
 */
import type {Margins} from "../analysis/measure.ts";
import type {Net, Pair} from "../spec/net.ts";
import type {WriterOptions} from "./dialects.ts";
import type {Expression, Gap, Join, Layer, Part, Settings, Unit} from "./expression.ts";
import {
  type Helper,
  helpersFor,
  literal,
  partLines,
  type Print,
  printerOf,
  type Setting,
  signature,
  type Syntax
} from "./layout.ts";
import {type Block, type Plan, plan} from "./plan.ts";
import {JOINS, unitDoc} from "./python.ts";
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

const IDENTITY = "identity";
// TensorFlow.js's names of what a window has.
const SETTINGS: ReadonlyMap<string, string> = new Map([
  ["kernel", "kernelSize"],
  ["stride", "strides"]
]);

const syntax: Syntax = {
  tab: "  ",
  open: (join, parts) => `new ${JOINS[join]}(${hasNumericNames(parts) ? "[" : "{"}`,
  close: (_join: Join, parts) => (hasNumericNames(parts) ? "])" : "})"),
  entry: (name, text, siblings) => (hasNumericNames(siblings) ? `["${name}", ${text}]` : `${quoted(name)}: ${text}`),
  repeat: ({prefix, from, to}, text) => `...repeated("${prefix}", ${from}, ${to}, () => ${text})`,
  call: (name, widths, settings) => `new ${name}(${[...widths, ...object(settings.map(entry))].join(", ")})`,
  option: (given, text) => `${given} ? ${text} : ${IDENTITY}`,
  unit,
  layer,
  identity: IDENTITY,
  spell: (name) => SETTINGS.get(name) ?? camel(name),
  value: (value) => (typeof value === "object" ? size(value as Exclude<typeof value, Margins>) : JSON.stringify(value))
};

const object = (entries: string[]): string[] => (entries.length === 0 ? [] : [`{${entries.join(", ")}}`]);
const entry = ({name, text}: Setting): string => (name === text ? name : `${name}: ${text}`);

// JavaScript would move keys that look like whole numbers to the front.
const hasNumericNames = (parts: readonly Part[]): boolean => parts.some(({name}) => /^\d+$/.test(name));
const quoted = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : `"${name}"`);

/** `reduce_3x3` as `reduce3x3`; an underscore stays between digits. */
const camel = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()).replace(/(?<!\d)_(?=\d)/g, "");

function classText(block: Block): string {
  const {widths, settings} = signature(block, syntax);
  const named = object(settings.map(({name, text}) => (text === "" ? name : `${name} = ${text}`)));
  const bare = settings.length > 0 && settings.every(({text}) => text !== "") ? " = {}" : "";
  const [open, close] = hasNumericNames(block.parts) ? ["[", "]"] : ["{", "}"];
  return [
    `/** ${block.doc} */`,
    `export class ${block.name} extends ${JOINS[block.join]} {`,
    `  constructor(${[...widths, ...named].join(", ")}${bare}) {`,
    `    super(${open}`,
    ...partLines(block.parts, syntax, printerOf(block, syntax), 3),
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

function unitText(name: string, unit: Unit): string {
  const {bias, norm, relu, padded} = unit;
  const conv = convCall(padded, `{padding: "same", ...window, filters${bias ? "" : ", useBias: false"}}`);
  const behind = [
    ...(norm === null ? [] : [`bn: ${normCall(norm)}`]),
    ...(relu ? ["relu: layer(tf.layers.reLU)"] : [])
  ];
  return `/** ${unitDoc(unit)} */
class ${name} extends Chain {
  constructor(filters, window) {
    super({
      ${[`conv: ${conv}`, ...behind].join(",\n      ")}
    });
  }
}
`;
}

function unit({name, out, settings}: Extract<Expression, {kind: "unit"}>, print: Print): string {
  return `new ${name}(${print(out)}, {${windowOf(settings, print, "same").join(", ")}})`;
}

function layer({op, out, gap, settings, padded, grid, spread}: Layer, print: Print): string {
  switch (op.kind) {
    case "conv": {
      const told = windowOf(settings!, print, print([settings!.kernel]) === "1" ? "same" : "valid");
      const config = `{${[`filters: ${print(out)}`, ...told, ...(op.bias ? [] : ["useBias: false"])].join(", ")}}`;
      return op.groups === 1 ? convCall(padded, config) : `new GroupedConv2d(${op.groups}, ${config})`;
    }
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
      return spread ? "channelsFirstFlatten()" : "layer(tf.layers.flatten)";
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

const convCall = (padded: boolean, config: string): string =>
  padded ? `paddedConv2d(${config})` : `layer(tf.layers.conv2d, ${config})`;

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
    entry({name: "kernelSize", text: print([kernel])}),
    ...(step === "1" ? [] : [entry({name: "strides", text: step})]),
    ...(border === `"${unsaid}"` ? [] : [entry({name: "padding", text: border})])
  ];
}

const list = ([h, w]: Pair): string => `[${h}, ${w}]`;
const size = (pair: Pair): string => (pair[0] === pair[1] ? String(pair[0]) : list(pair));
const marginLists = ({top, bottom, left, right}: Margins): string => `[[${top}, ${bottom}], [${left}, ${right}]]`;
