/** Windows with a stride that end before the map does: what they drop at the bottom and on the right. */
import {hasWindow, type Sheet} from "./measure.ts";

/** A layer that leaves rows of its input unseen, and how many. */
export interface Unseen {
  path: string;
  rows: number;
}

/** The layers whose last windows do not reach the end of their input, in the order of the nodes; the vertical axis. */
export function unseenRows({graph, rows}: Sheet): Unseen[] {
  return rows.flatMap((row) => {
    if (row.pad === null || !hasWindow(row.op)) return [];
    const input = rows[graph.nodes[row.id]!.inputs[0]!]!.shape[0]!;
    const {kernel, stride} = row.op;
    const reached = (row.shape[0]! - 1) * stride[0] + kernel[0] - row.pad.top;
    return reached < input ? [{path: row.path, rows: input - reached}] : [];
  });
}
