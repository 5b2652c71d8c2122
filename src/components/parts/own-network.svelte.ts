/** The reader's own network: read from text, checked, and kept in this browser. The page has one. */
import {measure, MeasureError} from "../../lib/analysis/measure.ts";
import type {NetworkEntry} from "../../lib/nets/registry.ts";
import {flatten} from "../../lib/spec/graph.ts";
import {readNet} from "../../lib/spec/read-net.ts";
import {OWN, ownEntry} from "./own-entry.svelte.ts";
import {ownStrings} from "../strings/own.ts";

/** What is wrong with a text, and which piece of it to show. */
export interface Fault {
  line: number;
  column: number;
  start: number;
  end: number;
  message: string;
}

const KEY = "own-network";
const strings = ownStrings.en;

/** The reader's network, if there is one. */
class OwnNetwork {
  get entry(): NetworkEntry | null {
    return ownEntry.entry;
  }
  text = $state("");

  constructor() {
    const kept = recall();
    if (kept !== null && this.take(kept).length > 0) this.text = "";
  }

  /** Takes a text as the network. Answers what is wrong with it; then the network stays as it was. */
  take(text: string): Fault[] {
    const result = check(text);
    if ("faults" in result) return result.faults;
    this.text = text;
    ownEntry.entry = result.entry;
    keep(text);
    return [];
  }
}

/** Reads and measures a text. */
function check(text: string): {faults: Fault[]} | {entry: NetworkEntry} {
  const {network, problems, placeOf} = readNet(text);
  if (network === null)
    return {
      faults: problems.map(({path, needed, found, ...place}) => ({
        ...place,
        message: strings.problem(path, needed, found)
      }))
    };
  try {
    measure(flatten(network.net), network.input);
  } catch (error) {
    if (!(error instanceof MeasureError)) throw error;
    const place = placeOf(error.path) ?? placeOf("")!;
    return {faults: [{...place, message: strings.unfit(error.message)}]};
  }
  const {name, input, net} = network;
  return {entry: {id: OWN, name, variant: "", title: name, year: 0, input, net: () => net}};
}

function recall(): string | null {
  if (typeof window === "undefined") return null;
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // the browser keeps nothing
  }
}

function keep(text: string): void {
  try {
    localStorage.setItem(KEY, text);
  } catch {
    // Then it lasts as long as the page.
  }
}

/** The page's one own network. */
export const own = new OwnNetwork();
