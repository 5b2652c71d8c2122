/** What the equal-budget experiment says, for chapter 10's table and prose: accuracies on CIFAR-10's test pictures, and what chance allows. */
import {networks} from "../../lib/nets/registry.ts";
import {trainedRuns} from "./training-results.ts";

/** Two-sided 95 % of a normal distribution, in standard deviations. */
const Z95 = 1.96;

/** Standard deviation of a share of `pictures`, in points of per cent, where `rate` is the share in per cent. */
const deviation = (rate: number, pictures: number): number => Math.sqrt((rate * (100 - rate)) / pictures);

/** Half the width of the 95 % interval of a share measured on `pictures`, in points of per cent; `rate` in per cent. */
export function interval(rate: number, pictures: number): number {
  return Z95 * deviation(rate, pictures);
}

/**
 * Whether two shares differ by more than their pictures' choice explains, at 95 %, the two counted as independent. The same
 * pictures were asked, so this asks for more than is needed.
 */
export function apart(one: number, other: number, pictures: number): boolean {
  return Math.abs(one - other) > Z95 * Math.hypot(deviation(one, pictures), deviation(other, pictures));
}

export interface Standing {
  id: string;
  /** Without "Compact". */
  name: string;
  /** Per cent of CIFAR-10's test pictures. */
  rate: number;
}

/** The network without branches that the others are held against. */
export const CONTROL = "compact-plain";
/** CIFAR-10's test pictures. */
export const PICTURES = 10_000;

/** All compact networks in the order of the story. */
export const standings: readonly Standing[] = trainedRuns().map(({id, name, cifar10}) => ({
  ...{id, rate: cifar10},
  name: name.charAt(0).toUpperCase() + name.slice(1)
}));
if (standings.length !== [...networks.keys()].filter((id) => id.startsWith("compact-")).length)
  throw new Error(
    "training/results: a compact network of the registry has no results there; scripts/publish.ts makes them"
  );

const ranked = standings.toSorted((a, b) => b.rate - a.rate);
export const best: Standing = ranked[0]!;
export const last: Standing = ranked.at(-1)!;
export const control: Standing = standings.find(({id}) => id === CONTROL)!;

/** Those ahead of the control, behind it, and not to be told from it, best first. */
export const ahead: readonly Standing[] = ranked.filter(
  ({rate}) => rate > control.rate && apart(rate, control.rate, PICTURES)
);
export const behind: readonly Standing[] = ranked.filter(
  ({rate}) => rate < control.rate && apart(rate, control.rate, PICTURES)
);
export const level: readonly Standing[] = ranked.filter(
  ({id, rate}) => id !== CONTROL && !apart(rate, control.rate, PICTURES)
);

/** A lead that two networks near the control need before it says anything, in points of per cent. */
export const needed: number = Z95 * Math.SQRT2 * deviation(control.rate, PICTURES);

/** Names as a sentence lists them. */
export function listed(some: readonly Standing[]): string {
  return new Intl.ListFormat("en-GB").format(some.map(({name}) => name));
}
