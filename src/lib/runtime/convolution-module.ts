/**
 * The WebAssembly module of our own convolutions, written where it is needed: some 3 kB of instructions for a few shapes of
 * loop, which a compiler and a committed binary would only make harder to read.
 *
 * A convolution is a product of matrices whose left one is never written down. The taps of one row of a window lie one after
 * another in a map [height, width, channels], so a pixel's row of that matrix is a few stretches of the (padded) map. A tile of
 * pixels times eight channels is summed up in registers: two vectors of weights and one input number, repeated, at a time.
 */
import {
  add, assemble, below, choose, clear, type Code, copy, during, either, func, type Func, int, larger, load, loadSplat, multiply,
  multiplyAdd, plus, read, seq, splat, store, storeLane, subtract, times, unroll, type Variable
} from "./wasm-code.ts"; // prettier-ignore

/** Output channels that are computed at once: two vectors. */
export const PANEL = 8;

const [FLOAT, VECTOR] = [4, 16]; // bytes
const UNROLLED = 4; // taps a turn of the innermost loop

/** What the processor is asked for. */
export interface Instructions {
  /** Multiply and add in one instruction (relaxed SIMD). */
  fused: boolean;
  /** Work on a memory that is shared between threads. */
  shared: boolean;
}

/** Pixels in a tile: the sums fill x86's 16 registers but for weights, input and, where it is apart, the product. */
export function tileRows({fused}: Pick<Instructions, "fused">): number {
  return fused ? 6 : 4;
}

/** The module's bytes. It exports `convolve` and `lay`. */
export function convolutionModule(instructions: Instructions): Uint8Array<ArrayBuffer> {
  return assemble([convolve(instructions), lay()], instructions.shared);
}

/**
 * Convolves tiles `firstTile` … `lastTile` − 1 with panels of eight output channels, `firstPanel` … `lastPanel` − 1. Lengths are
 * in bytes if not said otherwise.
 *
 * - `x`: the map; `offsets`: for every output pixel, filled up to whole tiles, where its window begins behind `x`
 * - `rows`: rows of a window; `row`: how long one is, all channels; `apart`: from one row of the map to the next
 * - `kernel`: per panel eight biases, then eight weights for every tap
 * - `out`: [pixels][channels]; `floor`: bits of the float32 below which nothing comes out
 */
function convolve({fused}: Instructions): Func {
  const height = tileRows({fused});
  const parameters = ["firstTile", "lastTile", "firstPanel", "lastPanel", "x", "offsets", "pixels", "rows", "row", "apart", "kernel", "out", "channels", "floor"] as const; // prettier-ignore
  return func("convolve", parameters, (given, make) => {
    const {firstTile, lastTile, firstPanel, lastPanel, x, offsets, pixels, rows, row, apart, kernel, out, channels, floor} = given; // prettier-ignore
    const [panel, tile, pixel, rowsLeft, channelsLeft] = [make("int"), make("int"), make("int"), make("int"), make("int")]; // prettier-ignore
    const [panelBytes, pixelBytes, skip, weights, rowEnd, to] = [make("int"), make("int"), make("int"), make("int"), make("int"), make("int")]; // prettier-ignore
    const inputs = Array.from({length: height}, () => make("int")); // addresses, one per pixel of the tile
    const sums = inputs.map((): [Variable, Variable] => [make("vector"), make("vector")]);
    const [left, right, number, low] = [make("vector"), make("vector"), make("vector"), make("vector")];

    const addTo = (sum: Variable, weight: Variable): Code =>
      sum.set(fused ? multiplyAdd(number.get, weight.get, sum.get) : plus(sum.get, times(number.get, weight.get)));
    const taps = (count: number): Code =>
      seq(
        unroll(count, (tap) =>
          seq(
            left.set(load(weights.get, tap * 2 * VECTOR)),
            right.set(load(weights.get, tap * 2 * VECTOR + VECTOR)),
            unroll(height, (i) =>
              seq(
                number.set(loadSplat(inputs[i]!.get, tap * FLOAT)),
                addTo(sums[i]![0], left),
                addTo(sums[i]![1], right)
              )
            )
          )
        ),
        increase(weights, int(count * 2 * VECTOR)),
        ...inputs.map((input) => increase(input, int(count * FLOAT)))
      );

    const oneTile = seq(
      pixel.set(multiply(tile.get, int(height))),
      ...inputs.map((input, i) => input.set(add(x.get, read(add(offsets.get, multiply(pixel.get, int(4))), 4 * i)))),
      weights.set(add(kernel.get, multiply(panel.get, panelBytes.get))),
      ...sums.map(([a, b]) => seq(a.set(load(weights.get)), b.set(load(weights.get, VECTOR)))),
      increase(weights, int(2 * VECTOR)),
      rowsLeft.set(rows.get),
      during(
        rowsLeft.get,
        seq(
          rowEnd.set(add(weights.get, multiply(row.get, int(PANEL)))),
          during(below(add(weights.get, int((UNROLLED - 1) * 2 * VECTOR)), rowEnd.get), taps(UNROLLED)),
          during(below(weights.get, rowEnd.get), taps(1)),
          ...inputs.map((input) => increase(input, skip.get)),
          rowsLeft.set(subtract(rowsLeft.get, int(1)))
        )
      ),
      to.set(add(out.get, add(multiply(pixel.get, pixelBytes.get), multiply(panel.get, int(PANEL * FLOAT))))),
      ...sums.map(([a, b], i) =>
        seq(
          a.set(larger(a.get, low.get)),
          b.set(larger(b.get, low.get)),
          either(
            below(channelsLeft.get, int(PANEL)),
            unroll(PANEL, (c) =>
              either(below(int(c), channelsLeft.get), storeLane(to.get, (c < 4 ? a : b).get, c % 4, c * FLOAT), [])
            ),
            seq(store(to.get, a.get), store(to.get, b.get, VECTOR))
          ),
          // What lies beyond the last pixel is that pixel once more.
          increase(to, choose(below(add(pixel.get, int(i + 1)), pixels.get), pixelBytes.get, int(0)))
        )
      )
    );

    return seq(
      low.set(splat(floor.get)),
      pixelBytes.set(multiply(channels.get, int(FLOAT))),
      panelBytes.set(multiply(add(multiply(rows.get, row.get), int(FLOAT)), int(PANEL))),
      skip.set(subtract(apart.get, row.get)),
      panel.set(firstPanel.get),
      during(
        below(panel.get, lastPanel.get),
        seq(
          channelsLeft.set(subtract(channels.get, multiply(panel.get, int(PANEL)))),
          tile.set(firstTile.get),
          during(below(tile.get, lastTile.get), seq(oneTile, increase(tile, int(1)))),
          increase(panel, int(1))
        )
      )
    );
  });
}

/**
 * Lays rows of bytes into a larger place: the first at `first` behind `out`, each next `apart` further on. Before that, the
 * place's first `bytes` are set to zero. Pads maps, and puts channels beside channels.
 */
function lay(): Func {
  return func("lay", ["x", "rows", "row", "out", "bytes", "first", "apart"], (given, make) => {
    const {x, rows, row, out, bytes, first, apart} = given;
    const to = make("int");
    return seq(
      clear(out.get, bytes.get),
      to.set(add(out.get, first.get)),
      during(
        rows.get,
        seq(copy(to.get, x.get, row.get), increase(x, row.get), increase(to, apart.get), increase(rows, int(-1)))
      )
    );
  });
}

function increase(one: Variable, by: Code): Code {
  return one.set(add(one.get, by));
}
