/** What the figures of Play make of the page's address when they are drawn. */
import {expect, test, vi} from "vitest";
import type {Component} from "svelte";

const FIGURES = import.meta.glob<{default: Component<Record<string, unknown>>}>(
  "../../src/components/figures/{BranchSurgery,BranchViewer,BranchVotes,Classifier,EnsemblePlay,FamilyPlay,ThreeSizes,WhenItKnew}.svelte"
);

/** A figure as it is drawn at an address. */
async function drawn(name: string, hash: string): Promise<string> {
  vi.resetModules(); // a page reads its address once
  vi.stubGlobal("location", {hash, search: "", pathname: "/play/"});
  const {render} = await import("svelte/server");
  const {default: figure} = await FIGURES[`../../src/components/figures/${name}.svelte`]!();
  return render(figure, {props: {recorded: {}, right: {}}}).body;
}

const canReset = (body: string): boolean => !/<button[^>]* disabled[^>]*>Reset/.test(body);

test.each(["BranchViewer", "Classifier", "EnsemblePlay", "FamilyPlay", "ThreeSizes"])(
  "Reset of %s goes back from another picture of the gallery; without one there is nothing to go back from",
  async (name) => {
    expect(canReset(await drawn(name, ""))).toBe(false);
    expect(canReset(await drawn(name, "#scene=stag"))).toBe(true);
  }
);

test.each([
  ["BranchSurgery", "cut=9z/pool:0"],
  ["BranchSurgery", "cut=4c/pool:9"],
  ["BranchViewer", "maps=9z&off=4b/7x7&maps-scale=loud"],
  ["BranchViewer", "pin=9z/1x1:1"],
  ["BranchViewer", "pin=3a/1x1:999"],
  ["BranchViewer", "pin=3a/1x1:0"],
  ["BranchVotes", "vote=teapot&net=teapot"],
  ["Classifier", "class=%ff&scene=teapot&scene-size=-9999&scene-x=NaN"],
  ["Classifier", "evidence=maybe"],
  ["EnsemblePlay", "cuts=3&without=teapot"],
  ["ThreeSizes", "sizes-module=9z"],
  ["WhenItKnew", "know-net=teapot&sure=101"]
])("%s draws its default at the address #%s, and has nothing to reset", async (name, nonsense) => {
  const plain = await drawn(name, "");
  const body = await drawn(name, `#${nonsense}`);
  expect(canReset(body)).toBe(false);
  expect(body).toBe(plain);
});

test("the address hides the evidence over the classifier's picture", async () => {
  const body = await drawn("Classifier", "#evidence=off");
  expect(canReset(body)).toBe(true);
  expect(body).not.toMatch(/<input type="checkbox"[^>]* checked/);
  expect(await drawn("Classifier", "")).toMatch(/<input type="checkbox"[^>]* checked/);
});

test("the address pins a map in the viewer, in its own module only", async () => {
  const body = await drawn("BranchViewer", "#pin=3a/5x5:3");
  expect(canReset(body)).toBe(true);
  expect(body).toMatch(/5×5, map 3 of \d+/);
  expect(await drawn("BranchViewer", "#pin=4a/5x5:3")).not.toContain("map 3 of");
});
