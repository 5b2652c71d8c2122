import {readdirSync, readFileSync} from "node:fs";
import {expect, test} from "vitest";

const folder = new URL("../../src/lib/scenes/", import.meta.url);
const sources = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), "utf8")] as const);

test.each(sources)("scenes/%s imports only its neighbours and uses no clock, no chance and no document", (_, text) => {
  for (const [, from] of text.matchAll(/from "([^"]+)"/g)) expect(from).toMatch(/^\.\/[a-z-]+\.ts$/);
  expect(text).not.toMatch(/Math\.random|Date\b|performance\.|\bdocument\.|\bfetch\(/);
});
