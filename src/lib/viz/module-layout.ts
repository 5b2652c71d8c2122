/**
 * Places a module's bars: input on top, lanes below it, their concatenation at the foot. Width is channels, on one scale for all
 * modules that are to be compared; height grows with the square root of the resolution.
 */
import type {BranchKind} from "./colour.ts";
import type {FrameBar, FrameLane, ModuleFrame} from "./module-frame.ts";

/** Something drawn, with the identity by which the next drawing knows it. */
export interface PlacedBox {
  id: string;
  x: number;
  y: number;
  w: number;
  h: number;
  kind: BranchKind;
  channels: number;
  /** Empty where nothing is written. */
  text: string;
  opacity: number;
}

/** A ribbon from the hull of some boxes to another; a shortcut is a line. */
export interface PlacedLink {
  id: string;
  from: readonly string[];
  to: string;
  kind: BranchKind;
  line: boolean;
  opacity: number;
}

/** A placed module. */
export interface Placed {
  width: number;
  height: number;
  boxes: readonly PlacedBox[];
  links: readonly PlacedLink[];
}

/** How much room there is, in pixels. */
export interface ModuleRoom {
  width: number;
  /** From one layer's top to the next one's. */
  pitch: number;
  /** Between lanes. */
  gap: number;
  /** Least width of a lane, for its words. */
  least: number;
  /** Height of a bar on a map of 1×1. */
  bar: number;
  /** Left free above, below and at both sides: for words and for the shortcut. */
  margin: {top: number; bottom: number; side: number};
}

/** The largest scale, in pixels per channel, at which all of the modules fit the room. */
export function fitModules(frames: readonly ModuleFrame[], room: ModuleRoom): number {
  let [low, high] = [0, room.width];
  const fits = (scale: number): boolean => frames.every((frame) => breadth(frame, scale, room) <= room.width);
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** Lays a module out. */
export function placeModule(frame: ModuleFrame, scale: number, room: ModuleRoom): Placed {
  const placing = new Placing(frame, scale, room);
  return placing.finish();
}

const layersOf = ({bars, split}: FrameLane): number => bars.length + Math.max(0, ...split.map(layersOf));

function laneWidth({bars, split}: FrameLane, scale: number, room: ModuleRoom): number {
  const apart = split.length === 0 ? 0 : lanesWidth(split, scale, room);
  return Math.max(room.least, apart, ...bars.map(({channels}) => channels * scale));
}

function lanesWidth(lanes: readonly FrameLane[], scale: number, room: ModuleRoom): number {
  return lanes.reduce((sum, lane) => sum + laneWidth(lane, scale, room), (lanes.length - 1) * room.gap);
}

function breadth({lanes, input, output}: ModuleFrame, scale: number, room: ModuleRoom): number {
  return Math.max(lanesWidth(lanes, scale, room), input * scale, output * scale) + 2 * room.margin.side;
}

/** A lane's end, with the branch it belongs to. */
interface End {
  root: string;
  bar: FrameBar;
}

class Placing {
  readonly #frame: ModuleFrame;
  readonly #scale: number;
  readonly #room: ModuleRoom;
  readonly #height: number;
  readonly #boxes: PlacedBox[] = [];
  readonly #links: PlacedLink[] = [];

  constructor(frame: ModuleFrame, scale: number, room: ModuleRoom) {
    this.#frame = frame;
    this.#scale = scale;
    this.#room = room;
    this.#height = room.bar * Math.sqrt(frame.side);
  }

  finish(): Placed {
    const {lanes, joined, residual, input} = this.#frame;
    const {width, margin} = this.#room;
    this.#box({id: "in", kind: "other", channels: input, text: ""}, width / 2, 0);
    const ends = this.#lanes(lanes, width / 2, 1, "in");
    let row = 1 + Math.max(...lanes.map(layersOf));
    if (joined) this.#concat(ends, row);
    else row -= 1;
    if (residual !== null) row = this.#sum(residual.bars, ends, row);
    const height = this.#y(row) + this.#height + margin.bottom;
    return {width, height, boxes: this.#boxes, links: this.#links};
  }

  #y(row: number): number {
    return this.#room.margin.top + row * this.#room.pitch;
  }

  #box(bar: FrameBar, centre: number, row: number): void {
    const w = Math.max(2, bar.channels * this.#scale);
    this.#boxes.push({...bar, x: centre - w / 2, y: this.#y(row), w, h: this.#height, opacity: 1});
  }

  #link(from: readonly string[], to: FrameBar, id = `${from[0]}>${to.id}`): void {
    this.#links.push({id, from, to: to.id, kind: to.kind, line: false, opacity: 1});
  }

  /** Lanes side by side around a centre. */
  #lanes(lanes: readonly FrameLane[], centre: number, row: number, from: string, root?: string): End[] {
    let left = centre - lanesWidth(lanes, this.#scale, this.#room) / 2;
    return lanes.flatMap((lane) => {
      const width = laneWidth(lane, this.#scale, this.#room);
      const ends = this.#lane(lane, left + width / 2, row, from, root);
      left += width + this.#room.gap;
      return ends;
    });
  }

  #lane({bars, split}: FrameLane, centre: number, row: number, from: string, root = rootOf(bars[0]!.id)): End[] {
    let before = from;
    for (const [i, bar] of bars.entries()) {
      this.#box(bar, centre, row + i);
      this.#link([before], bar);
      before = bar.id;
    }
    const last = bars.at(-1)!;
    return split.length === 0 ? [{root, bar: last}] : this.#lanes(split, centre, row + bars.length, last.id, root);
  }

  /** The lanes' ends side by side without gaps: the concatenation. */
  #concat(ends: readonly End[], row: number): void {
    const total = ends.reduce((sum, {bar}) => sum + bar.channels, 0);
    let left = this.#room.width / 2 - (total * this.#scale) / 2;
    for (const [i, end] of ends.entries()) {
      const segment = {...end.bar, id: segmentId(ends, i), text: ""};
      const w = end.bar.channels * this.#scale;
      this.#box(segment, left + w / 2, row);
      this.#link([end.bar.id], segment);
      left += w;
    }
  }

  /** Layers behind the concatenation, and the sum with what came in. */
  #sum(bars: readonly FrameBar[], ends: readonly End[], row: number): number {
    const centre = this.#room.width / 2;
    let before = ends.map((_, i) => segmentId(ends, i));
    for (const [i, bar] of bars.entries()) {
      this.#box(bar, centre, row + 1 + i);
      this.#link(before, bar, `concat>${bar.id}`);
      before = [bar.id];
    }
    const sum = {id: "sum", kind: "residual", channels: this.#frame.output, text: "+"} as const;
    this.#box(sum, centre, row + 1 + bars.length);
    this.#link(before, sum);
    this.#links.push({id: "shortcut", from: ["in"], to: "sum", kind: "residual", line: true, opacity: 1});
    return row + 1 + bars.length;
  }
}

const rootOf = (id: string): string => id.split(".")[0]!;

/** Segments are known by their branch, so that one keeps its place when the branch grows. */
function segmentId(ends: readonly End[], i: number): string {
  const {root} = ends[i]!;
  const before = ends.slice(0, i).filter((end) => end.root === root).length;
  return `out:${root}${before === 0 ? "" : `+${before}`}`;
}
