/**
 * Records how large the activations are along stacks of residual blocks, and how far one step moves them, for readers who have not
 * pressed the button: `node scripts/record-activations.ts` writes src/components/figures/activation-depth.json.
 */
import "./extensions.ts";
import {writeFileSync} from "node:fs";
import {createCanvas, Path2D} from "@napi-rs/canvas";
import {STACK_CHOICES, stackAt} from "../src/components/parts/stack-choices.ts";
import {type ResidualStack, STACK_SIDE} from "../src/lib/nets/residual-stack.ts";
import {startBackend} from "../src/lib/runtime/backend.ts";
import type {Spread} from "../src/lib/runtime/initial-weights.ts";
import {wasmFolder} from "../src/lib/runtime/node-files.ts";
import {type SceneContext, sceneBatch} from "../src/lib/runtime/scene-batch.ts";

const {activationByDepth} = await import("../src/lib/runtime/activation-depth.ts"); // with extensions.ts in force
const {branches, scales, spread: usual, rate, size, seed} = STACK_CHOICES;
await startBackend({macs: 0, wasmFiles: wasmFolder, force: "wasm"});
const context = createCanvas(STACK_SIDE, STACK_SIDE).getContext("2d") as unknown as SceneContext<Path2D>;
const batch = sceneBatch(context, Path2D, {size, side: STACK_SIDE, seed});
const record: Record<string, {sizes: (number | null)[]; moves: (number | null)[]}> = {};
// JSON has no infinity: null.
const rounded = (values: readonly number[]): (number | null)[] =>
  values.map((value) => (Number.isFinite(value) ? Number(value.toPrecision(3)) : null));

async function keep(name: string, stack: ResidualStack, spread: Spread = usual): Promise<void> {
  const {sizes, moves} = await activationByDepth(stack, batch, {spread, seed, rate});
  record[name] = {sizes: rounded(sizes), moves: rounded(moves)};
  console.log(name, sizes[0], "…", sizes.at(-1), "moved", moves.at(-1));
}

for (const {id, norm} of branches)
  for (let scale = scales.min; scale <= scales.max; scale += scales.step)
    await keep(`${id} ${scale}`, stackAt(scale, norm));
// For the text: other first weights, and other widths.
for (const scale of [10, 100]) {
  await keep(`glorot ${scale}`, stackAt(scale, true), "glorot");
  for (const narrow of [8, 4]) await keep(`narrow-${narrow} ${scale}`, {...stackAt(scale, true), narrow});
}
writeFileSync(
  new URL("../src/components/figures/activation-depth.json", import.meta.url),
  `${JSON.stringify(record)}\n`
);
