/** What a dialect is told of a sliding window's padding. */
import type {Margins, Row, Shape} from "../analysis/measure.ts";
import type {Op, Pair, Window} from "../spec/net.ts";
import type {Gap} from "./expression.ts";

type Sliding = Extract<Op, Window>;

const none: Margins = {top: 0, bottom: 0, left: 0, right: 0};

/** As PyTorch is told: zeros on both sides and a rounding; only TensorFlow's "same" needs margins in pixels. */
export function declaredGap(op: Sliding, row: Row): Gap {
  const margins = op.pad === "same" ? row.pad! : op.pad === "valid" ? none : around(op.pad);
  const ceil = op.kind !== "conv" && op.round === "ceil" && op.pad !== "same";
  return {...sizes(op), word: null, margins, ceil, counted: countsBorder(op) ? margins : none};
}

/** As TensorFlow is told: "same" or "valid" where that says it, and else the margins in pixels for this input. */
export function resolvedGap(op: Sliding, row: Row, input: Shape): Gap {
  const margins = row.pad!;
  const limit = op.pad === "same" ? margins : op.pad === "valid" ? none : around(op.pad);
  const counted = countsBorder(op) ? least(margins, limit) : none;
  const word = equal(counted, none) || op.kind !== "avgPool" ? wordFor(op, margins, input) : null;
  const plain = equal(margins, none) ? "valid" : word;
  // What the word says need not differ between instances.
  return {
    ...sizes(op),
    word: plain,
    margins: plain === null ? margins : none,
    ceil: false,
    counted: plain === null ? counted : none
  };
}

/** Whether no margin is uneven, so that one number per axis says it. */
export function isEven({top, bottom, left, right}: Margins): boolean {
  return top === bottom && left === right;
}

/** Whether a window is one place. */
export function isPoint({kernel: [height, width]}: Gap): boolean {
  return height === 1 && width === 1;
}

/** Whether two margins are the same. */
export function equal(a: Margins, b: Margins): boolean {
  return a.top === b.top && a.bottom === b.bottom && a.left === b.left && a.right === b.right;
}

const sizes = ({kernel, stride}: Sliding): {kernel: Pair; stride: Pair} => ({kernel, stride});
const around = ([y, x]: Pair): Margins => ({top: y, bottom: y, left: x, right: x});
const countsBorder = (op: Sliding): boolean => op.kind === "avgPool" && op.countPad;

const least = (a: Margins, b: Margins): Margins => ({
  top: Math.min(a.top, b.top),
  bottom: Math.min(a.bottom, b.bottom),
  left: Math.min(a.left, b.left),
  right: Math.min(a.right, b.right)
});

function wordFor(op: Sliding, margins: Margins, [height, width]: Shape): "same" | null {
  const [y, x] = [sameAlong(height!, op.kernel[0], op.stride[0]), sameAlong(width!, op.kernel[1], op.stride[1])];
  return equal(margins, {top: y[0], bottom: y[1], left: x[0], right: x[1]}) ? "same" : null;
}

function sameAlong(length: number, kernel: number, stride: number): Pair {
  const zeros = Math.max((Math.ceil(length / stride) - 1) * stride + kernel - length, 0);
  return [Math.floor(zeros / 2), Math.ceil(zeros / 2)];
}
