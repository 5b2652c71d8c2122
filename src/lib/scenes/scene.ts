import {airplane} from "./airplane.ts";
import {automobile} from "./automobile.ts";
import {backgrounds, drawBackground, waters, type BackgroundName, type Footing} from "./background.ts";
import {bird} from "./bird.ts";
import {cat} from "./cat.ts";
import {drawClutter} from "./clutter.ts";
import {deer} from "./deer.ts";
import {dog} from "./dog.ts";
import {frog} from "./frog.ts";
import {horse} from "./horse.ts";
import {fill, mapMarks, marksBounds, type Mark} from "./mark.ts";
import {varyPalette} from "./palette.ts";
import {chain, ellipse, move, pathData, scale, type Bounds} from "./path.ts";
import {seeded} from "./random.ts";
import {ship} from "./ship.ts";
import type {Subject, Variant} from "./subject.ts";
import {truck} from "./truck.ts";

/** The ten classes in the order of CIFAR-10: a label's index is its class number. */
export const labels = [
  "airplane",
  "automobile",
  "bird",
  "cat",
  "deer",
  "dog",
  "frog",
  "horse",
  "ship",
  "truck"
] as const;

/** The name of a class. */
export type Label = (typeof labels)[number];

/** Everything a picture depends on. */
export type SceneParams = {
  label: Label;
  /** Which drawing of the class; counted from 0, any whole number wraps round. */
  variant: number;
  /** The position of limbs, sails and wings, or the tilt, in [0, 1]. */
  pose: number;
  /** The part of the frame's side that the subject's longer side fills: 0.35 is far, 1 fills the frame. */
  size: number;
  /** The subject's centre as parts of the frame, from the top left. */
  position: readonly [x: number, y: number];
  /** Which of the class's palettes; counted from 0, any whole number wraps round. */
  palette: number;
  /** The background's name or its index in `backgrounds`. */
  background: BackgroundName | number;
  /** How much scenery, in [0, 1]. */
  clutter: number;
  /** Varies details: scenery, small shifts of colour, what a truck carries. */
  seed: number;
  /** Faces left instead of right. */
  flip: boolean;
};

/** One painted path: SVG path data with absolute coordinates in the box of 100 × 100. */
export type Shape = {
  readonly d: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly opacity?: number;
  /** Path data; the shape shows only inside of it. */
  readonly clip?: string;
};

/** A picture: shapes to be painted one after the other, and the box their coordinates live in. */
export type Scene = {readonly size: 100; readonly shapes: readonly Shape[]};

const subjects: Readonly<Record<Label, Subject>> = {
  airplane,
  automobile,
  bird,
  cat,
  deer,
  dog,
  frog,
  horse,
  ship,
  truck
};

/** Names of a class's variants, in the order of their index. */
export function variantNames(label: Label): readonly string[] {
  return subjects[label].variants.map(({name}) => name);
}

/** How many palettes a class has. */
export function paletteCount(label: Label): number {
  return subjects[label].palettes.length;
}

/** Whether a variant stands on the ground, floats on water or needs nothing below it. */
export function variantStands(label: Label, variant: number): Footing {
  return wrapped(subjects[label].variants, variant).on;
}

/** Draws a picture; the same parameters give the same shapes. Throws a RangeError naming a parameter that is not a number or not known. */
export function drawScene(params: SceneParams): Scene {
  check(params);
  const {label, seed, clutter} = params;
  const variant = wrapped(subjects[label].variants, params.variant);
  const background =
    typeof params.background === "number" ? wrapped(backgrounds, params.background) : params.background;
  const subject = placed(params, variant);
  const box = marksBounds(subject);
  const horizon = horizonFor(variant.on, box, seed);
  const scenery = drawClutter(background, horizon, clutter, seeded(seed, "clutter"));
  const marks = [
    ...drawBackground(background, horizon, seeded(seed, "background"), variant.on, box.bottom),
    ...scenery.behind,
    ...underneath(variant.on, box, background),
    ...subject,
    ...scenery.before
  ];
  return {size: 100, shapes: marks.map(toShape)};
}

/** The subject's marks, scaled to its size, flipped and moved to its place in the frame. */
function placed(params: SceneParams, variant: Variant): Mark[] {
  const {label, pose, size, position, seed, flip} = params;
  const random = seeded(seed, "subject");
  const colours = varyPalette(wrapped(subjects[label].palettes, params.palette), random, 9);
  const marks = variant.draw({pose, colours, random});
  const {left, top, right, bottom} = marksBounds(marks);
  const factor = (size * 100) / Math.max(right - left, bottom - top);
  const centre = move(-(left + right) / 2, -(top + bottom) / 2);
  return mapMarks(
    marks,
    chain(centre, scale(flip ? -factor : factor, factor), move(position[0] * 100, position[1] * 100))
  );
}

/** The horizon stays above the feet of what stands, so that nothing floats. */
function horizonFor(on: Footing, {bottom}: Bounds, seed: number): number {
  const wanted = seeded(seed, "horizon").between(40, 66);
  if (on === "air") return wanted + 14;
  return Math.max(10, Math.min(wanted, bottom - 6));
}

function underneath(on: Footing, {left, right, bottom}: Bounds, background: BackgroundName): Mark[] {
  const [x, width] = [(left + right) / 2, right - left];
  if (on === "ground")
    return [fill(ellipse(x, bottom - width * 0.01, width * 0.47, Math.max(1.2, width * 0.055)), "#2a1f4d", 0.26)];
  if (on === "water" && !waters.includes(background))
    return [
      fill(ellipse(x, bottom, width * 0.62, width * 0.13), "#3f8fb8"),
      fill(ellipse(x, bottom - width * 0.02, width * 0.57, width * 0.1), "#6fb3cf")
    ];
  return [];
}

function toShape({path, fill: colour, stroke, width, opacity, clip}: Mark): Shape {
  return {
    d: pathData(path),
    ...(colour === undefined ? {} : {fill: colour}),
    ...(stroke === undefined ? {} : {stroke}),
    ...(width === undefined ? {} : {strokeWidth: Math.round(width * 100) / 100}),
    ...(opacity === undefined ? {} : {opacity}),
    ...(clip === undefined ? {} : {clip: pathData(clip)})
  };
}

function wrapped<T>(items: readonly T[], index: number): T {
  const whole = Math.floor(index);
  return items[((whole % items.length) + items.length) % items.length] as T;
}

function check({label, variant, pose, size, position, palette, background, clutter, seed}: SceneParams): void {
  if (!labels.includes(label)) throw new RangeError(`label: needs one of ${labels.join(", ")}, found ${String(label)}`);
  if (typeof background === "string" && !backgrounds.includes(background))
    throw new RangeError(`background: needs one of ${backgrounds.join(", ")}, found ${String(background)}`);
  const numbers = {
    variant,
    pose,
    size,
    "position[0]": position[0],
    "position[1]": position[1],
    palette,
    background: typeof background === "number" ? background : 0,
    clutter,
    seed
  };
  for (const [name, value] of Object.entries(numbers))
    if (!Number.isFinite(value)) throw new RangeError(`${name}: needs a number, found ${String(value)}`);
  if (size <= 0) throw new RangeError(`size: needs a number above 0, found ${size}`);
}
