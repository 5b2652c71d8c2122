import {expect, test} from "vitest";
import {cut} from "../../src/lib/runtime/convolution-team.ts";
import {
  CONTROLS,
  DONE,
  FIRST,
  LEFT,
  PANELS,
  PANELS_EACH,
  takePieces,
  TILES,
  TILES_EACH
} from "../../src/lib/runtime/convolution-share.ts";

/** GoogLeNet's second convolution and a 1×1 of its last module, float32, in tiles of six pixels. */
const large = {tiles: 523, panels: 24, inputBytes: 58 * 58 * 64 * 4, kernelBytes: 24 * 577 * 8 * 4};
const deep = {tiles: 9, panels: 48, inputBytes: 7 * 7 * 832 * 4, kernelBytes: 48 * 833 * 8 * 4};
const small = {tiles: 11, panels: 2, inputBytes: 8 * 8 * 16 * 4, kernelBytes: 2 * 17 * 8 * 4};

test("cut(work, 1) makes pieces only so that a piece's map stays in the cache", () => {
  expect(cut(large, 1)).toEqual({each: {tiles: 159, panels: 24}, pieces: 4});
  expect(cut(deep, 1)).toEqual({each: {tiles: 9, panels: 48}, pieces: 1});
});

test("cut(work, threads) gives each thread four pieces of the larger of map and kernel, and one piece to a small convolution", () => {
  expect(cut(large, 2)).toEqual({each: {tiles: 66, panels: 24}, pieces: 8});
  expect(cut(deep, 2)).toEqual({each: {tiles: 9, panels: 6}, pieces: 8});
  expect(cut(deep, 8)).toEqual({each: {tiles: 9, panels: 2}, pieces: 24});
  expect(cut(small, 8)).toEqual({each: {tiles: 11, panels: 2}, pieces: 1});
});

function controlOf({tiles, panels}: typeof large, each: {tiles: number; panels: number}, left: number): Int32Array {
  const control = new Int32Array(CONTROLS);
  control[TILES] = tiles;
  control[TILES_EACH] = each.tiles;
  control[PANELS] = panels;
  control[PANELS_EACH] = each.panels;
  control[LEFT] = left;
  for (let i = FIRST; i < CONTROLS; i++) control[i] = 100 + i;
  return control;
}

test.each([large, deep, small])("takePieces(control, module) computes every tile of every panel once (%o)", (work) => {
  for (const each of [cut(work, 1).each, cut(work, 2).each, {tiles: 2, panels: 5}]) {
    const pieces = Math.ceil(work.tiles / each.tiles) * Math.ceil(work.panels / each.panels);
    const control = controlOf(work, each, pieces);
    const times = new Uint8Array(work.tiles * work.panels);
    const convolve = (
      firstTile: number,
      lastTile: number,
      firstPanel: number,
      lastPanel: number,
      ...given: number[]
    ) => {
      expect(given).toEqual(Array.from({length: 10}, (_, i) => 100 + FIRST + i));
      for (let tile = firstTile; tile < lastTile; tile++)
        for (let panel = firstPanel; panel < lastPanel; panel++) times[panel * work.tiles + tile]!++;
    };
    takePieces(control, {convolve, lay: () => undefined});
    expect(times.every((count) => count === 1)).toBe(true);
    expect(control[DONE]).toBe(pieces);
  }
});

test("takePieces(control, module) computes nothing where no piece is left", () => {
  const control = controlOf(large, {tiles: 10, panels: 24}, 0);
  takePieces(control, {convolve: () => expect.unreachable(), lay: () => undefined});
  takePieces(control, {convolve: () => expect.unreachable(), lay: () => undefined});
  expect(control[DONE]).toBe(0);
});
