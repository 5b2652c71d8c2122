/** Every cell of every chapter, run as a reader would: the page's cells together, in their order. */
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, expect, test} from "vitest";
import "../../scripts/extensions.ts";
import {provideDocument} from "../../src/cells/document.ts";
import type {CellSource, Reply} from "../../src/cells/messages.ts";
import {Notebook} from "../../src/cells/notebook.ts";

const chapters = join(import.meta.dirname, "../../content/en/chapters");

/** The cells that a chapter names, in its order. */
function cellsOf(file: string): CellSource[] {
  const names = [...readFileSync(join(chapters, file), "utf8").matchAll(/<LiveCode of="([\w/-]+)"/g)];
  return names.map(([, name]) => ({
    id: name!.replace(/^.*\//, ""),
    code: readFileSync(join(chapters, "../cells", `${name}.js`), "utf8").trimEnd()
  }));
}

beforeAll(async () => {
  const {scope} = await import("../../src/cells/scope/names.ts");
  Object.assign(globalThis, scope);
  provideDocument();
}, 240_000);

test.each(readdirSync(chapters))(
  "%s has at least two cells, which run without a fault and show something",
  async (file) => {
    const sources = cellsOf(file);
    const replies: Reply[] = [];
    const ids = sources.map(({id}) => id);
    new Notebook((reply) => replies.push(reply)).run(sources, ids);
    const ended = () => replies.filter(({kind}) => kind === "finished" || kind === "failed");
    expect(ids.length).toBeGreaterThanOrEqual(2);
    await expect.poll(() => ended().length, {timeout: 30_000}).toBe(ids.length);
    expect(replies.filter(({kind}) => kind === "failed")).toEqual([]);
    const shown = new Set(replies.flatMap((one) => (one.kind === "shown" ? [one.cell] : [])));
    expect([...shown].sort()).toEqual([...ids].sort());
  }
);
