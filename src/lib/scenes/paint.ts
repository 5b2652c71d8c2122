import type {Scene} from "./scene.ts";

/** What painting needs of a canvas context: a CanvasRenderingContext2D, an OffscreenCanvas's context and those of Node have it. */
export type Painter<P> = {
  save(): void;
  restore(): void;
  scale(x: number, y: number): void;
  clip(path: P): void;
  fill(path: P): void;
  stroke(path: P): void;
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  globalAlpha: number;
};

/**
 * Paints a scene into the top left square of `pixels` × `pixels` of a context. `Path` is the Path2D constructor that
 * belongs to the context; browsers and workers have one, Node's comes from its canvas package.
 */
export function paintScene<P>(context: Painter<P>, scene: Scene, pixels: number, Path: new (data: string) => P): void {
  context.save();
  context.scale(pixels / scene.size, pixels / scene.size);
  context.lineCap = "round";
  context.lineJoin = "round";
  for (const {d, fill, stroke, strokeWidth, opacity, clip} of scene.shapes) {
    const path = new Path(d);
    if (clip !== undefined) {
      context.save();
      context.clip(new Path(clip));
    }
    context.globalAlpha = opacity ?? 1;
    if (fill !== undefined) {
      context.fillStyle = fill;
      context.fill(path);
    }
    if (stroke !== undefined) {
      context.strokeStyle = stroke;
      context.lineWidth = strokeWidth ?? 1;
      context.stroke(path);
    }
    if (clip !== undefined) context.restore();
  }
  context.restore();
}
