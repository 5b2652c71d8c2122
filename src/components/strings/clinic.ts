/** Labels of the number clinic. */
export const clinicStrings = {
  en: {
    title: "One figure on the table",
    theirs: "They print",
    ours: "We count",
    difference: "Difference",
    quantities: {
      params: "parameters",
      work: "operations",
      file: "bytes of a weights file",
      field: "pixels seen by the last map",
      depth: "layers in depth"
    },
    of: (network: string, path: string | undefined): string => (path === undefined ? network : `${network}, ${path}`),
    noSource: "no source that we found",
    met: "The same to their last digit.",
    cut: "The same, if they cut off the digits that they do not print.",
    off: (difference: string, share: string): string => `${difference} apart, ${share}.`,
    broken: (message: string): string => `Does not fit: ${message}. Its own input does.`,
    solve: "Set it for me",
    nearest: "Set the nearest we know",
    back: "As this site counts",
    verdicts: {
      met: "The switches explain it.",
      cut: "The switches explain it, with the last digits cut off.",
      guess: "The switches would give it, but nothing says that this is how it came about.",
      open: "Nothing here explains it."
    },
    outcomes: {met: "explained", cut: "explained, cut off", guess: "a guess", open: "unexplained"},
    switches: {
      network: "Variant",
      side: "Input",
      unit: "Unit",
      small: "Small operations",
      heads: "Auxiliary heads",
      dense: "Dense layers",
      biases: "Biases",
      norms: "Normalisations",
      crops: "Crops",
      kilo: "A thousand is",
      wide: "Third branch",
      first: "First layer",
      classes: "Classes",
      convBias: "Biases before normalisations",
      strideAt: "Step at",
      layers: "Layers"
    },
    settings: {
      own: {
        side: "its own",
        unit: "multiply–adds",
        small: "not counted",
        heads: "apart",
        dense: "counted",
        biases: "counted",
        norms: "scale and shift",
        crops: "1",
        kilo: "1,000",
        wide: "as written",
        first: "as written",
        classes: "as written",
        convBias: "none",
        strideAt: "the 3×3",
        layers: "16",
        network: ""
      },
      "unit:flop": "FLOPs, two each",
      "small:norms": "fvcore’s",
      "small:each": "ptflops’s",
      "small:windows": "Open Model Zoo’s",
      "small:halves": "imgclsmob’s",
      "heads:true": "counted",
      "dense:false": "left out",
      "biases:false": "left out",
      "norms:none": "left out",
      "norms:shift": "shift alone",
      "norms:all": "with statistics",
      "kilo:1024": "1,024",
      "wide:3": "3×3",
      "wide:5": "5×5",
      "first:plain": "ordinary 7×7",
      "first:separable": "separable 7×7",
      "convBias:true": "counted",
      "strideAt:1x1": "the 1×1"
    } as Record<string, unknown> & {own: Record<string, string>},
    small: {
      norms: "Two operations more for each normalised number, as fvcore counts them (and timm with it).",
      each: "Besides two for each normalised number, one for each bias added, each ReLU and each number pooled, as ptflops counts.",
      windows:
        "One for each bias or normalised number, one for each ReLU, and the window’s area for each pooled number. Found by trial: it meets three of the Zoo’s figures.",
      halves:
        "imgclsmob counts operations and prints half of them: four for each normalised number, one for each ReLU, the window’s area for each pooled number, less one for each kernel without a bias."
    },
    scale: (theirs: string, ours: string): string => `On a line: they print ${theirs}, we count ${ours}.`,
    table: "All figures",
    columns: {
      figure: "Published",
      source: "Source",
      site: "As this site counts",
      set: "With the switches",
      what: "Switches",
      outcome: ""
    },
    load: (value: string, what: string): string => `Put ${value} ${what} on the table`,
    tally: (met: number, all: number, open: number): string =>
      `${met} of ${all} figures are met by switches, ${open} stay open.`,
    none: "none needed",
    csv: [
      "network",
      "part",
      "quantity",
      "published",
      "prefix",
      "source",
      "address",
      "site",
      "switched",
      "switches",
      "outcome"
    ]
  }
} as const;
