/**
 * Records how strong the gradient is at each layer of the deep nets, for readers who have not pressed the button:
 * `node scripts/record-gradients.ts` writes src/components/figures/gradient-depth.json.
 */
import "./extensions.ts";
import {writeFileSync} from "node:fs";
import {createCanvas, Path2D} from "@napi-rs/canvas";
import {DEEP_CHOICES} from "../src/components/parts/deep-choices.ts";
import {startBackend} from "../src/lib/runtime/backend.ts";
import {wasmFolder} from "../src/lib/runtime/node-files.ts";
import {type SceneContext, sceneBatch} from "../src/lib/runtime/scene-batch.ts";

const {DEEP_SIDE, gradientByDepth} = await import("../src/lib/runtime/gradient-depth.ts"); // with extensions.ts in force
const {kinds, spreads, depths, size, seed} = DEEP_CHOICES;
await startBackend({macs: 0, wasmFiles: wasmFolder, force: "wasm"});
const context = createCanvas(DEEP_SIDE, DEEP_SIDE).getContext("2d") as unknown as SceneContext<Path2D>;
const batch = sceneBatch(context, Path2D, {size, side: DEEP_SIDE, seed});
const record: Record<string, number[][]> = {};
for (const {id, spread} of spreads)
  for (const depth of depths) {
    const rows = [];
    for (const {norm, residual} of kinds) {
      const {strengths} = await gradientByDepth({depth, norm, residual}, batch, {spread, seed});
      rows.push(strengths.map((strength) => Number(strength.toPrecision(3))));
    }
    record[`${id} ${depth}`] = rows;
    console.log(id, depth, rows.map((row) => `${row[0]} … ${row.at(-1)}`).join(" | "));
  }
writeFileSync(new URL("../src/components/figures/gradient-depth.json", import.meta.url), `${JSON.stringify(record)}\n`);
