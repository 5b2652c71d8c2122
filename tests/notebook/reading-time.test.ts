import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {minutesOf} from "../../src/layouts/reading-time.ts";

const words = (count: number): string => "word ".repeat(count);

test("minutesOf(mdx) is a minute for 238 words, and half of one for each figure, question and cell", () => {
  expect(minutesOf(words(10 * 238))).toBe(10);
  expect(minutesOf(`${words(238)}\n<Figure number={1}>\n</Figure>\n<Predict id="p" />\n<LiveCode of="c" />\n`)).toBe(3);
});

test("minutesOf(mdx) leaves out what is said about the chapter, code, imports, what tags say, folds and exercises", () => {
  const mdx = [
    `---\ntitle: "${words(500)}"\n---\n`,
    'import Count from "count.astro";',
    "export const numbers = [\n  1\n];",
    `\`\`\`python\n${words(500)}\n\`\`\``,
    `<Equation says="${words(500)}" symbols={[{means: "${words(500)}"}]} />`,
    `<Fact of="${words(500)}" />`,
    words(4 * 238),
    `<Further title="More">\n\n${words(500)}\n\n</Further>`,
    "## Exercises",
    words(500)
  ];
  expect(minutesOf(mdx.join("\n\n"))).toBe(4);
});

test("every chapter takes from eight to twelve minutes", () => {
  const folder = join("content", "en", "chapters");
  for (const file of readdirSync(folder)) {
    const minutes = minutesOf(readFileSync(join(folder, file), "utf8"));
    expect(minutes, file).toBeGreaterThanOrEqual(8);
    expect(minutes, file).toBeLessThanOrEqual(12);
  }
});
