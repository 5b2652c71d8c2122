import {expect, test} from "vitest";
import record from "../../src/components/figures/small-pictures.json" with {type: "json"};
import {smallPictures} from "../../src/components/parts/small-picture.ts";
import {type MlpMaps, mlpMaps} from "../../src/lib/analysis/mlpconv.ts";

const [{side, grey}] = smallPictures(record) as [ReturnType<typeof smallPictures>[number]];
const plane = {height: side, width: side, values: grey};
const EDGE = {hidden: [[1, 1, 0, 0], [0, 0, 1, 1]], out: [1, 1], bias: 0}; // prettier-ignore
const BOTH = {hidden: [[1, 1, 0, 0], [1, 1, -1, -1]], out: [1, -1], bias: 0}; // prettier-ignore

const at = ({first}: MlpMaps, i: number): [number, number] => {
  const [right, left, below, above] = first.map(({values}) => values[i]!);
  return [right! + left!, below! + above!];
};

test("with ReLU a sum of opposite edges is the edge's strength, whichever side is bright", () => {
  const maps = mlpMaps(plane, EDGE, true);
  expect(maps.out.height).toBe(side - 2);
  Array.from(maps.out.values).forEach((value, i) => {
    const [upright, level] = at(maps, i);
    expect(value).toBeCloseTo(upright + level, 9);
  });
  expect(Math.max(...Array.from(maps.out.values))).toBeGreaterThan(100);
});

test("without ReLU the same layers are one linear filter, and here that filter is nought", () => {
  const {first, out} = mlpMaps(plane, EDGE, false);
  expect(Math.max(...Array.from(first[0]!.values))).toBeGreaterThan(100);
  for (const value of Array.from(out.values)) expect(value).toBeCloseTo(0, 9);
});

test("two hidden units give the smaller of two strengths: a corner detector", () => {
  const maps = mlpMaps(plane, BOTH, true);
  Array.from(maps.out.values).forEach((value, i) => expect(value).toBeCloseTo(Math.min(...at(maps, i)), 9));
});

test("a bias below nought is a threshold", () => {
  const plain = mlpMaps(plane, EDGE, true);
  const strict = mlpMaps(plane, {...EDGE, bias: -100}, true);
  Array.from(strict.out.values).forEach((value, i) =>
    expect(value).toBeCloseTo(Math.max(0, plain.out.values[i]! - 100), 9)
  );
});
