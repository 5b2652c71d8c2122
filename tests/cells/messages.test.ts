import {expect, test} from "vitest";
import {LIMITS, parseReply} from "../../src/cells/messages.ts";

const item = (item: unknown) => parseReply({kind: "shown", cell: "a", item});

test("parseReply(data) rebuilds what the sandbox says, without anything else that came along", () => {
  const reason = {kind: "values", names: ["k"], changed: []};
  expect(parseReply({kind: "started", cell: "a", reason, html: "<b>"})).toEqual({kind: "started", cell: "a", reason});
  expect(item({kind: "text", text: "9"})).toEqual({kind: "shown", cell: "a", item: {kind: "text", text: "9"}});
  expect(parseReply({kind: "failed", cell: "a", message: "no", line: "2"})).toMatchObject({line: null});
});

test.each([
  null,
  "text",
  [],
  {kind: "shown"},
  {kind: "shown", cell: 3, item: {kind: "text", text: ""}},
  {kind: "shown", cell: "a", item: {kind: "html", text: ""}},
  {kind: "shown", cell: "a", item: {kind: "text", text: "x".repeat(LIMITS.text + 1)}},
  {kind: "shown", cell: "a", item: {kind: "table", columns: ["a", "b"], rows: [["1"]], total: 1}},
  {kind: "shown", cell: "a", item: {kind: "table", columns: ["a"], rows: [[1]], total: 1}},
  {kind: "started", cell: "a", reason: {kind: "values", names: [1], changed: []}},
  {kind: "navigate", cell: "a", to: "https://example.org"}
])("parseReply(%j) is undefined", (data) => {
  expect(parseReply(data)).toBeUndefined();
});
