/** Labels of the figure that splits a vote among branches. */
import {branchName, shortBranch} from "./branches.ts";

export const votesStrings = {
  en: {
    title: "Which branch voted?",
    ofClass: "Votes for",
    bar: (label: string, logit: string): string => `Shares of the logit for “${label}”, ${logit} in all`,
    part: (path: string, channel?: number, rest?: number): string =>
      channel !== undefined
        ? `${branchName(path)}, map ${channel + 1}`
        : rest !== undefined
          ? `the other ${rest} maps of ${branchName(path)}`
          : branchName(path),
    short: (path: string, channel?: number, rest?: number): string =>
      channel !== undefined
        ? `map ${channel + 1}`
        : rest !== undefined
          ? `other ${rest}`
          : shortBranch(path.split("/").at(-1)!),
    bias: "biases",
    logit: "logit",
    all: "all together",
    mapOf: (part: string, label: string): string => `Where ${part} speaks for and against “${label}”`,
    noMaps: "The maps of this class are not recorded: start the network to see them.",
    notRecorded: "Not recorded for this picture: start the network.",
    exact:
      "Behind the last module the network only averages and weighs, so the split is exact: every share is the mean of that branch’s map.",
    plain:
      "This network has no branches to split. Its last maps are averaged and weighed once, so the split among maps is exact: the strongest five, and the rest.",
    gated:
      "Here the branches’ sums pass ReLUs on their way to the vote. For this picture each ReLU is either open or shut; held so, the shares are exact and sum to the logit. But take a branch away and some ReLUs would move: its share is not what the network would lose. For that, operate below.",
    recorded: "recorded",
    live: "live",
    against: "against",
    for: "for"
  }
};
