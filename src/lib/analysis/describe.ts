/** A measured network as JSON: what `describe --json` prints and the explorer saves. */
import {isInPlace, peakMemory} from "./memory.ts";
import type {Sheet} from "./measure.ts";
import {taps, total, type Totals} from "./total.ts";

/** All facts of a sheet. Totals leave the taps (auxiliary heads) out; `taps` has theirs. Bytes are of activations in float32. */
export function asJson(id: string, sheet: Sheet): object {
  const short = ({params, statistics, macs}: Totals): object => ({params, statistics, macs});
  return {
    network: id,
    input: sheet.input,
    totals: short(total(sheet)),
    taps: Object.fromEntries([...taps(sheet)].map(([path, totals]) => [path, short(totals)])),
    peak: peakMemory(sheet),
    nodes: sheet.rows.map(({path, op, shape, params, statistics, macs, bytes, receptiveField}) => ({
      path,
      op: op.kind,
      shape,
      params,
      statistics,
      macs,
      bytes: isInPlace(op) ? 0 : bytes,
      receptiveField
    }))
  };
}
