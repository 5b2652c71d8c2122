/**
 * Prints the layer table of a network: `npm run -s describe -- googlenet@bvlc [--input 224] [--json]`.
 */
import {parseArgs} from "node:util";
import {measure, type Sheet} from "../src/lib/analysis/measure.ts";
import {taps, total, type Totals} from "../src/lib/analysis/total.ts";
import {network, networks} from "../src/lib/nets/registry.ts";
import {flatten} from "../src/lib/spec/graph.ts";

const usage = `describe <network> [--input N | --input H,W] [--json]\nnetworks: ${[...networks.keys()].join(", ")}`;

/** What `--json` prints. Totals leave the taps (auxiliary heads) out; `taps` has theirs. */
export function asJson(id: string, sheet: Sheet): object {
  const short = ({params, statistics, macs}: Totals): object => ({params, statistics, macs});
  return {
    network: id,
    input: sheet.input,
    totals: short(total(sheet)),
    taps: Object.fromEntries([...taps(sheet)].map(([path, totals]) => [path, short(totals)])),
    nodes: sheet.rows.map(({path, op, shape, params, macs, receptiveField}) => ({
      path,
      op: op.kind,
      shape,
      params,
      macs,
      receptiveField
    }))
  };
}

/** The layer table as text, a line per node, totals below. */
export function asTable(id: string, sheet: Sheet): string {
  const grouped = (n: number): string => n.toLocaleString("en-GB");
  const header = ["path", "op", "shape", "params", "MACs", "receptive field"];
  const body = sheet.rows.map((row) => [
    row.path,
    row.op.kind,
    row.shape.join("×"),
    row.params === 0 ? "" : grouped(row.params),
    row.macs === 0 ? "" : grouped(row.macs),
    row.receptiveField.size.join("×")
  ]);
  const sums = (name: string, t: Totals): string[] => [name, "", "", grouped(t.params), grouped(t.macs), ""];
  const foot = [sums("total", total(sheet)), ...[...taps(sheet)].map(([path, t]) => sums(`apart: ${path}`, t))];
  const table = [header, ...body, ...foot];
  const widths = header.map((_, column) => Math.max(...table.map((cells) => cells[column]!.length)));
  const line = (cells: string[]): string =>
    cells
      .map((cell, i) => (i < 3 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join("  ")
      .trimEnd();
  const rule = "─".repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  return [
    `${id}, input ${sheet.input.join("×")}`,
    "",
    line(header),
    rule,
    ...body.map(line),
    rule,
    ...foot.map(line)
  ].join("\n");
}

function main(): void {
  const {values, positionals} = parseArgs({
    options: {json: {type: "boolean"}, input: {type: "string"}, help: {type: "boolean", short: "h"}},
    allowPositionals: true
  });
  const [id] = positionals;
  if (values.help || id === undefined) {
    console.log(usage);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const entry = network(id);
  const size = values.input?.split(",").map(Number);
  const input = size === undefined ? entry.input : [size[0]!, size[1] ?? size[0]!, entry.input[2]!];
  const sheet = measure(flatten(entry.net()), input);
  console.log(values.json ? JSON.stringify(asJson(id, sheet)) : asTable(id, sheet));
}

if (import.meta.main) {
  try {
    main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
