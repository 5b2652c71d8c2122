/** Labels of figure 2, the bottleneck calculator. */
export const bottleneckStrings = {
  en: {
    title: "One wide convolution, or a detour through a narrow middle",
    presets: {
      resnet: "ResNet-style 256-64-64-256",
      branch3x3: "3a’s 3×3 branch 192→96→128",
      branch5x5: "3a’s 5×5 branch 192→16→32"
    },
    presetsLabel: "Presets",
    form: "Detour",
    forms: {expand: "1×1, K×K, 1×1", reduce: "1×1, K×K"},
    view: "Count for",
    views: {position: "one position", layer: "the whole layer"},
    units: {mac: "MAC", flop: "FLOP"},
    direct: "Direct",
    detour: "Detour",
    numbers: {
      in: "channels in",
      mid: "channels in the middle",
      out: "channels out",
      kernel: "side of the kernel",
      height: "height of the map",
      width: "width of the map"
    },
    cheaper: (ratio: string): string => `The detour costs ${ratio}× less.`,
    dearer: (ratio: string): string => `The detour costs ${ratio}× more.`,
    same: "Both cost the same.",
    breakEven: (mid: string): string =>
      `Break-even: a middle of ${mid} channels costs what the direct convolution does.`,
    notGoogLeNet:
      "GoogLeNet has no such module: none of its branches ends in a 1×1 that widens back. This is the bottleneck of ResNet, from 2015.",
    isGoogLeNet:
      "This shape is in GoogLeNet: module 3a narrows with a 1×1, and the next convolution sets the branch’s width.",
    reduceForm: "This is the shape of an Inception branch: a 1×1 narrows, the next convolution sets the width.",
    weights: "Biases left out, the count per position is also the number of weights.",
    columns: ["way", "convolution", "channels in", "channels out", "positions", "MAC", "FLOP"]
  }
} as const;
