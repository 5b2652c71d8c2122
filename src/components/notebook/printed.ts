/** Disputed figures for the prose, as their sources print them: the digits alone, from `nets/published-figures.ts`. */
import {publishedFigures} from "../../lib/nets/published-figures.ts";

/**
 * The digits of a published figure.
 * @throws if no figure has this id
 */
export function printed(id: string): string {
  const found = publishedFigures.find((figure) => figure.id === id);
  if (found === undefined) throw new Error(`${id}: no such published figure`);
  return found.value;
}
