/** Labels of the label smoothing. */
export const smoothingStrings = {
  en: {
    title: "A target that is not quite certain",
    epsilon: "ε, in percent",
    margin: "margin, in tenths",
    classes: "Classes",
    hard: "hard target, ε = 0",
    soft: (epsilon: string): string => `smoothed, ε = ${epsilon}`,
    axisX: "margin of the right logit over all others",
    axisY: "loss",
    best: (margin: string): string => `least at ${margin}`,
    table: "Targets and probabilities",
    rows: {right: "right class", wrong: "each other class"},
    columns: {target: "target", probability: "softmax", pull: "gradient"},
    pull: {
      more: "still asks for a larger margin",
      rest: "asks for nothing more",
      less: "asks for a smaller margin"
    },
    drawing: (epsilon: string, best: string): string =>
      `Loss against the margin. The hard target’s falls without end; the smoothed one’s, at ε = ${epsilon}, ${best}.`,
    never: "falls without end",
    csv: ["margin", "loss of the hard target", "loss of the smoothed target"]
  }
} as const;
