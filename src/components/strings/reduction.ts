/** Labels of the three ways to halve a map. */
export const reductionStrings = {
  en: {
    title: "Half the side, more channels: three ways",
    presets: "From – to",
    preset: {
      doubled: "channels doubled",
      first: "as V3 goes from 35 to 17",
      second: "as V3 goes from 17 to 8"
    },
    numbers: {side: "side of the map", channels: "channels in", out: "channels out"},
    ways: {
      convFirst: "Convolve, then pool",
      poolFirst: "Pool, then convolve",
      sideBySide: "Both side by side"
    },
    steps: {input: "in", pool: "3×3 pool, stride 2", conv: "3×3", both: "3×3 and pool, stride 2"},
    count: (numbers: string): string => `${numbers} numbers`,
    narrow: "bottleneck",
    of: (share: string): string => `${share} of the first`,
    drawing: (ways: string): string =>
      `Maps as rectangles, as wide as their channels and as high as their sides. ${ways}`,
    says: (name: string, cost: string, fewest: string, bottleneck: boolean): string =>
      `${name}: ${cost}, never fewer than ${fewest} numbers${bottleneck ? ", fewer than the output has" : ""}.`,
    impossible: "Side by side, the pool brings all channels in along; there must be more channels out than in.",
    columns: ["way", "map", "height", "width", "channels", "numbers", "MAC of the way"]
  }
} as const;
