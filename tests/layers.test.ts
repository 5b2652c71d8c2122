import {existsSync, readdirSync, readFileSync} from "node:fs";
import {dirname, join, relative} from "node:path";
import {expect, test} from "vitest";

const root = join(import.meta.dirname, "..");

/** Which layers a layer may import values from, beside itself; types may come from anywhere. A layer is a folder. */
const picture: Record<string, readonly string[]> = {
  "src/lib/spec": [],
  "src/lib/scenes": [],
  "src/lib/analysis": ["src/lib/spec"],
  "src/lib/nets": ["src/lib/spec"],
  "src/lib/export": ["src/lib/analysis", "src/lib/spec"],
  "src/lib/viz": ["src/lib/analysis", "src/lib/spec"],
  "src/lib/runtime": ["src/lib/analysis", "src/lib/spec", "src/lib/scenes", "src/lib/nets"], // a request names its network
  // Readers' code and all that it may name, in a sandbox of its own; what it and a page say to each other; its document.
  "src/cells/messages": [],
  "src/cells/frame": [],
  "src/cells": ["src/cells/messages", "src/lib"],
  "src/components/strings": [],
  "src/components/parts": ["src/components/strings", "src/lib", "src/cells/messages"],
  "src/components/notebook": ["src/components/parts", "src/components/strings", "src/lib"],
  "src/components/figures": ["src/components/notebook", "src/components/parts", "src/components/strings", "src/lib"],
  "src/layouts": ["src/components"],
  "src/pages": ["src/layouts", "src/components", "src/cells/frame", "src/lib/scenes", "src/lib/nets"], // samples; releases
  content: ["src/components/notebook", "src/components/figures"]
};

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const files = ["src", "content"].flatMap(sources);
const imports = files.flatMap(importsOf);
const data = ["content/references.bib", "content/en/glossary.json"]; // data that the notebook reads
const within = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);
const layerOf = (path: string) =>
  Object.keys(picture).find((layer) => !data.includes(path) && (within(path, layer) || path === `${layer}.ts`));
const isTensorFlow = ({to}: Import) => to.startsWith("@tensorflow/") && !to.endsWith(".wasm?url");

test("every import of a file in the project leads to a file", () => {
  const lost = imports
    .filter(({to}) => within(to, "src") || within(to, "content"))
    .filter(({to}) => !existsSync(join(root, to)));
  expect(lost.map(arrow)).toEqual([]);
});

test("every layer imports values only from the layers that the design lets it see", () => {
  const wrong = imports.filter(({from, to, typeOnly}) => {
    const [layer, target] = [layerOf(from), layerOf(to)];
    if (typeOnly || layer === undefined || target === undefined || layer === target) return false;
    return !(picture[layer] ?? []).some((allowed) => within(target, allowed));
  });
  expect(wrong.map(arrow)).toEqual([]);
});

test("spec and scenes import nothing from outside, and no package", () => {
  const wrong = imports.filter(({from, to}) =>
    ["src/lib/spec", "src/lib/scenes"].some((layer) => within(from, layer) && !within(to, layer))
  );
  expect(wrong.map(arrow)).toEqual([]);
});

test("TensorFlow.js is imported only under src/lib/runtime", () => {
  const wrong = imports.filter((one) => isTensorFlow(one) && !within(one.from, "src/lib/runtime"));
  expect(wrong.map(arrow)).toEqual([]);
});

test("no page, layout, component or chapter reaches TensorFlow.js except through the worker", () => {
  const starts = files.filter((file) => !within(file, "src/lib") && !within(file, "src/cells"));
  const reached = reachable(starts);
  const wrong = imports.filter((one) => isTensorFlow(one) && !one.typeOnly && reached.has(one.from));
  expect(wrong.map(arrow)).toEqual([]);
});

test("every file that imports TensorFlow.js is reachable from a worker", () => {
  const users = new Set(imports.filter(isTensorFlow).map(({from}) => from));
  const reached = reachable(
    [...["worker", "train-worker"].map((name) => `src/lib/runtime/${name}.ts`), "src/cells/worker.ts"],
    {types: true}
  );
  expect([...users].filter((file) => !reached.has(file))).toEqual([]);
  expect(users.size).toBeGreaterThan(0);
});

test("components import values of the runtime only from the page's side of it", () => {
  const pagesSide = ["client", "limits", "picture", "train-client"].map((name) => `src/lib/runtime/${name}.ts`);
  const wrong = imports.filter(
    ({from, to, typeOnly}) =>
      !within(from, "src/lib") &&
      !within(from, "src/cells") &&
      within(to, "src/lib/runtime") &&
      !typeOnly &&
      !pagesSide.includes(to)
  );
  expect(wrong.map(arrow)).toEqual([]);
});

test("nothing under lib except the runtime touches the page, the network, the clock or chance", () => {
  const impure =
    /\b(?:document|navigator|localStorage|sessionStorage)\.|\bwindow\.(?!kernel|stride|pad|join)|\bfetch\(|\bDate\.now|\bnew Date\b|\bperformance\.|\bMath\.random|\bsetTimeout|\bnew Worker\b/g;
  const found = files
    .filter((file) => within(file, "src/lib") && !within(file, "src/lib/runtime"))
    .flatMap((file) => (withoutComments(read(file)).match(impure) ?? []).map((what) => `${file}: ${what}`));
  expect(found).toEqual([]);
});

test("Svelte components live only under src/components", () => {
  expect(files.filter((file) => file.includes(".svelte") && !within(file, "src/components"))).toEqual([]);
});

/** The code files under a folder, as paths from the project's root with forward slashes. */
function sources(folder: string): string[] {
  return readdirSync(join(root, folder), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.(ts|svelte|astro|mdx)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|(^|[^:"'`])\/\/.*$/gm, "$1");
}

/** A file's static and dynamic imports; those of the project's own files as paths from its root. */
function importsOf(file: string): Import[] {
  const code = file.endsWith(".mdx") ? read(file) : withoutComments(read(file));
  const statements = code.matchAll(
    /^\s*(?:import|export)\s+(?:([^"';]*?)\s+from\s+)?["']([^"'\n]+)["']|\bimport\(\s*["']([^"'\n]+)["']/gm
  );
  return [...statements].map(([, clause = "", source, dynamic]) => {
    const to = source ?? dynamic ?? "";
    const own = to.startsWith(".") ? join(dirname(file), to.replace(/\?.*$/, "")).replaceAll("\\", "/") : to;
    return {from: file, to: own, typeOnly: isTypeOnly(clause)};
  });
}

function isTypeOnly(clause: string): boolean {
  if (/^type\b/.test(clause)) return true;
  const names = /^\{([\s\S]*)\}$/.exec(clause.trim())?.[1];
  return names !== undefined && names.split(",").every((name) => name.trim() === "" || /^\s*type\s/.test(name));
}

/** Every file that the given ones import, directly or not, themselves included; types only count if asked for. */
function reachable(starts: readonly string[], {types = false} = {}): ReadonlySet<string> {
  const seen = new Set(starts);
  for (const file of seen) {
    for (const {from, to, typeOnly} of imports) if (from === file && (types || !typeOnly)) seen.add(to);
  }
  return seen;
}

function arrow({from, to}: Import): string {
  return `${from} → ${to}`;
}
