/**
 * A network's numbers on the device: kernels in TensorFlow's layout or packed for our own convolutions, batch normalisation
 * folded in where it can be.
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Row, Sheet} from "../analysis/measure.ts";
import {packKernel, packs} from "./convolution.ts";
import {type Affine, affineOf, fold, foldablePairs, toHWIO} from "./fold.ts";
import type {NodeWeights, Weights} from "./weights.ts";

/**
 * Tensors of one convolution, dense layer or lone batch normalisation.
 *
 * `kernels` is one tensor [h, w, in, out] (dense: [in, out]; batch normalisation: the factors [channels]), or one per
 * group of a grouped convolution. A packed kernel holds its biases.
 */
export interface Layer {
  kernels: readonly tf.Tensor[];
  bias: tf.Tensor1D | null;
  packed: boolean;
}

/** All layers of a network, uploaded. */
export interface Layers {
  sheet: Sheet;
  /** Convolution or dense layer → the batch normalisation folded into it, by node id. */
  pairs: ReadonlyMap<number, number>;
  /** The layer of a node as stored in the file, or with its batch normalisation folded in. */
  get(id: number, how: "alone" | "folded"): Layer;
  dispose(): void;
}

/**
 * Uploads a network's weights to the current backend.
 *
 * Layers stored apart from a foldable batch normalisation are uploaded only when `get(id, "alone")` asks for them,
 * into the surrounding `tf.tidy`.
 * @param options.folding false keeps batch normalisation apart everywhere
 */
export function uploadLayers(sheet: Sheet, weights: Weights, {folding = true}: {folding?: boolean} = {}): Layers {
  const pairs = folding ? foldablePairs(sheet.graph) : new Map<number, number>();
  const inside = new Set(pairs.values());
  const numbersOf = (id: number, how: "alone" | "folded"): Numbers => {
    const own = weights.get(id);
    const row = sheet.rows[id]!;
    if (own === undefined) throw new Error(`${row.path}: no weights were loaded for this part`);
    const norm = how === "folded" ? pairs.get(id) : undefined;
    return numbers(row, own, norm === undefined ? null : affineAt(sheet.rows[norm]!, weights.get(norm)));
  };
  const kept = new Map<number, Layer>();
  for (const id of weights.keys()) if (!inside.has(id)) kept.set(id, upload(numbersOf(id, "folded")));
  return {
    sheet,
    pairs,
    get: (id, how) =>
      (how === "folded" || !(pairs.has(id) || inside.has(id)) ? kept.get(id) : undefined) ?? upload(numbersOf(id, how)),
    dispose: () => {
      for (const {kernels, bias} of kept.values()) tf.dispose([...kernels, ...(bias === null ? [] : [bias])]);
      kept.clear();
    }
  };
}

interface Numbers {
  kernels: {values: Float32Array; shape: number[]}[];
  bias: Float32Array | null;
  packed?: boolean;
}

function affineAt(row: Row, weights: NodeWeights | undefined): Affine {
  if (row.op.kind !== "batchNorm" || weights === undefined)
    throw new Error(`${row.path}: needs the weights of a batch normalisation`);
  return affineOf(weights, row.op.eps);
}

function numbers(row: Row, own: NodeWeights, affine: Affine | null): Numbers {
  const {op} = row;
  if (op.kind === "batchNorm") {
    const {factor, offset} = affineOf(own, op.eps);
    return {kernels: [{values: factor, shape: [factor.length]}], bias: offset};
  }
  const raw = {weight: own.weight!, bias: own.bias};
  const {weight, bias} = affine === null ? raw : fold(raw.weight, raw.bias, affine);
  const [out, inside, height = 1, width = 1] = row.weights[0]!.shape as [number, number, number?, number?];
  if (op.kind === "dense")
    return {kernels: [{values: toHWIO(weight, [out, inside, 1, 1]), shape: [inside, out]}], bias: bias ?? null};
  const groups = op.kind === "conv" ? op.groups : 1;
  if (groups > 1 && inside === 1) {
    // Depthwise: output channel c · m + i reads channel c, in PyTorch as in TensorFlow.
    return {
      kernels: [{values: toHWIO(weight, [out, 1, height, width]), shape: [height, width, groups, out / groups]}],
      bias: bias ?? null
    };
  }
  const each = out / groups;
  const kernels = Array.from({length: groups}, (_, g) => {
    const part = weight.subarray((g * weight.length) / groups, ((g + 1) * weight.length) / groups);
    return {values: toHWIO(part, [each, inside, height, width]), shape: [height, width, inside, each]};
  });
  const [first] = kernels;
  if (groups === 1 && packs())
    return {kernels: [packKernel(first!.values, first!.shape, bias ?? null)], bias: null, packed: true};
  return {kernels, bias: bias ?? null};
}

function upload({kernels, bias, packed = false}: Numbers): Layer {
  return {
    kernels: kernels.map(({values, shape}) => tf.tensor(values, shape, "float32")),
    bias: bias === null ? null : tf.tensor1d(bias, "float32"),
    packed
  };
}
