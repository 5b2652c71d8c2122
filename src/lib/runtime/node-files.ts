/** The WebAssembly binaries for scripts and tests, which run in Node. */
import {createRequire} from "node:module";
import {dirname, join} from "node:path";

/** Folder of TensorFlow.js's WebAssembly binaries in `node_modules`. */
export const wasmFolder = join(
  dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json")),
  "wasm-out/"
);
