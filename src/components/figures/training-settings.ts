/** What a training run was told, setting by setting, so that a reader sees what was the same in all runs and what was not. */

/** The arguments a run was given, as its results file keeps them. */
export type Arguments = Readonly<Record<string, string | number | boolean | null>>;

/** A run as far as its settings go. */
export interface SetRun {
  name: string;
  arguments: Arguments;
  environment: Readonly<Record<string, string | number>>;
  /** Of computing. */
  minutes: number;
}

/** Arguments that bear on what a run reaches: the same for all networks that are compared. */
export const RECIPE = [
  ...["epochs", "batch", "optimizer", "lr", "lr_rest", "weight_decay", "warm_up", "smoothing", "shift", "ema"],
  ...["scenes_per_epoch", "take", "seed"]
] as const;

/** Arguments that say how it was computed. They may differ, and are said of each run. */
export const COMPUTED = ["fp32", "fused", "threads"] as const;

/** Of a run's arguments, those that are shown; not where its files lay. */
export function shownArguments(given: Arguments): Arguments {
  const shown: readonly string[] = [...RECIPE, ...COMPUTED];
  return Object.fromEntries(Object.entries(given).filter(([key]) => shown.includes(key)));
}

/** One setting: what it is in each run, and whether all have the same. */
export interface SettingRow {
  key: string;
  values: readonly (string | number | boolean | null)[];
  same: boolean;
}

/** The settings of some runs, side by side; what a run was not told is null. */
export function settingRows(runs: readonly SetRun[]): SettingRow[] {
  const row = (key: string, of: (run: SetRun) => SettingRow["values"][number] | undefined): SettingRow => {
    const values = runs.map((run) => of(run) ?? null);
    return {key, values, same: new Set(values).size < 2};
  };
  return [
    ...[...RECIPE, ...COMPUTED].map((key) => row(key, (run) => run.arguments[key])),
    ...["device", "torch"].map((key) => row(key, ({environment}) => environment[key])),
    row("minutes", ({minutes}) => minutes)
  ];
}
