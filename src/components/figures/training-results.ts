/** What `training/train.py` and `training/heads.py` wrote about their runs, and what the site's runtime measured of the files that ship. */

import {exitsOf} from "../../lib/analysis/exits.ts";
import {measure} from "../../lib/analysis/measure.ts";
import {total} from "../../lib/analysis/total.ts";
import {type Followed, originalOf} from "../../lib/nets/compact/originals.ts";
import {networks} from "../../lib/nets/registry.ts";
import {flatten} from "../../lib/spec/graph.ts";
import {type Arguments, type SetRun, shownArguments} from "./training-settings.ts";

/** One epoch of a run; accuracies, in per cent, stand where they were measured. */
export interface Epoch {
  epoch: number;
  train_loss: number;
  cifar10_test_top1?: number;
  scenes_test_top1?: number;
}

/** A results file: figures of the network that ships, and how it came about. */
export interface TrainingResults {
  network: string;
  parameters: number;
  /** Per cent; the runtime's own measurement of the file that ships where there is one. */
  cifar10_test_top1: number;
  scenes_test_top1?: number;
  epochs: number;
  finished: boolean;
  minutes: number;
  seed: number;
  pictures: {cifar10_train: number; scenes_train: number; cifar10_test: number; scenes_test: number};
  curve: Epoch[];
  arguments: Arguments;
  environment: Readonly<Record<string, string | number>>;
  /** In what the run departed from the others. */
  note?: string;
  /** Measured by scripts/publish.ts, as parts of 1. */
  shipped?: {cifar10?: {top1: number}; scenes?: {top1: number}};
}

/** The results file of a network's auxiliary heads: per cent by head. */
interface HeadResults {
  network: string;
  cifar10_test_top1: Record<string, number>;
  curve: {epoch: number; cifar10_test_top1?: Record<string, number>}[];
  note?: string;
  /** Measured by scripts/publish.ts, as parts of 1. */
  shipped?: {cifar10?: {heads?: Record<string, {top1: number}>}};
}

const files = Object.values(
  import.meta.glob<TrainingResults | HeadResults>("../../../training/results/*.json", {import: "default", eager: true})
);
const idOf = ({network}: {network: string}): string => network.replace(/_/g, "-");
const isOfHeads = (results: TrainingResults | HeadResults): results is HeadResults =>
  typeof results.cifar10_test_top1 !== "number";

/** All networks' results, whatever there are. */
export const allResults: readonly TrainingResults[] = files.flatMap((one) => (isOfHeads(one) ? [] : [asShipped(one)]));

/** The results of a network's training, if they are there. */
export function trainingResults(network: string): TrainingResults | undefined {
  return allResults.find((results) => idOf(results) === network);
}

/** Share of CIFAR-10's test pictures that each of a network's auxiliary heads names rightly, in per cent; empty if unknown. */
export function headResults(network: string): Record<string, number> {
  const results = files.filter(isOfHeads).find((one) => idOf(one) === network);
  const shipped = Object.entries(results?.shipped?.cifar10?.heads ?? {});
  return {...results?.cifar10_test_top1, ...Object.fromEntries(shipped.map(([path, {top1}]) => [path, 100 * top1]))};
}

// The trainer measured with PyTorch; a reader runs the file that ships in the site's runtime.
function asShipped(results: TrainingResults): TrainingResults {
  const {cifar10, scenes} = results.shipped ?? {};
  return {
    ...results,
    ...(cifar10 === undefined ? {} : {cifar10_test_top1: 100 * cifar10.top1}),
    ...(scenes === undefined ? {} : {scenes_test_top1: 100 * scenes.top1})
  };
}

/** A run as the charts show it; accuracies in per cent. */
export interface TrainedRun extends SetRun, Followed {
  id: string;
  macs: number;
  params: number;
  cifar10: number;
  scenes?: number;
  epochs: number;
  seed: number;
  curve: Epoch[];
  note?: string;
}

/** All runs, in the order in which the registry tells the story. */
export function trainedRuns(): TrainedRun[] {
  return [...networks.values()].flatMap(({id, name, net, input}) => {
    const results = trainingResults(id);
    if (results === undefined) return [];
    const {macs, params} = total(measure(flatten(net()), input));
    const {epochs, seed, minutes, curve, environment, note, arguments: given} = results;
    const {cifar10_test_top1: cifar10, scenes_test_top1: scenes} = results;
    return [
      {
        ...{id, name: name.replace(/^Compact /, ""), macs, params, cifar10, epochs, seed, minutes, curve},
        ...{environment, arguments: shownArguments(given), ...originalOf(id)},
        ...(scenes === undefined ? {} : {scenes}),
        ...(note === undefined ? {} : {note})
      }
    ];
  });
}

/** How one auxiliary head learned; accuracies in per cent. */
export interface HeadRun {
  /** Id and name of the network behind whose finished trunk it was trained. */
  id: string;
  name: string;
  /** Name of the module that the head stands behind. */
  after: string;
  points: {epoch: number; top1: number}[];
  note?: string;
}

/** All heads' runs: networks in the order of the story, heads by depth. */
export function headRuns(): HeadRun[] {
  return [...networks.values()].flatMap(({id, name, net, input}) => {
    const results = files.filter(isOfHeads).find((one) => idOf(one) === id);
    if (results === undefined) return [];
    const {curve, note} = results;
    return exitsOf(measure(flatten(net()), input))
      .filter(({after}) => after !== "")
      .map(({path, after}) => ({
        ...{id, name: name.replace(/^Compact /, ""), after},
        points: curve.flatMap(({epoch, cifar10_test_top1: found}) =>
          found?.[path] === undefined ? [] : [{epoch, top1: found[path]}]
        ),
        ...(note === undefined ? {} : {note})
      }));
  });
}
