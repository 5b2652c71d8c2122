/** Finds layers, branches and modules of a measured network by what a reader types. */
import type {Sheet} from "../analysis/measure.ts";
import type {Scope} from "../spec/graph.ts";
import {isBar, isFoldable, isSilent} from "./drawn.ts";
import {scopeLabel} from "./label.ts";
import {foldables, isRunPath, runsOf} from "./runs.ts";

/** The scopes that a search finds, in the network's order: part of the path, of the block's name, or the operation (`1x7`). */
export function findScopes(sheet: Sheet, query: string): Scope[] {
  const wanted = plain(query);
  if (wanted === "") return [];
  const visit = (scope: Scope): Scope[] => {
    const own = matches(sheet, scope, wanted) ? [scope] : [];
    return isBar(sheet, scope) ? own : [...own, ...scope.parts.flatMap(visit)];
  };
  return sheet.graph.outline.parts.flatMap(visit);
}

function matches(sheet: Sheet, scope: Scope, wanted: string): boolean {
  if (isSilent(sheet, scope)) return false;
  const names = [scope.path, ...(isFoldable(scope) ? [scope.block!] : [])];
  const notation = isBar(sheet, scope) ? [scopeLabel(sheet, scope)] : [];
  return names.some((name) => plain(name).includes(wanted)) || notation.some((text) => plain(text).includes(wanted));
}

const plain = (text: string): string => text.trim().toLowerCase().replaceAll("×", "x");

/** What has to be open in a drawing for a path to be seen: modules around it, and the run they are in. */
export function openersOf(sheet: Sheet, path: string): string[] {
  const runs = runsOf(sheet);
  const inside = (outer: string): boolean => path.startsWith(`${outer}/`);
  return foldables(sheet).filter((one) =>
    isRunPath(one) ? runs.get(one)!.some((module) => module === path || inside(module)) : inside(one)
  );
}

/** The layers of a network, each a bar of the drawing, heads included, in order. */
export function layersOf(sheet: Sheet): Scope[] {
  const visit = (scope: Scope): Scope[] => {
    if (isSilent(sheet, scope)) return [];
    return isBar(sheet, scope) ? [scope] : scope.parts.flatMap(visit);
  };
  return sheet.graph.outline.parts.flatMap(visit);
}
