import type {Footing} from "./background.ts";
import type {Mark} from "./mark.ts";
import type {Palette} from "./palette.ts";
import type {Random} from "./random.ts";

/** What a drawing may depend on: `pose` in [0, 1], the colours, and chance for small details. */
export type Look = {readonly pose: number; readonly colours: Palette; readonly random: Random};

/**
 * One way to draw a class. It faces right; units, origin and extent are its own (about 100 units long), y points down.
 * `on` says what it needs below it: the ground (it gets a shadow, the horizon stays above its feet), water or nothing.
 */
export type Variant = {
  readonly name: string;
  readonly on: Footing;
  readonly draw: (look: Look) => Mark[];
};

/** A class: its palettes and its variants. */
export type Subject = {readonly palettes: readonly Palette[]; readonly variants: readonly Variant[]};
