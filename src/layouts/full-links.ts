/**
 * A figure of a chapter and its place in Measure or Play keep their states under the same keys, so a link from one to the other
 * can carry what the reader has set. Where a chapter has several of a kind, each has a prefix, which its place may not have.
 */
import type {FullSize} from "../components/parts/full-size.ts";

// A reader's code belongs to the chapter's own cells.
const CODE = "code";
// Chosen once for all figures of a page.
const SHARED: ReadonlySet<string> = new Set(["unit", "dialect"]);
const SAME: FullSize = {prefix: "", there: "", opens: {}};

/** A fragment's section, "" without one, and the state beside it: `section&key=value`. */
function split(fragment: string): [section: string, state: URLSearchParams] {
  const [, section = "", state = ""] = /^#?(?:([\w-]+)(?:&|$))?(.*)$/s.exec(fragment)!;
  return [section, new URLSearchParams(state)];
}

const join = (section: string, state: URLSearchParams): string =>
  [section, state.toString()].filter((part) => part !== "").join("&");

/**
 * A link with the state of a page's fragment: `place/#section` becomes `place/#section&key=value`, and what the link itself sets
 * stays unless the figure opens otherwise or the reader has set it otherwise. Of a figure with a prefix only its own keys go
 * along, of one without, all but those that begin with one of `prefixes`; and what all figures share.
 */
export function withState(link: string, fragment: string, figure = SAME, prefixes: readonly string[] = []): string {
  const [place = "", at = ""] = link.split("#");
  const [section, state] = split(at);
  const others = prefixes.filter((one) => one !== "" && one !== figure.prefix);
  const set = (key: string, value: string): void => (value === "" ? state.delete(key) : state.set(key, value));
  for (const [key, value] of Object.entries(figure.opens)) set(key, String(value));
  for (const [key, value] of split(fragment)[1]) {
    if (SHARED.has(key)) set(key, value);
    else if (key.startsWith(figure.prefix) && key !== CODE && !others.some((other) => key.startsWith(other)))
      set(...there(figure, key.slice(figure.prefix.length), value));
  }
  return `${place}#${join(section, state)}`;
}

/** A figure's setting as its place has it. */
function there(figure: FullSize, key: string, value: string): [key: string, value: string] {
  const [name = "", called = value] = figure.called?.[`${key}=${value}`]?.split("=") ?? [key];
  return [figure.there + name, called];
}

/** The section that a fragment names beside a state: `section&key=value`. */
export function sectionIn(fragment: string): string | null {
  const [section, state] = split(fragment);
  return section !== "" && state.size > 0 ? section : null;
}

/** What the fragment becomes of a reader who goes to a section of the page; null if there is no state to stay, or no section. */
export function withSection(fragment: string, before: string): string | null {
  const [section, set] = split(fragment);
  const [, state] = split(before);
  state.delete(CODE);
  return section !== "" && set.size === 0 && state.size > 0 ? `#${join(section, state)}` : null;
}
