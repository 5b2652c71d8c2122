/** The script of the sandbox's worker as one file: the worker starts from memory, where it could import no other. */
import type {APIRoute} from "astro";
import {rolldown} from "rolldown";

export const GET: APIRoute = async () => {
  const bundle = await rolldown({input: "src/cells/worker.ts", platform: "browser", logLevel: "silent"});
  const {output} = await bundle.generate({format: "iife", minify: true, codeSplitting: false});
  return new Response(output[0].code, {headers: {"Content-Type": "text/javascript; charset=utf-8"}});
};
