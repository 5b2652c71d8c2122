import {expect, type Page, test} from "@playwright/test";

const chapter = "/learn/inception-v1/";

async function show(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().scrollIntoViewIfNeeded();
  await expect(page.locator(`astro-island[ssr]:has(${selector})`)).toHaveCount(0);
}

test("a number in the prose changes figure and prose together by keyboard", async ({page}) => {
  await page.goto(chapter);
  await show(page, '[data-num="r5"]');
  const reduction = page.locator('[data-num="r5"]').getByRole("slider");
  const branch = page.locator('[data-live="module:5x5:macs"]');
  await expect(branch).toHaveText("12,443,648");
  await reduction.focus();
  for (let i = 0; i < 8; i++) await page.keyboard.press("ArrowRight");
  await expect(reduction).toHaveAttribute("aria-valuenow", "24");
  await expect(branch).toHaveText("18,665,472");
  await expect(page.locator('[data-live="module:macs"]')).toHaveText("134,270,976");
  await page.locator("#figure-1").scrollIntoViewIfNeeded();
  await expect(page.locator("#figure-1")).toContainText("134,270,976");
  await expect.poll(() => new URL(page.url()).hash).toBe("#r5=24");
  await page.reload();
  await show(page, '[data-live="module:5x5:macs"]');
  await expect(branch).toHaveText("18,665,472");
});

test("who leaves a moment after a change finds it when coming back", async ({page}) => {
  await page.goto(chapter);
  await show(page, '[data-num="r5"]');
  // In one task, so that the address has no time to be written as it is after a drag has come to rest.
  await page.evaluate(() => {
    const slider = document.querySelector<HTMLElement>('[data-num="r5"] [role="slider"]')!;
    slider.dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowRight", bubbles: true}));
    document.querySelector<HTMLAnchorElement>('a[href="/glossary/"]')!.click();
  });
  await page.waitForURL("**/glossary/");
  await page.goBack();
  await expect(page).toHaveURL(/#r5=17$/);
  await show(page, '[data-live="module:5x5:macs"]');
  await expect(page.locator('[data-num="r5"]').getByRole("slider")).toHaveAttribute("aria-valuenow", "17");
});

test("an address edited a moment after a change is not written over", async ({page}) => {
  await page.goto(chapter);
  await show(page, '[data-num="r5"]');
  // In one task, so that the change is written before the page is told of the reader's address.
  await page.evaluate(() => {
    const slider = document.querySelector<HTMLElement>('[data-num="r5"] [role="slider"]')!;
    slider.dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowRight", bubbles: true}));
    location.hash = "#r5=24";
    dispatchEvent(new PageTransitionEvent("pagehide"));
  });
  await expect(page.locator('[data-num="r5"]').getByRole("slider")).toHaveAttribute("aria-valuenow", "24");
  await page.waitForTimeout(300); // what waited to be written is written
  await expect(page).toHaveURL(/#r5=24$/);
});

test("a prediction is compared with the truth when it is revealed", async ({page}) => {
  await page.goto(chapter);
  await show(page, "#predict-second input");
  const prediction = page.locator("#predict-second");
  const guess = prediction.getByRole("slider");
  await guess.focus();
  await page.keyboard.press("ArrowRight");
  await expect(prediction.locator("output")).toHaveText("424 channels");
  await prediction.getByText("Show the answer").press("Enter");
  await expect(prediction).toContainText("832 channels");
  await expect(prediction.locator(".verdict")).toHaveText("Your guess is 408 channels too low.");
  await expect(guess).toBeDisabled();
  await expect(page).toHaveURL(/#predict-second=424&predict-second-answer=shown$/);
  await page.reload();
  await show(page, "#predict-second input");
  await expect(prediction.locator("output")).toHaveText("424 channels");
  await expect(prediction).toContainText("Your guess is 408 channels too low.");
});

test("predictions: four fifths in the 3×3 branch, and the first head’s share", async ({page}) => {
  await page.goto(chapter);
  for (const [id, truth] of [
    ["predict-share", "79 %"],
    ["predict-exit", "62.4 %"]
  ] as const) {
    const prediction = page.locator(`#${id}`);
    await prediction.scrollIntoViewIfNeeded();
    await expect(page.locator(`astro-island[ssr]:has(#${id})`)).toHaveCount(0);
    await prediction.getByText("Show the answer").press("Enter");
    await expect(prediction.locator("details .value")).toHaveText(truth);
  }
});

test("a guess that the bar cannot be dragged to is ignored", async ({page}) => {
  for (const nonsense of ["425", "-8", "1208", "many", "1e2"]) {
    await page.goto(`${chapter}#predict-second=${nonsense}&predict-second-answer=perhaps`);
    await page.reload();
    await show(page, "#predict-second input");
    await expect(page.locator("#predict-second output")).toHaveText("416 channels");
    await expect(page.locator("#predict-second")).not.toContainText("832 channels", {useInnerText: true});
  }
});

test("the card of a term or a citation shows on focus, and goes on Esc until it is focused again", async ({page}) => {
  await page.goto(chapter);
  for (const words of [page.locator(".term dfn").first(), page.locator(".cite a").first()]) {
    const card = page.locator(`[id="${await words.getAttribute("aria-describedby")}"]`);
    await expect(card).toBeHidden();
    await words.focus();
    await expect(card).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(card).toBeHidden();
    await words.blur();
    await words.focus();
    await expect(card).toBeVisible();
    await words.blur();
  }
});

test("every citation leads to its entry, and every entry back", async ({page}) => {
  await page.goto(chapter);
  const {links, entries} = await page.evaluate(() => ({
    links: [...document.querySelectorAll<HTMLAnchorElement>(".cite a")]
      .map((a) => ({
        number: Number(/\d+/.exec(a.textContent)?.[0]),
        target: document.getElementById(a.hash.slice(1)),
        id: a.id
      }))
      .map(({number, target, id}) => ({
        number,
        id,
        place: target === null ? -1 : [...target.parentElement!.children].indexOf(target) + 1
      })),
    entries: [...document.querySelectorAll<HTMLAnchorElement>(".bibliography .back a")].map((a) => a.hash.slice(1))
  }));
  expect(links.length).toBeGreaterThan(15);
  for (const {number, place, id} of links) expect(place, id).toBe(number);
  expect(new Set(links.map(({id}) => id)).size).toBe(links.length);
  expect(entries.toSorted()).toEqual(links.map(({id}) => id).toSorted());
  const first = links.map(({number}) => number).filter((number, i, all) => all.indexOf(number) === i);
  expect(first).toEqual(first.toSorted((a, b) => a - b));
});

test("exercises fold their answers; the smallest pictures are 31, 15, 1 and 79 pixels", async ({page}) => {
  await page.goto(chapter);
  await expect(page.locator(".exercise")).toHaveCount(5);
  const answer = page.locator("#exercise-3 details");
  await expect(answer.getByText("It depends on whose GoogLeNet")).toBeHidden();
  await answer.locator("summary").press("Enter");
  await expect(answer).toContainText("The paper’s needs 31 pixels");
  await expect(answer.locator(".fact")).toHaveText(["31", "15", "1", "79"]);
});

test("the table of variants gives parameters and multiply–adds to the unit", async ({page}) => {
  await page.goto(chapter);
  const table = page.getByRole("table").filter({hasText: "TF-Slim"});
  await expect(table.getByRole("row", {name: /^parameters/})).toContainText("6,998,5526,624,9046,618,649");
  await expect(table.getByRole("row", {name: /^multiply/})).toContainText("1,582,671,8721,498,376,1921,498,377,216");
});

test.describe("without JavaScript", () => {
  test.use({javaScriptEnabled: false});

  test("the chapter shows its numbers, figures and answers", async ({page}) => {
    await page.goto(chapter);
    await expect(page.locator('#figure-2 [data-sum="direct"]')).toHaveText("589,824 MAC");
    await expect(page.locator('#figure-2 [data-sum="detour"]')).toHaveText("69,632 MAC");
    await expect(page.locator('[data-live="module:macs"]')).toHaveText("128,049,152");
    await expect(page.locator('[data-live="naive:macs"]')).toHaveText("303,464,448");
    await expect(page.locator('[data-num="r5"]')).toHaveText("16");
    const prediction = page.locator("#predict-second");
    await prediction.locator("summary").click();
    await expect(prediction.locator("details")).toContainText("832 channels");
  });
});

test("the note on counting gives the same network's numbers", async ({page}) => {
  await page.goto("/notes/how-we-count/");
  await expect(page.getByRole("heading", {level: 1})).toHaveText("How we count");
  await expect(page.locator("article")).toContainText("1,498,376,192");
  await expect(page.locator(".bibliography li")).toHaveCount(3);
});

test("texts that are no chapters have links to their headings too, and say how they are cited", async ({page}) => {
  for (const [path, heading, key] of [
    ["/notes/how-we-count/", "Memory", "how-we-count"],
    ["/measure/calculators/", "Narrow first", "calculators"]
  ] as const) {
    await page.goto(path);
    await page.getByRole("link", {name: `Link to “${heading}”`}).click();
    expect(new URL(page.url()).hash).toBe(`#${heading.toLowerCase().replace(" ", "-")}`);
    await page.locator("summary", {hasText: "Cite this page"}).click();
    await expect(page.locator(".cite-page pre")).toContainText(`@misc{inside-inception-${key},`);
  }
});
