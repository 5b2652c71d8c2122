/** The messages between the page and the training worker. */
import type {DeepNet} from "../nets/deep.ts";
import type {ResidualStack} from "../nets/residual-stack.ts";
import type {ActivationDepth} from "./activation-depth.ts";
import type {BackendName} from "./backend.ts";
import type {Spread} from "./initial-weights.ts";

/** Measure the gradient by depth of some networks on one batch of drawn scenes. */
export interface GradientTask {
  kind: "gradient-by-depth";
  nets: readonly DeepNet[];
  spread: Spread;
  /** Scenes in the batch. */
  size: number;
  /** Of the weights and the scenes. */
  seed: number;
}

/** Measure how large the activations are along stacks of residual blocks, on one batch of drawn scenes. */
export interface ActivationTask {
  kind: "activations-by-depth";
  stacks: readonly ResidualStack[];
  spread: Spread;
  /** Learning rate of the one step whose effect is measured. */
  rate: number;
  /** Scenes in the batch. */
  size: number;
  /** Of the weights and the scenes. */
  seed: number;
}

/** What the worker can be asked; later chapters add theirs. */
export type TrainTask = GradientTask | ActivationTask;

/** A task with its number. */
export interface TrainAsk {
  id: number;
  task: TrainTask;
}

/** The gradient's strength at each layer of each network asked for, first layer first, and how it was measured. */
export interface GradientResult {
  strengths: readonly (readonly number[])[];
  milliseconds: number;
  backend: BackendName;
}

/** What was measured of each stack asked for, and how. */
export interface ActivationResult {
  stacks: readonly ActivationDepth[];
  milliseconds: number;
  backend: BackendName;
}

/** What each kind of task answers with. */
export interface TrainResults {
  "gradient-by-depth": GradientResult;
  "activations-by-depth": ActivationResult;
}

/** The answer to a task. */
export type TrainResult<Task extends TrainTask> = TrainResults[Task["kind"]];

/** Worker to page. */
export type TrainAnswer =
  {id: number; kind: "done"; result: TrainResult<TrainTask>} | {id: number; kind: "failed"; message: string};
