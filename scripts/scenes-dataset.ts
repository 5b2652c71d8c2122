// Writes scenes as CIFAR-10 binary records (a label byte, then the planes R, G, B of 32 × 32), labels in turn:
// node scripts/scenes-dataset.ts --count 30000 --seed 1000 --out FILE [--render 128] [--held-out]
// --seed n counts from the first training seed (see src/lib/scenes/params.ts); --held-out writes held-out seeds instead.
import {closeSync, openSync, writeSync} from "node:fs";
import {parseArgs} from "node:util";
import {heldOutSeeds, trainSeeds} from "../src/lib/scenes/params.ts";
import {sceneRecords} from "./records.ts";

const {values} = parseArgs({
  options: {
    count: {type: "string", default: "30000"},
    seed: {type: "string", default: "0"},
    out: {type: "string"},
    render: {type: "string", default: "128"},
    "held-out": {type: "boolean", default: false}
  }
});

if (!values.out) throw new Error("--out: needs the name of a file");
const count = Number(values.count);
const pixels = Number(values.render);
const range = values["held-out"] ? heldOutSeeds : trainSeeds;
const first = range.first + Number(values.seed);
if (first + count > range.end)
  throw new Error(`--seed and --count: seeds must stay below ${range.end}, found ${first + count}`);

const file = openSync(values.out, "w");
for await (const records of sceneRecords(range, [first, first + count], pixels)) writeSync(file, records);
closeSync(file);
