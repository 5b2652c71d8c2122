/** Every cell of every chapter, run as a reader would: the page's cells together, in their order. */
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, expect, test} from "vitest";
import "../../scripts/extensions.ts";
import {provideDocument} from "../../src/cells/document.ts";
import type {CellSource, Item, Reply} from "../../src/cells/messages.ts";
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

/** What each cell says, tables with bars between their cells; one that is null only draws. Rounding leaves less than 10⁻⁵. */
const SMALL = String.raw`largestDifference: (0|\d(\.\d+)?e-([6-9]|\d\d)|0\.00000\d+)`;
const SAYS: Record<string, RegExp | null> = {
  "width-and-work": /macs: {fixed: 0, linear: 119037952, square: 1463633920}/, // 1,582,671,872 in all
  "gradient-by-depth": null,
  "convolve-a-picture": null,
  "check-with-tensorflow": /^{shape: \[1, 9, 12, 1\], largestDifference: 0, macs: 972}$/, // 9 · 12 · 9
  "which-layers-work": /^1×1 layers: 30\.8% of the work$/,
  "one-by-one-is-dense": new RegExp(`^{${SMALL}, mlpconv: \\[1, 8, 8, 5\\]}$`),
  "stack-naive-modules": /^module1\|416\|303464448$[^]*^module9\|2208\|3135799296$/m, // 192 + 9 · 224 channels
  "growth-by-hand": /same: true,\s+byFormula: \[303464448, .*, 3135799296\]/,
  "build-the-module": /^3x3\/conv\/conv\|28×28×128\|110720\|86704128$/m,
  "count-by-hand": /^{byHand: 128049152, byTheSite: 128049152}$/,
  "fold-a-network": /^trained\|68\|11179361\|19776\|1934858240$\s^folded\|0\|11179361\|0\|1934858240$/m,
  "fold-a-batch-norm": new RegExp(`^{${SMALL}, `),
  "do-the-svd": /^1\|15\.499\d+\|5\.636\d+$[^]*^3\|0\.316\d+\|0$/m, // three products are all of it
  "one-pair": /weights: {square: 25, pair: 10}/,
  "count-the-modules":
    /^InceptionA\|4\|387609600\|[^]*^InceptionB\|7\|847264768\|0\.483994$[^]*^InceptionC\|3\|290979840\|/m,
  "against-v3": null,
  "price-of-the-expansion": /^{difference: 120741888, byHand: 120741888}$/m, // 17² · 384 · 1088
  "scale-the-residuals": null,
  "family-table": /^GoogLeNet, [^|]*\|224×224×3\|22\|6998552\|1582671872$[^]*\|176\|55843464\|13155794016$/m,
  "size-and-work": /^7,448 billion multiply–adds for one picture$/
};

/** The texts and tables of some items. */
function saidBy(items: readonly Item[]): string {
  const lines = items.flatMap((item) =>
    item.kind === "text" ? [item.text] : item.kind === "table" ? item.rows.map((row) => row.join("|")) : []
  );
  return lines.join("\n");
}

beforeAll(async () => {
  const {scope} = await import("../../src/cells/scope/names.ts");
  Object.assign(globalThis, scope);
  provideDocument();
}, 240_000);

test.each(readdirSync(chapters))(
  "%s has at least two cells, which run without a fault and say what they should",
  async (file) => {
    const sources = cellsOf(file);
    const replies: Reply[] = [];
    const ids = sources.map(({id}) => id);
    new Notebook((reply) => replies.push(reply)).run(sources, ids);
    const ended = () => replies.filter(({kind}) => kind === "finished" || kind === "failed");
    expect(ids.length).toBeGreaterThanOrEqual(2);
    await expect.poll(() => ended().length, {timeout: 30_000}).toBe(ids.length);
    expect(replies.filter(({kind}) => kind === "failed")).toEqual([]);
    const shown = Map.groupBy(
      replies.flatMap((one) => (one.kind === "shown" ? [one] : [])),
      ({cell}) => cell
    );
    expect([...shown.keys()].sort()).toEqual([...ids].sort());
    for (const [id, list] of shown) {
      const said = saidBy(list.map(({item}) => item));
      if (SAYS[id] === null) expect(said, id).toBe("");
      else expect(said, id).toMatch(SAYS[id] ?? `no expectation of ${id}`);
    }
  }
);
