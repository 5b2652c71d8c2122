/**
 * Vite plugin that keeps the threads of TensorFlow.js's WebAssembly backend alive in a minified build.
 *
 * The backend hands its helper threads the Emscripten factory as a string, `factory.toString()`. Minified, that string names
 * variables of the bundle that a thread does not have ("e is not defined"). Here the string is the untouched source instead.
 * It belongs in `vite.plugins` and in `vite.worker.plugins`. Throws if the backend no longer looks as expected.
 */
export function tfjsThreads() {
  return {
    name: "tfjs-threads",
    transform(code, id) {
      if (!/tfjs-backend-wasm\/dist\/backend_wasm\.js$/.test(id.split("?")[0] ?? "")) return undefined;
      if (!code.includes(stringified)) throw new Error(`${id}: needed \`${stringified}\`, found none`);
      return {
        code: `import threadedSource from "../wasm-out/tfjs-backend-wasm-threaded-simd.js?raw";\n${code.replace(
          stringified,
          "threadedSource"
        )}`,
        map: null
      };
    }
  };
}

const stringified = "`var WasmBackendModuleThreadedSimd = ` +\n                    wasmFactoryThreadedSimd.toString()";
