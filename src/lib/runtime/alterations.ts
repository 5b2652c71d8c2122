/** Branch surgery: what a request's words about branches mean in numbers, and how a network fares on the validation scenes. */
import {branchModules} from "../analysis/branch-modules.ts";
import {type Graph, nodeAt} from "../spec/graph.ts";
import {VALIDATION_SCENES} from "./limits.ts";
import type {Model, RunOptions} from "./model.ts";
import type {Edit} from "./plan.ts";

/** Pictures run at once: few enough that their activations fit easily. */
const BATCH = 20;

/** What is done to branches, by path: an edit, or "usual": every channel at its mean over the validation scenes. */
export type Surgery = Readonly<Record<string, number | "mean" | "usual">>;

/** Draws one validation scene for the network. */
export type SceneAt = (index: number) => Float32Array;

/** Mean of every channel of every branch that has an output of its own, by path. */
export type Means = ReadonlyMap<string, Float32Array>;

/** Paths of all branches that are concatenated. */
export function branchPaths(graph: Graph): string[] {
  return branchModules(graph).flatMap(({parts}) => parts.map(({path}) => path));
}

/**
 * A surgery as edits.
 * @throws naming a path whose usual level is wanted and not known
 */
export function editsOf(surgery: Surgery, means: Means): Record<string, Edit> {
  const edits = Object.entries(surgery).map(([path, what]): [string, Edit] => {
    const edit = what === "usual" ? means.get(path) : what;
    if (edit === undefined) throw new Error(`${path}: has no usual level, it is not a branch`);
    return [path, edit];
  });
  return Object.fromEntries(edits);
}

/** Means of all branches over the first validation scenes. */
export async function meansOf(
  model: Model,
  sceneAt: SceneAt,
  onScene: (done: number, all: number) => void = () => undefined,
  count = VALIDATION_SCENES
): Promise<Means> {
  const {graph, rows} = model.sheet;
  const watch = branchPaths(graph);
  const sums = new Map(watch.map((path) => [path, new Float64Array(rows[nodeAt(graph, path)]!.shape.at(-1)!)]));
  const numbers = new Map(watch.map((path) => [path, 0]));
  for (let first = 0; first < count; first += BATCH) {
    onScene(first, count);
    const batch = Math.min(BATCH, count - first);
    const {activations} = await model.run(stacked(sceneAt, first, batch), {batch, watch});
    for (const [path, {values}] of activations) {
      const sum = sums.get(path)!;
      for (let i = 0; i < values.length; i++) sum[i % sum.length]! += values[i]!;
      numbers.set(path, numbers.get(path)! + values.length / sum.length);
    }
  }
  return new Map([...sums].map(([path, sum]) => [path, Float32Array.from(sum, (value) => value / numbers.get(path)!)]));
}

/** How many of some validation scenes a network names rightly. */
export async function rightOf(
  model: Model,
  sceneAt: SceneAt,
  labelAt: (index: number) => number,
  {first, count}: {first: number; count: number},
  options: RunOptions = {}
): Promise<number> {
  let right = 0;
  for (let from = first; from < first + count; from += BATCH) {
    const batch = Math.min(BATCH, first + count - from);
    const {logits} = await model.run(stacked(sceneAt, from, batch), {...options, batch});
    const classes = logits.length / batch;
    for (let i = 0; i < batch; i++) {
      const own = logits.subarray(i * classes, (i + 1) * classes);
      if (own.indexOf(Math.max(...own)) === labelAt(from + i)) right++;
    }
  }
  return right;
}

function stacked(sceneAt: SceneAt, first: number, count: number): Float32Array {
  const pictures = Array.from({length: count}, (_, i) => sceneAt(first + i));
  const all = new Float32Array(count * pictures[0]!.length);
  pictures.forEach((picture, i) => all.set(picture, i * picture.length));
  return all;
}
