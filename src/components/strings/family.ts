/** Labels of the figure that asks all trained networks about one picture. */
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

export const familyStrings = {
  en: {
    title: "The same picture through all of them",
    start: (count: number, bytes: number): string =>
      `${count === 1 ? "Ask it" : `Ask all ${count} networks`}${bytes > 0 ? ` (${megabytes(bytes)})` : ""}`,
    note: "Until then the answers to the first picture are recorded ones.",
    asking: (done: number, all: number): string => `${done} of ${all} answers`,
    arrived: (bytes: number, all: number): string => `, ${(bytes / 1e6).toFixed(1)} of ${megabytes(all)}`,
    network: "Network",
    params: "Parameters",
    macs: "MACs",
    time: "Time",
    milliseconds: (ms: number): string => `${ms.toFixed(1)} ms`,
    notTimed: "not run here",
    map: (label: string, network: string): string => `${network}: evidence for “${label}”`,
    evidence: (label: string): string => `for “${label}”`,
    agree: (count: number, all: number, label: string): string =>
      all === 1 ? `It says ${label}.` : `${count} of ${all} say ${label}.`,
    unanswered: "not asked yet",
    recorded: "recorded",
    live: "live"
  }
};
