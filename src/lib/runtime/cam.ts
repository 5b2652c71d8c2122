/**
 * Class activation maps (Zhou et al., 2016, arXiv 1512.04150), exact where a network ends in global average pooling and
 * one dense layer: the logit is the mean of the map plus the bias.
 */
import type {Graph} from "../spec/graph.ts";

/** One class's map: mean(values) + bias = that class's logit. */
export interface ClassMap {
  index: number;
  height: number;
  width: number;
  /** [height][width] */
  values: Float32Array;
  bias: number;
}

/** The tail that makes the map exact: node ids of the map that is averaged, and of the dense layer if there is one. */
export interface Tail {
  map: number;
  /** Null where the averaged map has one channel per class, as in Network in Network. */
  dense: number | null;
}

/**
 * Finds "map → global average pooling (→ dropout → dense)" at the end of the main line.
 * @throws if the network ends in another way, naming the node that stands in the pooling's place
 */
export function tailOf(graph: Graph): Tail {
  const back = (id: number): number => graph.nodes[id]!.inputs[0]!;
  const skip = (id: number, kind: "dropout" | "softmax"): number =>
    graph.nodes[id]!.op.kind === kind ? skip(back(id), kind) : id;
  const last = skip(graph.outputs.get("output")!, "softmax");
  const dense = graph.nodes[last]!.op.kind === "dense" ? last : null;
  const pool = skip(dense === null ? last : back(dense), "dropout");
  const {path, op} = graph.nodes[pool]!;
  if (op.kind !== "globalAvgPool")
    throw new Error(
      `${path}: a class activation map needs a network that ends in global average pooling and at most one dense layer, found ${op.kind}`
    );
  return {map: back(pool), dense};
}

/**
 * values[h, w] = Σ_c weight[index, c] · map[h, w, c].
 * @param map [height][width][channels]
 * @param weight of the dense layer, [classes][channels]; none where the map has one channel per class
 * @param bias of the dense layer, [classes]
 * @throws if `index` is no class
 */
export function classMap(
  map: Float32Array,
  [height, width, channels]: readonly [number, number, number],
  weight: Float32Array | undefined,
  bias: Float32Array | undefined,
  index: number
): ClassMap {
  const classes = weight === undefined ? channels : weight.length / channels;
  if (!Number.isInteger(index) || index < 0 || index >= classes)
    throw new Error(`class activation map: needs a class from 0 to ${classes - 1}, found ${index}`);
  const values = new Float32Array(height * width);
  for (let at = 0; at < values.length; at++) {
    let sum = 0;
    if (weight === undefined) sum = map[at * channels + index]!;
    else for (let c = 0; c < channels; c++) sum += weight[index * channels + c]! * map[at * channels + c]!;
    values[at] = sum;
  }
  return {index, height, width, values, bias: bias?.[index] ?? 0};
}
