import {expect, test} from "vitest";
import {measure} from "../../src/lib/analysis/measure.ts";
import {unseenRows} from "../../src/lib/analysis/unseen.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {withoutTaps} from "../../src/lib/analysis/smallest-input.ts";
import {conv, maxPool, series} from "../../src/lib/spec/build.ts";
import {flatten} from "../../src/lib/spec/graph.ts";

const unseen = (side: number): string[] =>
  unseenRows(measure(flatten(withoutTaps(network("inception-v3@torchvision").net())), [side, side, 3])).map(
    ({path}) => path
  );

test("unseenRows(sheet): at 299 pixels every window of Inception V3 reaches the end of its map, at 224 and 298 not", () => {
  expect(unseen(299)).toEqual([]);
  expect(unseen(267)).toEqual([]);
  expect(unseen(224)).toContain("conv1a/conv");
  expect(unseen(298)).not.toEqual([]);
});

test("unseenRows(sheet) counts rows after padding, and leaves same padding alone", () => {
  const rows = (side: number): unknown =>
    unseenRows(
      measure(
        flatten(
          series({
            pool: maxPool(2, {stride: 3, pad: "valid"}),
            same: conv(3, 1, {stride: 2}),
            told: conv(3, 1, {stride: 2, pad: 1})
          })
        ),
        [side, side, 1]
      )
    );
  expect(rows(10)).toEqual([{path: "pool", rows: 2}]); // 0–1, 3–4, 6–7 of ten
  expect(rows(11)).toEqual([]);
});
