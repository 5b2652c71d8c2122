/** Training as a page sees it: one worker per page, started by the first task. Imports no TensorFlow.js. */
import type {TrainAnswer, TrainAsk, TrainResult, TrainTask} from "./train-protocol.ts";

export type {ActivationResult, GradientResult, GradientTask} from "./train-protocol.ts";

let worker: Worker | null = null;
let count = 0;

/**
 * Does a task in the training worker.
 * @throws an Error whose message is one sentence for the reader; the next task works
 */
export function train<Task extends TrainTask>(task: Task): Promise<TrainResult<Task>> {
  const running = (worker ??= new Worker(new URL("./train-worker.ts", import.meta.url), {type: "module"}));
  const ask: TrainAsk = {id: ++count, task};
  return new Promise((resolve, reject) => {
    const stop = new AbortController();
    const settle = (act: () => void): void => {
      stop.abort();
      act();
    };
    running.addEventListener(
      "message",
      ({data}: MessageEvent<TrainAnswer>) => {
        if (data.id !== ask.id) return;
        settle(() =>
          data.kind === "done" ? resolve(data.result as TrainResult<Task>) : reject(new Error(data.message))
        );
      },
      {signal: stop.signal}
    );
    running.addEventListener(
      "error",
      (event) => {
        event.preventDefault();
        worker = null;
        running.terminate();
        settle(() => reject(new Error("the training program stopped; try again, it will be started anew")));
      },
      {signal: stop.signal}
    );
    running.postMessage(ask);
  });
}
