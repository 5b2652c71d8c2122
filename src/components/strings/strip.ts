/** Labels of the windows along a line. */
export const stripStrings = {
  en: {
    title: "How many windows fit?",
    presets: "Show",
    preset: {
      start: "seven and one over",
      conv1: "GoogLeNet’s first convolution",
      slim: "the same in TF-Slim",
      pool1: "GoogLeNet’s first pool",
      pool1down: "that pool rounded down"
    },
    padding: "Padding",
    paddings: {same: "same", valid: "valid", zeros: "zeros"},
    rounding: "Round",
    roundings: {floor: "down", ceil: "up (pools only)"},
    numbers: {
      length: "numbers in a line",
      side: "side of the window",
      stride: "stride",
      zeros: "zeros on each side"
    },
    line: {length: "N", side: "K", stride: "S", zeros: "p"},
    input: "input",
    output: "output",
    fits: (out: number): string => (out === 1 ? "1 window fits" : `${out} windows fit`),
    none: "No window fits: it is longer than the line with its zeros.",
    unseen: (count: number): string =>
      count === 0
        ? "Every number is seen."
        : `${count === 1 ? "One number at the end is" : `${count} numbers at the end are`} never seen.`,
    skipped: "With a stride larger than the window, some numbers between windows are never seen.",
    beyond: (count: number): string =>
      `The last window reaches ${count} beyond the end${count === 1 ? "" : ""}; a pool leaves that part out.`,
    uneven: (before: number, after: number): string => `“Same” adds ${before} before and ${after} after here.`,
    drawing: (out: number, length: number): string => `${out} windows over a line of ${length} numbers`,
    columns: ["window", "first", "last"]
  }
} as const;
