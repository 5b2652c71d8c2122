/**
 * Writes a network as an ONNX model (opset 17, NCHW, float32), batch normalisation folded in, for the race against
 * onnxruntime-web. Field numbers are those of onnx.proto: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
 */
import type {Row, Sheet} from "../src/lib/analysis/measure.ts";
import {affineOf, fold, foldablePairs} from "../src/lib/runtime/fold.ts";
import type {Weights} from "../src/lib/runtime/weights.ts";
import {bytes, type Field, int, join, message, text} from "./protobuf.ts";

const FLOAT = 1;
const ATTRIBUTE = {int: 2, ints: 7} as const;

/**
 * The main line of a network as a model with input "input" [1, channels, height, width] and output "output".
 * @throws for operations that GoogLeNet and compact-v1 do not have
 */
export function onnx(sheet: Sheet, weights: Weights): Uint8Array<ArrayBuffer> {
  const {graph, rows} = sheet;
  const pairs = foldablePairs(graph);
  const folded = new Set(pairs.values());
  const needed = ancestors(sheet);
  const nodes: Field[] = [];
  const initializers: Field[] = [];
  const names = new Map<number, string>([[0, "input"]]);

  const push = (kind: string, row: Row, inputs: readonly string[], attributes: readonly Field[] = []): void => {
    const output = String(row.id);
    nodes.push(
      message(1, [
        ...inputs.map((name) => text(1, name)),
        text(2, output),
        text(3, row.path),
        text(4, kind),
        ...attributes
      ])
    );
    names.set(row.id, output);
  };
  const store = (name: string, shape: readonly number[], values: Float32Array): string => {
    const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    initializers.push(message(5, [...shape.map((n) => int(1, n)), int(2, FLOAT), text(8, name), bytes(9, raw)]));
    return name;
  };
  const layer = (row: Row): string[] => {
    const own = weights.get(row.id)!;
    const norm = rows[pairs.get(row.id) ?? -1];
    const {weight, bias} =
      norm?.op.kind === "batchNorm"
        ? fold(own.weight!, own.bias, affineOf(weights.get(norm.id)!, norm.op.eps))
        : {weight: own.weight!, bias: own.bias};
    const stored = store(`${row.id}.weight`, row.weights[0]!.shape, weight);
    return bias === undefined ? [stored] : [stored, store(`${row.id}.bias`, [bias.length], bias)];
  };

  for (const {id, op, inputs} of graph.nodes) {
    if (id === 0 || !needed.has(id)) continue;
    const row = rows[id]!;
    const given = inputs.map((from) => names.get(from)!);
    if (op.kind === "dropout" || (op.kind === "batchNorm" && folded.has(id))) names.set(id, given[0]!);
    else if (op.kind === "conv")
      push("Conv", row, [...given, ...layer(row)], [...windowOf(row), attribute("group", op.groups)]);
    else if (op.kind === "maxPool") push("MaxPool", row, given, windowOf(row));
    else if (op.kind === "relu") push("Relu", row, given);
    else if (op.kind === "concat") push("Concat", row, given, [attribute("axis", 1)]);
    else if (op.kind === "globalAvgPool") {
      nodes.push(message(1, [text(1, given[0]!), text(2, `${id}.map`), text(4, "GlobalAveragePool")]));
      push("Flatten", row, [`${id}.map`], [attribute("axis", 1)]);
    } else if (op.kind === "dense") push("Gemm", row, [...given, ...layer(row)], [attribute("transB", 1)]);
    else throw new Error(`${row.path}: ${op.kind} is not written to ONNX`);
  }

  const output = graph.outputs.get("output")!;
  const [height, width, channels] = sheet.input;
  const body = [
    ...nodes,
    text(2, "network"),
    ...initializers,
    valueInfo(11, "input", [1, channels!, height!, width!]),
    valueInfo(12, names.get(output)!, [1, ...rows[output]!.shape])
  ];
  return join([int(1, 8), message(7, body), message(8, [text(1, ""), int(2, 17)])]);
}

function ancestors({graph}: Sheet): Set<number> {
  const found = new Set<number>();
  const visit = (id: number): void => {
    if (found.has(id)) return;
    found.add(id);
    graph.nodes[id]!.inputs.forEach(visit);
  };
  visit(graph.outputs.get("output")!);
  return found;
}

function attribute(name: string, value: number | readonly number[]): Field {
  return typeof value === "number"
    ? message(5, [text(1, name), int(3, value), int(20, ATTRIBUTE.int)])
    : message(5, [text(1, name), ...value.map((n) => int(8, n)), int(20, ATTRIBUTE.ints)]);
}

// Rounding up is part of the padding already: the measured margins reach as far as the last window does.
function windowOf({op, pad}: Row): Field[] {
  if (!("kernel" in op)) return [];
  const {top, left, bottom, right} = pad!;
  return [
    attribute("kernel_shape", op.kernel),
    attribute("strides", op.stride),
    attribute("pads", [top, left, bottom, right])
  ];
}

function valueInfo(field: number, name: string, shape: readonly number[]): Field {
  const dimensions = shape.map((n) => message(1, [int(1, n)]));
  return message(field, [text(1, name), message(2, [message(1, [int(1, FLOAT), message(2, dimensions)])])]);
}
