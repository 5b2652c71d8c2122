/** Labels of the gradient by depth. */
export const gradientStrings = {
  en: {
    title: "How strong is the gradient when it comes back?",
    depth: "Layers",
    start: "First weights",
    starts: {glorot: "Glorot and Bengio, 2010", he: "He et al., 2015", small: "0.01 for all"},
    kinds: {plain: "plain", norm: "BatchNorm", residual: "shortcuts", both: "both"},
    axis: "gradient, last layer = 1",
    layers: "layer",
    recorded: (scenes: number): string => `Lines: recorded when this page was made, from ${scenes} drawn scenes.`,
    size: (scenes: number): string =>
      `Loads the engine once (1.2 MB, compressed to 0.28 MB on the way), draws ${scenes} scenes, runs four networks forwards and backwards.`,
    summary: (depth: number): string => `At the first of ${depth} layers, the last one’s being 1:`,
    drawing: (depth: number, rows: string): string => `Gradient by layer in networks of ${depth} layers. ${rows}`,
    row: (kind: string, first: string): string => `${kind}, at the first layer ${first}.`,
    columns: ["net", "layer", "recorded", "measured here"]
  }
} as const;
