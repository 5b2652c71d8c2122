/** How wide and high the parts of a drawing are, before anything is placed. */
import type {Sheet} from "../analysis/measure.ts";
import type {Graph, Scope} from "../spec/graph.ts";
import {
  barsIn,
  channels,
  inputRow,
  isBar,
  isFoldable,
  isSilent,
  joinOf,
  lastFork,
  outputRow,
  resolution
} from "./drawn.ts";
import {shapeText} from "./format.ts";
import {scopeLabel} from "./label.ts";
import {around, type Edge, hull, shift, sideBySide, toHalf} from "./outline.ts";
import {isRunPath, runName, runSteps} from "./runs.ts";

/** Measures of a drawing, in pixels. `bar` and `fold` are heights for a 1×1 map; others grow with the root of the resolution. */
export interface Measures {
  bar: number;
  fold: number;
  /** Between steps of the main line. */
  gap: number;
  /** Above a bar inside an open module, where its label stands. */
  spread: number;
  /** Between branches. */
  column: number;
  /** Least distance between the tops of two labelled steps. */
  pitch: number;
  /** Width of a letter, to keep room for words. */
  letter: number;
}

/** The measures unless told. */
export const MEASURES: Measures = {bar: 3.4, fold: 8.6, gap: 9, spread: 36, column: 12, pitch: 17, letter: 6.4};
/** Pixels that a bar is wide at least, so that a single channel can be seen. */
export const LEAST = 2;
/** Room at the left of what can be opened, for its plus or minus. */
export const SIGN = 20;
/** Width of the column at the left in which heads stand. */
export const HEADS = 60;
/** Width of a shortcut, which costs nothing and is drawn on no scale. */
export const LANE = 8;
/** How much wider than a plain letter a figure and a letter of a name are. */
const [DIGITS, NAMES] = [1.2, 1.1] as const;
/** Least height of one module in a folded run, and its share of the height that it has by itself. */
const [REPEAT, REPEAT_SHARE] = [10, 0.3] as const;
const EVERYTHING = {has: () => true} as unknown as ReadonlySet<string>;

/**
 * The largest scale, in pixels per channel, at which a network fits a width with every module open, labels included.
 * Two drawings that are to be compared take the smaller of their two.
 */
export function fitScale(sheet: Sheet, width: number, measures: Partial<Measures> = {}): number {
  const spans = new Spans(sheet, new Set(), 1, {...MEASURES, ...measures});
  return kept(scales, sheet.graph, `${width} ${spans.lengths}`, () => findScale(spans, width));
}

const scales = new WeakMap<Graph, Map<string, number>>();
const margins = new WeakMap<Graph, Map<string, {left: number; right: number}>>();

/** What is known of a graph under a key, else found and kept. */
function kept<T>(store: WeakMap<Graph, Map<string, T>>, graph: Graph, key: string, find: () => T): T {
  const known = store.get(graph) ?? new Map<string, T>();
  store.set(graph, known);
  const value = known.get(key) ?? find();
  known.set(key, value);
  return value;
}

function findScale(spans: Spans, width: number): number {
  let [low, high] = [0, 4];
  for (let step = 0; step < 14; step++) {
    spans.scale = (low + high) / 2;
    const {left, right} = spans.findSides();
    if (left + right <= width) low = spans.scale;
    else high = spans.scale;
  }
  return low;
}

/** A piece of a folded module: its place within the module's height, 0 to 1, and its edges around the module's middle. */
export interface Slice {
  path: string;
  from: number;
  to: number;
  top: Edge;
  waist: Edge;
  bottom: Edge;
}

/** Widths and heights of scopes before they are placed. */
export class Spans {
  readonly sheet: Sheet;
  readonly open: ReadonlySet<string>;
  /** Pixels per channel. */
  scale: number;
  readonly m: Measures;
  /** The steps of the main line, runs of equal modules as one. */
  readonly steps: Scope[];
  readonly #bars = new Map<Scope, {count: number; words: number}[]>();

  constructor(sheet: Sheet, open: ReadonlySet<string>, scale: number, measures: Measures) {
    this.sheet = sheet;
    this.open = open;
    this.scale = scale;
    this.m = measures;
    this.steps = runSteps(sheet);
  }

  /** All that widths depend on beside channels and scale: the measures, and of the picture's size the lengths of the words. */
  get lengths(): string {
    const words = this.steps.map((step) => shapeText(outputRow(this.sheet, step).shape).length);
    return [...Object.values(this.m), ...words].join(" ");
  }

  /** Channels of the bars inside a scope, and the room for their notations; asked for often, so kept. */
  bars(scope: Scope): {count: number; words: number}[] {
    const known = this.#bars.get(scope);
    if (known !== undefined) return known;
    const inner = scope.kind === "tap" ? {...scope, kind: "series" as const} : scope;
    const bars = barsIn(this.sheet, inner).map((one) => ({
      count: channels(outputRow(this.sheet, one).shape),
      words: this.words(scopeLabel(this.sheet, one)) + 2
    }));
    this.#bars.set(scope, bars);
    return bars;
  }

  thick(count: number): number {
    return Math.max(LEAST, count * this.scale);
  }

  /** Width of a scope's output. */
  out(scope: Scope): number {
    return this.thick(channels(outputRow(this.sheet, scope).shape));
  }

  words(text: string): number {
    return text.length * this.m.letter;
  }

  isFolded(scope: Scope): boolean {
    return isFoldable(scope) && !this.open.has(scope.path);
  }

  /** Height of a bar for a scope. */
  barHeight(scope: Scope): number {
    const row = outputRow(this.sheet, scope);
    const thin = ["lrn", "dropout", "flatten", "times"].includes(row.op.kind);
    return thin && scope.kind === "op" ? 4 : Math.max(7, toHalf(this.m.bar * Math.sqrt(resolution(row.shape))));
  }

  joinHeight(scope: Scope): number {
    return Math.max(18, this.barHeight(scope));
  }

  foldHeight(scope: Scope): number {
    const one = Math.max(26, this.m.fold * Math.sqrt(resolution(outputRow(this.sheet, scope).shape)));
    return toHalf(isRunPath(scope.path) ? scope.parts.length * Math.max(REPEAT, REPEAT_SHARE * one) : one);
  }

  /** Width of a scope, side labels left out; with everything open if told. */
  across(scope: Scope, open: ReadonlySet<string> = this.open): number {
    const {sheet} = this;
    if (scope.kind === "tap") return 0;
    if (isSilent(sheet, scope)) return LANE;
    if (isBar(sheet, scope)) return this.out(scope);
    if (isFoldable(scope) && !open.has(scope.path)) return this.foldedWidth(scope);
    if (isRunPath(scope.path)) return Math.max(this.foldedWidth(scope), this.across(scope.parts[0]!, open));
    if (scope.kind === "series")
      return Math.max(
        this.out(scope),
        ...scope.parts.map((part) => (isSilent(sheet, part) ? 0 : this.across(part, open)))
      );
    const columns = this.columns(scope, open);
    return Math.max(sum(columns) + this.m.column * (columns.length - 1), this.joinWidth(scope));
  }

  /** Widths of a fork's columns, words included. */
  columns(scope: Scope, open: ReadonlySet<string> = this.open): number[] {
    return scope.parts.map((part) => {
      const labels = this.bars(part).map(({words}) => words);
      return Math.max(this.across(part, open), ...labels);
    });
  }

  joinWidth(scope: Scope): number {
    if (joinOf(this.sheet, scope) === "add") return this.out(scope);
    return sum(scope.parts.map((part) => this.out(part)));
  }

  /** A folded module in slices; of a run, those of its modules one below another. */
  profile(scope: Scope): Slice[] {
    if (!isRunPath(scope.path)) return this.#module(scope);
    const [n, first] = [scope.parts.length, scope.parts[0]!];
    const slices = this.#module(first);
    return scope.parts.flatMap((part, i) =>
      slices.map((one) => ({
        ...one,
        ...{path: part.path + one.path.slice(first.path.length), from: (i + one.from) / n, to: (i + one.to) / n}
      }))
    );
  }

  foldedWidth(scope: Scope): number {
    const slices = this.#module(isRunPath(scope.path) ? scope.parts[0]! : scope);
    const {left, right} = hull(slices.flatMap(({top, waist, bottom}) => [top, waist, bottom]));
    return right - left;
  }

  #module(scope: Scope): Slice[] {
    const fork = lastFork(this.sheet, scope);
    if (fork === undefined) return this.#chain(scope);
    const given = this.thick(channels(inputRow(this.sheet, scope).shape));
    if (joinOf(this.sheet, fork) === "add") return this.#sum(fork, given);
    return sliced(this.#waists(fork.parts, given));
  }

  /** Per branch its share of the input's width, the width its reduction leaves, and that of its output. */
  #waists(parts: readonly Scope[], given: number): Widths[] {
    const list = parts.map((part) => {
      const widths = this.bars(part).map(({count}) => this.thick(count));
      return {path: part.path, waist: Math.min(given, ...widths), bottom: widths.at(-1) ?? given};
    });
    const waists = sum(list.map(({waist}) => waist));
    return list.map((one) => ({...one, top: (given * one.waist) / waists}));
  }

  /** A residual block: the shortcut straight down at the left, and beside it what goes from all channels to few and back. */
  #sum(fork: Scope, given: number): Slice[] {
    const [shortcut, residual] = [fork.parts[0]!, fork.parts.at(-1)!];
    const out = this.out(fork);
    const width = Math.min(LANE, out / 4);
    const inner = residual.parts.find((part) => part.kind === "fork");
    const beside = inner === undefined ? this.#chain(residual) : this.#hourglass(inner, given - width, out - width);
    const {left, right} = hull(beside.flatMap(({top, bottom}) => [top, bottom]));
    const start = (left - right - width) / 2;
    const lane = {left: start, right: start + width};
    const moved = beside.map((one) => aside(one, width / 2));
    return [{path: shortcut.path, from: 0, to: 1, top: lane, waist: lane, bottom: lane}, ...moved];
  }

  /** Branches that are widened again to all channels. */
  #hourglass(fork: Scope, given: number, out: number): Slice[] {
    const branches = this.#waists(fork.parts, given);
    const bottoms = sum(branches.map(({bottom}) => bottom));
    return sliced(branches.map((one) => ({...one, bottom: (out * one.bottom) / bottoms})));
  }

  /** Layers below one another, each as wide as its output. */
  #chain(scope: Scope): Slice[] {
    const inner = scope.kind === "tap" ? {...scope, kind: "series" as const} : scope;
    const bars = barsIn(this.sheet, inner);
    return bars.map((one, i) => {
      const edge = around(0, this.out(one));
      return {path: one.path, from: i / bars.length, to: (i + 1) / bars.length, top: edge, waist: edge, bottom: edge};
    });
  }

  /** Height of a scope inside an open module, the room above its first bar included. */
  down(scope: Scope): number {
    if (isSilent(this.sheet, scope)) return 0;
    if (isBar(this.sheet, scope)) return this.m.spread + this.barHeight(scope);
    if (scope.kind === "series") return sum(scope.parts.map((part) => this.down(part)));
    return Math.max(...scope.parts.map((part) => this.down(part))) + this.m.spread + this.joinHeight(scope);
  }

  /** The room needed at the left and right of the main line's middle, whatever is open; heads stand at the far left. */
  sides(): {left: number; right: number} {
    return kept(margins, this.sheet.graph, `${this.scale} ${this.lengths}`, () => this.findSides());
  }

  /** `sides` as it is found. */
  findSides(): {left: number; right: number} {
    const heads = this.steps.some(({kind}) => kind === "tap") ? HEADS : 0;
    const each = this.steps.filter(({kind}) => kind !== "tap").map((step) => this.#sidesOf(step));
    return {
      left: heads + Math.max(0, ...each.map(({left}) => left)),
      right: Math.max(0, ...each.map(({right}) => right))
    };
  }

  #sidesOf(step: Scope): {left: number; right: number} {
    const folds = isFoldable(step);
    const half = (folds ? Math.max(this.foldedWidth(step), this.out(step)) : this.#joinOrBar(step)) / 2;
    const open = this.across(step, EVERYTHING) / 2;
    const name = NAMES * this.words(isRunPath(step.path) ? runName(step.path) : step.path) + (folds ? SIGN : 8);
    const shape = DIGITS * this.words(shapeText(outputRow(this.sheet, step).shape)) + 8;
    return {left: Math.max(open, half + name), right: Math.max(open, half + shape)};
  }

  #joinOrBar(scope: Scope): number {
    return scope.kind === "fork" ? this.joinWidth(scope) : this.out(scope);
  }
}

interface Widths {
  path: string;
  top: number;
  waist: number;
  bottom: number;
}

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

/** A slice moved sideways. */
const aside = ({top, waist, bottom, ...slice}: Slice, by: number): Slice => ({
  ...slice,
  ...{top: shift(top, by), waist: shift(waist, by), bottom: shift(bottom, by)}
});

/** Widths side by side at all three heights, as slices of the whole height. */
function sliced(list: readonly Widths[]): Slice[] {
  const [tops, waists, bottoms] = (["top", "waist", "bottom"] as const).map((level) =>
    sideBySide(list.map((one) => one[level]))
  );
  return list.map(({path}, i) => ({path, from: 0, to: 1, top: tops![i]!, waist: waists![i]!, bottom: bottoms![i]!}));
}
