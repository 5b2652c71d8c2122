/** Labels of the mlpconv. */
export const mlpStrings = {
  en: {
    title: "An mlpconv: a small network at every place of the picture",
    presets: "The 1×1 layers find",
    preset: {
      edge: "any edge",
      upright: "upright edges",
      corner: "corners",
      right: "only dark to bright"
    },
    relu: "ReLU after each layer",
    picture: "Picture",
    layers: ["Picture", "3×3 convolution", "first 1×1", "second 1×1"],
    kernels: ["brighter to the right", "brighter to the left", "brighter below", "brighter above"],
    signs: ["→", "←", "↓", "↑"],
    hidden: (unit: number): string => `hidden unit ${unit + 1}`,
    input: (caption: string): string => `Brightness of ${caption}. Arrow keys move the place.`,
    output: "Output of the mlpconv. Arrow keys move the place.",
    map: (name: string): string => `Map: ${name}`,
    here: (row: number, column: number): string => `The same network at row ${row}, column ${column}`,
    drawing: (values: readonly string[]): string =>
      `Nine numbers of the picture, four sums (${values.slice(0, 4).join(", ")}), two hidden units (${values.slice(4, 6).join(", ")}), one output (${values[6]}).`,
    weights: "Weights of the 1×1 layers",
    to: (unit: string, kernel: string): string => `weight from “${kernel}” to ${unit}`,
    toOut: (unit: string): string => `weight from ${unit} to the output`,
    outRow: "output",
    bias: "bias",
    says: (value: string): string => `Output here: ${value}`,
    linear: "Without ReLU the three layers are one linear 3×3 filter.",
    nought: "Without ReLU the three layers are one linear 3×3 filter, and here all its nine weights are nought.",
    columns: ["row", "column", "right", "left", "below", "above", "hidden 1", "hidden 2", "output"]
  }
} as const;
