/**
 * Where a network can be left: its auxiliary heads by depth, then its end. Who is ready to leave asks every head on the way, so
 * the end costs more than the network alone.
 */
import type {Sheet} from "./measure.ts";
import {neededMacs} from "./needed.ts";

/** One place to leave. */
export interface Exit {
  /** Path of the head, "output" for the network's own. */
  path: string;
  /** Name of the part that the head stands behind; empty for the end. */
  after: string;
  /** Multiply–adds up to here: what leads to the head, the head, and all heads that were asked on the way. */
  macs: number;
}

/** All exits of a network, shallowest first. */
export function exitsOf(sheet: Sheet): Exit[] {
  const {parts} = sheet.graph.outline;
  const heads = parts.flatMap(({kind, path}, at) =>
    kind === "tap" ? [{path, after: parts.slice(0, at).findLast((part) => part.kind !== "tap")?.name ?? ""}] : []
  );
  const exits = [...heads, {path: "output", after: ""}];
  const pathsTo = (at: number): string[] => exits.slice(0, at + 1).map(({path}) => path);
  return exits.map((exit, at) => ({...exit, macs: neededMacs(sheet, [], pathsTo(at))}));
}

/** The first exit whose best share reaches a threshold; the last if none does. */
export function leavesAt(shares: readonly (readonly number[])[], threshold: number): number {
  const found = shares.findIndex((one) => Math.max(...one) >= threshold);
  return found < 0 ? shares.length - 1 : found;
}
