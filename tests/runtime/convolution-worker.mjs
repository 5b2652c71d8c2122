/** A helper thread of the convolutions in Node: gives it a browser's `self`, then loads it. */
import {parentPort} from "node:worker_threads";

const early = [];
let listener;
parentPort.on("message", (data) => (listener === undefined ? early.push(data) : listener({data})));
globalThis.self = {
  addEventListener(_, given) {
    listener = given;
    early.forEach((data) => listener({data}));
  },
  postMessage: (message) => parentPort.postMessage(message)
};
await import("../../src/lib/runtime/convolution-thread.ts");
