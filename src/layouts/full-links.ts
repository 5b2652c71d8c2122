/**
 * A figure of a chapter and its place in Measure or Play keep their states under the same keys, so a link from one to the other
 * can carry what the reader has set. Where a chapter has several of a kind, each has a prefix, which its place may not have.
 */

// A reader's code belongs to the chapter's own cells.
const CODE = "code";

/** The prefixes of a page's figures: of the one whose link it is ("" without one), and of all. */
export interface Prefixes {
  own: string;
  all: readonly string[];
}

/**
 * A link with the state of a page's fragment: `place/#section` becomes `place/#section&key=value`, and `place/#net=a` keeps what
 * it sets unless the reader has set it otherwise. Of a figure with a prefix only its own keys go along, without it; of one
 * without, all that have none.
 */
export function withState(link: string, fragment: string, {own, all}: Prefixes): string {
  const [place = "", at = ""] = link.split("#");
  const section = at.includes("=") ? "" : at;
  const state = new URLSearchParams(section === "" ? at : "");
  for (const [key, value] of new URLSearchParams(fragment.replace(/^#/, ""))) {
    const prefix = all.find((one) => one !== "" && key.startsWith(one)) ?? "";
    if (value !== "" && key !== CODE && prefix === own) state.set(key.slice(own.length), value);
  }
  return `${place}#${[section, state.toString()].filter((part) => part !== "").join("&")}`;
}

/** The section that a fragment names beside a state: `section&key=value`. */
export function sectionIn(fragment: string): string | null {
  const [first = "", ...rest] = fragment.replace(/^#/, "").split("&");
  return rest.length > 0 && /^[\w-]+$/.test(first) ? first : null;
}
