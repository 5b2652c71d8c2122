/**
 * Arranges a measured network for drawing: bars and silhouettes one below another, ribbons between them.
 *
 * Width is channels, on one scale for the whole drawing; height grows with the square root of the resolution. Every box
 * is keyed by its path, folded or open, so that opening a module moves what is drawn instead of drawing it anew.
 */
import type {Sheet} from "../analysis/measure.ts";
import type {Scope} from "../spec/graph.ts";
import {type BranchKind, branchKind} from "./colour.ts";
import {barsIn, channels, inputRow, isBar, isFoldable, isSilent, joinOf, outputRow, resolution} from "./drawn.ts";
import {shapeText} from "./format.ts";
import {scopeLabel} from "./label.ts";
import {
  around,
  bar,
  detour,
  drawnLater,
  type Edge,
  hull,
  ribbon,
  shift,
  sideBySide,
  toHalf,
  waisted,
  wire
} from "./outline.ts";
import {isRunPath, runName, runsOf} from "./runs.ts";
import {fitScale, HEADS, LANE, LEAST, type Measures, MEASURES, SIGN, Spans} from "./spans.ts";

/** Height of every box in its strips' path data, which are stretched to the box's own: a smaller picture leaves them as they are. */
export const STRIP = 100;

/** A coloured piece of a box: path data in the box's own width and `STRIP` in height, and the path that lights it. */
export interface Strip {
  path: string;
  branch: BranchKind;
  d: string;
}

/** A word beside or inside a box, in its piece's coordinates. */
export interface Label {
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
  text: string;
  /** A name or a count is strong, notation is plain. */
  strong: boolean;
}

/**
 * Something drawn for a path: the input, an operation's bar, a fork's join (or the end of an open chain), a folded module
 * or run of modules, or a head.
 */
export interface Box {
  path: string;
  kind: "input" | "bar" | "join" | "module" | "head";
  x: number;
  /** From the top of its piece. */
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

/** The way from one box to another: path data in its piece's coordinates. */
export interface Ribbon {
  key: string;
  from: string;
  to: string;
  branch: BranchKind;
  d: string;
  /** Heights between which it lies, from the top of its piece. */
  top: number;
  bottom: number;
  /** A line on no scale, to a head. */
  thin?: boolean;
}

/** A step of the main line and where it stands, for bars drawn beside it. */
export interface Line {
  path: string;
  scope: Scope;
  y: number;
  h: number;
}

/**
 * What is drawn for one step of the main line, each module of an open run by itself: from the ribbons that lead to it down to
 * its end. Where it stands in the drawing is known at once; what it holds is worked out when it is first asked for (off the
 * screen, never), with heights from the piece's own top: a piece that only moves holds the same.
 */
export interface Piece {
  /** Path of the step. */
  key: string;
  top: number;
  bottom: number;
  readonly boxes: Box[];
  readonly ribbons: Ribbon[];
}

/** A drawing: its size in pixels, its pieces in the order of computation, and the steps of the main line. */
export interface Arrangement {
  width: number;
  height: number;
  /** Pixels per channel. */
  scale: number;
  pieces: Piece[];
  lines: Line[];
  /** The modules of each run of equal ones, by the run's path. */
  runs: ReadonlyMap<string, readonly string[]>;
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

/** How far down the main line is. */
interface Reached {
  port: Port;
  /** The box above. */
  last: {y: number; h: number};
  /** Where the heads at the left side end. */
  side: number;
}

/** Draws: walks the main line from top to bottom, says where each step stands, and collects its boxes and ribbons when asked. */
class Drawing {
  readonly #spans: Spans;
  readonly #width: number;
  readonly #names: Readonly<Record<string, string>>;
  readonly #pieces: Piece[] = [];
  readonly #lines: Line[] = [];
  /** Of the piece that is being drawn. */
  #boxes: Box[] = [];
  #ribbons: Ribbon[] = [];

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

  /** All that a piece depends on beside its scope, its rows and where it stands. */
  get #terms(): readonly unknown[] {
    const {open, scale, m} = this.#spans;
    return [open, scale, this.#names, this.#width, ...Object.values(m)];
  }

  finish(): Arrangement {
    const {sheet, scale, m, steps} = this.#spans;
    const {left, right} = this.#spans.sides();
    // What is left over goes to both sides; the line does not move when something opens.
    const centre = left + Math.max(0, this.#width - left - right) / 2;
    let at = this.#start(centre);
    for (const step of steps) at = step.kind === "tap" ? this.#aside(step, at) : this.#step(step, centre, at);
    const height = Math.max(at.port.y, at.side) + m.gap;
    return {width: this.#width, height, scale, pieces: this.#pieces, lines: this.#lines, runs: runsOf(sheet)};
  }

  /**
   * Adds a piece from a port down to a height, to be drawn when it is asked for; `at` is whatever else in it can be at another
   * place. One that would hold the same as the last time holds the very same, so that nothing is done for it.
   */
  #piece(scope: Scope, port: Port, bottom: number, at: readonly number[], draw: () => void): void {
    const {sheet} = this.#spans;
    const {path, edge, y} = port;
    this.#held(scope.path, y, bottom, () => {
      const rows = [inputRow(sheet, scope), ...sheet.rows.slice(scope.start, scope.end)];
      const terms = [...this.#terms, path, edge.left, edge.right, bottom - y, ...at, ...rows];
      const last = latest.get(scope);
      if (last?.terms.length === terms.length && terms.every((term, i) => term === last.terms[i])) return last.held;
      const held = this.#drawn(draw);
      latest.set(scope, {terms, held});
      return held;
    });
  }

  #drawn(draw: () => void): Held {
    [this.#boxes, this.#ribbons] = [[], []];
    draw();
    return {boxes: this.#boxes, ribbons: this.#ribbons};
  }

  #held(key: string, top: number, bottom: number, make: () => Held): void {
    let held: Held | undefined;
    const made = (): Held => (held ??= make());
    this.#pieces.push({
      ...{key, top, bottom},
      get boxes() {
        return made().boxes;
      },
      get ribbons() {
        return made().ribbons;
      }
    });
  }

  #start(centre: number): Reached {
    const {sheet, m} = this.#spans;
    const row = sheet.rows[0]!;
    const edge = around(centre, this.#spans.thick(channels(row.shape)));
    const [y, h] = [4, Math.max(12, toHalf(m.bar * Math.sqrt(resolution(row.shape))))];
    this.#held("input", y, y + h, () => this.#drawn(() => this.#input(edge, 0, h)));
    return {port: {path: "input", edge, y: y + h}, last: {y, h}, side: 0};
  }

  /** One step of the main line, which begins below what is there; a run's modules are steps. */
  #step(scope: Scope, centre: number, at: Reached): Reached {
    const {sheet, m} = this.#spans;
    const {port, last} = at;
    const {path} = scope;
    const from = atTop(port);
    const placed = (end: {edge: Edge; y: number; h: number}, draw: () => void): Reached => {
      const bottom = end.y + end.h;
      this.#piece(scope, port, bottom, [centre, end.y - port.y], draw);
      return {port: {path, edge: end.edge, y: bottom}, last: end, side: at.side};
    };
    if (isBar(sheet, scope)) {
      const h = this.#spans.barHeight(scope);
      const y = Math.max(port.y + m.gap, last.y + last.h / 2 + m.pitch - h / 2);
      this.#lines.push({path, scope, y, h});
      return placed({edge: around(centre, this.#spans.out(scope)), y, h}, () =>
        this.#bar(scope, centre, from, y - port.y, true)
      );
    }
    if (this.#spans.isFolded(scope)) {
      const [y, h] = [port.y + m.gap, this.#spans.foldHeight(scope)];
      this.#lines.push({path, scope, y, h});
      const edge = shift(this.#silhouette(scope).bottom, centre);
      return placed({edge, y, h}, () => this.#folded(scope, centre, from, m.gap));
    }
    if (isRunPath(path)) {
      const inner = scope.parts.reduce((reached, part) => this.#step(part, centre, reached), at);
      const edge = around(centre, this.#spans.out(scope));
      const y = inner.port.y + m.gap + 4;
      this.#piece(scope, inner.port, y + END, [centre], () => this.#end(scope, centre, atTop(inner.port)));
      return {...inner, port: {path, edge, y: y + END}, last: {y, h: END}};
    }
    this.#lines.push({path, scope, y: port.y + m.gap, h: this.#spans.foldHeight(scope)});
    if (scope.kind === "fork")
      return placed(this.#joined(scope, centre, port.y), () => this.#fork(scope, centre, from, 0, scope));
    const parts = scope.parts.filter((part) => !isSilent(sheet, part));
    const [above, end] = [parts.slice(0, -1), parts.at(-1)!];
    const y = port.y + sum(above.map((part) => this.#spans.down(part)));
    const ends =
      end.kind === "fork"
        ? this.#joined(end, centre, y)
        : {edge: around(centre, this.#spans.out(scope)), y: y + this.#spans.down(end) + m.gap + 4, h: END};
    return placed(ends, () => this.#chain(scope, centre, from));
  }

  /** Where the join of an open fork stands that begins at a height. */
  #joined(fork: Scope, centre: number, from: number): {edge: Edge; y: number; h: number} {
    const y = from + Math.max(...fork.parts.map((part) => this.#spans.down(part))) + this.#spans.m.spread;
    return {edge: around(centre, this.#spans.joinWidth(fork)), y, h: this.#spans.joinHeight(fork)};
  }

  /** A head, which stands at the left side: the main line goes on where it was. */
  #aside(scope: Scope, {port, side}: Reached): Reached {
    const {sheet, m} = this.#spans;
    const open = !this.#spans.isFolded(scope);
    const y = Math.max(port.y + 4, side) + m.gap;
    const h = open ? OPEN_HEAD : HEAD;
    const heights = open ? barsIn(sheet, {...scope, kind: "series"}).map((one) => this.#spans.barHeight(one)) : [];
    const bottom = y + h + sum(heights.map((each) => m.spread + each));
    this.#piece(scope, port, bottom, [y - port.y], () => this.#head(scope, atTop(port), y - port.y));
    const end = heights.at(-1);
    return {port, last: end === undefined ? {y, h} : {y: bottom - end, h: end}, side: bottom + m.gap};
  }

  /** An open series: its parts below one another; a fork at its end stands for the whole, else an end is added. */
  #chain(scope: Scope, centre: number, port: Port): Port {
    const parts = scope.parts.filter((part) => !isSilent(this.#spans.sheet, part));
    const last = parts.at(-1)!;
    let [at, y] = [port, port.y];
    for (const part of parts) {
      if (part === last && part.kind === "fork") return this.#fork(part, centre, at, y, scope);
      at = this.#part(part, centre, at, y);
      y += this.#spans.down(part);
    }
    return this.#end(scope, centre, at);
  }

  /** The end of an open series or run: a thin bar that has its name and closes it. */
  #end(scope: Scope, centre: number, port: Port): Port {
    const {sheet, m} = this.#spans;
    const [w, h, y] = [this.#spans.out(scope), END, port.y + m.gap + 4];
    const edge = around(centre, w);
    const {path} = scope;
    this.#push({
      ...{path, kind: "join", ...rect(edge, y, h), branch: "other", level: depth(path), foldable: true, open: true},
      strips: [strip(path, "other", w)]
    });
    this.#foldable(scope, centre, y + h / 2, w, shapeText(outputRow(sheet, scope).shape));
    this.#tie(port, path, {edge, y}, "other");
    return {path, edge, y: y + h};
  }

  #input(edge: Edge, y: number, h: number): void {
    const row = this.#spans.sheet.rows[0]!;
    this.#push({
      path: "input",
      kind: "input",
      ...rect(edge, y, h),
      branch: "other",
      strips: [strip("input", "other", edge.right - edge.left)],
      level: 1
    });
    this.#beside("input", this.#name("input"), shapeText(row.shape), edge, y + h / 2);
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
      strips: [strip(path, branch, w)],
      level: depth(path)
    });
    const notation = scopeLabel(sheet, scope);
    if (main) {
      const shape = shapeText(row.shape);
      const full = notation === this.#name(path) ? shape : `${notation}  ${shape}`;
      const fits = edge.right + 8 + this.#spans.words(full) <= this.#width;
      this.#beside(path, this.#name(path), fits ? full : shape, edge, y + h / 2);
    } else this.#above(notation, String(channels(row.shape)), centre, y);
    this.#tie(port, path, {edge, y}, main ? "other" : branch);
    return {path, edge, y: y + h};
  }

  /** A module or run as a silhouette. */
  #folded(scope: Scope, centre: number, port: Port, y: number): void {
    const {sheet} = this.#spans;
    const h = this.#spans.foldHeight(scope);
    const {w, strips, top} = this.#silhouette(scope);
    const {path} = scope;
    this.#push({
      ...{path, kind: "module", ...rect(around(centre, w), y, h), branch: "other", strips},
      ...{level: depth(path), foldable: true}
    });
    this.#foldable(scope, centre, y + h / 2, w, shapeText(outputRow(sheet, scope).shape));
    this.#tie(port, path, {edge: shift(top, centre), y}, "other");
  }

  #silhouette(scope: Scope): Silhouette {
    const {scale} = this.#spans;
    const known = silhouettes.get(scope);
    if (known?.scale === scale) return known;
    const {graph} = this.#spans.sheet;
    const profile = this.#spans.profile(scope);
    const w = this.#spans.foldedWidth(scope);
    const strips = profile.map(({path, from, to, top, waist, bottom}) =>
      drawnLater({path, branch: branchKind(graph, path)}, () =>
        waisted((to - from) * STRIP, [shift(top, w / 2), shift(waist, w / 2), shift(bottom, w / 2)], from * STRIP)
      )
    );
    const top = hull(profile.filter(({from}) => from === 0).map((one) => one.top));
    const bottom = hull(profile.filter(({to}) => to > 0.999).map((one) => one.bottom));
    const found = {scale, w, strips, top, bottom};
    silhouettes.set(scope, found);
    return found;
  }

  /**
   * An open fork: its branches side by side, ending at one height, and the join below them. The join bears the path of the
   * module that it ends, by which it is closed; a fork inside a branch ends none.
   */
  #fork(scope: Scope, centre: number, port: Port, from: number, module?: Scope): Port {
    const {sheet, m} = this.#spans;
    const columns = this.#spans.columns(scope);
    const heights = scope.parts.map((part) => this.#spans.down(part));
    const bottom = from + Math.max(...heights);
    const y = bottom + m.spread;
    let left = centre - (sum(columns) + m.column * (columns.length - 1)) / 2;
    const middles = columns.map((column) => {
      const middle = left + column / 2;
      left += column + m.column;
      return middle;
    });
    const ports = scope.parts.map((part, i) => this.#part(part, middles[i]!, port, bottom - heights[i]!));
    const join = this.#join(scope, module ?? scope, centre, y, module !== undefined && isFoldable(module));
    ports.forEach((end, i) => {
      const {path, branch} = join.strips[i]!;
      const edge = shift(this.#shares(scope)[i]!, centre);
      if (isSilent(sheet, scope.parts[i]!))
        this.#lane(end, path, around(middles[i]!, LANE), join.path, {edge, y}, branch);
      else this.#tie(end, join.path, {edge, y}, branch);
    });
    return {path: join.path, edge: around(centre, join.w), y: y + join.h};
  }

  /** Where the branches of a fork meet its join, around its middle: side by side, or all over one another for a sum. */
  #shares(scope: Scope): Edge[] {
    if (joinOf(this.#spans.sheet, scope) === "add") return scope.parts.map(() => around(0, this.#spans.out(scope)));
    return sideBySide(scope.parts.map((part) => this.#spans.out(part)));
  }

  #join(scope: Scope, module: Scope, centre: number, y: number, foldable: boolean): Box {
    const {sheet} = this.#spans;
    const h = this.#spans.joinHeight(scope);
    const w = this.#spans.joinWidth(scope);
    const added = joinOf(sheet, scope) === "add";
    const each = added ? STRIP / scope.parts.length : STRIP;
    const strips = this.#shares(scope).map((edge, i) => {
      const {path} = scope.parts[i]!;
      return drawnLater({path, branch: branchKind(sheet.graph, path)}, () =>
        bar(each, shift(edge, w / 2), added ? i * each : 0)
      );
    });
    const {path} = module;
    this.#push({
      ...{path, kind: "join", ...rect(around(centre, w), y, h), branch: "other", strips},
      ...{level: depth(path), foldable, open: true}
    });
    if (foldable) this.#foldable(module, centre, y + h / 2, w, shapeText(outputRow(sheet, scope).shape));
    if (added) this.#label(path, {x: centre, y: y + h / 2, anchor: "middle", text: "+", strong: true});
    return this.#boxes.at(-1)!;
  }

  /** A part of a branch: bars below one another, forks again as forks. */
  #part(scope: Scope, centre: number, port: Port, from: number): Port {
    const {sheet, m} = this.#spans;
    if (isSilent(sheet, scope)) return port;
    if (isBar(sheet, scope)) return this.#bar(scope, centre, port, from + m.spread, false);
    if (scope.kind === "fork") return this.#fork(scope, centre, port, from);
    let at = port;
    let y = from;
    for (const part of scope.parts) {
      at = this.#part(part, centre, at, y);
      y += this.#spans.down(part);
    }
    return at;
  }

  /** A head in the column at the left side, on a scale of its own: folded a silhouette, open a chain. Nothing else moves. */
  #head(scope: Scope, port: Port, y: number): void {
    const {sheet, m} = this.#spans;
    const open = !this.#spans.isFolded(scope);
    const centre = HEADS / 2;
    const bars = barsIn(sheet, {...scope, kind: "series"});
    const counts = [inputRow(sheet, scope), ...bars.map((one) => outputRow(sheet, one))].map((row) =>
      channels(row.shape)
    );
    const wide = (count: number): number => Math.max(LEAST, ((HEADS - 8) * count) / Math.max(...counts));
    const h = open ? OPEN_HEAD : HEAD;
    const w = wide(Math.max(counts[0]!, counts.at(-1)!));
    const [top, waist, bottom] = [counts[0]!, Math.min(...counts), counts.at(-1)!].map((count) =>
      around(w / 2, wide(count))
    );
    const {path} = scope;
    this.#push({
      ...{
        path,
        kind: "head",
        ...rect(around(centre, w), y, h),
        branch: "other",
        level: depth(path),
        foldable: true,
        open
      },
      strips: [{path, branch: "other", d: open ? bar(STRIP, top!) : waisted(STRIP, [top!, waist!, bottom!])}]
    });
    const text = `${this.#name(path)} ${open ? "−" : "+"}`;
    this.#label(path, {x: centre, y: y + h / 2, anchor: "middle", text, strong: true});
    this.#tap(port, path, centre, y);
    let at: Port = {path, edge: around(centre, wide(counts[0]!)), y: y + h};
    if (open)
      for (const one of bars)
        at = this.#bar(one, centre, at, at.y + m.spread, false, wide(channels(outputRow(sheet, one).shape)));
  }

  /** A thin way from the main line to a head; past an open head above it, along the column's right side. */
  #tap(port: Port, to: string, centre: number, y: number): void {
    const {m} = this.#spans;
    const [x, turn] = [port.edge.left + THREAD, port.y + m.gap / 2];
    const aside =
      y - port.y > 2 * m.spread
        ? ([
            [HEADS, turn],
            [HEADS, y - m.gap / 2],
            [centre, y - m.gap / 2]
          ] as const)
        : ([[centre, turn]] as const);
    const d = wire([[x, port.y], [x, turn], ...aside, [centre, y]], THREAD);
    this.#ribbons.push({
      key: `${port.path}→${to}`,
      from: port.path,
      to,
      branch: "other",
      d,
      top: port.y,
      bottom: y,
      thin: true
    });
  }

  #push(box: Omit<Box, "labels" | "foldable" | "open"> & Partial<Pick<Box, "foldable" | "open">>): void {
    this.#boxes.push({foldable: false, open: false, ...box, labels: []});
  }

  #label(path: string, label: Label): void {
    if (label.text !== "") this.#boxes.findLast((box) => box.path === path)!.labels.push(label);
  }

  #name(path: string): string {
    return this.#names[path] ?? (isRunPath(path) ? runName(path) : path);
  }

  #beside(path: string, name: string, detail: string, edge: Edge, y: number): void {
    this.#label(path, {x: edge.left - 8, y, anchor: "end", text: name, strong: true});
    this.#label(path, {x: edge.right + 8, y, anchor: "start", text: detail, strong: false});
  }

  #foldable({path, parts}: Scope, centre: number, y: number, w: number, detail: string): void {
    const x = centre - w / 2 - SIGN;
    const run = isRunPath(path);
    this.#label(path, {x, y: run ? y - 7 : y, anchor: "end", text: this.#name(path), strong: true});
    if (run) this.#label(path, {x, y: y + 8, anchor: "end", text: `× ${parts.length}`, strong: true});
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
    const ends = {key: `${from.path}→${to}`, from: from.path, to, top: from.y, bottom: y};
    this.#ribbons.push(drawnLater({...ends, branch}, () => ribbon(from.edge, from.y, edge, y, this.#knee(from, y))));
  }

  /** A way that stands aside, such as a shortcut; `key` tells it from others between the same two. */
  #lane(from: Port, key: string, lane: Edge, to: string, {edge, y}: {edge: Edge; y: number}, branch: BranchKind): void {
    const bend = this.#spans.m.spread;
    const knees = [from.y + bend, Math.max(from.y + bend, y - bend)] as const;
    const ends = {key: `${from.path}→${to}:${key}`, from: from.path, to, top: from.y, bottom: y};
    this.#ribbons.push(drawnLater({...ends, branch}, () => detour(from.edge, from.y, lane, knees, edge, y)));
  }
}

/** A folded module's outline around its middle, which does not depend on the picture's size. */
interface Silhouette {
  scale: number;
  w: number;
  strips: Strip[];
  top: Edge;
  bottom: Edge;
}

const silhouettes = new WeakMap<Scope, Silhouette>();

/** What a piece holds. */
interface Held {
  boxes: Box[];
  ribbons: Ribbon[];
}

// What each scope's piece held when it was last drawn, and all that this depended on.
const latest = new WeakMap<Scope, {terms: readonly unknown[]; held: Held}>();

// Width of the way to a head.
const THREAD = 2;
// Height of the bar that ends an open series or run.
const END = 8;
// Height of a head, folded and open.
const [HEAD, OPEN_HEAD] = [34, 18] as const;

/** A port as its piece has it, which begins at its height. */
const atTop = (port: Port): Port => ({...port, y: 0});
const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const depth = (path: string): number => path.split("/").length;
const rect = ({left, right}: Edge, y: number, h: number): {x: number; y: number; w: number; h: number} => ({
  x: left,
  y,
  w: right - left,
  h
});
const strip = (path: string, branch: BranchKind, w: number): Strip =>
  drawnLater({path, branch}, () => bar(STRIP, {left: 0, right: w}));
