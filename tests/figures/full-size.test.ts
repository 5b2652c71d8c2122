import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";

const root = join(import.meta.dirname, "..", "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const folder = "content/en/chapters";

/** Figures that stand elsewhere as part of another. */
const WITHIN: Readonly<Record<string, string>> = {
  BranchViewer: "ChosenViewer",
  NetworkExplorer: "NetworkMeasure",
  CostPairs: "NetworkComparison"
};

interface InChapter {
  name: string;
  component: string;
  full: string | undefined;
  /** What a calculator calculates. */
  of: string | undefined;
}

const figures: InChapter[] = readdirSync(join(root, folder))
  .sort()
  .flatMap((file) =>
    [...read(`${folder}/${file}`).matchAll(/<Figure ([^>]*)>\s*<(\w+)([^>]*)/g)].map(
      ([, attributes = "", component = "", inner = ""]) => ({
        name: `${file}, figure ${/number=\{(\d+)\}/.exec(attributes)?.[1]}`,
        component,
        full: /full="([^"]+)"/.exec(attributes)?.[1],
        of: component === "Calculator" ? /of="(\w+)"/.exec(inner)?.[1] : undefined
      })
    )
  );

/** The source of the page that a path from the site's root leads to. */
function sourceOf(path: string): string | undefined {
  const page = path.replace(/\/?(#.*)?$/, "");
  return [`src/pages/${page}.astro`, `src/pages/${page}/index.astro`, `content/en/${page}.mdx`]
    .filter((file) => existsSync(join(root, file)))
    .map(read)[0];
}

test("the chapters have all their figures here", () => {
  expect(figures.length).toBeGreaterThan(40);
});

test.each(figures)("$name ($component) names its place in Measure or Play, and that page has it", (figure) => {
  expect(figure.full).toMatch(/^(measure|play)\//);
  const source = sourceOf(figure.full!);
  expect(source).toBeDefined();
  const wanted = WITHIN[figure.component] ?? figure.component;
  expect(source).toMatch(new RegExp(`<${wanted}\\b${figure.of === undefined ? "" : `[^>]* of="${figure.of}"`}`));
});
