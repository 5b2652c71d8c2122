import {afterEach, expect, test, vi} from "vitest";
import {readingOf, remember} from "../../src/layouts/reading.ts";

function storage(kept: Record<string, string> = {}): Record<string, string> {
  const items = {...kept};
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => items[key] ?? null,
    setItem: (key: string, value: string) => void (items[key] = value)
  });
  return items;
}

afterEach(() => vi.unstubAllGlobals());

test("what is remembered comes back; another chapter drops the section, and chapters that were read stay read", () => {
  storage();
  expect(readingOf()).toBeUndefined();
  remember({id: "v1", title: "Inception V1", section: "thin-first", heading: "Thin first"});
  remember({id: "v1", title: "Inception V1", done: true});
  expect(readingOf()).toEqual({
    ...{id: "v1", title: "Inception V1", section: "thin-first", heading: "Thin first"},
    done: ["v1"]
  });
  remember({id: "v2", title: "Inception V2", section: "", heading: ""});
  expect(readingOf()).toEqual({id: "v2", title: "Inception V2", section: "", heading: "", done: ["v1"]});
});

test("what is not ours, and a browser that keeps nothing, are no reading", () => {
  for (const text of ["", "{", "7", "null", '{"id": 3}', '{"id": "v1"}']) {
    storage({reading: text});
    expect(readingOf(), text).toBeUndefined();
  }
  storage({reading: '{"id": "v1", "title": "V1", "done": "v1", "section": 4}'});
  expect(readingOf()).toMatchObject({section: "4", done: []});
  vi.stubGlobal("localStorage", {
    getItem: () => {
      throw new Error("refused");
    }
  });
  expect(readingOf()).toBeUndefined();
  expect(() => remember({id: "v1", title: "V1"})).not.toThrow();
});
