/** What `training/train.py` wrote about a run. */

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
  cifar10_test_top1: number;
  scenes_test_top1?: number;
  epochs: number;
  finished: boolean;
  minutes: number;
  seed: number;
  pictures: {cifar10_train: number; scenes_train: number; cifar10_test: number; scenes_test: number};
  curve: Epoch[];
}

const files = import.meta.glob<TrainingResults>("../../../training/results/*.json", {import: "default", eager: true});

/** The results of a network's training, if they are there. */
export function trainingResults(network: string): TrainingResults | undefined {
  return Object.values(files).find((results) => results.network.replace(/_/g, "-") === network);
}
