/** Eight made-up training runs that end close together, as runs of one budget do. */
import type {TrainedRun} from "../../src/components/figures/training-results.ts";
import {trainedRuns} from "../../src/components/figures/training-results.ts";
import {originalOf} from "../../src/lib/nets/compact/originals.ts";
import {networks} from "../../src/lib/nets/registry.ts";

const like: TrainedRun = {...trainedRuns().find(({id}) => id === "compact-v1")!};
delete like.note;

/** One run for every compact network: accuracies from 90.00 in steps of 0.05 per cent, the second computed in float32. */
export const eightRuns: readonly TrainedRun[] = [...networks.values()]
  .filter(({id}) => id.startsWith("compact-"))
  .map(({id, name}, i): TrainedRun => {
    const curve = Array.from({length: 26}, (_, epoch) => ({
      epoch: epoch + 1,
      train_loss: 1.6 - 0.04 * epoch + 0.001 * i,
      ...(epoch % 13 === 12 ? {cifar10_test_top1: 85 + 5 * Math.floor(epoch / 25) + 0.05 * i} : {})
    }));
    return {
      ...{...like, ...originalOf(id)},
      ...{id, name: name.replace(/^Compact /, ""), macs: 24.5e6 + 1e5 * i, params: 290_000 + 500 * i},
      ...{cifar10: 90 + 0.05 * i, curve, arguments: {...like.arguments, fp32: i === 1, threads: 1}}
    };
  });
