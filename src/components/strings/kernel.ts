/** Labels of the sliding kernel. */
export const kernelStrings = {
  en: {
    title: "One kernel, sliding over one channel",
    presets: "Kernel",
    preset: {
      identity: "identity",
      blur: "blur",
      vertical: "vertical edges (Sobel)",
      horizontal: "horizontal edges (Sobel)",
      outline: "outline",
      sharpen: "sharpen",
      shift: "shift"
    },
    does: {
      identity: "A single 1 in the middle: every number comes out as it went in.",
      blur: "The mean of nine pixels: detail goes, nothing else changes.",
      vertical:
        "Right minus left: orange where the picture grows brighter to the right, blue where it grows darker, pale where nothing happens.",
      horizontal: "Below minus above: orange where the picture grows brighter downwards, blue where it grows darker.",
      outline: "A pixel against its eight neighbours: nought wherever all nine agree.",
      sharpen: "A pixel, and its difference from four neighbours once more: edges overshoot.",
      shift: "A single 1 on the left: the whole picture moves one pixel to the right, and zeros come in behind it.",
      own: "A kernel of your own. A network finds its numbers by training."
    },
    side: "Side",
    sides: (side: number): string => `${side}×${side}`,
    stride: "Stride",
    padding: "Padding",
    paddings: {same: "same", valid: "valid (none)", zeros: "zeros:"},
    amount: "zeros on every side",
    divisor: "all divided by",
    picture: "Picture",
    input: (caption: string, side: number): string => `Brightness of ${caption}, ${side}×${side} pixels.`,
    output: (height: number, width: number): string => `Output, ${height}×${width} numbers.`,
    inputName: "Input",
    outputName: "Output",
    moveOver: (what: string): string => `${what} Arrow keys move the window.`,
    weight: (row: number, column: number): string => `weight, row ${row}, column ${column}`,
    under: "pixels under the window",
    times: "kernel",
    products: "products",
    sum: "sum",
    slide: "Slide",
    stop: "Stop",
    at: (row: number, column: number): string => `Row ${row}, column ${column} of the output`,
    says: (row: number, column: number, value: string): string => `Output row ${row}, column ${column}: ${value}`,
    columns: ["row", "column", "output"]
  }
} as const;
