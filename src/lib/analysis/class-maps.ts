/** How a network's last map becomes its votes. */
import type {Shape, Sheet} from "./measure.ts";

/** The map that is averaged at the end, and whether it has one channel per class, so that no weights follow. */
export interface ClassTail {
  shape: Shape;
  weightless: boolean;
}

/**
 * Finds "map → mean (→ dropout → linear layer)" at the end of the main line.
 * @throws if the network ends in another way
 */
export function classTail({graph, rows}: Sheet): ClassTail {
  let id = graph.outputs.get("output")!;
  const back = (): number => graph.nodes[id]!.inputs[0]!;
  const kind = (): string => graph.nodes[id]!.op.kind;
  if (kind() === "softmax") id = back();
  const weightless = kind() !== "dense";
  if (!weightless) id = back();
  if (kind() === "dropout") id = back();
  if (kind() !== "globalAvgPool") throw new Error(`a map per class needs a mean at the end, found ${kind()}`);
  return {shape: rows[back()]!.shape, weightless};
}
