/** How deep a network is, and where its maps end. */
import type {Row, Sheet} from "./measure.ts";

/**
 * Layers with weights (convolutions, dense) on the longest way from the input to each node; a join takes its deepest branch.
 * The paper counts GoogLeNet's 22 layers so (arXiv 1409.4842, section 5).
 */
export function depths(sheet: Sheet): number[] {
  const depth: number[] = [];
  for (const {id, op} of sheet.rows) {
    const before = Math.max(0, ...sheet.graph.nodes[id]!.inputs.map((input) => depth[input]!));
    depth.push(before + (op.kind === "conv" || op.kind === "dense" ? 1 : 0));
  }
  return depth;
}

/** The depth of the network's output. */
export function depth(sheet: Sheet): number {
  return depths(sheet)[sheet.graph.outputs.get("output")!]!;
}

/**
 * The last map on the main line before it is pooled to a fixed grid, averaged or flattened; the input if there is none.
 */
export function lastMap(sheet: Sheet): Row {
  let row = sheet.rows[sheet.graph.outputs.get("output")!]!;
  while (row.id > 0 && (row.shape.length < 3 || row.op.kind === "adaptiveAvgPool"))
    row = sheet.rows[sheet.graph.nodes[row.id]!.inputs[0]!]!;
  return row;
}
