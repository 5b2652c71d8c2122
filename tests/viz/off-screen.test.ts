import {expect, test} from "vitest";
import {meets, seenOf} from "../../src/lib/viz/off-screen.ts";

const at = (name: string, y: number) => ({name, y});
const onScreen = {key: ({name}: {name: string}) => name, seen: ({y}: {y: number}) => y < 100};

test("seenOf(present, rested) takes what is seen now or was, and leaves the rest as it stood, the same objects", () => {
  const rested = [at("a", 0), at("b", 90), at("c", 200), at("d", 300)];
  const present = [at("a", 0), at("b", 110), at("c", 95), at("d", 310), at("new", 400)];
  const shown = seenOf(present, rested, onScreen);
  expect(shown.map((one) => one.y)).toEqual([0, 110, 95, 300, 400]);
  expect(shown[0]).toBe(present[0]);
  expect(shown[3]).toBe(rested[3]);
});

test("seenOf(present, present) is the present itself", () => {
  const present = [at("a", 500)];
  expect(seenOf(present, present, onScreen)).toBe(present);
});

test("meets(a, b) takes touching stretches as met", () => {
  expect(meets({top: 0, bottom: 10}, {top: 10, bottom: 20})).toBe(true);
  expect(meets({top: 0, bottom: 10}, {top: 11, bottom: 20})).toBe(false);
  expect(meets({top: -Infinity, bottom: Infinity}, {top: 5, bottom: 5})).toBe(true);
});
