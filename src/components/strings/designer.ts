/** Labels of figure 1, the module designer. */
import type {DesignerKey} from "../parts/designer-state.svelte.ts";

type Branch = "1x1" | "3x3" | "5x5" | "pool";

export const designerStrings = {
  en: {
    title: (name: string, edited: boolean): string =>
      `An Inception module${edited ? `, starting from ${name}` : `: ${name} of GoogLeNet`}`,
    presets: "Modules of Table 1",
    preset: (name: string): string => `Module ${name}`,
    reduced: "With reductions",
    naive: "Naive, without reductions",
    showNaive: "Draw the naive module beside it",
    drawing: (input: string, output: number): string =>
      `Four branches read the same ${input} input side by side; their outputs are joined to ${output} channels. Widths are channels.`,
    names: {input: "input", "3a": "concat"},
    branches: {"1x1": "1×1", "3x3": "3×3", "5x5": "5×5", pool: "pool"} satisfies Record<Branch, string>,
    input: "Input",
    numbers: {
      one: "1×1",
      r3: "1×1 reduce",
      c3: "3×3",
      r5: "1×1 reduce",
      c5: "5×5",
      proj: "1×1 project",
      cin: "channels",
      hw: "height = width"
    } satisfies Record<DesignerKey, string>,
    longNumbers: {
      one: "1×1 channels",
      r3: "channels of the reduction before 3×3",
      c3: "3×3 channels",
      r5: "channels of the reduction before 5×5",
      c5: "5×5 channels",
      proj: "channels of the pool projection",
      cin: "input channels",
      hw: "input height and width"
    } satisfies Record<DesignerKey, string>,
    sees: (size: string): string => `sees ${size}`,
    layerCost: (params: string, count: string, unit: string): string => `${params} params · ${count} ${unit}`,
    table: "Cost of each branch, with reductions and naive",
    branch: "Branch",
    all: "Module",
    withReductions: "reduced",
    without: "naive",
    channelsOut: "Channels out",
    biases: (weights: string, biases: string, naiveWeights: string, naiveBiases: string): string =>
      `Parameters are weights and biases: ${weights} + ${biases} with reductions, ${naiveWeights} + ${naiveBiases} naive.`,
    verdict: (reduced: string, naive: string, unit: string, share: string): string =>
      `${reduced} ${unit} instead of ${naive}: ${share} of the naive cost.`,
    growth: (reduced: string, naive: string): string => `The next module gets ${reduced} channels instead of ${naive}.`,
    refused: (label: string, min: string, max: string, found: string): string =>
      `${label}: needs a whole number from ${min} to ${max}, found ${found}. The last possible module stays.`,
    impossible: (message: string): string => `${message}. The last possible module stays.`,
    csv: ["module", "branch", "channels out", "params", "MAC", "FLOP"]
  }
} as const;
