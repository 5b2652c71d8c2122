/** Chapters to take along: the built notebooks are those that ran, and a reader's has the reader's numbers. */
import {readFileSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {createCanvas, loadImage} from "@napi-rs/canvas";
import {expect, test} from "@playwright/test";
import type {NotebooksFile} from "../../scripts/check-notebooks.ts";
import {codeHash} from "../../scripts/notebook-code.ts";

interface Notebook {
  nbformat: number;
  nbformat_minor: number;
  metadata: object;
  cells: {id: string; cell_type: string; source: string[]}[];
}

const gold = JSON.parse(readFileSync("tests/gold/notebooks.json", "utf8")) as NotebooksFile;

test("every chapter has its notebook, and its code is what ran under PyTorch (npm run check-notebooks)", async ({
  page,
  request
}) => {
  await page.goto("/learn/");
  const chapters = await page
    .locator("main a[href^='/learn/']")
    .evaluateAll((links) =>
      [...new Set(links.map((link) => link.getAttribute("href")!.split("/")[2]!))].filter(Boolean)
    );
  expect(chapters.toSorted()).toEqual(Object.keys(gold.rows).toSorted());
  expect(gold.nbformat, "install nbformat and run npm run check-notebooks").toMatch(/^\d+\.\d+/);
  for (const id of chapters) {
    const answer = await request.get(`/learn/${id}/${id}.ipynb`);
    expect(answer.headers()["content-type"]).toContain("application/x-ipynb+json");
    expect(codeHash(await answer.text()), `${id}: run npm run check-notebooks`).toBe(gold.rows[id]?.code);
  }
});

test("every chapter's notebook, as it is served, keeps the rules of nbformat 4.5", async ({request}) => {
  for (const id of Object.keys(gold.rows)) {
    const {cells, metadata, ...version} = (await (await request.get(`/learn/${id}/${id}.ipynb`)).json()) as Notebook;
    expect(version, id).toEqual({nbformat: 4, nbformat_minor: 5});
    expect(metadata, id).toMatchObject({kernelspec: {name: "python3"}, language_info: {name: "python"}});
    expect(new Set(cells.map((cell) => cell.id)).size, id).toBe(cells.length);
    expect(cells.filter(({cell_type}) => cell_type === "code").length, id).toBe(gold.rows[id]!.cells);
    for (const cell of cells) {
      const where = `${id}, cell ${cell.id}`;
      expect(cell.id, where).toMatch(/^[a-zA-Z0-9-_]{1,64}$/);
      expect(cell.source.join("").trim(), where).not.toBe("");
      expect(
        cell.source.slice(0, -1).every((line) => line.endsWith("\n")),
        where
      ).toBe(true);
      const fields = cell.cell_type === "code" ? ["execution_count", "outputs"] : [];
      expect(Object.keys(cell).toSorted(), where).toEqual(
        ["cell_type", "id", "metadata", "source", ...fields].toSorted()
      );
      expect(["code", "markdown"], where).toContain(cell.cell_type);
    }
  }
});

test("with a changed number on the page, prose, module and counts of the notebook have it", async ({page}) => {
  await page.goto("/learn/inception-v1/#r5=24");
  const link = page.getByRole("link", {name: "Take this chapter with you as a Jupyter notebook"});
  await link.scrollIntoViewIfNeeded();
  const arrives = page.waitForEvent("download");
  await link.click();
  const download = await arrives;
  expect(download.suggestedFilename()).toBe("inception-v1.ipynb");
  const {cells} = JSON.parse(await readFile(await download.path(), "utf8")) as {
    cells: {cell_type: string; source: string[]}[];
  };
  const text = cells.map(({source}) => source.join("")).join("\n\n");
  expect(text).toContain("From 192 channels it first narrows to 24, then its 5×5 widens to 32.");
  expect(text).toContain("That costs 18,665,472 multiply–adds");
  expect(text).toContain('"reduce": ConvUnit(192, 24, kernel=1)');
  expect(text).toContain("assert count == 171_640");
  await expect(page.locator(".take [role=status]")).toHaveText("With the numbers as they are on the page now.");

  // A figure that is no drawing is taken as a picture.
  const figure = page.locator(".frame", {has: page.getByRole("button", {name: "Download PNG"})}).first();
  const [painted] = await Promise.all([
    page.waitForEvent("download"),
    figure.getByRole("button", {name: "Download PNG"}).click()
  ]);
  expect(painted.suggestedFilename()).toMatch(/^[\w-]+\.png$/);
  const picture = await loadImage(await painted.path());
  expect(picture.width).toBe(Math.round(2 * (await figure.boundingBox())!.width));
  const canvas = createCanvas(picture.width, picture.height);
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0);
  const {data} = context.getImageData(0, 0, picture.width, picture.height);
  expect(new Set(new Uint32Array(data.buffer)).size).toBeGreaterThan(50); // bars, letters and their edges
});

test("every table of the prose can be taken as CSV, as many rows and columns as it shows", async ({page}) => {
  await page.goto("/learn/what-a-convolution-costs/");
  const [table] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", {name: "Download this table as CSV"}).first().click()
  ]);
  const [head, ...rows] = (await readFile(await table.path(), "utf8")).trimEnd().split("\r\n");
  expect(head!.split(",").length).toBeGreaterThan(1);
  expect(rows).toHaveLength((await page.locator("article > table").first().locator("tr").count()) - 1);
  expect(rows.find((row) => row.startsWith("conv2,"))).toBe("conv2,3×3,56×56×192,110784,346816512");
});
