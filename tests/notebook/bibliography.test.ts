import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {authorList, citations, parseBibliography, shortName} from "../../src/components/notebook/bibliography.ts";

const bibliography = parseBibliography(readFileSync("content/references.bib", "utf8"));

describe("parseBibliography(text)", () => {
  it("reads authors, given names first, title, year, venue and address", () => {
    expect(bibliography.get("lin2013")).toEqual({
      id: "lin2013",
      authors: ["Min Lin", "Qiang Chen", "Shuicheng Yan"],
      title: "Network In Network",
      year: "2013",
      venue: "arXiv 1312.4400",
      url: "https://arxiv.org/abs/1312.4400",
      note: undefined
    });
  });

  it("reads every entry of the site's file", () => {
    const entries = readFileSync("content/references.bib", "utf8").match(/^@/gm) ?? [];
    expect(bibliography.size).toBe(entries.length);
  });

  it("keeps braced names whole and unescapes underscores", () => {
    expect(bibliography.get("bvlc")?.authors).toEqual(["BVLC"]);
    expect(bibliography.get("slim")?.title).toBe("nets/inception_v1.py");
  });

  it("names the entry that comes twice and the field that is missing", () => {
    const entry = "@misc{a,\n  author = {A, B},\n  title = {T},\n  year = {2000}\n}\n";
    expect(() => parseBibliography(entry + entry)).toThrow('two entries are called "a"');
    expect(() => parseBibliography("@misc{a,\n  author = {A, B},\n  title = {T}\n}\n")).toThrow('"a" has no year');
  });
});

describe("shortName(reference) and authorList(reference)", () => {
  it("says et al. from the third author, and from the fifth in the list", () => {
    expect(shortName(bibliography.get("szegedy2014")!)).toBe("Szegedy et al., 2014");
    expect(shortName(bibliography.get("ioffe2015")!)).toBe("Ioffe and Szegedy, 2015");
    expect(authorList(bibliography.get("he2015")!)).toBe("Kaiming He, Xiangyu Zhang, Shaoqing Ren and Jian Sun");
    expect(authorList(bibliography.get("szegedy2014")!)).toBe("Christian Szegedy, Wei Liu, Yangqing Jia et al.");
  });
});

describe("citations(source)", () => {
  it("lists ids in the order of first use with how often", () => {
    const source = 'A <Cite id="b" />, <Cite at="§3" id="a" /> and <Cite id="b" at="§5" />.';
    expect([...citations(source)]).toEqual([
      ["b", 2],
      ["a", 1]
    ]);
  });

  it("finds only entries of the bibliography in the content", () => {
    const files = readdirSync("content", {recursive: true, encoding: "utf8"}).filter((name) => name.endsWith(".mdx"));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files)
      for (const id of citations(readFileSync(`content/${file}`, "utf8")).keys())
        expect(bibliography.has(id), `${file}: ${id}`).toBe(true);
  });
});
