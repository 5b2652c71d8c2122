import {expect, test} from "vitest";
import {isSoftware, preference, selfCheck, startBackend, threadCount} from "../../src/lib/runtime/backend.ts";
import {wasmFolder} from "../../src/lib/runtime/node-files.ts";
import {use} from "./models.ts";

test("preference(macs) puts WebAssembly first for small networks, the GPU first for large ones, plain JavaScript last", () => {
  expect(preference(25e6)).toEqual(["wasm", "webgpu", "webgl", "cpu"]);
  expect(preference(1.6e9)).toEqual(["webgpu", "webgl", "wasm", "cpu"]);
});

test("threadCount(isolated, cores, macs) is all of two cores, half of more, at most eight; one without isolation or for a small network", () => {
  expect([1, 2, 3, 4, 8, 16, 64].map((cores) => threadCount(true, cores, 1.5e9))).toEqual([1, 2, 1, 2, 4, 8, 8]);
  expect(threadCount(false, 16, 1.5e9)).toBe(1);
  expect(threadCount(true, 16, 25e6)).toBe(1);
});

test("isSoftware(name) knows processors that play graphics device", () => {
  expect(isSoftware("ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)")).toBe(true);
  expect(isSoftware("Mesa llvmpipe (LLVM 15.0.6, 256 bits)")).toBe(true);
  expect(isSoftware("Microsoft Basic Render Driver")).toBe(true);
  expect(isSoftware("ANGLE (Intel, Mesa Intel(R) UHD Graphics 620, OpenGL 4.6)")).toBe(false);
});

test("where there is no GPU a large network falls through to WebAssembly", async () => {
  expect(await startBackend({macs: 1e9, wasmFiles: wasmFolder})).toEqual({
    ...{backend: "wasm", threads: 1, simd: true, precision: 32}
  });
});

test("a backend that cannot start is named with the reason", async () => {
  await expect(startBackend({macs: 0, wasmFiles: wasmFolder, force: "wasm", threads: 2})).rejects.toThrow(
    "no way to compute works in this browser (wasm: is already running with another number of threads); try a newer one"
  );
});

test.each(["wasm", "cpu"] as const)("selfCheck() passes on %s", async (name) => {
  await use(name);
  await expect(selfCheck()).resolves.toBeUndefined();
});
