import {gzipSync} from "node:zlib";
import {expect, type Page, type Response} from "@playwright/test";

/** What a page asked for and said while it loaded. */
export interface Record {
  requests: string[];
  problems: string[];
  responses: Response[];
}

/** Starts to write down a page's requests, its responses and whatever it complains about. */
export function record(page: Page): Record {
  const seen: Record = {requests: [], problems: [], responses: []};
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("response", (response) => seen.responses.push(response));
  page.on("pageerror", (error) => seen.problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") seen.problems.push(message.text());
  });
  return seen;
}

/** The bytes of all scripts that arrived, each compressed as a host would send it. */
export async function gzippedScripts({responses}: Record): Promise<number> {
  const scripts = responses.filter((response) => /javascript/.test(response.headers()["content-type"] ?? ""));
  const sizes = await Promise.all(scripts.map(async (response) => gzipSync(await response.body()).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Brings every island of a page onto the screen, one after another, until none is asleep but those that wait to be touched. */
export async function wakeIslands(page: Page): Promise<void> {
  // Found and scrolled to in one step: an island that wakes in between would be waited for in vain.
  const asleep = (): number => {
    const islands = document.querySelectorAll("astro-island[ssr]:not([client=touch])");
    islands[0]?.firstElementChild?.scrollIntoView();
    return islands.length;
  };
  await expect.poll(() => page.evaluate(asleep), {intervals: [50]}).toBe(0);
}

/** Points at the islands that wait for it, one after another, until none is asleep. */
export async function touchIslands(page: Page): Promise<void> {
  const asleep = (): number => {
    const islands = document.querySelectorAll("astro-island[ssr]");
    islands[0]?.firstElementChild?.scrollIntoView();
    islands[0]?.firstElementChild?.dispatchEvent(new Event("pointerover", {bubbles: true}));
    return islands.length;
  };
  await expect.poll(() => page.evaluate(asleep), {intervals: [50]}).toBe(0);
}
