/** The bundled sample pictures: the scenes of the gallery, each with its address. */
import {gallery, type GalleryScene} from "../../lib/scenes/gallery.ts";

/** A sample picture: a scene with an id and a caption. */
export type Sample = GalleryScene;

/** All samples in the gallery's order. */
export const samples: readonly Sample[] = gallery;

/** The sample shown before a reader has chosen one. */
export const firstSample: Sample = samples[0]!;

/** Samples by id. */
export const sampleById: ReadonlyMap<string, Sample> = new Map(samples.map((sample) => [sample.id, sample]));

/** The address of a sample's drawing, an SVG written at build time. */
export function sampleUrl(id: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, "")}/scenes/${id}.svg`;
}
