/**
 * A network with its weights, ready to run on the current backend. Knows no page, no worker and no file.
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Sheet} from "../analysis/measure.ts";
import {nodeAt} from "../spec/graph.ts";
import {classMap, type ClassMap, tailOf} from "./cam.ts";
import {forward} from "./forward.ts";
import {uploadLayers} from "./layers.ts";
import {type Edit, editsOf} from "./plan.ts";
import {ballotOf, countVotes, type Votes} from "./votes.ts";
import type {Weights} from "./weights.ts";

/** What to compute beside the logits. */
export interface RunOptions {
  /** Pictures in `pixels`; 1 unless told. */
  batch?: number;
  /** Paths of nodes or scopes whose activations are wanted. */
  watch?: readonly string[];
  /** Paths of nodes or scopes whose output is set to zero. */
  silence?: readonly string[];
  /** By path of a node or scope: a factor for its output, or "mean" for each channel's mean over the map. */
  edit?: Readonly<Record<string, Edit>>;
  /** Class whose activation map is wanted (batch 1 only). */
  cam?: number | null;
  /** Class whose votes are wanted, branch by branch (batch 1 only, nothing altered). */
  votes?: number | null;
}

/** An activation read back: [batch][…shape]. */
export interface Activation {
  shape: readonly number[];
  values: Float32Array;
}

/** What a run gives. */
export interface Outcome {
  /** [batch][classes] */
  logits: Float32Array;
  activations: ReadonlyMap<string, Activation>;
  cam: ClassMap | null;
  votes: Votes | null;
}

/** A network ready to run. */
export interface Model {
  sheet: Sheet;
  /**
   * Runs pictures [batch][height][width][channels].
   * @throws for a path that does not exist or pixels that do not fit; nothing is left on the device
   */
  run(pixels: Float32Array, options?: RunOptions): Promise<Outcome>;
  dispose(): void;
}

/**
 * Uploads the weights to the current backend.
 * @param options.folding false runs batch normalisation apart from the convolutions
 * @throws naming a part for which there are no weights
 */
export function loadModel(sheet: Sheet, weights: Weights, options: {folding?: boolean} = {}): Model {
  const {graph} = sheet;
  const layers = uploadLayers(sheet, weights, options);
  const output = graph.outputs.get("output")!;
  const logitsNode = graph.nodes[output]!.op.kind === "softmax" ? graph.nodes[output]!.inputs[0]! : output;

  async function run(
    pixels: Float32Array,
    {batch = 1, watch = [], silence = [], edit = {}, cam = null, votes = null}: RunOptions = {}
  ): Promise<Outcome> {
    const shape = [batch, ...sheet.input] as [number, number, number, number];
    const length = shape.reduce((a, b) => a * b, 1);
    if (pixels.length !== length)
      throw new Error(`input: needs ${shape.join("×")} = ${length} numbers, found ${pixels.length}`);
    if (cam !== null && batch !== 1)
      throw new Error(`class activation map: needs one picture at a time, found ${batch}`);
    const watched = new Map(watch.map((path) => [path, nodeAt(graph, path)]));
    const silenced = silence.map((path) => [path, 0] as const);
    const edits = editsOf(graph, new Map<string, Edit>([...Object.entries(edit), ...silenced]));
    const ballot = votes === null ? null : ballotOf(graph);
    const tail = cam === null ? null : tailOf(graph);
    if (tail !== null && [...edits.nodes.keys()].some((id) => id > tail.map))
      throw new Error("class activation map: cannot be exact while a part behind the last map is changed");
    const wanted = new Set([
      logitsNode,
      ...watched.values(),
      ...(tail === null ? [] : [tail.map]),
      ...(ballot?.wanted ?? [])
    ]);
    const input = tf.tensor4d(pixels, shape);
    try {
      const read = await readAll(forward(layers, input, wanted, edits));
      const activations = [...watched].map(
        ([path, id]) => [path, {shape: sheet.rows[id]!.shape, values: read.get(id)!}] as const
      );
      const dense = tail?.dense == null ? undefined : weights.get(tail.dense);
      return {
        logits: read.get(logitsNode)!,
        activations: new Map(activations),
        cam:
          tail === null || cam === null
            ? null
            : classMap(
                read.get(tail.map)!,
                sheet.rows[tail.map]!.shape as [number, number, number],
                dense?.weight,
                dense?.bias,
                cam
              ),
        votes:
          ballot === null || votes === null
            ? null
            : countVotes(
                {graph, weights, ballot},
                sheet.rows[ballot.map]!.shape as [number, number, number],
                read,
                votes
              )
      };
    } finally {
      input.dispose();
    }
  }

  return {sheet, run, dispose: () => layers.dispose()};
}

async function readAll(tensors: ReadonlyMap<number, tf.Tensor>): Promise<Map<number, Float32Array>> {
  try {
    const pairs = [...tensors].map(async ([id, tensor]) => [id, (await tensor.data()) as Float32Array] as const);
    return new Map(await Promise.all(pairs));
  } finally {
    tf.dispose([...tensors.values()]);
  }
}

/** Softmax of one row of logits, [classes], in double precision: shares that sum to 1, [classes]. */
export function softmax(logits: Float32Array): Float32Array {
  const largest = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const powers = Array.from(logits, (logit) => Math.exp(logit - largest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return Float32Array.from(powers, (power) => power / sum);
}
