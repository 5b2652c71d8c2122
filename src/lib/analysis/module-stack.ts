/** What a network's modules hand on and what they cost, one after another. */
import {branchModules} from "./branch-modules.ts";
import type {Sheet} from "./measure.ts";
import {total} from "./total.ts";

/** A branch of a module: what it adds to the stack, and its whole cost. */
export interface StackedBranch {
  name: string;
  path: string;
  channels: number;
  macs: number;
  /** Whether it has no weights at all, and so hands on every channel that comes in. */
  passes: boolean;
}

/** A module with its branches, in the order of the concatenation. */
export interface StackedModule {
  name: string;
  side: number;
  channelsIn: number;
  channels: number;
  macs: number;
  params: number;
  branches: StackedBranch[];
}

/** The modules of a network, in order. */
export function moduleStack(sheet: Sheet): StackedModule[] {
  const channelsAt = (id: number): number => sheet.rows[id]!.shape.at(-1)!;
  return branchModules(sheet.graph).map((scope) => {
    const {macs, params} = total(sheet, scope);
    const branches = scope.parts.map((part) => {
      const sums = total(sheet, part);
      const channels = channelsAt(part.output);
      return {name: part.name, path: part.path, channels, macs: sums.macs, passes: sums.params === 0};
    });
    return {
      ...{name: scope.name, side: sheet.rows[scope.output]!.shape[0]!, macs, params, branches},
      channelsIn: channelsAt(sheet.graph.nodes[scope.start]!.inputs[0]!),
      channels: channelsAt(scope.output)
    };
  });
}
