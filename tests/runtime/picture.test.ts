import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {playStrings} from "../../src/components/strings/play.ts";
import {pictureLimits} from "../../src/lib/runtime/limits.ts";
import {decodePicture, PictureError} from "../../src/lib/runtime/picture.ts";
import {pngOf, whitePng} from "../pages/pictures/png.ts";

beforeEach(() => void vi.useFakeTimers({toFake: ["setTimeout", "clearTimeout"]}));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const small = pngOf(4, 4, () => [20, 160, 40, 255]);

/** A file that says it is of this size; only what it begins with is there. */
const saying = (size: number, content: Uint8Array<ArrayBuffer>): Blob =>
  Object.defineProperty(new Blob([content]), "size", {value: size});

/** Why a file is not taken, and the page's sentence about it. */
async function refusal(file: Blob): Promise<[problem: string, sentence: string]> {
  const error: unknown = await decodePicture(file).then(
    () => undefined,
    (reason: unknown) => reason
  );
  if (!(error instanceof PictureError)) throw new Error(`needed a PictureError, found ${String(error)}`);
  return [error.problem, playStrings.en.problem(error.problem, error.header, pictureLimits)];
}

test("decodePicture(blob) takes no file above 100 MB, and does not read it", async () => {
  const decode = vi.fn(() => Promise.reject(new Error("decoded")));
  vi.stubGlobal("createImageBitmap", decode);
  const [problem, sentence] = await refusal(saying(100e6 + 1, Uint8Array.from(small)));
  expect([problem, sentence]).toEqual(["too-heavy", "the file is larger than 100 MB; save a smaller copy first"]);
  expect(decode).not.toHaveBeenCalled();
  expect(await refusal(saying(100e6, Uint8Array.from(small)))).toMatchObject(["undecodable", expect.any(String)]);
});

test("decodePicture(blob) takes no picture above 200 megapixels", async () => {
  vi.stubGlobal("createImageBitmap", () => Promise.reject(new Error("decoded")));
  const white = (width: number, height: number): Blob => new Blob([Uint8Array.from(whitePng(width, height))]);
  const [problem, sentence] = await refusal(white(20_000, 10_001));
  expect(problem).toBe("too-large");
  expect(sentence).toContain("(20000×10001, 200 megapixels); at most 200 megapixels are read");
  expect((await refusal(white(20_000, 10_000)))[0]).toBe("undecodable");
});

test("decodePicture(blob) gives a picture up that takes longer than 20 seconds", async () => {
  vi.stubGlobal("createImageBitmap", () => new Promise(() => undefined));
  const found = vi.fn();
  const done = refusal(new Blob([Uint8Array.from(small)])).then(found);
  while (vi.getTimerCount() === 0) await new Promise(setImmediate);
  await vi.advanceTimersByTimeAsync(19_999);
  expect(found).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await done;
  expect(found).toHaveBeenCalledWith([
    "too-slow",
    "the browser took longer than 20 seconds to read the picture, so it was given up; try a smaller copy"
  ]);
});

test("decodePicture(blob) parses no SVG above 4 MB", async () => {
  const parse = vi.fn(() => {
    throw new Error("parsed");
  });
  vi.stubGlobal("Image", class {});
  vi.stubGlobal("DOMParser", class { parseFromString = parse; }); // prettier-ignore
  const drawing = (bytes: number): Blob => new Blob(["<svg>".padEnd(bytes)]);
  const [problem, sentence] = await refusal(drawing(4e6 + 1));
  expect(problem).toBe("svg");
  expect(sentence).toContain("larger than 4 MB");
  expect(parse).not.toHaveBeenCalled();
  await expect(decodePicture(drawing(4e6))).rejects.toThrow("parsed");
});
