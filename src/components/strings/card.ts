/** Words of the network cards and of their list. */
export const cardStrings = {
  en: {
    slots: {
      paper: "Paper",
      idea: "The idea",
      shape: "Its shape",
      input: "Input",
      params: "Parameters",
      macs: "Multiply–adds",
      memory: "Memory of activations",
      depth: "Layers in depth",
      field: "Receptive field",
      modules: "Modules",
      errors: "Published error",
      weights: "Weights",
      caveats: "What to know",
      counts: "Counts printed elsewhere",
      code: "Code",
      chapters: "Used in chapters",
      variants: "Variants"
    },
    ownWork: "Made for this site",
    shapeLabel: (name: string, depth: number, channels: number): string =>
      `${name}: ${depth} layers deep, at most ${channels} channels wide`,
    shapeNote: (group: string): string =>
      `From the picture at the left to the last map: length is depth in layers, width is channels, on one scale for all ${group}. The small numbers are the side of the maps from there on.`,
    groups: {published: "published networks", compact: "compact networks"},
    noShape: "A single module: its drawing is below.",
    inputNote: (channels: number): string =>
      channels === 3 ? "height × width × colours" : "height × width × channels",
    withHeads: (n: string): string => `${n} with the auxiliary heads`,
    noHeads: "no auxiliary heads",
    statistics: (n: string): string => `and ${n} running statistics`,
    noStatistics: "no running statistics",
    weightBytes: (amount: string): string => `${amount} in 32-bit numbers`,
    flops: (n: string): string => `${n} FLOPs`,
    perParam: (n: string): string => `${n} for each parameter`,
    peak: (path: string): string => `at the peak, while ${path} is computed`,
    maps: (amount: string): string => `${amount} in all maps together`,
    layers: (n: number): string => `${n} layers with weights in all`,
    fieldOf: (side: number, path: string): string => `of the ${side}×${side} positions of ${path}`,
    median: (pixels: string): string => `half of its routes see at most ${pixels}`,
    pixels: (n: string): string => `${n} px`,
    modulesNote:
      "One module of each kind, on one scale: a ribbon is as wide as its map has channels. The input comes in at the top.",
    wholeNote: "It has no modules: the whole network, from its picture at the top. Widths are channels.",
    moduleLabel: (name: string, input: string, output: string): string =>
      `Module ${name}: ${input} goes in, ${output} comes out`,
    wholeLabel: (name: string): string => `${name}, layer by layer`,
    moduleTimes: (block: string, count: number): string => (count === 1 ? block : `${block} × ${count}`),
    moduleShape: (path: string, input: string, output: string): string => `${path}: ${input} → ${output}`,
    errorColumns: {
      weights: "Weights",
      pictures: "Pictures",
      crop: "Crop",
      top1: "Top-1, %",
      top5: "Top-5, %",
      source: "Source"
    },
    imagenet: "ImageNet validation",
    subset: (left: string): string => `without ${left} doubtful pictures`,
    noErrors: "Nobody has published an error for this variant, as far as we know.",
    noValue: "–",
    noValueLong: "not published",
    ours: "CIFAR-10 test",
    oursSource: "measured by this site’s own runtime",
    oursWhole: "whole picture",
    weightColumns: {name: "From", format: "Format", size: "Size", licence: "Licence", values: "Values it wants"},
    licenceOf: {file: "", repository: "(of the repository)"},
    noLicence: "not stated",
    noSize: "not stated",
    noWeights: "We know of no published weights of this variant.",
    here: "this site",
    heads: "this site, the auxiliary heads",
    head: (path: string): string => `this site, auxiliary head ${path}`,
    valuesOf: (channels: string, scale: number, mean: string, deviation: string): string =>
      `${channels.toUpperCase()} from 0 to ${scale}, minus ${mean}, over ${deviation}`,
    hash: (sha: string): string => `SHA-256 ${sha.slice(0, 12)}…`,
    countColumns: {what: "What", printed: "Printed", ours: "Here", source: "Source", why: "Why"},
    countsNote: (met: number, all: number): string =>
      `${met} of the ${all} figures that others print for this network can be explained.`,
    countsOpen: (n: number): string => (n === 1 ? "Show it" : `Show all ${n}`),
    noCounts: "We have collected no counts of it from elsewhere.",
    codeNote: "Written from the same description as everything on this page.",
    caption: "Networks and their figures",
    columns: {
      network: "Network",
      shape: "Shape",
      input: "Input",
      params: "Parameters",
      macs: "MACs",
      depth: "Depth",
      field: "Sees",
      top5: "Top-5 error, one crop"
    },
    tableGroups: {
      family: "The Inception family",
      others: "For comparison",
      modules: "Single modules",
      compact: "Compact, for CIFAR-10"
    }
  }
} as const;
