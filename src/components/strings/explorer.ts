/** Labels of the explorer of a whole network, small and large. */
export const explorerStrings = {
  en: {
    title: (name: string): string => `${name}, whole`,
    variant: "Variant",
    network: "Network",
    card: "Its card",
    groups: {family: "The Inception family", others: "For comparison", compact: "Compact, trained here"},
    drawing: (modules: number): string =>
      `From the input at the top to the classes at the bottom. Widths are channels, heights grow with the resolution, areas of the bars at the right are operations. ${modules} modules can be opened.`,
    reading: "Width is channels, height grows with the resolution, and the area of a bar at the right is operations.",
    lane: (pixels: number): string =>
      `A shortcut is a lane of at most ${pixels} pixels, on no scale: it computes nothing.`,
    openAll: "Open all",
    closeAll: "Close all",
    heads: "Count the auxiliary heads",
    noHeads: "This variant has no auxiliary heads",
    totals: (params: string, count: string, unit: string): string => `${params} parameters, ${count} ${unit}`,
    hint: "Point at a step for its facts, click to keep them; a module opens with a click or Enter.",
    names: {input: "picture"},
    shape: "gives",
    sees: (size: string, step: string): string => `one position sees ${size} pixels of the picture, every ${step}`,
    seesAll: (size: string): string => `one position could see ${size} pixels, more than the picture has`,
    params: (n: string): string => `${n} parameters`,
    cost: (n: string, unit: string, share: string): string => `${n} ${unit}, ${share} of all`,
    head: "counted apart",
    bytes: (amount: string): string => `${amount} of activations`,
    layers: (n: number): string => `${n} layers inside`,
    table: "Cost of each step of the network",
    tableOf: (title: string): string => `Cost of each step of the network. ${title}`,
    size: "Side of the picture, in pixels",
    height: "Height of the picture, in pixels",
    width: "Width of the picture, in pixels",
    oblong: "Height and width apart",
    tooSmall: (height: number, width: number, why: string, [fitHeight, fitWidth]: readonly [number, number]): string =>
      `A picture of ${height}×${width} does not fit. ${why}. One of ${fitHeight}×${fitWidth} does.`,
    folded: "Fold normalisation into the convolutions",
    nothingToFold: "This variant has nothing to fold",
    search: "Find a layer",
    searchHint: "3x3dbl, 1x7, mixed7",
    matches: (n: number): string => (n === 1 ? "1 match" : `${n} matches`),
    noMatch: "nothing of that name",
    rows: "Rows",
    rowKinds: {modules: "Modules", layers: "Layers"},
    view: "Beside the drawing",
    views: {table: "Table", charts: "Charts", code: "Code"},
    charts: {
      byKind: "By kind of branch",
      byKindLabel: "Shares of the kinds of branches in operations, parameters and memory",
      byDepth: "Along the depth, from the picture to the classes",
      byDepthLabel: (what: string): string => `${what} of each step of the main line, split by kind of branch`,
      largest: (step: string, value: string): string => `; most in ${step}: ${value}`,
      inTable: "The numbers of every step are in the table view, and in the CSV.",
      kinds: {
        "1x1": "1×1",
        "3x3": "3×3",
        "5x5": "5×5 or double 3×3",
        asym: "1×n and n×1",
        pool: "pool",
        residual: "residual",
        other: "other"
      }
    },
    write: "Write",
    wholeNetwork: "the whole network",
    writeKept: (path: string): string => `Write only ${path}`,
    sums: {
      params: "parameters",
      statistics: "running statistics, apart",
      activations: "of activations in all",
      peak: (path: string): string => `at the peak, while ${path} is computed`,
      peakTitle:
        "The largest sum of activations alive at once, one layer after another, in 32-bit numbers; each lives until its last reader is done.",
      weights: "of weights in 32-bit numbers"
    },
    csv: ["path", "operation", "output", "params", "MAC", "FLOP"],
    csvFull: [
      "path",
      "operation",
      "output",
      "params",
      "statistics",
      "MAC",
      "FLOP",
      "bytes",
      "sees height",
      "sees width"
    ]
  }
} as const;
