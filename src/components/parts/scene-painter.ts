/** Paints scenes. A file of its own, loaded when the first scene is to be painted: the drawings weigh as much as a chapter's figures. */
import {paintScene, type Painter} from "../../lib/scenes/paint.ts";
import {drawScene, type SceneParams} from "../../lib/scenes/scene.ts";

/** Paints a scene into the top left square of `side` × `side` pixels of a context. */
export function paintParams(context: Painter<Path2D>, params: SceneParams, side: number): void {
  paintScene(context, drawScene(params), side, Path2D);
}
