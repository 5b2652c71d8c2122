/** A batch of drawn scenes with their classes, as networks here are fed: bytes to −1 … 1. */
import {type Painter, paintScene} from "../scenes/paint.ts";
import {randomParams} from "../scenes/params.ts";
import {drawScene, labels} from "../scenes/scene.ts";
import type {Batch} from "./train.ts";

/** A context that scenes can be painted into and read back from: a browser's or Node's. */
export interface SceneContext<P> extends Painter<P> {
  getImageData(x: number, y: number, width: number, height: number): {data: ArrayLike<number>};
  clearRect(x: number, y: number, width: number, height: number): void;
}

/**
 * Paints `size` scenes, class by class in turn.
 * @param context at least `side` × `side` pixels, of which it uses the top left
 * @param seed the first scene's; the others follow
 */
export function sceneBatch<P>(
  context: SceneContext<P>,
  Path: new (data: string) => P,
  {size, side, seed}: {size: number; side: number; seed: number}
): Batch {
  const classes = Array.from({length: size}, (_, i) => i % labels.length);
  const pixels = new Float32Array(size * side * side * 3);
  classes.forEach((label, i) => {
    context.clearRect(0, 0, side, side);
    paintScene(context, drawScene(randomParams(seed + i, labels[label]!)), side, Path);
    const {data} = context.getImageData(0, 0, side, side);
    for (let at = 0; at < side * side; at++)
      for (let c = 0; c < 3; c++) pixels[(i * side * side + at) * 3 + c] = data[at * 4 + c]! / 127.5 - 1;
  });
  return {size, pixels, target: {labels: classes}};
}
