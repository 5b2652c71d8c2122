/** A network's code as a notebook (nbformat 4.5): what it is, the code, and a check of its counts. */
import {measure, type Shape} from "../analysis/measure.ts";
import {taps, total} from "../analysis/total.ts";
import {flatten} from "../spec/graph.ts";
import type {Net} from "../spec/net.ts";
import {className, type DialectId, dialects, type WriterOptions} from "./dialects.ts";
import {codeCell, markdownCell, notebookText} from "./jupyter.ts";

/** What a notebook is made of: the net and input that were written, the text, and the title above it. */
export interface NotebookOptions extends WriterOptions {
  dialect: DialectId;
  title: string;
  code: string;
}

/** The counts that a notebook checks: trained numbers and running statistics with all heads, and the output's shape. */
interface Counts {
  name: string;
  input: Shape;
  params: number;
  statistics: number;
  heads: boolean;
  output: Shape;
}

/**
 * The notebook as JSON text. Its last cell compares the model's parameters and output with ours.
 * @throws MeasureError where the net does not fit the input
 */
export function notebook(net: Net, {dialect, title, code, input, name}: NotebookOptions): string {
  const cells = [
    markdownCell(`# ${title}\n\n${INTRODUCTION[dialect]}`),
    codeCell(dialect === "tfjs" ? forDeno(code).trimEnd() : code.trimEnd()),
    codeCell(checkOf(net, {dialect, input, ...(name !== undefined && {name})}))
  ];
  return notebookText(cells, dialects[dialect].language);
}

/**
 * Code that builds the model, and fails if its parameters or its output are not ours.
 * @throws MeasureError where the net does not fit the input
 */
export function checkOf(net: Net, {dialect, input, name}: WriterOptions & {dialect: DialectId}): string {
  const sheet = measure(flatten(net), input);
  const all = [total(sheet), ...taps(sheet).values()];
  const sum = (key: "params" | "statistics"): number => all.reduce((total, one) => total + one[key], 0);
  const output = sheet.rows[sheet.graph.outputs.get("output")!]!.shape;
  return CHECK[dialect]({
    ...{name: className(net, name), input, output, heads: all.length > 1},
    ...{params: sum("params"), statistics: sum("statistics")}
  });
}

// A notebook's cells are no modules: nothing is exported, and Deno is told where packages come from.
const forDeno = (code: string): string =>
  code.replace(/^export /gm, "").replace('"@tensorflow/tfjs"', '"npm:@tensorflow/tfjs@4.22.0"');

const INTRODUCTION: Readonly<Record<DialectId, string>> = {
  pytorch: "Written by Inside Inception from its description of the network. Needs PyTorch; the weights are fresh.",
  keras:
    "Written by Inside Inception from its description of the network. Needs Keras 3 with any backend; the weights are fresh.",
  tfjs: "Written by Inside Inception from its description of the network. Runs in Deno's Jupyter kernel; the weights are fresh."
};

const digits = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, "_");

const CHECK: Readonly<Record<DialectId, (counts: Counts) => string>> = {
  pytorch: ({name, input: [height, width, channels], params, output}) => `import torch

model = ${name}().eval()
count = sum(parameter.numel() for parameter in model.parameters())
assert count == ${digits(params)}, f"{count:,} parameters"
with torch.no_grad():
    output = model(torch.rand(1, ${channels}, ${height}, ${width}))
assert tuple(output.shape) == (1, ${[output.at(-1)!, ...output.slice(0, -1)].join(", ")}), output.shape
print(f"{count:,} parameters, output {tuple(output.shape)}")`,
  keras: ({input, params, statistics, output, heads}) => `import numpy as np

model = build_model(${heads ? "heads=True" : ""})
count = model.count_params()  # running statistics too: Keras counts them
assert count == ${digits(params + statistics)}, f"{count:,} parameters"
output = ${heads ? "build_model()" : "model"}(np.random.rand(1, ${input.join(", ")}).astype("float32"))
assert tuple(output.shape) == (1, ${output.join(", ")}), output.shape
print(f"{count:,} parameters, output {tuple(output.shape)}")`,
  tfjs: ({
    input,
    params,
    statistics,
    output,
    heads
  }) => `const count = buildModel(${heads ? "{heads: true}" : ""}).countParams(); // running statistics too
console.assert(count === ${digits(params + statistics)}, count);
const output = buildModel().predict(tf.randomUniform([1, ${input.join(", ")}]));
console.assert(output.shape.join() === "${[1, ...output].join()}", output.shape);
console.log(count, "parameters, output", output.shape);`
};
