/** How wide words will be, before they are set: for columns as wide as they need to be, without a look at any cell. */

// Widths of the interface's letters in those of its tabular digits (Inter, at the heavier of the weights that tables use).
const WIDTHS = new Map(
  (
    [
      ["ijl", 0.41],
      [",. ", 0.49],
      ["frt/", 0.62],
      ["_-–", 0.8],
      ["sckvxyz", 0.92],
      ["abdeghnopqu", 0.98],
      ["mM", 1.43],
      ["w", 1.31],
      ["G", 1.18],
      ["W→", 1.7]
    ] as const
  ).flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const))
);
const OTHER = 1.04; // digits, signs such as ×, and all that is not listed

/** A text's width in digits (CSS `ch`), rather too much than too little. */
export function digitsWide(text: string): number {
  let width = 0;
  for (const letter of text) width += WIDTHS.get(letter) ?? OTHER;
  return width;
}
