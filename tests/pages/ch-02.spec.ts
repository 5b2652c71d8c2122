import {expect, type Locator, type Page, test} from "@playwright/test";

const chapter = "/learn/what-a-convolution-costs/";

async function open(page: Page, number: number, fragment = ""): Promise<Locator> {
  await page.goto(chapter + fragment);
  const figure = page.locator(`#figure-${number}`);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator("astro-island[ssr]")).toHaveCount(0);
  return figure;
}

const press = async (figure: Locator, name: string): Promise<void> =>
  figure.getByRole("button", {name, exact: true}).press("Enter");

test.describe("the sliding kernel", () => {
  const result = (figure: Locator): Locator => figure.locator("[data-result]");

  test("starts with Sobel on the cat's left edge: (69 − 213) + 2 · (58 − 213) + (55 − 212) = −611", async ({page}) => {
    const figure = await open(page, 1);
    await expect(result(figure)).toHaveText("−611");
    await expect(figure).toContainText("Row 12, column 5 of the output");
    await expect(figure.locator("[data-size]")).toHaveText("Output, 24×24 numbers.");
  });

  test("arrow keys move the window, and the place survives a reload", async ({page}) => {
    const figure = await open(page, 1);
    await figure.getByRole("button", {name: /^Output/}).press("ArrowLeft");
    await expect(result(figure)).toHaveText("−462");
    await page.keyboard.press("ArrowUp");
    await expect(result(figure)).toHaveText("−435");
    await expect(figure.locator("[data-says]")).toHaveText("Output row 11, column 4: −435");
    await expect.poll(() => new URL(page.url()).hash).toBe("#kernel-at=10%2C3");
    await page.reload();
    await figure.scrollIntoViewIfNeeded();
    await expect(result(figure)).toHaveText("−435");
  });

  test("every number of the kernel takes arrows and typed decimals, the sum follows, and a divisor divides it", async ({
    page
  }) => {
    const figure = await open(page, 1);
    const weight = figure.getByRole("slider", {name: "weight, row 2, column 3"});
    await weight.press("PageDown"); // 2 → 1 on the pixel of 58
    await expect(weight).toHaveAttribute("aria-valuenow", "1");
    await expect(result(figure)).toHaveText("−669");
    await weight.press("-");
    await page.keyboard.type("0.5");
    await page.keyboard.press("Enter");
    await expect(weight).toHaveAttribute("aria-valuenow", "-0.5");
    await expect(result(figure)).toHaveText("−756");
    await expect(figure).toContainText("A kernel of your own");
    const divisor = figure.getByRole("slider", {name: "all divided by"});
    await divisor.press("ArrowRight");
    await expect(result(figure)).toHaveText("−378");
  });

  test("presets: identity gives the pixel itself, blur the mean of nine", async ({page}) => {
    const figure = await open(page, 1);
    await press(figure, "identity");
    await expect(result(figure)).toHaveText("114");
    await press(figure, "blur");
    await expect(result(figure)).toHaveText("121.8"); // 1,096 / 9
    await press(figure, "5×5");
    await expect(figure.locator("[data-kernel]").getByRole("slider")).toHaveCount(25);
    await expect(result(figure)).toHaveText("121.8"); // zeros around it change nothing
  });

  test("stride and padding set the output's size: 24, 22, 12, 11, 28 with 3 zeros", async ({page}) => {
    const figure = await open(page, 1);
    const size = figure.locator("[data-size]");
    await press(figure, "valid (none)");
    await expect(size).toHaveText("Output, 22×22 numbers.");
    await press(figure, "2");
    await expect(size).toHaveText("Output, 11×11 numbers.");
    await press(figure, "same");
    await expect(size).toHaveText("Output, 12×12 numbers.");
    await press(figure, "1");
    await press(figure, "zeros: 1");
    const zeros = figure.getByRole("slider", {name: "zeros on every side"});
    await zeros.press("End");
    await expect(size).toHaveText("Output, 28×28 numbers.");
    await figure.getByRole("button", {name: "Reset"}).press("Enter");
    await expect(size).toHaveText("Output, 24×24 numbers.");
  });

  test("slide plays and stops", async ({page}) => {
    const figure = await open(page, 1);
    await press(figure, "Slide");
    await expect(figure.getByRole("button", {name: "Stop"})).toBeVisible();
    await expect(figure).toContainText(/Row 1, column ([3-9]|1\d) of the output/);
    await press(figure, "Stop");
    await expect(result(figure)).toHaveText("−611");
  });

  test("nonsense in the fragment leaves the defaults", async ({page}) => {
    const figure = await open(
      page,
      1,
      "#kernel=1,2&kernel-div=0&kernel-stride=9&kernel-at=x&kernel-on=%F0&kernel-pad=q"
    );
    await expect(result(figure)).toHaveText("−611");
  });

  test("a place outside the output means the nearest one", async ({page}) => {
    const figure = await open(page, 1, "#kernel-at=99,99&kernel-stride=4");
    await expect(figure).toContainText("Row 6, column 6 of the output");
  });
});

test.describe("windows along a line", () => {
  test("eight numbers, window 3, stride 2: three windows, one number lost", async ({page}) => {
    const figure = await open(page, 2);
    await expect(figure.locator("[data-out]")).toHaveText("3 windows fit:");
    await expect(figure).toContainText("⌊(8 + 0 − 3) / 2⌋ + 1 = 3.");
    await expect(figure).toContainText("One number at the end is never seen.");
  });

  test("GoogLeNet's 224 → 112 → 56 or 55, and TF-Slim's uneven zeros", async ({page}) => {
    const figure = await open(page, 2);
    await press(figure, "GoogLeNet’s first convolution");
    await expect(figure.locator("[data-out]")).toHaveText("112 windows fit:");
    await press(figure, "the same in TF-Slim");
    await expect(figure).toContainText("“Same” adds 2 before and 3 after here.");
    await press(figure, "GoogLeNet’s first pool");
    await expect(figure.locator("[data-out]")).toHaveText("56 windows fit:");
    await expect(figure).toContainText("⌈(112 + 0 − 3) / 2⌉ + 1 = 56.");
    await press(figure, "that pool rounded down");
    await expect(figure.locator("[data-out]")).toHaveText("55 windows fit:");
  });

  test("numbers change by keyboard, the symbols show them, and too long a window is said so", async ({page}) => {
    const figure = await open(page, 2);
    const side = figure.locator(".strip").getByRole("slider", {name: "side of the window"});
    await side.press("End");
    await expect(figure).toContainText("No window fits");
    await expect(figure.locator('[data-legend="K"]')).toContainText("= 11");
    await side.press("Home");
    await expect(figure).toContainText("With a stride larger than the window");
  });
});

test.describe("the 1×1 convolution", () => {
  test("mixes red, green and blue at one position: 1 · 229 − 0.5 · 126 − 0.5 · 117 = 107.5", async ({page}) => {
    const figure = await open(page, 3);
    await expect(figure.locator("[data-result]")).toHaveText("107.5");
    await press(figure, "red only");
    await expect(figure.locator("[data-result]")).toHaveText("229");
    await figure.getByRole("slider", {name: "weight of green"}).press("ArrowLeft");
    await expect(figure.locator("[data-result]")).toHaveText("216.4");
  });

  test("ReLU makes nought of what is less red than the rest, such as the sky", async ({page}) => {
    const figure = await open(page, 3, "#mix-at=0,0");
    await expect(figure.locator("[data-result]")).toHaveText(/^−\d/);
    await press(figure, "ReLU");
    await expect(figure.locator("[data-result]")).toHaveText("0");
  });
});

test.describe("the bill", () => {
  const macs = (figure: Locator): Locator => figure.locator("[data-macs]");

  test("conv2's 3×3 costs 346,816,512 MAC, 21.9 % of GoogLeNet, for 1.58 % of its parameters", async ({page}) => {
    const figure = await open(page, 4);
    await expect(macs(figure)).toHaveText("346,816,512 MAC");
    await expect(figure.locator('[data-sum="Parameters"]')).toHaveText("110,784 with biases");
    await expect(figure.locator('[data-ratio="Work"]')).toHaveText("21.9 % of GoogLeNet’s");
    await expect(figure.locator('[data-ratio="Parameters"]')).toHaveText("1.58 % of GoogLeNet’s");
  });

  test("doubled channels cost four times as much, stride 2 a quarter of that, twice in FLOP", async ({page}) => {
    const figure = await open(page, 4);
    await press(figure, "channels × 2, in and out");
    await expect(macs(figure)).toHaveText("1,387,266,048 MAC");
    await expect(figure.locator('[data-ratio="Work"]')).toHaveText("4.00× as in GoogLeNet");
    await press(figure, "stride 2");
    await expect(macs(figure)).toHaveText("346,816,512 MAC");
    await expect(figure.locator('[data-ratio="Parameters"]')).toHaveText("4.00× as in GoogLeNet");
    await press(figure, "FLOP");
    await expect(macs(figure)).toHaveText("693,633,024 FLOP");
  });

  test("a dragged or stepped number moves formula, symbols and address", async ({page}) => {
    const figure = await open(page, 4);
    const kernel = figure.locator("[data-product]").getByRole("slider", {name: "side of the kernel"});
    await kernel.press("ArrowRight");
    await expect(macs(figure)).toHaveText("616,562,688 MAC");
    await expect(figure.locator('[data-legend="K"]')).toContainText("= 4");
    await expect.poll(() => new URL(page.url()).hash).toBe("#lk=4");
    await kernel.dblclick();
    await expect(macs(figure)).toHaveText("346,816,512 MAC");
  });
});

test("the table gives five layers of GoogLeNet to the unit", async ({page}) => {
  await page.goto(chapter);
  const row = (name: RegExp): Locator => page.getByRole("row", {name});
  await expect(row(/^conv1/)).toContainText("7×7, stride 2112×112×649,472118,013,952");
  await expect(row(/^conv2, reduction/)).toContainText("1×156×56×644,16012,845,056");
  await expect(row(/^conv2 /)).toContainText("3×356×56×192110,784346,816,512");
  await expect(row(/^5b/)).toContainText("1×17×7×384319,87215,654,912");
});

test("predictions: four times, and a quarter", async ({page}) => {
  await page.goto(chapter);
  for (const [id, truth] of [
    ["predict-channels", "4 times"],
    ["predict-stride", "25 %"]
  ] as const) {
    const prediction = page.locator(`#${id}`);
    await prediction.scrollIntoViewIfNeeded();
    await expect(page.locator(`astro-island[ssr]:has(#${id})`)).toHaveCount(0);
    await prediction.getByText("Show the answer").press("Enter");
    await expect(prediction.locator("details .value")).toHaveText(truth);
  }
});

test.describe("without JavaScript", () => {
  test.use({javaScriptEnabled: false});

  test("figures are drawn and show their numbers, answers unfold", async ({page}) => {
    await page.goto(chapter);
    await expect(page.locator("#figure-1 [data-result]")).toHaveText("−611");
    await expect(page.locator("#figure-1 image")).toHaveCount(2);
    await expect(page.locator("#figure-2 [data-out]")).toHaveText("3 windows fit:");
    await expect(page.locator("#figure-3 [data-result]")).toHaveText("107.5");
    await expect(page.locator("#figure-4 [data-macs]")).toHaveText("346,816,512 MAC");
    await page.locator("#exercise-2 summary").click();
    await expect(page.locator("#exercise-2 details")).toContainText("8×8 is left");
  });
});
