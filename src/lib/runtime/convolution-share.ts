/**
 * How threads share a convolution: it is cut into pieces, a counter says how many are left, and who lowers the counter computes
 * that piece. Everything they tell each other stands in one array of whole numbers, read and written with `Atomics`.
 */

/** Positions in the array. Those from `FIRST` on are the arguments of `convolve` behind its first four. */
export const [TURN, LEFT, DONE, TILES, TILES_EACH, PANELS, PANELS_EACH, FIRST] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** Length of the array. */
export const CONTROLS = FIRST + 10;

/** What the module exports. */
export interface ConvolutionExports {
  convolve(...given: number[]): void;
  lay(...given: number[]): void;
}

/**
 * Computes pieces until none is left. A number taken from the counter is right whenever it was taken: the counter is set last,
 * when all else is written, and nothing is written again before all pieces are done. So a thread may come late, or not at all.
 */
export function takePieces(control: Int32Array, {convolve}: ConvolutionExports): void {
  for (let left = Atomics.sub(control, LEFT, 1); left > 0; left = Atomics.sub(control, LEFT, 1)) {
    const across = Math.ceil(control[PANELS]! / control[PANELS_EACH]!);
    const [tile, panel] = [
      Math.floor((left - 1) / across) * control[TILES_EACH]!,
      ((left - 1) % across) * control[PANELS_EACH]!
    ];
    convolve(
      tile,
      Math.min(tile + control[TILES_EACH]!, control[TILES]!),
      panel,
      Math.min(panel + control[PANELS_EACH]!, control[PANELS]!),
      ...control.subarray(FIRST)
    );
    Atomics.add(control, DONE, 1);
  }
}

/** Waits until a control is no longer what it was: for some 0.05 ms by looking, then asleep. False if the time is over. */
export function waitWhile(control: Int32Array, position: number, value: number, milliseconds = Infinity): boolean {
  for (let looks = 0; looks < LOOKS; looks++) if (Atomics.load(control, position) !== value) return true;
  return Atomics.wait(control, position, value, milliseconds) !== "timed-out";
}

const LOOKS = 20_000;
