/** The site's own pages and works as BibTeX. */

/** What a citation of a page says. */
export interface Citation {
  key: string;
  title: string;
  /** Of the whole site. */
  site: string;
  year: number;
  /** Whole address of the page; left out where it is not known. */
  url?: string | undefined;
}

/** A page as a BibTeX entry. */
export function bibtexOf({key, title, site, year, url}: Citation): string {
  const fields = [
    `  author = {{${site}}}`,
    `  title = {${title.replace(/[{}\\]/g, "")}}`,
    `  howpublished = {${site}, an interactive notebook}`,
    `  year = {${year}}`,
    ...(url === undefined ? [] : [`  url = {${url}}`])
  ];
  return `@misc{${key},\n${fields.join(",\n")}\n}`;
}

/** A page as a line of a list of references. */
export function citationText({title, site, year, url}: Citation): string {
  return `${site} (${year}). ${title}.${url === undefined ? "" : ` ${url}`}`;
}
