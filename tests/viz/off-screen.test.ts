import {expect, test} from "vitest";
import {inGroups, meets, seenOf, seenRange} from "../../src/lib/viz/off-screen.ts";

const at = (name: string, y: number) => ({name, y});
const key = ({name}: {name: string}): string => name;

test("seenRange(list) goes from the first to the last that is seen, over one between them that is not", () => {
  const list = [at("a", 0), at("b", 110), at("c", 150), at("d", 120), at("e", 300)];
  expect(seenRange(list, ({y}) => y > 100 && y < 140)).toEqual([1, 3]);
  expect(seenRange(list, ({y}) => y > 500)).toEqual([0, -1]);
});

test("seenOf(present, before) takes what is in the range, and leaves the rest as it stood, the same objects", () => {
  const before = [at("a", 0), at("b", 90), at("c", 200), at("d", 300)];
  const present = [at("a", 1), at("b", 110), at("c", 205), at("new", 250), at("d", 310)];
  const told = (shown: readonly {name: string; y: number}[]) => shown.map(({name, y}) => `${name} ${y}`);
  const shown = seenOf(present, before, key, [1, 1]);
  expect(told(shown)).toEqual(["a 0", "b 110", "c 200", "d 300"]);
  expect(shown[0]).toBe(before[0]);
  expect(shown[1]).toBe(present[1]);
  expect(shown[3]).toBe(before[3]);
  expect(seenOf(present, before, key, [0, Infinity])).toEqual(present);
});

test("seenOf(present, before, …, seenBefore) takes what was seen from there, wherever it is now", () => {
  const before = [at("a", 0), at("run", 50), at("c", 90), at("d", 300)];
  const present = [at("a", 1), at("r1", 50), at("r2", 110), at("r3", 200), at("c", 250), at("d", 410)];
  const shown = seenOf(present, before, key, [0, 2], [0, 2]);
  expect(shown.map(({name, y}) => `${name} ${y}`)).toEqual(["a 1", "r1 50", "r2 110", "c 250", "d 300"]);
});

test("seenOf(present, before) takes new things above the range, on which the places of those in it rest, and none below", () => {
  const present = [at("n1", 0), at("n2", 50), at("a", 100), at("n3", 150)];
  expect(seenOf(present, [at("a", 0)], key, [2, 2]).map(key)).toEqual(["n1", "n2", "a"]);
  expect(seenOf(present, [], key, [0, 0]).map(key)).toEqual(["n1"]);
});

test("meets(a, b) takes touching stretches as met", () => {
  expect(meets({top: 0, bottom: 10}, {top: 10, bottom: 20})).toBe(true);
  expect(meets({top: 0, bottom: 10}, {top: 11, bottom: 20})).toBe(false);
  expect(meets({top: -Infinity, bottom: Infinity}, {top: 5, bottom: 5})).toBe(true);
});

test("inGroups(list, mayBegin, least) begins a group where one may, once the last is full; unchanged ones are the same objects", () => {
  const list = [at("a", 0), at("b", 1), at("c", 1), at("d", 0), at("e", 0), at("f", 0)];
  const names = (groups: readonly (readonly {name: string}[])[]): string[] =>
    groups.map((group) => group.map(key).join(""));
  const groups = inGroups(list, ({y}) => y === 0, 2);
  expect(names(groups)).toEqual(["abc", "de", "f"]);
  const later = inGroups([...list.slice(0, 3), at("d", 0), ...list.slice(4)], ({y}) => y === 0, 2, groups);
  expect(names(later)).toEqual(names(groups));
  expect(later.map((group, i) => group === groups[i])).toEqual([true, false, true]);
  expect(inGroups([], () => true, 2)).toEqual([]);
});
