import {expect, test} from "@playwright/test";
import results from "../../training/results/compact-v1-heads.json" with {type: "json"};
import {numberIn} from "./picture-steps.ts";

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
  expect(macs[2]).toBe(24_700_880);
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
      `${((100 * (macs[2]! - macs[0]!)) / macs[2]!).toFixed(1)} %`
    );
  });
  await test.step("the live answer is the recorded one", async () => {
    const recorded = await exits.first().innerText();
    await figure.getByRole("button", {name: /^Start the network/}).click();
    await expect(figure).toHaveAttribute("data-live", "true", {timeout: 60_000});
    expect(await exits.first().innerText()).toBe(recorded);
  });
});
