import {expect, test} from "vitest";
import {agreement, noteOf, ourNumber} from "../../src/components/parts/clinic-count.ts";
import {MeasureError} from "../../src/lib/analysis/measure.ts";
import {type Figure, publishedFigures, type Switches} from "../../src/lib/nets/published-figures.ts";
import {networks} from "../../src/lib/nets/registry.ts";

test("every figure has an id of its own, and there are at least 48", () => {
  expect(new Set(publishedFigures.map(({id}) => id)).size).toBe(publishedFigures.length);
  expect(publishedFigures.length).toBeGreaterThanOrEqual(48);
});

test.each(publishedFigures)("$id: $value $prefix is $outcome with its switches", (figure) => {
  expect(networks.has(figure.set.network ?? figure.network)).toBe(true);
  const found = agreement(ourNumber(figure, figure.set), figure.value);
  if (figure.outcome === "open") expect(found).not.toBe("met");
  else expect(found).toBe(figure.outcome === "guess" ? "met" : figure.outcome);
});

// Settings that explain a figure but are not needed would mislead: leaving any one away must miss it.
const needed = publishedFigures
  .filter(({outcome}) => outcome !== "open")
  .flatMap((figure) => Object.keys(figure.set).map((key) => [figure.id, key, figure] as const));
test.each(needed)("%s needs its switch %s", (_, key, figure) => {
  const without = Object.fromEntries(Object.entries(figure.set).filter(([name]) => name !== key));
  expect(isMet(figure, without)).toBe(false);
});

test("a figure without a source is never called explained", () => {
  for (const {source, outcome} of publishedFigures) if (source === null) expect(["open", "guess"]).toContain(outcome);
});

// Inception V3's auxiliary head does not fit 224 pixels: then nothing is met.
function isMet(figure: Figure, switches: Switches): boolean {
  try {
    return agreement(ourNumber(figure, switches), figure.value) === "met";
  } catch (error) {
    if (error instanceof MeasureError) return false;
    throw error;
  }
}

test("agreement compares at the printed digits", () => {
  expect(agreement(1.4987, "1.5")).toBe("met");
  expect(agreement(3.858, "3.8")).toBe("cut");
  expect(agreement(1.5827, "1.5")).toBe("cut");
  expect(agreement(55.84, "31.5")).toBe("open");
  expect(agreement(6998552, "6998552")).toBe("met");
});

test("notes say our numbers as they are counted, and none is left out", () => {
  const says = (id: string): string => noteOf(publishedFigures.find((one) => one.id === id)!)!;
  expect(says("v1-work-paper")).toContain("the same network needs 1.58.");
  expect(says("v1-conv1-params")).toContain("an ordinary 7×7 has 9.4.");
  expect(says("v1-4a-params")).toContain("give 366.8.");
  expect(says("v1-5a-params")).toContain("give 1,018.");
  expect(says("v1-5a-work")).toContain("give 51.");
  expect(says("v3-work-paper")).toContain("needs 5.7.");
  expect(says("r2-params-315")).toContain("with its classifier 32.4; the one that was released has 55.8.");
  expect(says("r2-depth")).toContain("176 layers");
  expect(says("r50-work-paper")).toContain("3.86, printed as 3.8.");
  for (const figure of publishedFigures) expect(noteOf(figure) ?? "").not.toMatch(/[{}]/);
});
