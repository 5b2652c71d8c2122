/** A measured network as a table of plain text: per node, or per step of the main line. */
import {peakMemory} from "../analysis/memory.ts";
import type {Sheet} from "../analysis/measure.ts";
import {taps, total, type Totals} from "../analysis/total.ts";
import {costRows} from "./cost-rows.ts";
import {exact, pairText, shapeText} from "./format.ts";

type Cells = readonly string[];

const count = (n: number): string => (n === 0 ? "" : exact(n));

/** A line per node, totals below. */
export function layerTable(id: string, sheet: Sheet): string {
  const body = sheet.rows.map((row) => [
    ...[row.path, row.op.kind, shapeText(row.shape), count(row.params), count(row.macs)],
    pairText(row.receptiveField.size)
  ]);
  const sums = (name: string, {params, macs}: Totals): Cells => [name, "", "", exact(params), exact(macs), ""];
  return table(id, sheet, ["path", "op", "shape", "params", "MACs", "receptive field"], body, [
    sums("total", total(sheet)),
    ...[...taps(sheet)].map(([path, totals]) => sums(`apart: ${path}`, totals))
  ]);
}

/** A line per step of the main line, modules whole, heads apart; statistics and the peak of memory below. */
export function moduleTable(id: string, sheet: Sheet): string {
  const rows = costRows(sheet, new Set());
  const body = rows.map((row) => [
    ...[
      `${row.plan.head ? "apart: " : ""}${row.plan.path}`,
      row.plan.notation,
      shapeText(row.shape),
      count(row.params)
    ],
    ...[count(row.macs), pairText(row.field)]
  ]);
  const {params, macs, statistics} = total(sheet);
  const peak = peakMemory(sheet);
  return table(id, sheet, ["path", "op", "shape", "params", "MACs", "receptive field"], body, [
    ["total", "", "", exact(params), exact(macs), ""],
    ["running statistics", "", "", exact(statistics), "", ""],
    [`peak memory, bytes, at ${peak.path}`, "", "", exact(peak.bytes), "", ""]
  ]);
}

function table(id: string, sheet: Sheet, header: Cells, body: readonly Cells[], foot: readonly Cells[]): string {
  const all = [header, ...body, ...foot];
  const widths = header.map((_, column) => Math.max(...all.map((cells) => cells[column]!.length)));
  const pad = (cell: string, i: number): string => (i < 3 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!));
  const line = (cells: Cells): string => cells.map(pad).join("  ").trimEnd();
  const rule = "─".repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  const title = `${id}, input ${shapeText(sheet.input)}`;
  return [title, "", line(header), rule, ...body.map(line), rule, ...foot.map(line)].join("\n");
}
