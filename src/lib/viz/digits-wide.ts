/** How wide words will be, before they are set: for columns as wide as they need to be, without a look at any cell. */

// Widths of the interface's letters (Inter, at the heavier of the weights that a row has) in CSS `ch`, the width of its plain 0.
const WIDTHS = new Map(
  (
    [
      ["ijl", 0.4],
      [" ", 0.45],
      [",.", 0.48],
      ["t", 0.54],
      ["/", 0.59],
      ["fr", 0.61],
      ["_-", 0.74],
      ["–", 0.8],
      ["s", 0.85],
      ["kxz", 0.89],
      ["acvy", 0.91],
      ["e", 0.93],
      ["hnou", 0.96],
      ["bdgpq", 0.98],
      ["G", 1.18],
      ["w", 1.31],
      ["mM", 1.43],
      ["W→", 1.7]
    ] as const
  ).flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const))
);
const DIGIT = 1.03; // a tabular one
const OTHER = 1.06; // signs such as ×, and all that is not listed

/** A text's width in CSS `ch`, rather too much than too little. */
export function digitsWide(text: string): number {
  let width = 0;
  for (const letter of text) width += WIDTHS.get(letter) ?? (letter >= "0" && letter <= "9" ? DIGIT : OTHER);
  return width;
}
