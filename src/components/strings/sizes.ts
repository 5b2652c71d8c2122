/** Labels of the figure that rescales the subject. */
export const sizesStrings = {
  en: {
    title: "Same object, three sizes",
    sizes: {small: "small", middle: "middle", large: "large"},
    module: "Module",
    energy: "Mean activation of each branch",
    energyNote: (module: string): string =>
      `In ${module}, over all maps and places, in per cent of each branch’s own strongest. The axis does not begin at 0.`,
    vote: "Share of the vote",
    size: "size of the subject, % of the frame",
    chart: (what: string, at: string): string => `${what} against the size of the subject. ${at}`,
    at: (percent: number): string => `At ${percent} %`,
    now: "now",
    onlyScenes: "Only a drawn scene can be rescaled: choose one above.",
    notRecorded: "Not recorded for this scene: start the network.",
    measuring: (done: number, all: number): string => `size ${done} of ${all}`,
    recorded: "recorded",
    live: "live"
  }
};
