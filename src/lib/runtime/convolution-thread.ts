/** A helper thread of the convolutions: takes its share of one after another, and ends with the worker that started it. */
import {type ConvolutionExports, DONE, takePieces, TURN, waitWhile} from "./convolution-share.ts";

/** What a helper is started with. */
export interface ThreadStart {
  module: WebAssembly.Module;
  memory: WebAssembly.Memory;
  control: Int32Array;
}

self.addEventListener("message", async ({data: {module, memory, control}}: MessageEvent<ThreadStart>) => {
  const {exports} = await WebAssembly.instantiate(module, {env: {memory}});
  let turn = Atomics.load(control, TURN);
  self.postMessage("ready");
  for (;;) {
    waitWhile(control, TURN, turn);
    turn = Atomics.load(control, TURN);
    takePieces(control, exports as unknown as ConvolutionExports);
    Atomics.notify(control, DONE); // its starter may sleep by now
  }
});
