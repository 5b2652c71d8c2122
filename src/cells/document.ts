/**
 * A document for Plot and D3 in a worker, which has none: they build drawings in it, and their source is sent to the page.
 * It must be made after TensorFlow.js has looked where it is.
 */
import {parseHTML} from "linkedom/worker";
import {StoredCanvas} from "./stored-canvas.ts";

/** Gives the worker `document`, and a `window` that holds it, because Plot looks for it there. */
export function provideDocument(): void {
  const {document} = parseHTML("<!doctype html><html><head></head><body></body></html>");
  const create = document.createElement.bind(document);
  document.createElement = ((name: string) => (name === "canvas" ? new StoredCanvas() : create(name))) as typeof create;
  Object.assign(globalThis, {document, window: {document, devicePixelRatio: 1}});
}
