/** The bundled sample pictures as SVG files, drawn at build time. */
import type {APIRoute} from "astro";
import {sampleById, samples} from "../../components/parts/samples.ts";
import {drawScene} from "../../lib/scenes/scene.ts";
import {sceneToSvg} from "../../lib/scenes/svg.ts";

export const getStaticPaths = () => samples.map(({id}) => ({params: {id}}));

export const GET: APIRoute = ({params: {id = ""}}) => {
  const sample = sampleById.get(id);
  if (sample === undefined) return new Response(null, {status: 404});
  return new Response(sceneToSvg(drawScene(sample), {title: sample.caption}), {
    headers: {"Content-Type": "image/svg+xml"}
  });
};
