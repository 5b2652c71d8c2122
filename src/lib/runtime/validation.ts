/** The bundled validation set: held-out scenes, drawn when they are needed, which no network was trained on. */
import type {Release} from "../nets/releases.ts";
import {paintScene} from "../scenes/paint.ts";
import {heldOutSeeds, randomParams} from "../scenes/params.ts";
import {drawScene, labels} from "../scenes/scene.ts";
import {preprocess} from "./preprocess.ts";

/** Pixels at which scenes are painted before they are reduced; the training pictures were painted so. */
const PAINTED = 128;

/** Paints a picture and gives its RGBA bytes back. */
export type ScenePainter = (
  paint: (context: OffscreenCanvasRenderingContext2D) => void,
  side: number
) => Uint8ClampedArray;

/** Class of a validation scene: they come in turns. */
export function sceneLabel(index: number): number {
  return index % labels.length;
}

/** Draws validation scene `index` and prepares it for a network, [size][size][3]. */
export function scenePixels(index: number, input: Release["input"], painter: ScenePainter = inWorker): Float32Array {
  const scene = drawScene(randomParams(heldOutSeeds.first + index, labels[sceneLabel(index)]!));
  const rgba = painter((context) => paintScene(context, scene, PAINTED, Path2D), PAINTED);
  return preprocess(rgba, PAINTED, PAINTED, input).pixels;
}

const inWorker: ScenePainter = (paint, side) => {
  const context = new OffscreenCanvas(side, side).getContext("2d", {willReadFrequently: true});
  if (context === null) throw new Error("validation scenes: this browser cannot draw in a worker");
  paint(context);
  return context.getImageData(0, 0, side, side).data;
};
