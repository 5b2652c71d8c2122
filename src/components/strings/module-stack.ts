/** Labels of the stack of modules. */
export const moduleStackStrings = {
  en: {
    title: "Naive modules on top of each other, and GoogLeNet’s",
    count: "modules stacked",
    channels: "channels handed on",
    work: (unit: string): string => `${unit} of each module`,
    naive: "naive",
    reduced: "with reductions",
    wide: "wide bars: naive",
    narrow: "narrow bars: with reductions",
    after: (count: number, name: string): string =>
      count === 1 ? `After 1 module, ${name}` : `After ${count} modules, 3a to ${name}`,
    rows: {channels: "channels", macs: "work", params: "parameters"},
    times: "ratio",
    passed: (passed: string, all: string): string =>
      `Of the naive stack’s ${all} channels, ${passed} are the last pool’s: handed on, not computed.`,
    branches: {"1x1": "1×1", "3x3": "3×3", "5x5": "5×5", pool: "pool"},
    drawing: (count: number, naive: string, reduced: string): string =>
      `Channels and work of ${count} modules. The naive ones end with ${naive} channels, those with reductions with ${reduced}.`,
    columns: ["network", "module", "branch", "channels", "MAC", "FLOP"]
  }
} as const;
