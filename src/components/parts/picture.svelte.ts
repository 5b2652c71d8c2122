/**
 * The picture that a page's live figures look at: one of the bundled scenes, a reader's file, or the camera.
 *
 * One per page, so the classifier and the branch viewer always see the same. The scene and its changes live in the URL fragment.
 */
import type {PictureNote, PictureProblem} from "../../lib/runtime/picture.ts";
import type {PictureHeader} from "../../lib/runtime/picture-header.ts";
import type {SceneParams} from "../../lib/scenes/scene.ts";
import {fragmentState} from "./fragment.svelte.ts";
import {firstSample, type Sample, sampleById} from "./samples.ts";
import type {paintParams as PaintParams} from "./scene-painter.ts";

/** A reader's own picture, already square. */
interface OwnPicture {
  kind: "file";
  bitmap: ImageBitmap;
  notes: readonly PictureNote[];
  name: string;
  width: number;
  height: number;
}

/** The latest frame of the camera. */
interface CameraPicture {
  kind: "camera";
  frame: OffscreenCanvas;
}

/** Why the last file was not taken: the reason and what was found, or something unforeseen. */
export interface Refusal {
  name: string;
  problem: PictureProblem | "unforeseen" | "link" | "no-picture";
  header: PictureHeader | null;
}

/** The picture as it was at one moment: its bitmaps are all of the same, whatever the reader or the camera does meanwhile. */
export interface Still {
  /** A new bitmap, to be handed over; of a scene perhaps with something changed. */
  bitmap(changes?: Partial<SceneParams>): Promise<ImageBitmap>;
  /** Frees it; no bitmap can be had any more. */
  close(): void;
}

/** Pixels at which a scene is painted for the network: the training pictures were painted so. */
const SCENE_SIDE = 128;

const percent = (low: number) => ({
  parse: (text: string) => {
    const n = /^\d{1,3}$/.test(text) ? Number(text) : NaN;
    return n >= low && n <= 100 ? n : undefined;
  },
  print: (value: number | null) => (value === null ? "" : String(value))
});

const sceneId = fragmentState<string>("scene", firstSample.id, {
  parse: (text) => (sampleById.has(text) ? text : undefined)
});
const moved = {
  size: fragmentState<number | null>("scene-size", null, percent(20)),
  x: fragmentState<number | null>("scene-x", null, percent(0)),
  y: fragmentState<number | null>("scene-y", null, percent(0))
};

let own = $state.raw<OwnPicture | CameraPicture | null>(null);
let frames = $state(0);
let reading = $state<string | null>(null);
let refusal = $state.raw<Refusal | null>(null);
let wanted = $state(0);
let turn = 0;

let paintParams = $state.raw<typeof PaintParams | null>(null);
let painter: Promise<typeof PaintParams> | undefined;

/** What can be changed about a scene, in percent of the frame. */
export type SceneKnob = keyof typeof moved;

/** The page's one picture. */
export const picture = {
  get kind(): "scene" | "file" | "camera" {
    return own?.kind ?? "scene";
  },
  get own(): OwnPicture | CameraPicture | null {
    return own;
  },
  get sample(): Sample {
    return sampleById.get(sceneId.value) ?? firstSample;
  },
  /** The scene's parameters with the reader's changes. */
  get params(): SceneParams {
    const params = this.sample;
    const [x, y] = params.position;
    return {
      ...params,
      size: (moved.size.value ?? params.size * 100) / 100,
      position: [(moved.x.value ?? x * 100) / 100, (moved.y.value ?? y * 100) / 100]
    };
  },
  /** Whether the scene is as the gallery has it. */
  get untouched(): boolean {
    return own === null && moved.size.value === null && moved.x.value === null && moved.y.value === null;
  },
  /** Whether it is another than the one that a page begins with. */
  get changed(): boolean {
    return !this.untouched || this.sample !== firstSample;
  },
  /** Changes whenever the picture does. */
  get key(): string {
    const {size, position} = this.params;
    return own === null ? `${this.sample.id} ${size} ${position.join(" ")}` : `${own.kind} ${frames}`;
  },
  /** Counts what a reader did that asks for an answer of the network. */
  get wanted(): number {
    return wanted;
  },
  /** Name of the file being read. */
  get reading(): string | null {
    return reading;
  },
  get refusal(): Refusal | null {
    return refusal;
  },
  knob(name: SceneKnob): number {
    const {size, position} = this.params;
    return Math.round(100 * (name === "size" ? size : position[name === "x" ? 0 : 1]));
  },
  turnKnob(name: SceneKnob, percent: number): void {
    moved[name].value = percent;
    wanted += 1;
  },
  /** Shows a scene of the gallery as the gallery has it. */
  choose(id: string): void {
    drop();
    sceneId.value = id;
    for (const knob of Object.values(moved)) knob.reset();
    wanted += 1;
  },
  /** Back to the first scene, or the scene's own size and place. */
  reset(): void {
    drop();
    sceneId.reset();
    for (const knob of Object.values(moved)) knob.reset();
  },
  /** Reads a reader's file; the picture before stays until it is decoded, and for good if it cannot be. */
  async take(blob: Blob, name: string): Promise<void> {
    const mine = ++turn;
    reading = name;
    refusal = null;
    try {
      const {decodePicture} = await import("../../lib/runtime/picture.ts");
      const decoded = await decodePicture(blob);
      if (mine !== turn) return decoded.bitmap.close();
      show({kind: "file", name, ...decoded});
      wanted += 1;
    } catch (error) {
      if (mine !== turn) return;
      refusal = {name, ...(await reasonOf(error))};
    } finally {
      if (mine === turn) reading = null;
    }
  },
  /** Says why what was dropped or pasted is no file. */
  refuse(problem: "link" | "no-picture"): void {
    turn += 1;
    reading = null;
    refusal = {name: "", problem, header: null};
  },
  /** Shows a frame of the camera; the same canvas may be shown again with new content. */
  film(frame: OffscreenCanvas): void {
    if (own?.kind !== "camera") {
      drop();
      wanted += 1;
    }
    show({kind: "camera", frame});
  },
  /** Leaves the camera's picture for the scene chosen before. */
  stopFilm(): void {
    if (own?.kind === "camera") drop();
  },
  /** The picture for the network: a new bitmap, to be handed over. */
  async bitmap(): Promise<ImageBitmap> {
    return own === null ? painted(this.params) : createImageBitmap(imageOf(own));
  },
  /** The picture as it is now, for several questions about the same one. */
  still(): Still {
    const {params} = this;
    const taken = own === null ? null : createImageBitmap(imageOf(own));
    const ignore = (): void => undefined; // whoever asks for a bitmap is told
    taken?.catch(ignore);
    return {
      bitmap: async (changes = {}) =>
        taken === null ? painted({...params, ...changes}) : createImageBitmap(await taken),
      close: () => void taken?.then((bitmap) => bitmap.close(), ignore)
    };
  },
  /** Paints the picture into a square canvas of the page; a scene once its painter is there (a reactive fact). */
  paint(canvas: HTMLCanvasElement): void {
    const context = canvas.getContext("2d");
    if (context === null) return;
    const side = canvas.width;
    context.imageSmoothingQuality = "high";
    if (own !== null) context.drawImage(imageOf(own), 0, 0, side, side);
    else if (paintParams !== null) paintParams(context, this.params, side);
    else scenePainter().catch(() => undefined); // the drawing before stays; whoever asks for an answer is told
  }
};

function imageOf(one: OwnPicture | CameraPicture): ImageBitmap | OffscreenCanvas {
  return one.kind === "file" ? one.bitmap : one.frame;
}

async function painted(params: SceneParams): Promise<ImageBitmap> {
  const canvas = new OffscreenCanvas(SCENE_SIDE, SCENE_SIDE);
  (await scenePainter())(contextOf(canvas), params, SCENE_SIDE);
  return canvas.transferToImageBitmap();
}

// A failed load is tried again the next time.
function scenePainter(): Promise<typeof PaintParams> {
  painter ??= import("./scene-painter.ts").then(
    (module) => (paintParams = module.paintParams),
    (error: unknown) => {
      painter = undefined;
      throw error;
    }
  );
  return painter;
}

// Without the decoder itself, nothing was found out about the file.
async function reasonOf(error: unknown): Promise<Omit<Refusal, "name">> {
  const module = await import("../../lib/runtime/picture.ts").catch(() => null);
  const known = module !== null && error instanceof module.PictureError;
  return known ? {problem: error.problem, header: error.header} : {problem: "unforeseen", header: null};
}

function show(next: OwnPicture | CameraPicture): void {
  if (own?.kind === "file") own.bitmap.close();
  own = next;
  frames += 1;
}

function drop(): void {
  turn += 1;
  reading = null;
  refusal = null;
  if (own?.kind === "file") own.bitmap.close();
  own = null;
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("this browser gives no 2D canvas");
  return context;
}
