/** The picture of each page for links from elsewhere: of chapters, network cards, notes and instruments, and one for all others. */
import type {APIContext} from "astro";
import {sharePicture} from "../../components/figures/share-picture.ts";
import {cardName} from "../../components/parts/card-path.ts";
import {chaptersInOrder} from "../../layouts/chapters.ts";
import {site} from "../../layouts/site.ts";
import theme from "../../layouts/theme.css?raw";
import {networks} from "../../lib/nets/registry.ts";

interface Props {
  title: string;
  line: string;
  network: string;
}

const GOOGLENET = "googlenet@bvlc";
const takesPictures = (id: string): boolean => networks.get(id)?.input[2] === 3;

/** The first network that a chapter names stands for it. */
const networkOf = (body: string): string =>
  [...body.matchAll(/"([a-z0-9-]+@[a-z0-9]+)"/g)].map(([, id]) => id!).find(takesPictures) ?? GOOGLENET;

export async function getStaticPaths() {
  const chapters = (await chaptersInOrder()).map(({id, data, body}) => ({
    params: {page: `learn/${id}`},
    props: {title: data.title, line: data.question, network: networkOf(body ?? "")}
  }));
  const cards = [...networks.values()].map(({id, name, variant, year}) => ({
    params: {page: `networks/${cardName(id)}`},
    props: {
      title: name,
      line: variant === "" ? String(year) : `${variant}, ${year}`,
      network: takesPictures(id) ? id : GOOGLENET
    }
  }));
  const notes = Object.entries(
    import.meta.glob<{frontmatter: {title: string; summary: string}}>("../../../content/en/notes/*.mdx", {eager: true})
  ).map(([path, {frontmatter}]) => ({
    params: {page: `notes/${path.slice(path.lastIndexOf("/") + 1, -".mdx".length)}`},
    props: {title: frontmatter.title, line: frontmatter.summary, network: GOOGLENET}
  }));
  const pages = site.pictures.map(({page, ...props}) => ({params: {page}, props}));
  return [
    ...chapters,
    ...cards,
    ...notes,
    ...pages,
    {params: {page: "site"}, props: {title: site.name, line: site.line, network: GOOGLENET}}
  ];
}

export function GET({props}: APIContext<Props>): Response {
  const picture = sharePicture({...props, site: site.name}, theme);
  return new Response(new Uint8Array(picture), {headers: {"Content-Type": "image/png"}});
}
