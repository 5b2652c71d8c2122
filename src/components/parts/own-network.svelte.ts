/** The reader's own network: read from text, checked, and kept in this browser. The page has one. */
import {measure, MeasureError} from "../../lib/analysis/measure.ts";
import type {NetworkEntry} from "../../lib/nets/registry.ts";
import {flatten} from "../../lib/spec/graph.ts";
import {readNet} from "../../lib/spec/read-net.ts";
import {OWN, ownEntry} from "./own-entry.svelte.ts";
import {ownStrings} from "../strings/own.ts";
import {MOST_NETWORK, pack} from "./packed.ts";

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
  /** The text that the reader writes at. */
  text = $state("");
  /** What is wrong with it, once it was to be the network. */
  faults = $state.raw<readonly Fault[]>([]);
  /** Whether it came with a link and was not measured by the reader. */
  linked = $state(false);
  /** The network's text as a link has it: empty while there is none, null if it is too long. */
  packed = $state<string | null>("");

  constructor() {
    const kept = recall();
    if (kept === null) return;
    if (this.#set(kept)) void this.#pack(kept);
    else this.write("");
  }

  /** The reader begins another text. */
  write(text: string): void {
    Object.assign(this, {text, faults: [], linked: false});
  }

  /** Takes a text as the network and keeps it. With faults the network stays as it was, and the answer is no. */
  take(text: string): boolean {
    if (!this.#set(text)) return false;
    keep(text);
    void this.#pack(text);
    return true;
  }

  /** Takes the text of a link as the network, as if it were pasted; what this browser keeps stays. */
  open(text: string, packed: string): boolean {
    const taken = this.#set(text);
    if (taken) this.packed = packed;
    this.linked = true;
    return taken;
  }

  #set(text: string): boolean {
    const result = check(text);
    this.write(text);
    if ("faults" in result) {
      this.faults = result.faults;
      return false;
    }
    ownEntry.entry = result.entry;
    return true;
  }

  async #pack(text: string): Promise<void> {
    const {entry} = this;
    this.packed = "";
    const packed = await pack(text);
    if (this.entry === entry) this.packed = packed.length <= MOST_NETWORK ? packed : null;
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
