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
      how: "Measured on the files that ship, with the runtime that ships."
    },
    budget: {
      caption: "What the same budget bought: right at first guess (top-1)",
      network: "Network",
      cifar10: "CIFAR-10",
      spread: "within 95 %",
      scenes: "Drawn scenes",
      macs: "Multiply–adds",
      params: "Parameters",
      epochs: "Epochs",
      interval: (low: string, high: string): string => `From ${low} to ${high}`,
      legend: (pictures: string): string =>
        `Each network was trained once. A bar spans where 95 of 100 choices of ${pictures} test pictures would have put the figure; the dashed line is the plain network’s, which has no branches.`
    }
  }
} as const;
