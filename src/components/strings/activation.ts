/** Labels of the activations by depth at several scales of the residuals. */
export const activationStrings = {
  en: {
    title: "Twenty residual blocks, their residuals scaled",
    show: "Show",
    shows: {sizes: "size of the activations", moves: "change by one step"},
    branches: "Branches",
    kinds: {norm: "normalised, as released", bare: "without BatchNorm"},
    scale: "Scale of the residuals",
    axes: {sizes: "root mean square of the map", moves: "change, map before the step = 1"},
    blocks: "behind block",
    input: "in",
    full: "scale 1",
    chosen: (scale: string): string => `scale ${scale}`,
    range: "the paper’s 0.1 to 0.3",
    summary: {
      sizes: (first: string): string => `Given ${first}, the map behind the last block has`,
      moves: (): string => "One step changes the map behind the last block by"
    },
    value: {
      sizes: (value: string, times: string): string => `${value}, ${times} as large`,
      moves: (value: string): string => `${value} of its size`
    },
    overflow: "more than 32 bits hold",
    size: (scenes: number, blocks: number): string =>
      `Loads the engine once (1.2 MB, compressed to 0.28 MB on the way), draws ${scenes} scenes, runs two stacks of ${blocks} blocks forwards, backwards and forwards again.`,
    recorded: (part: number, shape: string, scenes: number, rate: number): string =>
      `Lines: recorded when this page was made. Block17 of Inception-ResNet-v2 with 1/${part} of its widths, ${shape}, He’s first weights, ${scenes} drawn scenes, one step at a rate of ${rate}.`,
    drawing: (what: string, blocks: number, rows: string): string =>
      `${what} behind each of ${blocks} blocks, on a logarithmic scale. ${rows}`,
    row: (name: string, first: string, last: string): string => `${name}: from ${first} to ${last}.`,
    columns: ["branches", "scale", "block", "size", "change"]
  }
} as const;
