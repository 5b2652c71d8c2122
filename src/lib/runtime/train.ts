/**
 * A network in training: the same graph as everywhere, with batch statistics, dropout and gradients. Knows no page, no worker
 * and no file. Parameters go in and out by node and name in PyTorch's layout, as in `weights.ts`.
 */
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import type {Row, Sheet, Weight} from "../analysis/measure.ts";
import {nodeAt} from "../spec/graph.ts";
import {
  adaptiveAvgPool,
  avgPool,
  batchNorm,
  convolve,
  crossEntropy,
  dropout,
  maxPool,
  type Moments,
  momentsOf
} from "./train-ops.ts";
import {type NodeWeights, wantedTensors, type WantedTensor, type Weights} from "./weights.ts";

/** What the output is compared with: class numbers (mean cross-entropy), or an output itself (mean squared error). */
export type Target = {labels: readonly number[]} | {values: Float32Array};

/** Pictures [size][height][width][channels] with what they should give. */
export interface Batch {
  size: number;
  pixels: Float32Array;
  target: Target;
}

/** The gradient of the loss by one parameter tensor, in PyTorch's layout. */
export interface Gradient {
  /** Path of the node. */
  path: string;
  weight: Weight["name"];
  /** Name in PyTorch's `state_dict`. */
  name: string;
  shape: readonly number[];
  values: Float32Array;
}

/** An activation, or the gradient of the loss by it, [size][height][width][channels] or [size][length]. */
export interface Signal {
  path: string;
  shape: readonly number[];
  values: Float32Array;
}

/** A loss and its gradients, in network order; and those by the watched activations, in the order asked. */
export interface Backward {
  loss: number;
  gradients: readonly Gradient[];
  signals: readonly Signal[];
}

/** How to take a step of gradient descent. */
export interface StepOptions {
  rate: number;
  /** Share of the step before that is kept. */
  momentum?: number;
  /** Longest norm of all gradients together; longer ones are scaled down to it. */
  clip?: number;
}

/** What a step did: the loss before it, the norm of all gradients, and what they were scaled by. */
export interface StepResult {
  loss: number;
  norm: number;
  scaled: number;
}

/** A network in training on the current backend. */
export interface Trainee {
  readonly sheet: Sheet;
  /**
   * The loss of a batch and its gradients; parameters and statistics stay as they are.
   * @param watch paths of nodes or scopes: gradients by their activations are wanted too
   */
  gradients(batch: Batch, watch?: readonly string[]): Promise<Backward>;
  /** The activations of a batch at paths of nodes or scopes, with the batch's own statistics; nothing moves. */
  activations(batch: Batch, watch: readonly string[]): Promise<Signal[]>;
  /** One step of gradient descent; running statistics move by a tenth towards the batch's, as in PyTorch. */
  step(batch: Batch, options: StepOptions): Promise<StepResult>;
  /** The parameters and statistics now. */
  weights(): Promise<Weights>;
  dispose(): void;
}

/** Settings of training: how much the losses of auxiliary heads count, and the seed of dropout. */
export interface TraineeOptions {
  heads?: number;
  seed?: number;
}

interface Parameter extends WantedTensor {
  row: Row;
  value: tf.Tensor;
}

const TRAINED: readonly Weight["name"][] = ["weight", "bias", "scale", "shift"];
const STATISTICS_MOVE = 0.1;

/** Uploads a network's parameters to train them. */
export function createTrainee(sheet: Sheet, weights: Weights, options: TraineeOptions = {}): Trainee {
  const {heads = 0, seed = 1} = options;
  const stored = wantedTensors(sheet).flatMap((wanted): Parameter[] => {
    const values = weights.get(wanted.node)?.[wanted.weight.name];
    const row = sheet.rows[wanted.node]!;
    return values === undefined ? [] : [{...wanted, row, value: toDevice(values, wanted.weight.shape)}];
  });
  const trained = stored.filter(({weight}) => TRAINED.includes(weight.name));
  const velocity = new Map<Parameter, tf.Tensor>();
  let turn = 0;

  function backward(batch: Batch, watched: readonly number[] = []): Found {
    const moments = new Map<number, Moments>();
    // A zero added to an activation has the activation's gradient.
    const probes = watched.map((id) => tf.zeros([batch.size, ...sheet.rows[id]!.shape]));
    const lossOf = (...values: tf.Tensor[]): tf.Scalar => {
      const added = new Map(watched.map((id, i) => [id, values[trained.length + i]!]));
      const given = new Map(trained.map(({node, weight}, i) => [`${node}:${weight.name}`, values[i]!]));
      return loss(sheet, batch, (node, name) => given.get(`${node}:${name}`), {
        heads,
        seed: seed + turn,
        moments,
        added
      });
    };
    const {value, grads} = tf.valueAndGrads(lossOf)([...trained.map(({value: now}) => now), ...probes]);
    tf.dispose(probes);
    return {
      ...{loss: value as tf.Scalar, moments},
      ...{gradients: grads.slice(0, trained.length), signals: grads.slice(trained.length)}
    };
  }

  return {
    sheet,
    async gradients(batch, watch = []) {
      const nodes = watch.map((path) => nodeAt(sheet.graph, path));
      const {loss: found, gradients, signals, moments} = backward(batch, nodes);
      dropMoments(moments);
      const turned = trained.map(({weight}, i) => fromDevice(gradients[i]!, weight.shape));
      const values = (await Promise.all([found, ...turned, ...signals].map((one) => one.data()))) as Float32Array[];
      tf.dispose([found, ...gradients, ...turned, ...signals]);
      return {
        loss: values[0]![0]!,
        gradients: trained.map(({row, weight, name}, i) => ({
          ...{path: row.path, weight: weight.name, name, shape: weight.shape},
          values: values[i + 1]!
        })),
        signals: watch.map((path, i) => ({
          ...{path, shape: sheet.rows[nodes[i]!]!.shape},
          values: values[i + 1 + trained.length]!
        }))
      };
    },
    async activations(batch, watch) {
      const nodes = watch.map((path) => nodeAt(sheet.graph, path));
      const given = new Map(stored.map(({node, weight, value}) => [`${node}:${weight.name}`, value]));
      const moments = new Map<number, Moments>();
      const found = tf.tidy(() => {
        const pass = {heads, seed: seed + turn, moments, added: new Map<number, tf.Tensor>()};
        const live = run(sheet, batch, (node, name) => given.get(`${node}:${name}`), pass, new Set(nodes));
        return nodes.map((id) => live.get(id)!.clone());
      });
      dropMoments(moments);
      const values = (await Promise.all(found.map((one) => one.data()))) as Float32Array[];
      tf.dispose(found);
      return watch.map((path, i) => ({path, shape: sheet.rows[nodes[i]!]!.shape, values: values[i]!}));
    },
    async step(batch, {rate, momentum = 0, clip = Infinity}) {
      const {loss: found, gradients, moments} = backward(batch);
      turn += 1;
      const squares = tf.tidy(() => tf.addN(gradients.map((one) => tf.sum(tf.square(one)))));
      const [[lost], [square]] = (await Promise.all([found.data(), squares.data()])) as [Float32Array, Float32Array];
      const norm = Math.sqrt(square!);
      const scaled = norm > clip ? clip / norm : 1;
      tf.tidy(() => {
        trained.forEach((parameter, i) => {
          let move = tf.mul(gradients[i]!, scaled);
          const before = velocity.get(parameter);
          if (before !== undefined) move = tf.add(tf.mul(before, momentum), move);
          if (momentum > 0) velocity.set(parameter, tf.keep(move));
          before?.dispose();
          replace(parameter, tf.sub(parameter.value, tf.mul(move, rate)));
        });
        for (const parameter of stored) {
          const {node, weight, value} = parameter;
          const seen = moments.get(node)?.[weight.name as keyof Moments];
          if (seen !== undefined) replace(parameter, moved(value, weight.name, seen, countAt(sheet, node, batch.size)));
        }
      });
      tf.dispose([found, squares, ...gradients]);
      dropMoments(moments);
      return {loss: lost!, norm, scaled};
    },
    async weights() {
      const found = new Map<number, NodeWeights>();
      for (const {node, weight, value} of stored) {
        const turned = fromDevice(value, weight.shape);
        found.set(node, {...found.get(node), [weight.name]: (await turned.data()) as Float32Array});
        turned.dispose();
      }
      return found;
    },
    dispose() {
      tf.dispose([...stored.map(({value}) => value), ...velocity.values()]);
    }
  };
}

interface Found {
  loss: tf.Scalar;
  gradients: tf.Tensor[];
  signals: tf.Tensor[];
  moments: Map<number, Moments>;
}

interface Pass {
  heads: number;
  seed: number;
  /** Gets the batch's moments of every batch normalisation; the caller's to dispose of. */
  moments: Map<number, Moments>;
  /** What is added to activations, by node id. */
  added: ReadonlyMap<number, tf.Tensor>;
}

type Parameters = (node: number, name: Weight["name"]) => tf.Tensor | undefined;

function loss(sheet: Sheet, batch: Batch, parameters: Parameters, pass: Pass): tf.Scalar {
  const {graph} = sheet;
  const ends = [...graph.outputs].map(([path, id]) => ({
    weight: path === "output" ? 1 : pass.heads,
    // The loss is taken before a final softmax.
    id: graph.nodes[id]!.op.kind === "softmax" ? graph.nodes[id]!.inputs[0]! : id
  }));
  const counted = ends.filter(({weight}) => weight > 0);
  const live = run(sheet, batch, parameters, pass, new Set(counted.map(({id}) => id)));
  const losses = counted.map(({id, weight}) => tf.mul(compare(live.get(id)!, batch.target), weight));
  return losses.reduce((sum, one) => tf.add(sum, one)) as tf.Scalar;
}

function compare(output: tf.Tensor, target: Target): tf.Scalar {
  if ("labels" in target) {
    if (output.rank !== 2)
      throw new Error(`cross-entropy: needs a vector for each picture, found ${output.shape.join("×")}`);
    return crossEntropy(output as tf.Tensor2D, target.labels);
  }
  return tf.mean(tf.square(tf.sub(output, tf.tensor(target.values, output.shape)))) as tf.Scalar;
}

function run(
  sheet: Sheet,
  batch: Batch,
  parameters: Parameters,
  pass: Pass,
  ends: ReadonlySet<number>
): Map<number, tf.Tensor> {
  const live = new Map<number, tf.Tensor>();
  const needed = ancestors(sheet, ends);
  const pixels = tf.tensor4d(batch.pixels, [batch.size, ...sheet.input] as [number, number, number, number]);
  for (const {id, inputs} of sheet.graph.nodes) {
    if (!needed.has(id)) continue;
    const given = inputs.map((from) => live.get(from)!);
    const value = id === 0 ? pixels : apply(sheet.rows[id]!, given, (name) => parameters(id, name), pass);
    const added = pass.added.get(id);
    live.set(id, added === undefined ? value : tf.add(value, added));
  }
  return live;
}

function apply(
  row: Row,
  given: tf.Tensor[],
  parameter: (name: Weight["name"]) => tf.Tensor | undefined,
  pass: Pass
): tf.Tensor {
  const {op, id} = row;
  const x = given[0] as tf.Tensor4D;
  const biased = (sums: tf.Tensor): tf.Tensor => {
    const bias = parameter("bias");
    return bias === undefined ? sums : tf.add(sums, bias);
  };
  switch (op.kind) {
    case "input":
      return x;
    case "concat":
      return given.length === 1 ? x : tf.concat(given, 3);
    case "add":
      return given.reduce((sum, one) => tf.add(sum, one));
    case "conv":
      return biased(convolve(x, need(row, parameter("weight")) as tf.Tensor4D, op, row.pad!));
    case "batchNorm": {
      const moments = momentsOf(x);
      pass.moments.set(id, {mean: tf.keep(moments.mean), variance: tf.keep(moments.variance)});
      const shift = need(row, parameter("shift")) as tf.Tensor1D;
      const scale = (parameter("scale") ?? tf.onesLike(shift)) as tf.Tensor1D;
      return batchNorm(x, scale, shift, moments, op.eps);
    }
    case "relu":
      return tf.relu(x);
    case "softmax":
      return tf.softmax(x, -1);
    case "globalAvgPool":
      return tf.mean(x, [1, 2]);
    case "flatten": // PyTorch's order: channel, height, width
      return x.rank === 4 ? tf.reshape(tf.transpose(x, [0, 3, 1, 2]), [x.shape[0], -1]) : x;
    case "maxPool":
      return maxPool(x, op, row.pad!);
    case "avgPool":
      return avgPool(x, op, row.pad!);
    case "adaptiveAvgPool":
      return adaptiveAvgPool(x, op.out);
    case "lrn":
      return tf.localResponseNormalization(x, (op.size - 1) / 2, op.bias, op.alpha / op.size, op.beta);
    case "dropout":
      return dropout(x, op.rate, pass.seed * 7919 + id);
    case "dense":
      return biased(tf.matMul(x as tf.Tensor, need(row, parameter("weight"))));
    case "times":
      return tf.mul(x, op.by);
    default:
      op satisfies never;
      throw new Error(`${row.path}: unknown operation`);
  }
}

function need(row: Row, tensor: tf.Tensor | undefined): tf.Tensor {
  if (tensor === undefined) throw new Error(`${row.path}: has no parameters to train`);
  return tensor;
}

function ancestors({graph}: Sheet, ends: ReadonlySet<number>): Set<number> {
  const needed = new Set(ends);
  for (let id = graph.nodes.length - 1; id >= 0; id--)
    if (needed.has(id)) for (const from of graph.nodes[id]!.inputs) needed.add(from);
  return needed;
}

// PyTorch keeps the unbiased variance.
function moved(running: tf.Tensor, name: Weight["name"], seen: tf.Tensor, count: number): tf.Tensor {
  const unbiased = name === "variance" && count > 1 ? count / (count - 1) : 1;
  return tf.add(tf.mul(running, 1 - STATISTICS_MOVE), tf.mul(seen, STATISTICS_MOVE * unbiased));
}

function countAt(sheet: Sheet, node: number, batch: number): number {
  const {shape} = sheet.rows[node]!;
  return batch * shape.slice(0, -1).reduce((a, b) => a * b, 1);
}

function replace(parameter: Parameter, next: tf.Tensor): void {
  parameter.value.dispose();
  parameter.value = tf.keep(next);
}

function dropMoments(moments: ReadonlyMap<number, Moments>): void {
  for (const {mean, variance} of moments.values()) tf.dispose([mean, variance]);
}

// PyTorch's [out, in, height, width] and [out, in] against TensorFlow's [height, width, in, out] and [in, out].
function toDevice(values: Float32Array, shape: readonly number[]): tf.Tensor {
  return tf.tidy(() => {
    const tensor = tf.tensor(values, [...shape], "float32");
    return shape.length === 4 ? tf.transpose(tensor, [2, 3, 1, 0]) : shape.length === 2 ? tf.transpose(tensor) : tensor;
  });
}

function fromDevice(tensor: tf.Tensor, {length}: readonly number[]): tf.Tensor {
  return length === 4 ? tf.transpose(tensor, [3, 2, 0, 1]) : length === 2 ? tf.transpose(tensor) : tensor.clone();
}
