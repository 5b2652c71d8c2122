import {expect, test} from "@playwright/test";
import results from "../../training/results/compact-v1-heads.json" with {type: "json"};
import {measure} from "../../src/lib/analysis/measure.ts";
import {total} from "../../src/lib/analysis/total.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {flatten, scopeAt} from "../../src/lib/spec/graph.ts";
import {numberIn} from "./picture-steps.ts";

const {input, net} = network("compact-v1");
const sheet = measure(flatten(net()), input);

test("asked early, the heads answer as recorded, live too; the threshold decides where the network leaves", async ({
  page
}) => {
  await page.goto("/play/#sure=99");
  const figure = page.locator(".know");
  await figure.scrollIntoViewIfNeeded();
  await expect(page.locator("astro-island:not([ssr]) .know")).toBeVisible();
  const exits = figure.locator("[data-exit]");
  await expect(exits).toHaveCount(3);
  const macs: number[] = [];
  for (const exit of await exits.all()) macs.push(await numberIn(exit.locator("[data-macs]")));
  expect(macs).toEqual(macs.toSorted((a, b) => a - b));
  const heads = total(sheet, scopeAt(sheet.graph, "aux1")).macs + total(sheet, scopeAt(sheet.graph, "aux2")).macs;
  expect(macs[2]).toBe(24_700_880 + heads);
  for (const head of ["aux1", "aux2"] as const)
    await expect(figure.locator(`[data-exit=${head}] .right`)).toContainText(
      `${(100 * results.shipped.cifar10.heads[head].top1).toFixed(2)} %`
    );

  await test.step("on the keyboard, less certainty is asked for, and the network leaves earlier", async () => {
    const sure = figure.getByRole("slider");
    await sure.focus();
    await page.keyboard.press("Home");
    await expect(figure.locator(".verdict")).toHaveAttribute("data-leaves", "aux1");
    await expect(figure.locator(".verdict")).toContainText(
      `${((100 * (24_700_880 - macs[0]!)) / 24_700_880).toFixed(1)} % less than the network alone`
    );
  });
  await test.step("the live answer is the recorded one", async () => {
    const recorded = await exits.first().innerText();
    await figure.getByRole("button", {name: /^Start the network/}).click();
    await expect(figure).toHaveAttribute("data-live", "true", {timeout: 60_000});
    expect(await exits.first().innerText()).toBe(recorded);
  });
});
