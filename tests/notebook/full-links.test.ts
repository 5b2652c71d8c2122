/** Links from a chapter's figures to their places in Measure and Play, with what the reader has set. */
import {expect, test} from "vitest";
import {sectionIn, withState} from "../../src/layouts/full-links.ts";

const none = {own: "", all: []};

test("a section keeps its name in front of the state; without a state the link is as it was", () => {
  expect(withState("/measure/layers/#a-kernel", "#kernel-k=5&kernel-pad=2", none)).toBe(
    "/measure/layers/#a-kernel&kernel-k=5&kernel-pad=2"
  );
  for (const link of ["/measure/layers/#a-kernel", "/measure/#net=nin%40cifar10"])
    expect(withState(link, "", none)).toBe(link);
});

test("what the reader has set goes before what the link sets", () => {
  expect(withState("/play/#net=compact-v3", "#maps=mixed7b&net=compact-v1", none)).toBe(
    "/play/#net=compact-v1&maps=mixed7b"
  );
});

test("of a figure with a prefix only its own keys go along, without it; of one without, all that have none", () => {
  const all = ["nin-", "cifar-"];
  const set = "#nin-open=mlpconv1&cifar-net=nin%40imagenet&unit=flop";
  expect(withState("/measure/#net=nin%40imagenet", set, {own: "nin-", all})).toBe(
    "/measure/#net=nin%40imagenet&open=mlpconv1"
  );
  expect(withState("/measure/#net=nin%40cifar10", set, {own: "cifar-", all})).toBe("/measure/#net=nin%40imagenet");
  expect(withState("/measure/layers/#one", set, {own: "", all})).toBe("/measure/layers/#one&unit=flop");
});

test("a reader's code, a heading, and what is set to nothing stay behind", () => {
  expect(withState("/measure/layers/#one", "#code=AAAA&history&stride=", none)).toBe("/measure/layers/#one");
});

test("the section beside a state is found, and nothing else is taken for one", () => {
  expect(sectionIn("#a-kernel&kernel-k=5")).toBe("a-kernel");
  for (const other of ["", "#", "#a-kernel", "#k=5&n=2", "#&k=5", "#<b>&k=5", "#%zz&k=5"])
    expect(sectionIn(other)).toBeNull();
});
