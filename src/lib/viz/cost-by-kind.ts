/** What a network costs at each step of its depth, split by kinds of branches: the data of the explorer's charts. */
import {isInPlace} from "../analysis/memory.ts";
import type {Sheet} from "../analysis/measure.ts";
import type {Scope} from "../spec/graph.ts";
import {type BranchKind, branchKind} from "./colour.ts";
import {mainSteps} from "./drawn.ts";

/** What can be charted. */
export type CostKey = "macs" | "params" | "bytes";

/** The cost of the layers of one kind in one step of the main line. */
export interface KindCost {
  step: string;
  /** Place of the step along the main line, from 0. */
  index: number;
  branch: BranchKind;
  macs: number;
  params: number;
  /** Bytes of activations in float32. */
  bytes: number;
}

/** All costs by step and kind, in the network's order; what costs nothing is left out, heads are unless asked for. */
export function costsByKind(sheet: Sheet, {heads = false} = {}): KindCost[] {
  const steps = mainSteps(sheet, sheet.graph.outline).filter(({kind}) => heads || kind !== "tap");
  const covered = steps.flatMap((step, index) => stepCosts(sheet, step, index));
  return covered.filter(({macs, params, bytes}) => macs + params + bytes > 0);
}

function stepCosts(sheet: Sheet, step: Scope, index: number): KindCost[] {
  const costs = new Map<BranchKind, KindCost>();
  for (const {path, op, macs, params, bytes} of sheet.rows.slice(step.start, step.end)) {
    const branch = branchKind(sheet.graph, path);
    const cost = costs.get(branch) ?? {step: step.path, index, branch, macs: 0, params: 0, bytes: 0};
    cost.macs += macs;
    cost.params += params;
    if (!isInPlace(op)) cost.bytes += bytes;
    costs.set(branch, cost);
  }
  return [...costs.values()];
}

/** The costs of a whole network by kind, in the order of `KINDS`. */
export function sumsByKind(costs: readonly KindCost[], key: CostKey): {branch: BranchKind; value: number}[] {
  return KINDS.map((branch) => ({
    branch,
    value: costs.reduce((sum, one) => sum + (one.branch === branch ? one[key] : 0), 0)
  })).filter(({value}) => value > 0);
}

/** The step that costs most, all its kinds together; undefined where nothing costs anything. */
export function mostCostly(costs: readonly KindCost[], key: CostKey): {step: string; value: number} | undefined {
  const sums = new Map<string, number>();
  for (const one of costs) sums.set(one.step, (sums.get(one.step) ?? 0) + one[key]);
  const [most] = [...sums].sort(([, a], [, b]) => b - a);
  return most === undefined || most[1] === 0 ? undefined : {step: most[0], value: most[1]};
}

/** The kinds of branches in the order in which charts stack them. */
export const KINDS: readonly BranchKind[] = ["1x1", "3x3", "5x5", "asym", "pool", "residual", "other"];
