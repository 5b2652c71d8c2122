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
    size: "Loads the engine once (1.2 MB, compressed to 0.28 MB on the way), draws 8 scenes, runs two stacks of 20 blocks forwards, backwards and forwards again.",
    recorded:
      "Lines: recorded when this page was made. Block17 of Inception-ResNet-v2 with a sixteenth of its widths, 68 channels on 17×17, He’s first weights, 8 drawn scenes, one step at a rate of 0.05.",
    drawing: (what: string, rows: string): string =>
      `${what} behind each of 20 blocks, on a logarithmic scale. ${rows}`,
    row: (name: string, first: string, last: string): string => `${name}: from ${first} to ${last}.`,
    columns: ["branches", "scale", "block", "size", "change"]
  }
} as const;
