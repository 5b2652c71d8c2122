/** How a network's cost grows when every layer is made wider by the same factor. */
import type {Row, Sheet} from "./measure.ts";

/** The parts of a cost that stay, that grow with the width, and that grow with its square. */
export interface Growth {
  fixed: number;
  linear: number;
  square: number;
}

/** Growth of multiply–adds and of trained numbers. */
export interface WidthGrowth {
  macs: Growth;
  params: Growth;
}

/**
 * Splits a network's cost by how it grows with the width of all its layers: the picture's channels and the classes stay. Heads
 * beside the main line are left out.
 */
export function widthGrowth(sheet: Sheet): WidthGrowth {
  const inside = ancestors(sheet);
  const growth = {macs: {fixed: 0, linear: 0, square: 0}, params: {fixed: 0, linear: 0, square: 0}};
  const last = lastLayer(sheet);
  for (const row of sheet.rows) {
    if (!inside.has(row.id)) continue;
    const powers = powersOf(sheet, row, last);
    growth.macs[powers.weights] += row.macs;
    for (const {name, shape} of row.weights) {
      const size = shape.reduce((a, b) => a * b, 1);
      if (name !== "mean" && name !== "variance")
        growth.params[name === "weight" ? powers.weights : powers.out] += size;
    }
  }
  return growth;
}

/** A cost at a factor of the width. */
export function costAt({fixed, linear, square}: Growth, factor: number): number {
  return fixed + linear * factor + square * factor ** 2;
}

/** The layers with weights that read the input itself or pools of it. */
export function firstLayers(sheet: Sheet): Row[] {
  return sheet.rows.filter((row) => row.macs > 0 && readsInput(sheet, row));
}

type Power = keyof Growth;

// A layer's weights have two sides; the picture's and the classes' do not grow.
function powersOf(sheet: Sheet, row: Row, last: number): {weights: Power; out: Power} {
  const first = readsInput(sheet, row);
  const end = row.id === last;
  return {weights: first && end ? "fixed" : first || end ? "linear" : "square", out: end ? "fixed" : "linear"};
}

function readsInput({rows, graph}: Sheet, {id}: Row): boolean {
  let at = graph.nodes[id]!.inputs[0] ?? 0;
  while (at !== 0 && rows[at]!.op.kind !== "conv" && rows[at]!.op.kind !== "dense") at = graph.nodes[at]!.inputs[0]!;
  return at === 0;
}

function lastLayer({graph, rows}: Sheet): number {
  let at = graph.outputs.get("output")!;
  while (rows[at]!.op.kind !== "conv" && rows[at]!.op.kind !== "dense") at = graph.nodes[at]!.inputs[0]!;
  return at;
}

function ancestors({graph}: Sheet): Set<number> {
  const needed = new Set([graph.outputs.get("output")!]);
  for (let id = graph.nodes.length - 1; id >= 0; id--)
    if (needed.has(id)) for (const from of graph.nodes[id]!.inputs) needed.add(from);
  return needed;
}
