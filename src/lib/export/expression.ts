/** What a class is made of, in no particular language. */
import type {Margins} from "../analysis/measure.ts";
import type {Op, Pair} from "../spec/net.ts";
import type {Block} from "./plan.ts";

/** What may differ between the instances of a block: a number, a size along both axes, a padding, or whether a part is there. */
export type Value = number | boolean | Pair | Margins | "same" | "valid";

/** A value that may differ: where it stands in the block, and what it is here. */
export interface Leaf {
  key: string;
  value: Value;
}

/** A number of channels: the sum of what makes them. Other values stand alone. */
export type Count = readonly Leaf[];

/** A convolution's window. Its padding is a word of TensorFlow's, zeros on both sides of each axis, or margins that are uneven. */
export interface Settings {
  kernel: Leaf;
  stride: Leaf;
  padding: Leaf;
}

/** How parts are joined: one after another, side by side, or as a head; a trunk is a chain with heads beside it. */
export type Join = "chain" | "trunk" | "head" | "concat" | "sum";

/**
 * A sliding window as a dialect needs to be told. `word` says it in TensorFlow's words where they fit; `margins` are zeros
 * (or minus infinity) around the map, and `counted` those of them that an average counts.
 */
export interface Gap {
  kernel: Pair;
  stride: Pair;
  word: "same" | "valid" | null;
  margins: Margins;
  ceil: boolean;
  counted: Margins;
}

/**
 * Convolution, normalisation (or none) and ReLU (or none) as one class; `padded` where some instance has a padding that the
 * framework's own convolution does not know.
 */
export interface Unit {
  bias: boolean;
  norm: {eps: number; scale: boolean} | null;
  relu: boolean;
  padded: boolean;
}

/** A part with its name. */
export interface Part {
  name: string;
  expression: Expression;
}

/**
 * One layer. A convolution has settings, and is padded where the framework's own has no such padding; a pooling window has a gap.
 * `grid` is the map's height and width where pooling to a fixed grid depends on them; `spread` says that the map has more than one
 * place, whose order matters to flattening; a vector has no places.
 */
export interface Layer {
  kind: "layer";
  op: Op;
  channelsIn: Count;
  out: Count;
  gap: Gap | null;
  settings: Settings | null;
  padded: boolean;
  grid: Pair | null;
  spread: boolean;
  vector: boolean;
}

/** A part of a class: an instance of another class, of a unit, a layer, parts of its own, or a part that only some instances have. */
export type Expression =
  | {kind: "call"; block: Block; args: readonly Count[]}
  | {kind: "unit"; name: string; channelsIn: Count; out: Count; settings: Settings}
  | {kind: "group"; join: Join; parts: readonly Part[]}
  | {kind: "option"; given: Leaf; part: Expression}
  | Layer;
