import {describe, expect, test} from "vitest";
import {type DialectId, dialectIds, dialects} from "../../src/lib/export/dialects.ts";
import {notebook} from "../../src/lib/export/notebook.ts";
import {network} from "../../src/lib/nets/registry.ts";

interface Notebook {
  nbformat: number;
  nbformat_minor: number;
  metadata: {kernelspec: {name: string}};
  cells: {id: string; cell_type: string; source: string[]; outputs?: unknown[]; execution_count?: null}[];
}

async function notebookOf(id: string, dialect: DialectId): Promise<{parsed: Notebook; code: string}> {
  const {net, input, title} = network(id);
  const code = (await dialects[dialect].load())(net(), {input});
  return {parsed: JSON.parse(notebook(net(), {dialect, title, code, input})) as Notebook, code};
}

describe.each(dialectIds)("notebook(net, {dialect: %o})", (dialect) => {
  test("is nbformat 4.5 with a title, the code as it is, and a check", async () => {
    const {parsed, code} = await notebookOf("googlenet@torchvision", dialect);
    expect([parsed.nbformat, parsed.nbformat_minor]).toEqual([4, 5]);
    expect(parsed.cells.map(({cell_type}) => cell_type)).toEqual(["markdown", "code", "code"]);
    expect(parsed.cells.map(({id}) => id)).toEqual(["cell-1", "cell-2", "cell-3"]);
    expect(parsed.cells[0]!.source[0]).toBe("# GoogLeNet, torchvision\n");
    const source = parsed.cells[1]!.source.join("");
    if (dialect === "tfjs") expect(source).toContain('import * as tf from "npm:@tensorflow/tfjs@4.22.0";\n');
    else expect(source).toBe(code.trimEnd());
    for (const cell of parsed.cells.slice(1)) expect(cell).toMatchObject({outputs: [], execution_count: null});
  });

  test("checks the published number of parameters", async () => {
    const {parsed} = await notebookOf("vgg16@torchvision", dialect);
    expect(parsed.cells[2]!.source.join("")).toMatch(/count ===? 138_357_544/); // torchvision's documentation
  });
});
