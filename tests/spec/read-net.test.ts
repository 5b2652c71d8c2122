import {expect, test} from "vitest";
import {network, networks} from "../../src/lib/nets/registry.ts";
import {flatten} from "../../src/lib/spec/graph.ts";
import {parseJson, placeOf} from "../../src/lib/spec/json-tree.ts";
import {BOUNDS, netFormat, readNet} from "../../src/lib/spec/read-net.ts";
import {writeNet} from "../../src/lib/spec/write-net.ts";
import {conv, dense, maxPool, relu} from "../../src/lib/spec/build.ts";

const whole = (net: string): string => `{"name": "Mine", "input": [32, 32, 3], "net": ${net}}`;
const series = (...parts: string[]): string => whole(`{"kind": "series", "parts": [${parts.join(", ")}]}`);

/** The first problem of a text on one line: "path: needs …, found … (column)". */
function first(text: string): string {
  const {network: read, problems} = readNet(text);
  expect(read).toBeNull();
  const {path, needed, found, start} = problems[0]!;
  expect(problems[0]).toMatchObject(placeOf(text, start));
  return `${path === "" ? "" : `${path}: `}needs ${needed}, found ${found}`;
}

test.each([...networks.keys()])("readNet(writeNet(%s)) is the network again, and flattens alike", (id) => {
  const {title, input, net} = network(id);
  const size = input as unknown as [number, number, number];
  const {network: read, problems} = readNet(writeNet({name: title, input: size, net: net()}));
  expect(problems).toEqual([]);
  expect(read).toEqual({name: title, input, net: net()});
  expect(flatten(read!.net).nodes).toHaveLength(flatten(net()).nodes.length);
});

test("what is left out means what the short forms of the site mean", () => {
  const text = series(
    '["a", {"kind": "conv", "kernel": 3, "out": 8}]',
    '["b", {"kind": "relu"}]',
    '["c", {"kind": "maxPool", "kernel": [2, 3], "stride": 2, "pad": 1}]',
    '["d", {"kind": "dense", "out": 10}]'
  );
  const {network: read} = readNet(text);
  expect(read!.net).toEqual({
    kind: "series",
    parts: [
      ["a", conv(3, 8)],
      ["b", relu],
      ["c", maxPool([2, 3], {stride: 2, pad: 1})],
      ["d", dense(10)]
    ]
  });
});

test("places lead from a network's paths to lines and columns of the text", () => {
  const text = `{\n "input": [8, 8, 3],\n "net": {"kind": "series", "parts": [\n  ["m", {"kind": "fork", "join": "add", "parts": [["x", {"kind": "relu"}]]}]\n ]}}`;
  const reading = readNet(text);
  expect(reading.problems).toEqual([]);
  expect(reading.placeOf("m/x")).toMatchObject({line: 4, column: 57, path: "net.parts[0][1].parts[0][1]"});
  expect(reading.placeOf("")).toMatchObject({line: 3, column: 9});
  expect(reading.placeOf("m/y")).toBeUndefined();
});

test.each([
  ["", "needs a value, found the end of the text"],
  ["{", "needs a key in double quotes, found the end of the text"],
  ["[1, 2", "needs “,” or “]”, found the end of the text"],
  ['{"name": "x",}', "needs a key in double quotes, found “}”"],
  ["{'name': 1}", "needs a key in double quotes, found “'”"],
  ['{"name" "x"}', 'needs “:” after the key, found “"”'],
  ['{"name": "x"} more', "needs the end of the text, found “more”"],
  ['{"name": "x', "needs a string with its closing quote on the same line, found none"],
  ['{"name": "a\\qb"}', "needs an escape of JSON, found \\q"],
  ['{"input": [01, 2, 3]}', "needs a value, found “01”"],
  ['{"input": [1e999, 2, 3]}', "needs a number that is not endless, found 1e999"],
  ['{"input": NaN}', "needs a value, found “NaN”"],
  ['{"net": {"kind": "relu", "kind": "relu"}}', "needs every key once, found “kind” again"],
  ["[".repeat(200), "needs at most 100 levels, found one more"],
  ["import torch", "needs a value, found “import”"],
  ["\u0000", "needs a value, found “\u0000”"]
])("a text that is no JSON is told where it stops being one: %j", (text, message) => {
  expect(first(text)).toBe(message);
});

test.each([
  ["[]", "needs an object: a network, found an array of 0"],
  ["7", "needs an object: a network, found 7"],
  ['{"net": {"kind": "relu"}}', "needs a field “input” of a network, found none"],
  ['{"input": [32, 32, 3]}', "needs a field “net” of a network, found none"],
  ['{"input": [32, 32], "net": {"kind": "relu"}}', "input: needs [height, width, channels], found an array of 2"],
  ['{"input": [32, 0, 3], "net": {"kind": "relu"}}', "input[1]: needs a whole number from 1 to 4096, found 0"],
  ['{"input": [32, 32, 1.5], "net": {"kind": "relu"}}', "input[2]: needs a whole number from 1 to 1000000, found 1.5"],
  ['{"name": 3, "input": [1, 1, 1], "net": {"kind": "relu"}}', "name: needs a name of 1 to 80 letters, found 3"],
  ['{"nets": 1, "input": [1, 1, 1], "net": {"kind": "relu"}}', "nets: needs “net”, found a field “nets”"],
  [
    '{"__proto__": {"a": 1}, "input": [1, 1, 1], "net": {"kind": "relu"}}',
    "__proto__: needs only name, input, net, found a field “__proto__”"
  ],
  [whole("null"), "net: needs an object with a “kind”, found null"],
  [whole("{}"), "net: needs a field “kind”, found none"],
  [whole('{"kind": 3}'), /^net\.kind: needs one of conv, .*, tap, found 3$/],
  [whole('{"kind": "Conv"}'), /perhaps “conv”, found “Conv”$/],
  [whole('{"kind": "convolution"}'), /^net\.kind: needs one of conv, .*, found “convolution”$/],
  [whole('{"kind": "constructor"}'), /^net\.kind: needs one of conv, .*, found “constructor”$/],
  [whole('{"kind": "conv", "kernel": 3}'), "net: needs a field “out” of “conv”, found none"],
  [whole('{"kind": "conv", "out": 8}'), "net: needs a field “kernel” of “conv”, found none"],
  [whole('{"kind": "conv", "kernal": 3, "out": 8}'), "net.kernal: needs “kernel”, found a field “kernal”"],
  [whole('{"kind": "conv", "kernel": 3, "out": -8}'), "net.out: needs a whole number from 1 to 1000000, found -8"],
  [whole('{"kind": "conv", "kernel": 3, "out": "8"}'), "net.out: needs a whole number from 1 to 1000000, found “8”"],
  [whole('{"kind": "conv", "kernel": [3, 3, 3], "out": 8}'), "net.kernel: needs [height, width], found an array of 3"],
  [
    whole('{"kind": "conv", "kernel": [3, 0], "out": 8}'),
    "net.kernel[1]: needs a whole number from 1 to 1024, found 0"
  ],
  [
    whole('{"kind": "conv", "kernel": 3, "out": 8, "pad": "some"}'),
    "net.pad: needs “same” or “valid”; perhaps “same”, found “some”"
  ],
  [
    whole('{"kind": "conv", "kernel": 3, "out": 8, "pad": -1}'),
    "net.pad: needs a whole number from 0 to 1024, found -1"
  ],
  [whole('{"kind": "conv", "kernel": 3, "out": 8, "bias": 1}'), "net.bias: needs true or false, found 1"],
  [
    whole('{"kind": "conv", "kernel": 3, "out": 8, "groups": 0}'),
    "net.groups: needs a whole number from 1 to 1000000, found 0"
  ],
  [whole('{"kind": "relu", "rate": 1}'), "net.rate: needs only kind, found a field “rate”"],
  [whole('{"kind": "dropout", "rate": 1}'), "net.rate: needs a number from 0 to below 1, found 1"],
  [whole('{"kind": "batchNorm", "eps": 0}'), "net.eps: needs a number above 0, found 0"],
  [whole('{"kind": "maxPool", "kernel": 2, "round": "up"}'), "net.round: needs “floor” or “ceil”, found “up”"],
  [
    whole('{"kind": "series", "parts": {"a": {"kind": "relu"}}}'),
    "net.parts: needs an array of [name, part], found an object"
  ],
  [whole('{"kind": "series", "parts": [{"kind": "relu"}]}'), "net.parts[0]: needs [name, part], found an object"],
  [whole('{"kind": "series", "parts": [["a"]]}'), "net.parts[0]: needs [name, part], found an array of 1"],
  [whole('{"kind": "fork", "join": "concat", "parts": []}'), "net.parts: needs at least one part, found none"],
  [
    whole('{"kind": "fork", "join": "sum", "parts": [["a", {"kind": "relu"}]]}'),
    "net.join: needs “concat” or “add”, found “sum”"
  ],
  [whole('{"kind": "fork", "parts": [["a", {"kind": "relu"}]]}'), "net: needs a field “join” of “fork”, found none"],
  [whole('{"kind": "tap"}'), "net: needs a field “net” of “tap”, found none"],
  [
    whole('{"kind": "series", "block": "not a class", "parts": []}'),
    "net.block: needs a name like a class, with a capital first and no signs, found “not a class”"
  ],
  [
    series('["a", {"kind": "relu"}]', '["a", {"kind": "relu"}]'),
    "net.parts[1][0]: needs a name of its own among its neighbours, found “a” again"
  ],
  [series('["input", {"kind": "relu"}]'), "net.parts[0][0]: needs a name that is not reserved, found “input”"],
  ...["", "a/b", "a.b", "a b", "__proto__", "constructor", "toString", "ä", 'a\\"', "x".repeat(41)].map((name) => [
    series(`["${name}", {"kind": "relu"}]`),
    /^net\.parts\[0\]\[0\]: needs a name of letters/
  ])
] as [string, string | RegExp][])("a network that is none is told where and why: %s", (text, message) => {
  if (typeof message === "string") expect(first(text)).toBe(message);
  else expect(first(text)).toMatch(message);
});

test("all that is wrong is told at once, up to a bound", () => {
  const bad = '["a", {"kind": "conv", "kernel": 0, "out": 0}]';
  expect(readNet(series(bad)).problems.map(({path}) => path)).toEqual([
    "net.parts[0][1].out",
    "net.parts[0][1].kernel"
  ]);
  expect(readNet(series(...Array.from({length: 50}, () => bad))).problems).toHaveLength(20);
});

test("a text that is too long and a network with too many operations are refused", () => {
  expect(first(" ".repeat(BOUNDS.letters + 1))).toContain("needs at most 2000000 letters");
  const many = Array.from({length: BOUNDS.operations + 1}, (_, i) => `["a${i}", {"kind": "relu"}]`);
  expect(first(series(...many))).toContain(`needs at most ${BOUNDS.operations} operations`);
});

test("netFormat() says of every field what it takes and what is meant without it, and reading agrees", () => {
  const {top, kinds} = netFormat();
  expect(top.map(({name, without}) => [name, without])).toEqual([
    ["name", '"Network"'],
    ["input", undefined],
    ["net", undefined]
  ]);
  expect(kinds.conv).toContainEqual({name: "bias", takes: "true or false", without: "true"});
  expect(kinds.conv.find(({name}) => name === "stride")).toEqual({
    name: "stride",
    takes: "a whole number from 1 to 1024, or [height, width]",
    without: "[1,1]"
  });
  expect(kinds.series.map(({name, takes, without}) => [name, takes, without])).toEqual([
    ["parts", "an array of [name, part]", undefined],
    ["block", "a name like a class, with a capital first and no signs", null]
  ]);
  expect(kinds.relu).toEqual([]);
  // What must be there of an average, and nothing else, is enough.
  const needed = kinds.avgPool.filter(({without}) => without === undefined).map(({name}) => name);
  expect(needed).toEqual(["kernel"]);
  expect(readNet(whole('{"kind": "avgPool", "kernel": 2}')).problems).toEqual([]);
});

test("reading changes nothing that others use", () => {
  readNet('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}');
  expect("polluted" in {}).toBe(false);
});

test("parseJson(text) reads what JSON.parse reads", () => {
  const texts = ['{"a": [1, -0.5e3, true, null, "x\\u00e9\\n\\"\\\\"], "b": {}}', "[]", ' "s" ', "-0", "1E+2"];
  const plain = (value: ReturnType<typeof parseJson>): unknown => {
    if (value.kind === "object") return Object.fromEntries([...value.members].map(([key, one]) => [key, plain(one)]));
    if (value.kind === "array") return value.items.map(plain);
    return value.kind === "null" ? null : value.value;
  };
  for (const text of texts) expect(plain(parseJson(text)), text).toEqual(JSON.parse(text));
});
