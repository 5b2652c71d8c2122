/** A scatter of points on a logarithmic and a linear axis, with labels that keep out of each other's way. */

/** A point in its own units. `weight` becomes its area. */
export interface Datum {
  x: number;
  y: number;
  weight: number;
}

/** A placed point, in pixels. */
export interface Dot {
  x: number;
  y: number;
  r: number;
}

/** A line across the drawing at a round value. */
export interface Tick {
  at: number;
  value: number;
}

/** A drawing's size, the room for its axes, and the largest radius, in pixels. */
export interface Field {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  radius: number;
}

/** Where everything stands. */
export interface Scatter {
  dots: Dot[];
  x: Tick[];
  y: Tick[];
}

/** Places points: x on a logarithmic axis, y on a linear one in steps of `step`, areas by weight. */
export function scatter(data: readonly Datum[], field: Field, step: number): Scatter {
  const xs = data.map(({x}) => x);
  const [from, to] = [Math.min(...xs) / 1.25, Math.max(...xs) * 1.3];
  const ys = data.map(({y}) => y);
  const [low, high] = [Math.floor(Math.min(...ys) / step) * step, (Math.ceil(Math.max(...ys) / step) + 0.4) * step];
  const heaviest = Math.max(...data.map(({weight}) => weight));
  const inner = field.width - field.left - field.right;
  const tall = field.height - field.top - field.bottom;
  const atX = (value: number): number => field.left + (inner * Math.log(value / from)) / Math.log(to / from);
  const atY = (value: number): number => field.top + (tall * (high - value)) / (high - low);
  return {
    dots: data.map(({x, y, weight}) => ({x: atX(x), y: atY(y), r: field.radius * Math.sqrt(weight / heaviest)})),
    x: roundValues(from, to).map((value) => ({value, at: atX(value)})),
    y: steps(low, high, step).map((value) => ({value, at: atY(value)}))
  };
}

/** 1, 2 and 5 times the powers of ten between two numbers. */
export function roundValues(from: number, to: number): number[] {
  const decades = steps(Math.floor(Math.log10(from)), Math.ceil(Math.log10(to)), 1);
  return decades.flatMap((power) => [1, 2, 5].map((digit) => digit * 10 ** power)).filter((n) => n >= from && n <= to);
}

function steps(from: number, to: number, by: number): number[] {
  return Array.from({length: Math.floor((to - from) / by + 1e-9) + 1}, (_, i) => from + i * by);
}

/** A label to be placed near a dot. */
export interface Label {
  text: string;
  dot: Dot;
}

/** A placed label: its text starts, ends or is centred at x. */
export interface PlacedLabel extends Label {
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
}

const LINE = 13;

/** Puts each label above, right, left or below its dot, where it first covers neither dot nor label; without room, none. */
export function placeLabels(labels: readonly Label[], dots: readonly Dot[], field: Field, letter = 6.3): PlacedLabel[] {
  const taken: Box[] = dots.map(({x, y, r}) => ({left: x - r, right: x + r, top: y - r, bottom: y + r}));
  return labels.flatMap((label) => {
    const free = places(label).find((place) => isFree(boxOf(place, letter), taken, field));
    if (free === undefined) return [];
    taken.push(boxOf(free, letter));
    return [free];
  });
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function places(label: Label): PlacedLabel[] {
  const {x, y, r} = label.dot;
  const rows = [0, -1, 1, -2, 2, -3, 3].map((line) => line * LINE);
  return [
    {...label, x, y: y - r - 5, anchor: "middle"},
    ...rows.map((by): PlacedLabel => ({...label, x: x + r + 5, y: y + 4 + by, anchor: "start"})),
    ...rows.map((by): PlacedLabel => ({...label, x: x - r - 5, y: y + 4 + by, anchor: "end"})),
    {...label, x, y: y + r + LINE, anchor: "middle"},
    {...label, x, y: y - r - 5 - LINE, anchor: "middle"}
  ];
}

function boxOf({text, x, y, anchor}: PlacedLabel, letter: number): Box {
  const width = text.length * letter;
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return {left, right: left + width, top: y - 10, bottom: y + 3};
}

function isFree(box: Box, taken: readonly Box[], field: Field): boolean {
  const inside = box.left >= field.left && box.right <= field.width && box.top >= 0;
  const covers = (other: Box): boolean =>
    box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
  return inside && !taken.some(covers);
}
