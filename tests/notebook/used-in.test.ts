import type {CollectionEntry} from "astro:content";
import {expect, test} from "vitest";
import {usesOf} from "../../src/layouts/used-in.ts";

const chapter = (id: string, body: string, networks: string[] = []): CollectionEntry<"chapters"> =>
  ({id, body, data: {networks}}) as unknown as CollectionEntry<"chapters">;
const chapters = [
  chapter("named", '<Fact of="nin@imagenet" what="macs" />'),
  chapter("listed", "", ["nin@imagenet"]),
  chapter("variant", 'of="nin@cifar10"'),
  chapter("neither", "nin@imagenet without quotes"),
  chapter("the-family-compared", "") // whose cell names nin@imagenet
];

test("usesOf(id, variants, chapters) finds what a chapter names, lists, and names in a cell; variants count as such", () => {
  const uses = usesOf("nin@imagenet", ["nin@cifar10", "nin@imagenet"], chapters);
  expect(uses.map(({chapter, exact}) => [chapter.id, exact])).toEqual([
    ["named", true],
    ["listed", true],
    ["variant", false],
    ["the-family-compared", true]
  ]);
});
