/** Labels of the cost of one convolution. */
export const layerStrings = {
  en: {
    title: "What one convolution costs",
    presets: "GoogLeNet’s",
    preset: (path: string, kernel: number): string => `${path.split("/")[0]!}, ${kernel}×${kernel}`,
    changes: "Change",
    change: {
      channels: "channels × 2, in and out",
      out: "channels out × 2",
      stride: "stride 2",
      kernel: "K: 3 → 5, 5 → 3",
      point: "K → 1"
    },
    numbers: {
      height: "height of the output",
      width: "width of the output",
      kernel: "side of the kernel",
      in: "channels in",
      out: "channels out"
    },
    positions: "positions",
    weights: "weights",
    work: "Work",
    params: "Parameters",
    units: {mac: "MAC", flop: "FLOP"},
    paramsUnit: "with biases",
    before: "as in GoogLeNet",
    now: "now",
    ofAll: (share: string): string => `${share} of GoogLeNet’s`,
    picture: (positions: string, wide: string, high: string): string =>
      `${positions} positions; at each one, a table of ${wide} by ${high} weights is used once.`,
    columns: ["layer", "height", "width", "kernel", "channels in", "channels out", "MAC", "FLOP", "parameters"]
  }
} as const;
