/** Labels of the figure that asks the auxiliary heads. */
import {shortBranch} from "./branches.ts";

export const knowStrings = {
  en: {
    title: "When did it know?",
    head: (after: string): string => `after ${shortBranch(after)}`,
    final: "at the end",
    says: (label: string, share: string): string => `${label}, ${share}`,
    cost: "MACs up to here, with all heads that were asked on the way",
    saved: (share: string): string => `${share} less than the network alone`,
    spent: (share: string): string => `${share} more than the network alone`,
    note:
      "The heads were trained behind the finished network, which they do not change: each reads off what is known at its depth. " +
      "Whoever may leave early asks every head on the way: its cost stands with all exits behind it.",
    threshold: "Leave as soon as a head is sure of",
    leaves: (where: string, work: string): string => `The network leaves ${where}: ${work}.`,
    stays: (work: string): string => `No head is sure enough: the network runs to its end, ${work}.`,
    right: "Right on CIFAR-10’s test pictures",
    notRecorded: "Not recorded for this picture: start the network.",
    recorded: "recorded",
    live: "live",
    curve: (rows: string): string => `Share of the final answer by depth: ${rows}`
  }
};
