/**
 * Weights of a network: the tensors a sheet asks for, found by name in a file, every name and shape checked.
 */
import type {Sheet, Weight} from "../analysis/measure.ts";
import type {StoredTensor} from "./safetensors.ts";

/** The tensors of one node in PyTorch's layout, by their short names. */
export type NodeWeights = Partial<Record<Weight["name"], Float32Array>>;

/** The tensors of every node that has any, by node id. */
export type Weights = ReadonlyMap<number, NodeWeights>;

/** A tensor that a sheet asks for, with its name in PyTorch's `state_dict`. */
export interface WantedTensor {
  node: number;
  weight: Weight;
  name: string;
}

const STATE_NAMES: Record<Weight["name"], string> = {
  weight: "weight",
  bias: "bias",
  scale: "weight",
  shift: "bias",
  mean: "running_mean",
  variance: "running_var"
};

/** The tensors a sheet asks for, in network order: path `3a/1x1/bn` and scale give `3a.1x1.bn.weight`. */
export function wantedTensors(sheet: Sheet): WantedTensor[] {
  return sheet.rows.flatMap(({id, path, weights}) =>
    weights.map((weight) => ({node: id, weight, name: `${path.replaceAll("/", ".")}.${STATE_NAMES[weight.name]}`}))
  );
}

/** Weights whose names or shapes are not those of the network; `missing`, `extra` and `differing` list all of them. */
export class WeightsError extends Error {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  readonly differing: readonly string[];
  constructor(missing: readonly string[], extra: readonly string[], differing: readonly string[]) {
    const parts = [listed("missing", missing), listed("extra", extra), listed("differing in shape", differing)];
    super(`weights do not fit the network: ${parts.filter((part) => part !== "").join("; ")}`);
    this.name = "WeightsError";
    this.missing = missing;
    this.extra = extra;
    this.differing = differing;
  }
}

const LISTED = 6;

function listed(what: string, names: readonly string[]): string {
  if (names.length === 0) return "";
  const more = names.length > LISTED ? ` and ${names.length - LISTED} more` : "";
  return `${names.length} ${what} (${names.slice(0, LISTED).join(", ")}${more})`;
}

/** How to bind a file: `rename` turns the name a sheet asks for into the file's name; `heads: false` leaves taps without weights. */
export interface BindOptions {
  rename?: (name: string) => string;
  heads?: boolean;
}

/**
 * Finds the tensors of every node in a file. A running mean may be left out: it is 0, as in files whose means were moved
 * into the shifts to save space.
 * @throws WeightsError listing missing, extra and differing tensors
 */
export function bindWeights(
  sheet: Sheet,
  file: ReadonlyMap<string, StoredTensor>,
  {rename = (name) => name, heads = true}: BindOptions = {}
): Weights {
  const needed = heads ? null : ancestors(sheet);
  const weights = new Map<number, NodeWeights>();
  const [missing, differing, used]: [string[], string[], Set<string>] = [[], [], new Set()];
  for (const {node, weight, name} of wantedTensors(sheet)) {
    if (needed !== null && !needed.has(node)) continue;
    const stored = rename(name);
    const tensor = file.get(stored);
    if (tensor === undefined && weight.name === "mean")
      weights.set(node, {...weights.get(node), mean: new Float32Array(weight.shape[0]!)});
    else if (tensor === undefined) missing.push(stored);
    else if (tensor.shape.join() !== weight.shape.join())
      differing.push(`${stored}: needs ${weight.shape.join("×")}, found ${tensor.shape.join("×")}`);
    else weights.set(node, {...weights.get(node), [weight.name]: tensor.values});
    used.add(stored);
  }
  const extra = [...file.keys()].filter((name) => !used.has(name));
  if (missing.length + extra.length + differing.length > 0) throw new WeightsError(missing, extra, differing);
  return weights;
}

// The nodes that the main output depends on.
function ancestors({graph}: Sheet): Set<number> {
  const found = new Set<number>();
  const visit = (id: number): void => {
    if (found.has(id)) return;
    found.add(id);
    graph.nodes[id]!.inputs.forEach(visit);
  };
  visit(graph.outputs.get("output")!);
  return found;
}
