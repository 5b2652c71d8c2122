import {beforeEach, expect, test} from "vitest";
import type {CellSource, Reply} from "../../src/cells/messages.ts";
import {Notebook} from "../../src/cells/notebook.ts";

let replies: Reply[];
let notebook: Notebook;

beforeEach(() => {
  replies = [];
  notebook = new Notebook((reply) => replies.push(reply));
});

/** Runs cells `a`, `b`, … and waits until all that started have ended. */
async function run(codes: Record<string, string>, ...ids: string[]): Promise<void> {
  replies = [];
  notebook.run(
    Object.entries(codes).map(([id, code]): CellSource => ({id, code})),
    ids
  );
  const count = (kinds: readonly string[]) => replies.filter(({kind}) => kinds.includes(kind)).length;
  await expect.poll(() => count(["finished", "failed"])).toBeGreaterThanOrEqual(ids.length);
  await new Promise((resolve) => setTimeout(resolve, 30));
}

const shown = (cell: string) =>
  replies.flatMap((one) =>
    one.kind === "shown" && one.cell === cell && one.item.kind === "text" ? [one.item.text] : []
  );
const failure = (cell: string) => {
  const found = replies.find((one) => one.kind === "failed" && one.cell === cell);
  return found?.kind === "failed" ? [found.line, found.message] : undefined;
};
const reason = (cell: string) => {
  const found = replies.find((one) => one.kind === "started" && one.cell === cell);
  return found?.kind === "started" ? found.reason : undefined;
};

test("a cell shows what it displays and the value it ends in", async () => {
  await run({a: "const k = 3;\ndisplay('side');\nk * k"}, "a");
  expect(shown("a")).toEqual(["side", "9"]);
});

test("a cell runs what it names, and only that", async () => {
  await run({a: "const k = 3", b: "k + 1", c: "k + 2"}, "b");
  expect(shown("b")).toEqual(["4"]);
  expect(reason("a")).toEqual({kind: "needed"});
  expect(reason("c")).toBeUndefined();
});

test("a live cell runs again when a value it names changes, and says which", async () => {
  const b = "const {length} = word; k * length";
  await run({a: "const k = 3, word = 'ab'", b}, "a", "b");
  await run({a: "const k = 5, word = 'ab'", b}, "a");
  expect(shown("b")).toEqual(["10"]);
  expect(reason("b")).toEqual({kind: "values", names: ["word", "k"], changed: ["k"]});
});

test("an error names its line, whether it is found in reading or in running", async () => {
  await run({a: "const k = 1;\nconst k = 2;"}, "a");
  expect(failure("a")).toEqual([2, "Identifier 'k' has already been declared"]);
  await run({a: "const net = null;\n\nnet.parts"}, "a");
  expect(failure("a")?.[0]).toBe(3);
  await run({a: "1;\nkernal + 1"}, "a");
  expect(failure("a")).toEqual([2, "`kernal` is not defined in any cell of this page"]);
});

test("a cell whose source failed says which name it lacks", async () => {
  await run({a: "const k = undefined.x", b: "k + 1"}, "a", "b");
  expect(failure("b")).toEqual([null, "did not run: it names `k`, which could not be made"]);
});

test("a cell changes only its own values, and imports nothing", async () => {
  await run({a: "let k = 1", b: "k = 2"}, "b");
  expect(failure("b")).toEqual([1, "`k` belongs to another cell and can be changed only there"]);
  await run({c: "const a = 1;\nawait import('https://example.org/x.js')"}, "c");
  expect(failure("c")).toEqual([2, "a cell has no network and imports nothing; tf, Plot and d3 are here by name"]);
});

test("a cell that wants the word `export` is told its line and to use exports", async () => {
  const hint = expect.stringMatching(/use exports; what a cell declares, other cells can name$/);
  for (const [line, code] of [
    [1, "export.pytorch(net)"],
    [2, "const net = 1;\nconst code = export.pytorch(net)"],
    [3, "1;\n\nexport\n  .pytorch(net)"],
    [2, "const f = (net) => {\n  return [export];\n}"],
    [2, "1;\nexport const k = 2"],
    [1, "export default 3"],
    [2, "2;\nexport"]
  ] as const) {
    await run({a: code}, "a");
    expect(failure("a"), code).toEqual([line, hint]);
  }
  await run({a: "const text = 'export';\nconst k = ;"}, "a");
  expect(failure("a")).toEqual([2, "Unexpected token"]);
});

test("a cell whose code is put back runs again only when it is asked or needed", async () => {
  const made = "const k = 1";
  await run({a: "const k = 3;\nk", b: "1"}, "a");
  await run({a: made, b: "1"}, "b");
  expect(reason("a")).toBeUndefined();
  await run({a: made, b: "k + 1"}, "b");
  expect(reason("a")).toEqual({kind: "needed"});
  expect(shown("b")).toEqual(["2"]);
});

test("a value that comes to be declared is the one that changed", async () => {
  await run({a: "const k = 1", b: "word;\nk", c: "1"}, "a", "b");
  expect(failure("b")).toEqual([1, "`word` is not defined in any cell of this page"]);
  await run({a: "const k = 1", b: "word;\nk", c: "const word = 'ab'"}, "c");
  expect(reason("b")).toEqual({kind: "values", names: ["word", "k"], changed: ["word"]});
});

test("two cells cannot declare one name, and cells cannot name each other in a ring", async () => {
  await run({a: "const k = 1", b: "const k = 2"}, "b");
  expect(failure("b")).toEqual([null, "`k` is already declared in cell 1"]);
  await run({c: "const x = y + 1", d: "const y = x + 1"}, "c", "d");
  expect(failure("c")?.[1]).toMatch(/names a value of a cell that names one of this/);
});

test("names are resolved by JavaScript's rules: parameters, blocks and fields are no values of other cells", async () => {
  const a = "const k = 3, one = 'outer'";
  const b = "const f = (k) => { const one = k; return {one}; };\nfor (let k = 0; k < 2; k++);\nf(7).one";
  await run({a, b}, "b");
  expect(shown("b")).toEqual(["7"]);
  expect(reason("a")).toBeUndefined();
});

test("a cell that shows without end is ended", async () => {
  await run({a: "for (let i = 0; i < 1000; i++) display(i)"}, "a");
  expect(failure("a")).toEqual([1, "a cell shows at most 100 things"]);
});
