/** Labels of folding a normalisation into a convolution. */
export const foldStrings = {
  en: {
    title: "Two layers into one",
    channel: "Channel of conv1",
    numbers: {
      gamma: "γ, learned factor",
      beta: "β, learned offset",
      mean: "μ, remembered mean",
      variance: "σ², remembered variance"
    },
    two: "Convolution, then normalisation",
    one: "One convolution, weights and bias changed",
    planes: ["on red", "on green", "on blue"],
    then: "then (x − μ) ÷ √(σ² + ε) · γ + β",
    bias: (bias: string): string => `bias ${bias}`,
    factor: (factor: string): string => `Every weight × ${factor}`,
    map: {two: "What the two layers give", one: "What the one layer gives"},
    at: (row: number, column: number): string => `At row ${row}, column ${column}`,
    own: "Largest difference in this channel",
    all: (channels: number, numbers: string): string => `in all ${channels} channels, ${numbers} numbers`,
    verdict: {equal: "less than 10⁻⁵", unequal: "more than 10⁻⁵"},
    note: (side: number): string =>
      `Worked out in your browser in 32-bit floats, each product and each sum rounded, on a picture of ${side}×${side} pixels. What is left is rounding.`,
    columns: ["colour", "row", "column", "weight", "folded weight"]
  }
} as const;
