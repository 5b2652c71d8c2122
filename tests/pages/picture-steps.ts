/** What the specs of the live figures do and read on the page. */
import {expect, type Locator, type Page} from "@playwright/test";

/** Opens the Play page and waits until its classifier listens. */
export async function visit(page: Page, fragment = ""): Promise<void> {
  await page.goto(`/play/${fragment}`);
  await expect(page.locator("astro-island:not([ssr]) .classifier")).toBeVisible();
}

/** Starts the network and waits for a live answer. */
export async function start(page: Page): Promise<void> {
  await page
    .getByRole("button", {name: /^Start the network/})
    .first()
    .click();
  await live(page);
}

/** Waits until the classifier shows a live answer. */
export async function live(page: Page): Promise<void> {
  await expect(page.locator("[data-source]")).toHaveAttribute("data-source", "live", {timeout: 45_000});
}

/** Waits until the live answer is that to the newest picture and class. */
export async function settled(page: Page): Promise<void> {
  await live(page);
  await expect(page.locator(".classifier [data-settled]")).toHaveAttribute("data-settled", "true", {timeout: 20_000});
}

/** Hands a file to the page through its file button. */
export async function upload(
  page: Page,
  name: string,
  buffer: Buffer,
  mimeType = "application/octet-stream"
): Promise<void> {
  await page.locator("input[type=file]").first().setInputFiles({name, mimeType, buffer});
}

/** Drops or pastes a file (or, for text, a link) anywhere on the page, or on what a selector finds. */
export async function hand(
  page: Page,
  way: "drop" | "paste",
  name: string,
  content: Buffer | string,
  onto = "body"
): Promise<void> {
  const data = typeof content === "string" ? content : content.toString("base64");
  await page.evaluate(
    ([way, name, data, link, onto]) => {
      const transfer = new DataTransfer();
      if (link) transfer.setData("text/uri-list", data);
      else
        transfer.items.add(new File([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], name, {type: "image/png"}));
      const event =
        way === "drop"
          ? new DragEvent("drop", {dataTransfer: transfer, bubbles: true, cancelable: true})
          : new ClipboardEvent("paste", {clipboardData: transfer, bubbles: true, cancelable: true});
      document.querySelector(onto)!.dispatchEvent(event);
    },
    [way, name, data, typeof content === "string", onto] as const
  );
}

/** Colour [r, g, b] of what the network saw at a place given in parts of its side. */
export async function seenAt(page: Page, x: number, y: number): Promise<number[]> {
  return page.locator(".seen canvas").evaluate(
    (canvas: HTMLCanvasElement, [x, y]) => {
      const at = [Math.floor(x! * canvas.width), Math.floor(y! * canvas.height), 1, 1] as const;
      return [...canvas.getContext("2d")!.getImageData(...at).data].slice(0, 3);
    },
    [x, y]
  );
}

/** The number a piece of text shows, with its true minus sign. */
export async function numberIn(place: Locator): Promise<number> {
  return Number((await place.innerText()).replace("−", "-").replace(/[^\d.-]/g, ""));
}

/** The ten shares as displayed, by class, in percent. */
export async function sharesOf(page: Page): Promise<Map<string, number>> {
  const rows = await page.locator(".classifier button[data-class]").all();
  const pairs = rows.map(
    async (row) => [(await row.getAttribute("data-class"))!, await numberIn(row.locator(".share"))] as const
  );
  return new Map(await Promise.all(pairs));
}
