/** How wide and high the parts of a drawing are, before anything is placed. */
import type {Sheet} from "../analysis/measure.ts";
import type {Scope} from "../spec/graph.ts";
import {barsIn, channels, inputRow, isBar, isFoldable, isSilent, mainSteps, outputRow, resolution} from "./drawn.ts";
import {shapeText} from "./format.ts";
import {scopeLabel} from "./label.ts";

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

/**
 * The largest scale, in pixels per channel, at which a network fits a width with every module open, labels included.
 * Two drawings that are to be compared take the smaller of their two.
 */
export function fitScale(sheet: Sheet, width: number, measures: Partial<Measures> = {}): number {
  const all = {...MEASURES, ...measures};
  const everything = {has: () => true} as unknown as ReadonlySet<string>;
  const spans = new Spans(sheet, everything, 1, all);
  let [low, high] = [0, 4];
  for (let step = 0; step < 14; step++) {
    spans.scale = (low + high) / 2;
    if (spans.least() <= width) low = spans.scale;
    else high = spans.scale;
  }
  return low;
}

/** Widths and heights of scopes before they are placed. */
export class Spans {
  readonly sheet: Sheet;
  readonly open: ReadonlySet<string>;
  /** Pixels per channel. */
  scale: number;
  readonly m: Measures;
  readonly #steps: Scope[];
  readonly #bars = new Map<string, {count: number; words: number}[]>();

  constructor(sheet: Sheet, open: ReadonlySet<string>, scale: number, measures: Measures) {
    this.sheet = sheet;
    this.open = open;
    this.scale = scale;
    this.m = measures;
    this.#steps = mainSteps(sheet, sheet.graph.outline);
  }

  /** Channels of the bars inside a scope, and the room for their notations; asked for often, so kept. */
  bars(scope: Scope): {count: number; words: number}[] {
    const known = this.#bars.get(scope.path);
    if (known !== undefined) return known;
    const inner = scope.kind === "tap" ? {...scope, kind: "series" as const} : scope;
    const bars = barsIn(this.sheet, inner).map((one) => ({
      count: channels(outputRow(this.sheet, one).shape),
      words: this.words(scopeLabel(this.sheet, one)) + 2
    }));
    this.#bars.set(scope.path, bars);
    return bars;
  }

  thick(count: number): number {
    return Math.max(LEAST, count * this.scale);
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
    const thin = ["lrn", "dropout", "flatten"].includes(row.op.kind);
    return thin ? 4 : Math.max(7, this.m.bar * Math.sqrt(resolution(row.shape)));
  }

  joinHeight(scope: Scope): number {
    return Math.max(18, this.barHeight(scope));
  }

  foldHeight(scope: Scope): number {
    return Math.max(26, this.m.fold * Math.sqrt(resolution(outputRow(this.sheet, scope).shape)));
  }

  /** Width of a scope as it is drawn now, side labels left out. */
  across(scope: Scope): number {
    const {sheet} = this;
    if (isSilent(sheet, scope) || scope.kind === "tap") return 0;
    if (isBar(sheet, scope)) return this.thick(channels(outputRow(sheet, scope).shape));
    if (this.isFolded(scope)) return this.foldedWidth(scope);
    if (scope.kind === "series") return Math.max(...scope.parts.map((part) => this.across(part)));
    return Math.max(
      this.columns(scope).reduce((sum, w) => sum + w + this.m.column, -this.m.column),
      this.joinWidth(scope)
    );
  }

  /** Widths of a fork's columns, words included. */
  columns(scope: Scope): number[] {
    return scope.parts.map((part) => {
      const labels = this.bars(part).map(({words}) => words);
      return Math.max(this.across(part), ...labels);
    });
  }

  joinWidth(scope: Scope): number {
    return scope.parts.reduce((sum, part) => sum + this.thick(channels(outputRow(this.sheet, part).shape)), 0);
  }

  /** A folded module's widths at its top, waist and bottom, per branch. */
  profile(scope: Scope): {path: string; top: number; waist: number; bottom: number}[] {
    const given = this.thick(channels(inputRow(this.sheet, scope).shape));
    const branches = scope.kind === "fork" ? scope.parts : [scope];
    const list = branches.map((part) => {
      const widths = this.bars(part).map(({count}) => this.thick(count));
      return {path: part.path, waist: Math.min(given, ...widths), bottom: widths.at(-1) ?? given};
    });
    const waists = list.reduce((sum, {waist}) => sum + waist, 0);
    return list.map((one) => ({...one, top: (given * one.waist) / waists}));
  }

  foldedWidth(scope: Scope): number {
    const profile = this.profile(scope);
    return Math.max(
      ...(["top", "waist", "bottom"] as const).map((level) => profile.reduce((sum, one) => sum + one[level], 0))
    );
  }

  /** Height of a scope inside an open module, the room above its first bar included. */
  down(scope: Scope): number {
    if (isSilent(this.sheet, scope)) return 0;
    if (isBar(this.sheet, scope)) return this.m.spread + this.barHeight(scope);
    if (this.isFolded(scope)) return this.m.spread + this.foldHeight(scope);
    if (scope.kind === "series") return scope.parts.reduce((sum, part) => sum + this.down(part), 0);
    return Math.max(...scope.parts.map((part) => this.down(part))) + this.m.spread + this.joinHeight(scope);
  }

  /** The least width that holds every step of the main line with the words at its side. */
  least(): number {
    const {sheet} = this;
    const steps = this.#steps;
    const beside = (scope: Scope): number => 2 * (this.words(shapeText(outputRow(sheet, scope).shape)) + 8);
    return Math.max(
      ...steps.map((step) => this.across(step)),
      ...steps.map((step) => (isBar(sheet, step) ? this.across(step) : this.joinOrSelf(step)) + beside(step))
    );
  }

  joinOrSelf(scope: Scope): number {
    return scope.kind === "fork"
      ? Math.max(this.joinWidth(scope), isFoldable(scope) ? this.foldedWidth(scope) : 0)
      : this.across(scope);
  }
}
