/** Labels of the comparison of networks and of the scatter of published accuracies. */
export const compareStrings = {
  en: {
    title: "Side by side",
    chosen: "Networks",
    add: "Choose networks",
    most: (count: number): string => `At most ${count} at a time: take one away to add another.`,
    remove: (name: string): string => `Remove ${name}`,
    side: "Input",
    sides: {own: "each its own", "160": "160", "224": "224", "299": "299", "331": "331"},
    none: "Choose a network to compare.",
    table: "The networks side by side",
    measure: "Measure",
    rows: {
      input: "Input",
      year: "Paper of",
      params: "Parameters",
      withHeads: "with auxiliary heads",
      statistics: "Running statistics",
      cost: (unit: string): string => unit,
      perParam: (unit: string): string => `${unit} per parameter`,
      depth: "Layers in depth",
      layers: "Layers with weights in all",
      field: "Receptive field of the last map",
      peak: "Peak memory of activations",
      maps: "of all activations together",
      top1: "Best published top-1, one crop",
      top5: "Best published top-5, one crop"
    },
    noHeads: "no heads",
    unknown: "not published",
    pixels: (side: number): string => `${side} px`,
    mebibytes: (n: string): string => `${n} MiB`,
    drawing:
      "Each shape is a network from its input to its last map: its length is depth in layers, its width is channels, all at one scale, and the colours are the branches. The small numbers are the side of the maps from there on.",
    drawingOf: (name: string, depth: number, channels: number): string =>
      `${name}: ${depth} layers deep, at most ${channels} channels wide`,
    legend: {
      "1x1": "1×1",
      "3x3": "3×3",
      "5x5": "5×5 or double 3×3",
      asym: "1×n and n×1",
      pool: "pool",
      residual: "shortcut",
      other: "7×7 and larger"
    },
    broken: (message: string): string => `does not fit: ${message}; its own input does`,
    csv: ["measure"]
  }
} as const;

export const scatterStrings = {
  en: {
    title: "What the work buys",
    against: "Against",
    axes: {cost: "work", params: "parameters"},
    score: "Accuracy",
    scores: {top1: "top-1", top5: "top-5"},
    drawing: (score: string, axis: string, area: string): string =>
      `Published ${score} accuracy with one crop against ${axis}. A dot’s area is ${area}. Filled dots belong to networks chosen above, rings to all others; a dashed ring is a figure on a subset of the pictures.`,
    costAxis: (unit: string): string => `${unit} per picture, logarithmic`,
    paramsAxis: "parameters, logarithmic",
    scoreAxis: (score: string): string => `${score} accuracy, %`,
    areaParams: "parameters",
    areaCost: "work",
    hint: "Point at a dot, or move with the arrow keys, for the figure and its source.",
    dot: (network: string, weights: string, score: string, value: string): string =>
      `${network}, weights ${weights}: ${score} ${value} %`,
    crop: (crop: string): string => `pictures: ${crop}`,
    subset: (left: string): string => `without the ${left} validation pictures that the authors set aside`,
    table: "Every figure with its source",
    columns: {
      network: "Network",
      weights: "Weights",
      top1: "Top-1, %",
      top5: "Top-5, %",
      crop: "Pictures",
      source: "Source"
    },
    unknown: "–",
    unknownLong: "not published",
    csv: ["network", "weights", "top-1 %", "top-5 %", "pictures", "subset", "MAC", "parameters", "source", "address"]
  }
} as const;
