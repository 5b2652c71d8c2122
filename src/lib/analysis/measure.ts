/**
 * Measures a graph: one row of facts per node, for one input size. Totals are sums of rows (`total.ts`).
 */
import type {Graph, Node, NodeOp} from "../spec/graph.ts";
import type {Op, Pair, Window} from "../spec/net.ts";

/** Height × width × channels of a map, or the length of a vector. */
export type Shape = readonly number[];

/** Zeros (or, for max pooling, minus infinity) added around a map, in pixels. */
export interface Margins {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** One named tensor of a node, in PyTorch's layout: convolutions [out, in / groups, height, width], dense [out, in]. */
export interface Weight {
  name: "weight" | "bias" | "scale" | "shift" | "mean" | "variance";
  shape: readonly number[];
}

/** What one output position sees of the input, per axis [height, width], in input pixels. */
export interface ReceptiveField {
  /** Side of the window. For a join, the hull of its branches' windows. */
  size: Pair;
  /** Input pixels between neighbouring output positions. */
  stride: Pair;
  /** First input pixel seen by output position 0; negative inside the padding. */
  start: Pair;
}

/** The facts of one node. */
export interface Row {
  id: number;
  path: string;
  op: NodeOp;
  shape: Shape;
  weights: readonly Weight[];
  /** Trained numbers. */
  params: number;
  /** Running means and variances, which are not trained. */
  statistics: number;
  /** Multiply–adds of convolutions and dense layers for one image. */
  macs: number;
  receptiveField: ReceptiveField;
  /** Padding resolved to pixels for windows; null for everything else. */
  pad: Margins | null;
  /** Bytes of the activation in float32. */
  bytes: number;
}

/** A measured graph: `rows[id]` belongs to `graph.nodes[id]`. */
export interface Sheet {
  graph: Graph;
  input: Shape;
  rows: readonly Row[];
}

/** A network that cannot be: `path` names the node where it fails. */
export class MeasureError extends Error {
  readonly path: string;
  constructor(path: string, message: string) {
    super(`${path}: ${message}`);
    this.name = "MeasureError";
    this.path = path;
  }
}

/**
 * Walks the nodes in order and works out shape, weights, cost and receptive field of each.
 * @param input [height, width, channels]
 * @throws MeasureError naming the first node that does not fit
 */
export function measure(graph: Graph, input: Shape): Sheet {
  if (input.length !== 3 || input.some((n) => !isCount(n)))
    throw new MeasureError("input", `needs height × width × channels, whole and positive; found ${format(input)}`);
  const rows: Row[] = [];
  const before = latest.get(graph);
  for (const node of graph.nodes) {
    const {id, inputs} = node;
    const last = before?.[id];
    if (last !== undefined && inputs.length > 0 && inputs.every((one) => rows[one] === before![one])) rows.push(last);
    else {
      const given = inputs.map((one) => rows[one]!);
      const row = measureNode(node, given, input);
      rows.push(last !== undefined && isSame(last, row) ? last : row);
    }
  }
  latest.set(graph, rows);
  return {graph, input, rows};
}

// A node's facts follow from those of its inputs. Where a slightly larger picture makes no difference, deep in a network, the very
// same rows are taken again: what is drawn and told of them then need not be looked at.
const latest = new WeakMap<Graph, readonly Row[]>();

/** Whether two rows of one node have the same facts. */
function isSame(a: Row, b: Row): boolean {
  return (
    a.params === b.params &&
    alike(a.shape, b.shape) &&
    a.macs === b.macs &&
    alike(a.receptiveField.size, b.receptiveField.size) &&
    alike(a.receptiveField.stride, b.receptiveField.stride) &&
    alike(a.receptiveField.start, b.receptiveField.start) &&
    (a.pad === b.pad || (a.pad !== null && b.pad !== null && alike(Object.values(a.pad), Object.values(b.pad))))
  );
}

const alike = (a: readonly number[], b: readonly number[]): boolean =>
  a === b || (a.length === b.length && a.every((n, i) => n === b[i]));

const isCount = (n: number): boolean => Number.isInteger(n) && n > 0;
const format = (shape: Shape): string => shape.join("×");
const product = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

function measureNode(node: Node, inputs: readonly Row[], input: Shape): Row {
  const {id, path, op} = node;
  const given = inputs[0]?.shape ?? input;
  const {shape, pad} = shapeOf(node, inputs, input);
  const {weights, params, statistics} = storedBy(node, given);
  const macs = macsOf(op, given, shape);
  const receptiveField = fieldOf(node, inputs, pad);
  return {id, path, op, shape, weights, params, statistics, macs, receptiveField, pad, bytes: 4 * product(shape)};
}

/** The tensors that a node keeps, and how many numbers they are. */
interface Stored {
  channels: number;
  weights: readonly Weight[];
  params: number;
  statistics: number;
}

// A picture's size changes no weights, but for a dense layer after flatten; so a node's are counted once.
const stored = new WeakMap<Node, Stored>();

function storedBy(node: Node, given: Shape): Stored {
  const channels = given.at(-1)!;
  const known = stored.get(node);
  if (known?.channels === channels) return known;
  const weights = weightsOf(node, channels);
  const isStatistic = (w: Weight): boolean => w.name === "mean" || w.name === "variance";
  const sum = (list: readonly Weight[]): number => list.reduce((total, w) => total + product(w.shape), 0);
  const statistics = sum(weights.filter(isStatistic));
  const counted = {channels, weights, params: sum(weights) - statistics, statistics};
  stored.set(node, counted);
  return counted;
}

function shapeOf(node: Node, inputs: readonly Row[], input: Shape): {shape: Shape; pad: Margins | null} {
  const {op, path} = node;
  const given = inputs[0]?.shape ?? input;
  const plain = (shape: Shape): {shape: Shape; pad: null} => ({shape, pad: null});
  switch (op.kind) {
    case "input":
      return plain(input);
    case "concat":
      return plain(concatShape(path, inputs));
    case "add":
      return plain(addShape(path, inputs));
    case "conv": {
      const channels = map(path, given)[2]!;
      if (!isCount(op.out))
        throw new MeasureError(path, `a convolution needs at least 1 output channel, found ${op.out}`);
      if (!isCount(op.groups) || channels % op.groups !== 0 || op.out % op.groups !== 0)
        throw new MeasureError(path, `${op.groups} groups must divide ${channels} channels in and ${op.out} out`);
      const {size, pad} = slide(path, op, given, "floor");
      return {shape: [...size, op.out], pad};
    }
    case "maxPool":
    case "avgPool": {
      const {size, pad} = slide(path, op, map(path, given), op.round);
      return {shape: [...size, given[2]!], pad};
    }
    case "adaptiveAvgPool":
      return plain([...op.out, map(path, given)[2]!]);
    case "globalAvgPool":
      return plain([map(path, given)[2]!]);
    case "flatten":
      return plain([product(given)]);
    case "dense":
      if (given.length !== 1) throw new MeasureError(path, `a dense layer needs a vector, found ${format(given)}`);
      if (!isCount(op.out)) throw new MeasureError(path, `a dense layer needs at least 1 output, found ${op.out}`);
      return plain([op.out]);
    case "lrn":
      return plain(map(path, given));
    case "batchNorm":
    case "relu":
    case "softmax":
    case "dropout":
    case "times":
      return plain(given);
    default:
      op satisfies never;
      throw new MeasureError(path, "unknown operation");
  }
}

function map(path: string, shape: Shape): Shape {
  if (shape.length !== 3) throw new MeasureError(path, `needs a map height × width × channels, found ${format(shape)}`);
  return shape;
}

function concatShape(path: string, inputs: readonly Row[]): Shape {
  const [first, ...rest] = inputs.map((row) => row.shape);
  if (first === undefined) throw new MeasureError(path, "a fork needs at least one branch");
  const odd = inputs.find((row) => row.shape.length !== 3 || row.shape[0] !== first[0] || row.shape[1] !== first[1]);
  if (odd !== undefined)
    throw new MeasureError(
      path,
      `branches to concatenate need one height × width: ${format(first.slice(0, 2))}, but ${odd.path} gives ${format(odd.shape)}`
    );
  return [first[0]!, first[1]!, rest.reduce((sum, shape) => sum + shape[2]!, first[2]!)];
}

function addShape(path: string, inputs: readonly Row[]): Shape {
  const first = inputs[0]?.shape;
  if (first === undefined) throw new MeasureError(path, "a fork needs at least one branch");
  const odd = inputs.find((row) => format(row.shape) !== format(first));
  if (odd !== undefined)
    throw new MeasureError(
      path,
      `branches to add need one shape: ${format(first)}, but ${odd.path} gives ${format(odd.shape)}`
    );
  return first;
}

/** Slides a window over a map along both axes: the output's size, and the padding in pixels. */
function slide(path: string, window: Window, shape: Shape, round: "floor" | "ceil"): {size: Pair; pad: Margins} {
  const along = (axis: 0 | 1): {out: number; before: number; after: number} | null =>
    slideAxis(
      shape[axis]!,
      window.kernel[axis],
      window.stride[axis],
      typeof window.pad === "string" ? window.pad : window.pad[axis],
      round
    );
  const [rows, columns] = [along(0), along(1)];
  if (rows === null || columns === null)
    throw new MeasureError(path, `a ${format(window.kernel)} window does not fit into ${format(shape.slice(0, 2))}`);
  return {
    size: [rows.out, columns.out],
    pad: {top: rows.before, bottom: rows.after, left: columns.before, right: columns.after}
  };
}

/**
 * Output length along one axis and the padding that its windows touch, in pixels; null where no window fits. Rounding up
 * follows Caffe and PyTorch: the last window must start inside the input or the padding before it.
 */
export function slideAxis(
  length: number,
  kernel: number,
  stride: number,
  pad: "same" | "valid" | number,
  round: "floor" | "ceil"
): {out: number; before: number; after: number} | null {
  if (!isCount(kernel) || !isCount(stride)) return null;
  if (pad === "same") {
    const out = Math.ceil(length / stride);
    const zeros = Math.max((out - 1) * stride + kernel - length, 0);
    return {out, before: Math.floor(zeros / 2), after: zeros - Math.floor(zeros / 2)};
  }
  const before = pad === "valid" ? 0 : pad;
  const room = length + 2 * before - kernel;
  let out = Math[round](room / stride) + 1;
  if (round === "ceil" && (out - 1) * stride >= length + before) out--;
  if (out < 1) return null;
  return {out, before, after: Math.max(0, (out - 1) * stride + kernel - length - before)};
}

function weightsOf({op}: Node, channels: number): Weight[] {
  switch (op.kind) {
    case "conv":
      return [
        {name: "weight", shape: [op.out, channels / op.groups, ...op.kernel]},
        ...(op.bias ? [{name: "bias", shape: [op.out]} as const] : [])
      ];
    case "dense":
      return [
        {name: "weight", shape: [op.out, channels]},
        ...(op.bias ? [{name: "bias", shape: [op.out]} as const] : [])
      ];
    case "batchNorm":
      return [
        ...(op.scale ? [{name: "scale", shape: [channels]} as const] : []),
        {name: "shift", shape: [channels]},
        {name: "mean", shape: [channels]},
        {name: "variance", shape: [channels]}
      ];
    default:
      return [];
  }
}

function macsOf(op: NodeOp, given: Shape, shape: Shape): number {
  if (op.kind === "conv") return product(shape) * product(op.kernel) * (given[2]! / op.groups);
  if (op.kind === "dense") return given[0]! * op.out;
  return 0;
}

function fieldOf(node: Node, inputs: readonly Row[], pad: Margins | null): ReceptiveField {
  const {op} = node;
  const given = inputs[0]?.receptiveField ?? {size: [1, 1], stride: [1, 1], start: [0, 0]};
  switch (op.kind) {
    case "conv":
    case "maxPool":
    case "avgPool":
      return widen(given, op, pad!);
    case "concat":
    case "add":
      return hull(inputs.map((row) => row.receptiveField));
    case "globalAvgPool":
    case "flatten":
      return inputs[0]!.shape.length === 3
        ? widen(given, {kernel: pairOf(inputs[0]!.shape), stride: [1, 1]}, noPad)
        : given;
    case "adaptiveAvgPool":
      return widen(given, adaptiveWindow(inputs[0]!.shape, op.out), noPad);
    default:
      return given;
  }
}

const noPad: Margins = {top: 0, bottom: 0, left: 0, right: 0};
const pairOf = (shape: Shape): Pair => [shape[0]!, shape[1]!];
const both = (f: (axis: 0 | 1) => number): Pair => [f(0), f(1)];

function widen(
  {size, stride, start}: ReceptiveField,
  window: {kernel: Pair; stride: Pair},
  pad: Margins
): ReceptiveField {
  const before: Pair = [pad.top, pad.left];
  return {
    size: both((a) => size[a] + (window.kernel[a] - 1) * stride[a]),
    stride: both((a) => stride[a] * window.stride[a]),
    start: both((a) => start[a] - before[a] * stride[a])
  };
}

function hull(fields: readonly ReceptiveField[]): ReceptiveField {
  const start = both((a) => Math.min(...fields.map((f) => f.start[a])));
  const end = both((a) => Math.max(...fields.map((f) => f.start[a] + f.size[a])));
  return {size: both((a) => end[a] - start[a]), stride: fields[0]!.stride, start};
}

// The windows of adaptive pooling are uneven; this is the widest one and the mean step.
function adaptiveWindow(shape: Shape, out: Pair): {kernel: Pair; stride: Pair} {
  const kernel = both((a) => Math.max(...adaptiveWindows(shape[a]!, out[a]).map(([from, to]) => to - from)));
  return {kernel, stride: both((a) => shape[a]! / out[a])};
}

/** The input ranges [from, to) that adaptive average pooling averages along one axis (PyTorch's rule). */
export function adaptiveWindows(length: number, out: number): (readonly [from: number, to: number])[] {
  return Array.from(
    {length: out},
    (_, i) => [Math.floor((i * length) / out), Math.ceil(((i + 1) * length) / out)] as const
  );
}

/** Whether an operation has a sliding window. */
export function hasWindow(op: NodeOp): op is Extract<Op, Window> {
  return op.kind === "conv" || op.kind === "maxPool" || op.kind === "avgPool";
}
