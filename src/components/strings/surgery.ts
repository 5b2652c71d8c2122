/** Labels of the figure that operates on branches. */
export const surgeryStrings = {
  en: {
    title: "Branch surgery",
    gridNote: (count: number, right: string): string =>
      `Every branch of every module, and what silencing it alone does to the network’s score on ${count} held-out scenes (${right} with all branches): recorded.`,
    cell: (branch: string, change: string): string => `Silence ${branch}: ${change} points`,
    points: (change: number): string =>
      change === 0 ? "0.0" : `${change > 0 ? "+" : "−"}${Math.abs(change).toFixed(1)}`,
    operated: "Operated on",
    nothing: "Choose a branch above to silence it; then scale it, or put its mean in its place.",
    factor: (branch: string): string => `Factor on ${branch}`,
    silenced: "silenced",
    times: (factor: number): string => `× ${factor.toFixed(1)}`,
    usual: "its mean",
    isUsual: "replaced by its mean",
    back: "as it was",
    backOf: (branch: string): string => `${branch} as it was`,
    before: "Before",
    after: "After",
    evidence: (label: string): string => `Evidence for “${label}”`,
    macs: "MACs",
    saved: (share: string): string => `${share} fewer`,
    none: "the same",
    accuracy: (count: number): string => `Right on ${count} scenes`,
    measure: (count: number): string => `Measure on ${count} scenes`,
    measuring: (done: number, all: number): string => `${done} of ${all}`,
    cancel: "Cancel",
    usualNote: (count: number): string =>
      `A branch’s mean: every map flat, at its average over ${count} held-out scenes and all places. The scenes are drawn in your browser; no network was trained on them.`,
    unanswered: "start the network to see"
  }
};
