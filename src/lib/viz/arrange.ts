/**
 * Arranges a measured network for drawing: bars and silhouettes one below another, ribbons between them.
 *
 * Width is channels, on one scale for the whole drawing; height grows with the square root of the resolution. Every box
 * is keyed by its path, folded or open, so that opening a module moves what is drawn instead of drawing it anew.
 */
import type {Sheet} from "../analysis/measure.ts";
import type {Scope} from "../spec/graph.ts";
import {type BranchKind, branchKind} from "./colour.ts";
import {barsIn, channels, inputRow, isBar, isSilent, mainSteps, outputRow, resolution} from "./drawn.ts";
import {shapeText} from "./format.ts";
import {scopeLabel} from "./label.ts";
import {bar, type Edge, ribbon, sideBySide, waisted} from "./outline.ts";
import {fitScale, LEAST, type Measures, MEASURES, Spans} from "./spans.ts";

/** A coloured piece of a box: path data in the box's own coordinates, and the path that lights it. */
export interface Strip {
  path: string;
  branch: BranchKind;
  d: string;
}

/** A word beside or inside a box, in the drawing's coordinates. */
export interface Label {
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
  text: string;
  /** A name or a count is strong, notation is plain. */
  strong: boolean;
}

/** Something drawn for a path: the input, an operation's bar, a fork's join, a folded module, or a head. */
export interface Box {
  path: string;
  kind: "input" | "bar" | "join" | "module" | "head";
  x: number;
  y: number;
  w: number;
  h: number;
  branch: BranchKind;
  strips: Strip[];
  labels: Label[];
  /** Depth in the outline, from 1. */
  level: number;
  foldable: boolean;
  open: boolean;
}

/** The way from one box to another: path data in the drawing's coordinates. */
export interface Ribbon {
  key: string;
  from: string;
  to: string;
  branch: BranchKind;
  d: string;
}

/** A step of the main line and where it stands, for bars drawn beside it. */
export interface Line {
  path: string;
  y: number;
  h: number;
}

/** A drawing: its size in pixels, boxes in the order of computation, ribbons, and the steps of the main line. */
export interface Arrangement {
  width: number;
  height: number;
  /** Pixels per channel. */
  scale: number;
  boxes: Box[];
  ribbons: Ribbon[];
  lines: Line[];
}

/** How to arrange. */
export interface ArrangeOptions {
  width: number;
  /** Paths of the modules and heads that are open. */
  open: ReadonlySet<string>;
  /** Pixels per channel; the largest that fits with everything open unless told. */
  scale?: number | undefined;
  measures?: Partial<Measures>;
  /** Words in place of a path's last name. */
  names?: Readonly<Record<string, string>>;
}

/** Lays a network out from top to bottom. */
export function arrange(sheet: Sheet, {width, open, scale, measures = {}, names = {}}: ArrangeOptions): Arrangement {
  const all = {...MEASURES, ...measures};
  const drawing = new Drawing(sheet, open, scale ?? fitScale(sheet, width, all), all, names, width);
  return drawing.finish();
}

/** An edge of something placed, to tie a ribbon to. */
interface Port {
  path: string;
  edge: Edge;
  y: number;
}

/** Draws: walks the main line from top to bottom and collects boxes, ribbons and labels. */
class Drawing {
  readonly #spans: Spans;
  readonly #width: number;
  readonly #names: Readonly<Record<string, string>>;
  readonly #boxes: Box[] = [];
  readonly #ribbons: Ribbon[] = [];
  readonly #lines: Line[] = [];
  /** Where the heads at the left side end so far. */
  #sideEnd = 0;
  /** How far they reach from the left. */
  #sideRight = 0;

  constructor(
    sheet: Sheet,
    open: ReadonlySet<string>,
    scale: number,
    measures: Measures,
    names: Readonly<Record<string, string>>,
    width: number
  ) {
    this.#spans = new Spans(sheet, open, scale, measures);
    this.#names = names;
    this.#width = width;
  }

  finish(): Arrangement {
    const {sheet, scale, m} = this.#spans;
    const centre = this.#width / 2;
    let port = this.#input(centre);
    for (const step of mainSteps(sheet, sheet.graph.outline)) {
      if (step.kind === "tap") {
        this.#tap(step, port);
        continue;
      }
      const left = centre - this.#spans.across(step) / 2 - this.#besides(step);
      const from = left < this.#sideRight ? Math.max(port.y, this.#sideEnd) : port.y;
      port = this.#step(step, centre, port, from);
    }
    const height = Math.max(port.y, this.#sideEnd) + m.gap;
    return {width: this.#width, height, scale, boxes: this.#boxes, ribbons: this.#ribbons, lines: this.#lines};
  }

  /** Room for the name at the left of a step; an open module has it below, beside its join. */
  #besides(step: Scope): number {
    const named = step.kind !== "fork" || this.#spans.isFolded(step);
    return named ? SIGN + this.#spans.words(this.#name(step.path)) : 0;
  }

  /** One step of the main line, below `from`. */
  #step(scope: Scope, centre: number, port: Port, from: number): Port {
    const {sheet, m} = this.#spans;
    if (isBar(sheet, scope)) {
      const h = this.#spans.barHeight(scope);
      const last = this.#boxes.at(-1)!;
      const y = Math.max(from + m.gap, last.y + last.h / 2 + m.pitch - h / 2);
      return this.#bar(scope, centre, port, y, true);
    }
    if (this.#spans.isFolded(scope)) return this.#folded(scope, centre, port, from + m.gap);
    this.#lines.push({path: scope.path, y: from + m.gap, h: this.#spans.foldHeight(scope)});
    return this.#fork(scope, centre, port, from, true);
  }

  #input(centre: number): Port {
    const {sheet, m} = this.#spans;
    const row = sheet.rows[0]!;
    const w = this.#spans.thick(channels(row.shape));
    const h = Math.max(12, m.bar * Math.sqrt(resolution(row.shape)));
    const y = 4;
    const edge = around(centre, w);
    this.#push({
      path: "input",
      kind: "input",
      ...rect(edge, y, h),
      branch: "other",
      strips: [strip("input", "other", h, w)],
      level: 1
    });
    this.#beside("input", this.#name("input"), shapeText(row.shape), edge, y + h / 2);
    return {path: "input", edge, y: y + h};
  }

  /** A bar at height `y`; labels at its sides on the main line, above it elsewhere. */
  #bar(scope: Scope, centre: number, port: Port, y: number, main: boolean, width?: number): Port {
    const {sheet} = this.#spans;
    const row = outputRow(sheet, scope);
    const w = width ?? this.#spans.thick(channels(row.shape));
    const h = this.#spans.barHeight(scope);
    const edge = around(centre, w);
    const branch = branchKind(sheet.graph, scope.path);
    const {path} = scope;
    this.#push({
      path,
      kind: "bar",
      ...rect(edge, y, h),
      branch,
      strips: [strip(path, branch, h, w)],
      level: depth(path)
    });
    const notation = scopeLabel(sheet, scope);
    if (main) {
      const shape = shapeText(row.shape);
      const full = notation === this.#name(path) ? shape : `${notation}  ${shape}`;
      const fits = edge.right + 8 + this.#spans.words(full) <= this.#width;
      this.#beside(path, this.#name(path), fits ? full : shape, edge, y + h / 2);
      this.#lines.push({path, y, h});
    } else this.#above(notation, String(channels(row.shape)), centre, y);
    this.#tie(port, path, {edge, y}, main ? "other" : branch);
    return {path, edge, y: y + h};
  }

  /** A module or head as a silhouette: the input's width, the waist of its reductions, the output's width. */
  #folded(scope: Scope, centre: number, port: Port, y: number): Port {
    const {sheet} = this.#spans;
    const h = this.#spans.foldHeight(scope);
    const profile = this.#spans.profile(scope);
    const [tops, waists, bottoms] = (["top", "waist", "bottom"] as const).map((level) =>
      sideBySide(profile.map((one) => one[level]))
    );
    const w = this.#spans.foldedWidth(scope);
    const strips = profile.map(({path}, i) => ({
      ...{path, branch: branchKind(sheet.graph, path)},
      d: waisted(h, [shift(tops![i]!, w / 2), shift(waists![i]!, w / 2), shift(bottoms![i]!, w / 2)])
    }));
    const {path} = scope;
    this.#push({
      path,
      kind: "module",
      ...rect(around(centre, w), y, h),
      branch: "other",
      strips,
      level: depth(path),
      foldable: true
    });
    const top = around(centre, sum(profile.map((one) => one.top)));
    const bottom = around(centre, sum(profile.map((one) => one.bottom)));
    this.#foldable(path, centre, y + h / 2, w, shapeText(outputRow(sheet, scope).shape));
    this.#lines.push({path, y, h});
    this.#tie(port, path, {edge: top, y}, "other");
    return {path, edge: bottom, y: y + h};
  }

  /** An open fork: its branches side by side, ending at one height, and the join below them. */
  #fork(scope: Scope, centre: number, port: Port, from: number, main: boolean): Port {
    const {sheet, m} = this.#spans;
    const columns = this.#spans.columns(scope);
    const heights = scope.parts.map((part) => this.#spans.down(part));
    const bottom = from + Math.max(...heights);
    let left = centre - (sum(columns) + m.column * (columns.length - 1)) / 2;
    const ports = scope.parts.map((part, i) => {
      const middle = left + columns[i]! / 2;
      left += columns[i]! + m.column;
      return this.#part(part, middle, port, bottom - heights[i]!);
    });

    const y = bottom + m.spread;
    const h = this.#spans.joinHeight(scope);
    const w = this.#spans.joinWidth(scope);
    const widths = scope.parts.map((part) => this.#spans.thick(channels(outputRow(sheet, part).shape)));
    const shares = sideBySide(widths);
    const strips = scope.parts.map((part, i) => ({
      ...{path: part.path, branch: branchKind(sheet.graph, part.path)},
      d: bar(h, shift(shares[i]!, w / 2))
    }));
    const {path} = scope;
    this.#push({
      path,
      kind: "join",
      ...rect(around(centre, w), y, h),
      branch: "other",
      strips,
      level: depth(path),
      foldable: main,
      open: true
    });
    if (main) this.#foldable(path, centre, y + h / 2, w, shapeText(outputRow(sheet, scope).shape));
    ports.forEach((end, i) => this.#tie(end, path, {edge: shift(shares[i]!, centre), y}, strips[i]!.branch));
    return {path, edge: around(centre, w), y: y + h};
  }

  /** A part of a branch: bars below one another, forks again as forks. */
  #part(scope: Scope, centre: number, port: Port, from: number): Port {
    const {sheet, m} = this.#spans;
    if (isSilent(sheet, scope)) return port;
    if (isBar(sheet, scope)) return this.#bar(scope, centre, port, from + m.spread, false);
    if (scope.kind === "fork") return this.#fork(scope, centre, port, from, false);
    let at = port;
    let y = from;
    for (const part of scope.parts) {
      at = this.#part(part, centre, at, y);
      y += this.#spans.down(part);
    }
    return at;
  }

  /** A head at the left side, on a scale of its own: folded a silhouette, open a chain. */
  #tap(scope: Scope, port: Port): void {
    const {sheet, m} = this.#spans;
    const open = !this.#spans.isFolded(scope);
    this.#sideRight = Math.max(open ? 80 : 44, this.#width * (open ? 0.2 : 0.15));
    const centre = this.#sideRight / 2;
    const inner = {...scope, kind: "series" as const};
    const bars = barsIn(sheet, inner);
    const counts = [inputRow(sheet, scope), ...bars.map((one) => outputRow(sheet, one))].map((row) =>
      channels(row.shape)
    );
    const wide = (count: number): number => Math.max(LEAST, ((this.#sideRight - 8) * count) / Math.max(...counts));
    const y = Math.max(port.y, this.#sideEnd) + m.gap + 4;
    const h = open ? 18 : 34;
    const [top, waist, bottom] = [counts[0]!, Math.min(...counts), counts.at(-1)!].map((count) =>
      shift(around(0, wide(count)), wide(Math.max(counts[0]!, counts.at(-1)!)) / 2)
    );
    const w = wide(Math.max(counts[0]!, counts.at(-1)!));
    const d = open ? bar(h, top!) : waisted(h, [top!, waist!, bottom!]);
    const {path} = scope;
    this.#push({
      path,
      kind: "head",
      ...rect(around(centre, w), y, h),
      branch: "other",
      strips: [{path, branch: "other", d}],
      level: depth(path),
      foldable: true,
      open
    });
    this.#label(path, {
      x: centre,
      y: y + h / 2,
      anchor: "middle",
      text: `${this.#name(path)} ${open ? "−" : "+"}`,
      strong: true
    });
    const slice = {left: port.edge.left, right: Math.min(port.edge.right, port.edge.left + wide(counts[0]!))};
    this.#tie({...port, edge: slice}, path, {edge: around(centre, wide(counts[0]!)), y}, "other");
    let at: Port = {path, edge: around(centre, wide(counts[0]!)), y: y + h};
    if (open)
      for (const one of bars)
        at = this.#bar(one, centre, at, at.y + m.spread, false, wide(channels(outputRow(sheet, one).shape)));
    this.#sideEnd = at.y + m.gap;
  }

  #push(box: Omit<Box, "labels" | "foldable" | "open"> & Partial<Pick<Box, "foldable" | "open">>): void {
    this.#boxes.push({foldable: false, open: false, ...box, labels: []});
  }

  #label(path: string, label: Label): void {
    if (label.text !== "") this.#boxes.find((box) => box.path === path)!.labels.push(label);
  }

  #name(path: string): string {
    return this.#names[path] ?? path;
  }

  #beside(path: string, name: string, detail: string, edge: Edge, y: number): void {
    this.#label(path, {x: edge.left - 8, y, anchor: "end", text: name, strong: true});
    this.#label(path, {x: edge.right + 8, y, anchor: "start", text: detail, strong: false});
  }

  #foldable(path: string, centre: number, y: number, w: number, detail: string): void {
    this.#label(path, {x: centre - w / 2 - SIGN, y, anchor: "end", text: this.#name(path), strong: true});
    this.#label(path, {x: centre + w / 2 + 8, y, anchor: "start", text: detail, strong: false});
  }

  #above(notation: string, count: string, centre: number, y: number): void {
    const {path} = this.#boxes.at(-1)!;
    this.#label(path, {x: centre, y: y - 20, anchor: "middle", text: notation, strong: false});
    this.#label(path, {x: centre, y: y - 7, anchor: "middle", text: count, strong: true});
  }

  // A short branch beside longer ones turns aside at once, then runs straight down, clear of its neighbours.
  #knee(from: Port, y: number): number {
    const {m} = this.#spans;
    return y - from.y > 2 * m.spread ? from.y + m.spread : y;
  }

  #tie(from: Port, to: string, {edge, y}: {edge: Edge; y: number}, branch: BranchKind): void {
    this.#ribbons.push({
      key: `${from.path}→${to}`,
      from: from.path,
      to,
      branch,
      d: ribbon(from.edge, from.y, edge, y, this.#knee(from, y))
    });
  }
}

// Room at the left of what can be opened, for its plus or minus.
const SIGN = 20;

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const depth = (path: string): number => path.split("/").length;
const around = (centre: number, width: number): Edge => ({left: centre - width / 2, right: centre + width / 2});
const shift = ({left, right}: Edge, by: number): Edge => ({left: left + by, right: right + by});
const rect = ({left, right}: Edge, y: number, h: number): {x: number; y: number; w: number; h: number} => ({
  x: left,
  y,
  w: right - left,
  h
});
const strip = (path: string, branch: BranchKind, h: number, w: number): Strip => ({
  path,
  branch,
  d: bar(h, {left: 0, right: w})
});
