/** Labels of Inception V4’s stem. */
export const stemStrings = {
  en: {
    title: (input: string, output: string): string => `Inception V4’s stem, from ${input} to ${output}`,
    drawing:
      "Three convolutions in a row, then three forks, each of which is concatenated again: a pool beside a convolution, a short way beside a long one, a convolution beside a pool. Widths are channels, heights grow with the resolution.",
    names: {input: "picture"},
    lead: "What each join is made of",
    join: (name: string, shape: string): string => `${name}: ${shape}`,
    free: "no multiply–adds",
    ways: {pool: "max pool", "3x3": "3×3", "7x7x3": "1×1, 1×7, 7×1, 3×3"} as Record<string, string>,
    short: "1×1, 3×3",
    channels: (n: string): string => `${n} channels`,
    columns: ["join", "branch", "height", "width", "channels", "parameters", "MAC"]
  }
} as const;
