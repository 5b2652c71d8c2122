import {render} from "svelte/server";
import {expect, test, vi} from "vitest";
import type {RecordedPlay} from "../../src/components/parts/recorded-play.ts";

vi.mock("../../src/lib/nets/releases.ts", async (original) =>
  (await import("./published-family.ts")).publishedFamily(original)
);

test("a network without branches names its maps in the bar where they fit, and in every piece's title", async () => {
  vi.stubGlobal("location", {hash: "#net=compact-plain", search: "", pathname: "/play/"});
  const {default: BranchVotes} = await import("../../src/components/figures/BranchVotes.svelte");
  const shares = [1.5, 1.2, -0.9, 0.8, 0.004, -0.5];
  const parts = [...[11, 40, 3, 7, 95].map((channel) => ({path: "conv7", channel})), {path: "conv7", rest: 91}];
  const votes: RecordedPlay["votes"] = {
    ...{best: 0, height: 1, width: 1, gated: false, parts: Array(10).fill(parts), shares: Array(10).fill(shares)},
    ...{bias: Array(10).fill(0.1), maps: {shape: [1, 1, 6], bytes: btoa("\0".repeat(6)), min: shares, max: shares}}
  };
  const {body} = render(BranchVotes, {props: {recorded: {"compact-plain": votes}}});
  const pieces = [...body.matchAll(/data-piece="([^"]+)".*?<title>([^<]+)<\/title>(.*?)<\/g>/gs)].map(
    ([, , title, drawing]) => [title, /<text[^>]*>([^<]+)</.exec(drawing!)?.[1]]
  );
  expect(pieces).toEqual([
    ["conv7, map 12: 1.500", "map 12"],
    ["conv7, map 41: 1.200", "map 41"],
    ["conv7, map 4: −0.900", "map 4"],
    ["conv7, map 8: 0.800", "map 8"],
    ["conv7, map 96: 0.004", undefined],
    ["the other 91 maps of conv7: −0.500", "other 91"],
    ["biases: 0.100", undefined]
  ]);
});
