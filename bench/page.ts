/** The page of the benchmark: contestants take turns, so that a noisy machine is as noisy for each. */
import type {Contestant, Lap} from "./worker.ts";

/** All laps of one contestant, in milliseconds, and its last logits. */
export interface Laps {
  milliseconds: number[];
  logits: number[];
}

function ask<Answer>(worker: Worker, question: Contestant | "run"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({data}: MessageEvent<Answer & {failed?: string}>) =>
      data.failed === undefined ? resolve(data) : reject(new Error(data.failed));
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(question);
  });
}

/** Starts the contestants, lets each run `warm` times unmeasured, then `rounds` times in turn. */
async function race(contestants: readonly Contestant[], rounds: number, warm: number): Promise<Laps[]> {
  const workers = contestants.map(() => new Worker(new URL("./worker.ts", import.meta.url), {type: "module"}));
  const laps: Laps[] = contestants.map(() => ({milliseconds: [], logits: []}));
  for (const [i, worker] of workers.entries()) await ask(worker, contestants[i]!);
  for (let round = -warm; round < rounds; round++)
    for (const [i, worker] of workers.entries()) {
      const {milliseconds, logits} = await ask<Lap>(worker, "run");
      if (round >= 0) laps[i]!.milliseconds.push(milliseconds);
      laps[i]!.logits = [...logits];
    }
  for (const worker of workers) worker.terminate();
  return laps;
}

Object.assign(window, {race});
