import {existsSync, globSync} from "node:fs";
import {join} from "node:path";

const built = join(import.meta.dirname, "..", "..", "dist");

/** Of many pages drawn from one template, these stand for all. */
const SAMPLES: readonly (readonly [template: RegExp, kept: readonly string[]])[] = [
  [/^\/networks\/.+/, ["/networks/googlenet-bvlc/", "/networks/inception-resnet-v2-timm/", "/networks/compact-v1/"]]
];

/**
 * The address of every page of the built site, in order, with an address that has no page; of pages of one template only
 * the samples. Throws where the site has not been built.
 */
export function builtPages(): string[] {
  if (!existsSync(join(built, "index.html"))) throw new Error("dist has no index.html: run `npm run build` first");
  const pages = globSync("**/index.html", {cwd: built}).map((file) => `/${file.replaceAll("\\", "/")}`);
  return [
    ...pages
      .map((page) => page.replace(/index\.html$/, ""))
      .filter(kept)
      .sort(),
    "/nothing-here/"
  ];
}

function kept(page: string): boolean {
  const template = SAMPLES.find(([pattern]) => pattern.test(page));
  return !template || template[1].includes(page);
}
