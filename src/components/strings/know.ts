/** Labels of the figure that asks the auxiliary heads. */
import {shortBranch} from "./branches.ts";

export const knowStrings = {
  en: {
    title: "When did it know?",
    head: (after: string): string => `after ${shortBranch(after)}`,
    final: "at the end",
    says: (label: string, share: string): string => `${label}, ${share}`,
    cost: "MACs up to here, with the head",
    saved: (share: string): string => `${share} saved by leaving here`,
    whole: "the whole network",
    note: "The heads were trained behind the finished network, which they do not change: each reads off what is known at its depth.",
    threshold: "Leave as soon as a head is sure of",
    leaves: (where: string, share: string): string => `The network leaves ${where}, and saves ${share} of its work.`,
    stays: "No head is sure enough: the network runs to its end.",
    right: "Right on CIFAR-10’s test pictures",
    notRecorded: "Not recorded for this picture: start the network.",
    recorded: "recorded",
    live: "live",
    curve: (rows: string): string => `Share of the final answer by depth: ${rows}`
  }
};
