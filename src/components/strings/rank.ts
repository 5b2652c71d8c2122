/** Labels of a kernel as a sum of outer products, and of a whole layer as a pair of thin ones. */
export const rankStrings = {
  en: {
    title: "A kernel as a sum of columns times rows",
    kernel: "Kernel",
    kernels: {
      typical: "trained 5×5, the median",
      easiest: "trained 5×5, the nearest to one product",
      hardest: "trained 5×5, the farthest",
      three: "trained 3×3, the median",
      sobel: "Sobel",
      outline: "outline",
      diagonal: "diagonal"
    },
    trained: (path: string, out: number, from: number, model: string): string =>
      `From ${model}: ${path}, output ${out + 1}, input ${from + 1}.`,
    made: {
      sobel: "Made by hand: it smooths down the columns and subtracts along the rows, so one product is all of it.",
      outline: "Made by hand, of rank 2.",
      diagonal: "Made by hand: three equal singular values, the worst case. No product is better than another."
    },
    rank: "products used",
    whole: "kernel",
    term: (n: number): string => `product ${n}`,
    sigma: (value: string): string => `σ = ${value}`,
    picture: "Picture",
    outputs: {
      whole: "Output of the kernel",
      near: (rank: number): string => (rank === 1 ? "Of one product" : `Of ${rank} products`),
      rest: "Difference, same scale"
    },
    kernelError: "error of the kernel",
    mapError: "error of this output",
    cost: "multiply–adds per position",
    direct: "direct",
    pairs: (rank: number): string => (rank === 1 ? "n×1, then 1×n" : `${rank} pairs`),
    verdict: {
      cheaper: (share: string): string => `${share} saved`,
      dearer: "more than the kernel itself",
      same: "as much as the kernel itself"
    },
    exact: "exact",
    says: (rank: number, error: string, cost: number, whole: number): string =>
      `${rank} of the products: ${error} left out, ${cost} multiply–adds per position where the kernel takes ${whole}.`,
    tile: (name: string, rows: string): string => `${name}: ${rows}`,
    columns: ["what", "row", "column", "value"],
    layer: {
      title: "A whole trained layer as n×1, then 1×n",
      layer: "Layer of compact-v1",
      name: (side: number, from: number, to: number): string => `${side}×${side}, ${from} → ${to}`,
      maps: "maps in the middle",
      error: "left out",
      cost: "cost",
      axisX: "cost, relative to the square layer",
      axisY: "left out of the weights",
      same: "as dear as before",
      weights: "weights, and multiply–adds per position",
      square: "square",
      pair: "pair",
      drawing: (layer: string, maps: number, cost: string, error: string): string =>
        `${layer} through ${maps} maps: ${cost} of the cost, ${error} left out.`,
      columns: ["layer", "maps", "weights", "relative cost", "left out"]
    }
  }
} as const;
