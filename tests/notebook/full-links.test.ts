/** Links from a chapter's figures to their places in Measure and Play, with what the reader has set. */
import {expect, test} from "vitest";
import {asMain} from "../../src/components/parts/calculator-state.svelte.ts";
import {sectionIn, withSection, withState} from "../../src/layouts/full-links.ts";

const explorer = (prefix: string, open = "") => ({prefix, there: "", opens: {open}});

test("a section keeps its name in front of the state; without a state the link is as it was", () => {
  expect(withState("/measure/layers/#a-kernel", "#kernel-k=5&kernel-pad=2")).toBe(
    "/measure/layers/#a-kernel&kernel-k=5&kernel-pad=2"
  );
  for (const link of ["/measure/layers/#a-kernel", "/measure/#net=nin%40cifar10", "/play/#inside&net=compact-v3"])
    expect(withState(link, "")).toBe(link);
});

test("what the reader has set goes before what the link sets, beside a section or not", () => {
  const set = "#maps=mixed7b&net=compact-v1";
  expect(withState("/play/#net=compact-v3", set)).toBe("/play/#net=compact-v1&maps=mixed7b");
  expect(withState("/play/#inside&net=compact-v3", set)).toBe("/play/#inside&net=compact-v1&maps=mixed7b");
});

test("of a figure with a prefix only its own keys go along, without it; of one without, all that have none", () => {
  const all = ["", "nin-", "cifar-"];
  const set = "#nin-size=300&cifar-net=nin%40imagenet&stride=2";
  expect(withState("/measure/#net=nin%40imagenet", set, explorer("nin-"), all)).toBe(
    "/measure/#net=nin%40imagenet&size=300"
  );
  expect(withState("/measure/#net=nin%40cifar10", set, explorer("cifar-"), all)).toBe("/measure/#net=nin%40imagenet");
  expect(withState("/measure/layers/#one", set, undefined, all)).toBe("/measure/layers/#one&stride=2");
});

test("what all figures of a page share goes along with each", () => {
  expect(withState("/measure/#net=a", "#unit=flop&n-size=9&dialect=keras", explorer("n-"), ["n-"])).toBe(
    "/measure/#net=a&unit=flop&size=9&dialect=keras"
  );
});

test("what a figure opens with goes along unless the reader has set it, also to nothing", () => {
  const figure = explorer("nin-", "mlpconv1,mlpconv2");
  expect(withState("/measure/#net=a", "", figure, ["nin-"])).toBe("/measure/#net=a&open=mlpconv1%2Cmlpconv2");
  expect(withState("/measure/#net=a", "#nin-open=mlpconv3", figure, ["nin-"])).toBe("/measure/#net=a&open=mlpconv3");
  expect(withState("/measure/#net=a", "#nin-open=", figure, ["nin-"])).toBe("/measure/#net=a");
});

test("a setting that the place calls otherwise goes along under its name there", () => {
  const figure = {...explorer("nin-"), called: {"code-shown=1": "view=code"}};
  expect(withState("/measure/#net=a", "#nin-code-shown=1&nin-size=9", figure, ["nin-"])).toBe(
    "/measure/#net=a&view=code&size=9"
  );
});

test("a calculator that starts with a preset brings all its numbers, under the main one's keys", () => {
  const figure = asMain("stack", "bnInception3a");
  const link = withState("/#one", "#stack-bnInception3a-mid=80&stack-bnInception3a-view=layer", figure, [
    figure.prefix
  ]);
  expect(link).toBe(
    "/#one&stack-depth=2&stack-in=64&stack-mid=80&stack-out=96&stack-height=28&stack-width=28&stack-view=layer"
  );
  expect(() => asMain("stack", "nowhere")).toThrow('calculator stack: no preset "nowhere"');
});

test("a reader's code and guesses, a heading, and what is set to nothing stay behind", () => {
  const set = "#history&code=AAAA&stride=&predict-one=5&predict-one-answer=shown";
  expect(withState("/measure/layers/#one", set, undefined, ["predict-one"])).toBe("/measure/layers/#one");
});

test("the section beside a state is found, and nothing else is taken for one", () => {
  expect(sectionIn("#a-kernel&kernel-k=5")).toBe("a-kernel");
  for (const other of ["", "#", "#a-kernel", "#k=5&n=2", "#&k=5", "#<b>&k=5", "#%zz&k=5"])
    expect(sectionIn(other)).toBeNull();
});

test("a state stays beside the section that a reader goes to, but for code that a link brought", () => {
  expect(withSection("#history", "#k=5&code=AAAA&n=a%2Cb")).toBe("#history&k=5&n=a%2Cb");
  expect(withSection("#figures", "#history&k=5")).toBe("#figures&k=5");
  for (const [now, before] of [
    ["#history", ""],
    ["#history", "#figures"],
    ["#history", "#code=AAAA"],
    ["#history&k=4", "#k=5"],
    ["#k=4", "#k=5"],
    ["", "#k=5"]
  ] as const)
    expect(withSection(now, before)).toBeNull();
});
