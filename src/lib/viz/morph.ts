/** From one placed module to another: what both have moves, what is new grows, what is gone fades. */
import {type Edge, hull, print, ribbon} from "./outline.ts";
import type {Placed, PlacedBox, PlacedLink} from "./module-layout.ts";

/** What is gone has faded and what is new begins at this part of the way. */
const HALF = 0.5;

const mix = (a: number, b: number, t: number): number => a + (b - a) * t;
const gone = (t: number): number => Math.max(0, 1 - t / HALF);
const come = (t: number): number => Math.max(0, (t - HALF) / (1 - HALF));

/**
 * The picture at a part `t` of the way, 0 to 1. Boxes and links are matched by identity; colour, words and ends change at half-time.
 * At 0 and 1 it is exactly `a` and `b`.
 */
export function morph(a: Placed, b: Placed, t: number): Placed {
  if (t <= 0) return a;
  if (t >= 1) return b;
  return {
    width: mix(a.width, b.width, t),
    height: mix(a.height, b.height, t),
    boxes: matched(a.boxes, b.boxes).map(([from, to]) => boxAt(from, to, t)),
    links: matched(a.links, b.links).map(([from, to]) => linkAt(from, to, t))
  };
}

/** Pairs by identity, in the order of `b` with what is gone before it. */
function matched<T extends {id: string}>(a: readonly T[], b: readonly T[]): [from: T | undefined, to: T | undefined][] {
  const before = new Map(a.map((one) => [one.id, one]));
  const after = new Set(b.map(({id}) => id));
  return [
    ...a.filter(({id}) => !after.has(id)).map((one): [T, undefined] => [one, undefined]),
    ...b.map((one): [T | undefined, T] => [before.get(one.id), one])
  ];
}

function boxAt(from: PlacedBox | undefined, to: PlacedBox | undefined, t: number): PlacedBox {
  if (to === undefined) return {...from!, opacity: from!.opacity * gone(t)};
  if (from === undefined) {
    const w = to.w * come(t);
    return {...to, x: to.x + (to.w - w) / 2, w, opacity: to.opacity * come(t)};
  }
  const {x, y, w, h} = from;
  return {
    ...(t < HALF ? from : to),
    ...{x: mix(x, to.x, t), y: mix(y, to.y, t), w: mix(w, to.w, t), h: mix(h, to.h, t)},
    opacity: mix(from.opacity, to.opacity, t)
  };
}

function linkAt(from: PlacedLink | undefined, to: PlacedLink | undefined, t: number): PlacedLink {
  if (to === undefined) return {...from!, opacity: from!.opacity * gone(t)};
  if (from === undefined) return {...to, opacity: to.opacity * come(t)};
  return {...(t < HALF ? from : to), opacity: mix(from.opacity, to.opacity, t)};
}

/** How far from the boxes the shortcut runs, in pixels. */
const ASIDE = 9;

/** A link as path data: a closed ribbon, or the open line of a shortcut at the left side. Empty if an end is missing. */
export function linkPath({from, to, line}: PlacedLink, boxes: ReadonlyMap<string, PlacedBox>): string {
  const ends = from.flatMap((id) => boxes.get(id) ?? []);
  const end = boxes.get(to);
  const [first] = ends;
  if (first === undefined || end === undefined) return "";
  if (line) {
    const x = Math.min(...[...boxes.values()].map((box) => box.x)) - ASIDE;
    return `M${print(first.x)} ${print(first.y + first.h / 2)}H${print(x)}V${print(end.y + end.h / 2)}H${print(end.x)}`;
  }
  return ribbon(hull(ends.map(edge)), first.y + first.h, edge(end), end.y);
}

const edge = ({x, w}: PlacedBox): Edge => ({left: x, right: x + w});
