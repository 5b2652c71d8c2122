/** For chapter 6's prose: how much of the ring two 3×3 windows miss, one channel between them, in per cent. */
import {FIT_TRIED, fitDescent} from "../parts/fit-choices.ts";

const missed = Array.from({length: FIT_TRIED}, (_, i) => 100 * fitDescent("ring", 1, i + 1).at(-1)!.missed);
const digits = (share: number, count: number): string => String(Number(share.toPrecision(count)));

/** How many first weights were tried. */
export {FIT_TRIED as ringTried};

/** What is missed from the first weights that the figure shows, and from the best and the worst of all that were tried. */
export const ringMissed = {
  first: digits(missed[0]!, 3),
  least: digits(Math.min(...missed), 2),
  most: digits(Math.max(...missed), 2)
};
