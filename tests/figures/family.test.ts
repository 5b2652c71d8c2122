import {render} from "svelte/server";
import {expect, test, vi} from "vitest";
import FamilyPlay from "../../src/components/figures/FamilyPlay.svelte";
import {ENGINE_BYTES} from "../../src/components/parts/network.svelte.ts";
import {networks} from "../../src/lib/nets/registry.ts";
import {BYTES} from "./published-family.ts";

vi.mock("../../src/lib/nets/releases.ts", async (original) =>
  (await import("./published-family.ts")).publishedFamily(original)
);

const family = [...networks.keys()].filter((id) => id.startsWith("compact-"));

test("FamilyPlay of eight networks: a panel for each, and one button that names what all of them weigh", () => {
  const logits = [5, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const cam = {shape: [1, 1, 1], bytes: btoa("\0"), min: [0], max: [1], index: 0, bias: 0};
  const recorded = Object.fromEntries(family.slice(1).map((id) => [id, {logits, cam}]));
  const {body} = render(FamilyPlay, {props: {recorded}});
  expect(family).toHaveLength(8);
  expect([...body.matchAll(/data-member="([^"]+)"/g)].map(([, id]) => id)).toEqual(family);
  expect(body).toContain(`Ask all 8 networks (${((ENGINE_BYTES + 8 * BYTES) / 1e6).toFixed(1)} MB)`);
  expect(body.match(/data-changed=/g)).toHaveLength(8);
  expect(body).toContain("7 of 7 say airplane.");
  expect(body.match(/not asked yet/g)).toHaveLength(1);
});
