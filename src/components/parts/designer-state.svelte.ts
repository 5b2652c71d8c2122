/**
 * The module that the reader designs, kept in the URL fragment: `module` names a row of the paper's Table 1, and each
 * changed number overrides one of its.
 *
 * A number in prose that is to move with the figure takes `designerCell("r5")` for its cell, and the figure, the table,
 * the code and all other numbers of the page follow. Parts are lit by `designerKey("3x3/reduce")`.
 */
import type {Shape} from "../../lib/analysis/measure.ts";
import {type InceptionWidths, TABLE_1, type TableRow} from "../../lib/nets/inception-v1.ts";
import {fragmentState, type FragmentState, oneOf, whole} from "./fragment.svelte.ts";

/** The six widths, the channels of the input and its side: their keys in the URL fragment. */
export type DesignerKey = "one" | "r3" | "c3" | "r5" | "c5" | "proj" | "cin" | "hw";

/** Least and greatest value of each number. */
export const DESIGNER_BOUNDS: Readonly<Record<DesignerKey, readonly [number, number]>> = {
  ...{one: [1, 1024], r3: [1, 1024], c3: [1, 1024], r5: [1, 1024], c5: [1, 1024], proj: [1, 1024]},
  ...{cin: [1, 2048], hw: [1, 256]}
};

/** The module's path in the networks `inception-module@reduced` and `@naive`, whatever preset is shown. */
export const DESIGNER_PATH = "3a";

/** The highlight's key for a part of the designed module, such as "3x3/reduce"; "" is the module. */
export function designerKey(part: string): string {
  return `inception-module@reduced:${DESIGNER_PATH}${part === "" ? "" : `/${part}`}`;
}

const KEYS = Object.keys(DESIGNER_BOUNDS) as DesignerKey[];
const NAMES = TABLE_1.map(({name}) => name);

const preset = fragmentState("module", "3a", oneOf(NAMES));

// null: as the preset has it.
const override = (key: DesignerKey): FragmentState<number | null> =>
  fragmentState<number | null>(key, null, {
    parse: whole(...DESIGNER_BOUNDS[key]).parse,
    print: (n) => (n === null ? "" : String(n))
  });

const overrides = Object.fromEntries(KEYS.map((key) => [key, override(key)])) as Record<
  DesignerKey,
  FragmentState<number | null>
>;

/** The numbers of a row of Table 1 by the designer's keys. */
export function presetNumbers({widths: w, input}: TableRow): Record<DesignerKey, number> {
  return {
    ...{one: w["1x1"], r3: w["3x3reduce"], c3: w["3x3"], r5: w["5x5reduce"], c5: w["5x5"], proj: w.poolProj},
    ...{cin: input[2], hw: input[0]}
  };
}

/** The six widths among a set of numbers. */
export function widthsOf(n: Readonly<Record<DesignerKey, number>>): InceptionWidths {
  return {"1x1": n.one, "3x3reduce": n.r3, "3x3": n.c3, "5x5reduce": n.r5, "5x5": n.c5, poolProj: n.proj};
}

const row = (): TableRow => TABLE_1.find(({name}) => name === preset.value)!;

/** The page's one designed module. */
export const designer = {
  /** The row of Table 1 that unchanged numbers come from; choosing one drops all changes. */
  get preset(): string {
    return preset.value;
  },
  set preset(name: string) {
    for (const key of KEYS) overrides[key].reset();
    preset.value = name;
  },
  get presetRow(): TableRow {
    return row();
  },
  get widths(): InceptionWidths {
    return widthsOf(this.numbers);
  },
  get input(): Shape {
    const side = this.get("hw");
    return [side, side, this.get("cin")];
  },
  get numbers(): Record<DesignerKey, number> {
    return Object.fromEntries(KEYS.map((key) => [key, this.get(key)])) as Record<DesignerKey, number>;
  },
  /** Whether a number differs from the preset, or any does. */
  edited(key?: DesignerKey): boolean {
    return key === undefined ? KEYS.some((one) => overrides[one].changed) : overrides[key].changed;
  },
  /** Whether anything differs from the paper's 3a. */
  get changed(): boolean {
    return preset.changed || this.edited();
  },
  get(key: DesignerKey): number {
    return overrides[key].value ?? presetNumbers(row())[key];
  },
  set(key: DesignerKey, value: number): void {
    overrides[key].value = value === presetNumbers(row())[key] ? null : value;
  },
  /** Back to the paper's 3a, or one number back to the preset. */
  reset(key?: DesignerKey): void {
    if (key !== undefined) return overrides[key].reset();
    for (const one of KEYS) overrides[one].reset();
    preset.reset();
  }
};

/** One number of the module as a cell, for whatever shows or changes it. */
export function designerCell(key: DesignerKey): FragmentState<number> {
  return {
    get value() {
      return designer.get(key);
    },
    set value(next: number) {
      designer.set(key, next);
    },
    get changed() {
      return designer.edited(key);
    },
    reset: () => designer.reset(key)
  };
}
