import {expect, test} from "vitest";
import {timeMachine} from "../../src/components/parts/time-machine.ts";
import {timeMachineStrings} from "../../src/components/strings/time-machine.ts";

const {members, grids} = timeMachine(["early", "middle", "late"]);
const values = (grid: "early" | "middle" | "late") => grids[grid]!.map(({value}) => value);

test("each step’s number on maps of 27 to 35 pixels is what the descriptions give", () => {
  expect(values("early")).toEqual([
    "17.6 %", // 2 · 256 of 25 · 96 + 2 · 256 channels read for each that is written
    "224", // 416 − 192
    "42.2 %", // 128,049,152 of 303,464,448
    "72.0 %", // 18 of 25
    "1.56", // 35² over 28²
    "384",
    "33.5 %" // 128 · 320 · 35² of 149,900,800
  ]);
});

test("each step’s number on maps of 13 to 17 pixels is what the descriptions give", () => {
  expect(values("middle")).toEqual([
    "25.0 %", // 2 · 384 of 9 · 256 + 2 · 384
    "448", // 1,280 − 832
    "12.6 %", // 1,582,671,872 of 12,568,061,056
    "72.0 %",
    "28.6 %", // 14 of 49
    "2.27", // 847,264,768 over 374,063,104
    "37.2 %" // 384 · 1,088 · 17² of 324,937,728
  ]);
});

test("each step’s number on maps of 6 to 8 pixels is what the descriptions give", () => {
  expect(values("late")).toEqual([
    "1,000",
    "82.6 %", // 3,344 of 4,048
    "4.92 %", // 51,079,168 of 1,038,191,616
    "72.0 %",
    "2,048",
    "6", // 1 + 2 + 2 + 1
    "45.9 %" // 448 · 2,080 · 8² of 130,023,424
  ]);
});

test("every step has a sentence, a name and a network", () => {
  const {names, long} = timeMachineStrings.en;
  expect([names.length, long.length]).toEqual([members.length, members.length]);
  expect(members.map(({year}) => year)).toEqual([2013, 2014, 2014, 2015, 2015, 2016, 2016]);
  for (const steps of Object.values(grids))
    for (const {sentence, number} of steps) expect([sentence, number]).not.toContain("");
});
