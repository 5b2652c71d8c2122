import type {Random} from "./random.ts";

/** The colours of one subject: the body, the second colour (belly, roof, wing) and the accent (collar, stripe, beak). */
export type Palette = {readonly main: string; readonly second: string; readonly accent: string};

/** The ink of eyes, noses, tyres and windows' frames. */
export const INK = "#2b2638";

/** The white of eyes and highlights. */
export const PAPER = "#fffaf0";

/** Mixes two colours written #rrggbb; `amount` 0 gives the first, 1 the second. */
export function mix(from: string, to: string, amount: number): string {
  const [a, b] = [channels(from), channels(to)];
  return written(a.map((value, i) => value + ((b[i] ?? 0) - value) * amount));
}

/** The colour in shadow: towards a cool violet. */
export function shade(colour: string, amount = 0.25): string {
  return mix(colour, "#2a1f4d", amount);
}

/** The colour in light: towards a warm white. */
export function tint(colour: string, amount = 0.3): string {
  return mix(colour, "#fff7e2", amount);
}

/** The colour nudged by chance in each channel by at most `amount` (of 255), the three channels partly together. */
export function vary(colour: string, random: Random, amount: number): string {
  const together = random.between(-amount, amount);
  return written(channels(colour).map((value) => value + together + random.between(-amount, amount) / 2));
}

/** Nudges every colour of a palette. */
export function varyPalette({main, second, accent}: Palette, random: Random, amount: number): Palette {
  return {main: vary(main, random, amount), second: vary(second, random, amount), accent: vary(accent, random, amount)};
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16));
}

function written(values: readonly number[]): string {
  const byte = (value: number): string =>
    Math.round(Math.min(255, Math.max(0, value)))
      .toString(16)
      .padStart(2, "0");
  return `#${values.map(byte).join("")}`;
}
