/** Labels of the live ensemble and of the table of the equal-budget experiment. */
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const networks = (count: number): string => (count === 1 ? "one network" : `${count} networks`);

/** Words by language. */
export const ensembleStrings = {
  en: {
    title: "Several answers, one mean",
    members: "Members",
    views: "Cuts of the picture",
    viewNames: {"1": "the whole", "2": "and mirrored", "10": "ten"},
    alone:
      "Only one compact network has been trained and published so far, so the only answers to average are its own to several cuts of the picture. " +
      "The others join here by themselves once they are published.",
    recorded: "Recorded answers to the first picture, whole. Ask for any other.",
    live: (count: number, views: number, ms: number): string =>
      `Live: ${networks(count)}, ${views === 1 ? "one cut" : `${views} cuts`} each, ${ms.toFixed(0)} ms in all.`,
    waiting: "This picture has not been asked about yet.",
    nobody: "Nobody is left to ask. Choose at least one member.",
    mean: "Mean",
    verdict: (label: string, share: number, agree: number, all: number): string =>
      `Together: ${label}, ${percent(share)}. ` +
      (all === 1 ? "The mean of one answer is that answer." : `${agree} of ${all} answers say so alone.`),
    says: (label: string, share: number): string => `${label}, ${percent(share)}`,
    share: percent,
    unknown: "–",
    drawing: "For each class: the mean as a bar, and every single answer as a tick.",
    tick: (name: string, share: number): string => `${name}: ${percent(share)}`,
    cut: (name: string, at: number): string => `${name}, cut ${at}`,
    measured: {
      caption: (pictures: string): string => `Right on CIFAR-10’s ${pictures} test pictures`,
      network: "Network",
      whole: "asked once",
      mirrored: "and about the mirror image, mean",
      together: (count: number): string => `all ${count}, mean`,
      one: "Of several networks together there is nothing to measure until a second one is published.",
      stale: "The networks published since then are not in this table yet.",
      how: "Measured on the files that ship, with the runtime that ships."
    },
    budget: {
      caption: "What the same budget bought",
      network: "Network",
      macs: "Multiply–adds",
      params: "Parameters",
      cifar10: "CIFAR-10, top-1",
      scenes: "Drawn scenes, top-1",
      epochs: "Epochs",
      untrained: "not trained yet",
      count: (trained: number, all: number): string =>
        trained === all
          ? `All ${all} are trained; each was trained once.`
          : `${trained} of ${all} ${trained === 1 ? "is" : "are"} trained so far. The other rows fill when their runs have ended; each network is trained once.`
    }
  }
} as const;
