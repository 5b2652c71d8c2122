/** The reader's own network in the address: put there while it is shown, and read from there when a link brings one. */
import {untrack} from "svelte";
import {BOUNDS} from "../../lib/spec/read-net.ts";
import {ownStrings} from "../strings/own.ts";
import {fragmentState} from "./fragment.svelte.ts";
import {OWN} from "./own-entry.svelte.ts";
import {own} from "./own-network.svelte.ts";
import {MOST_NETWORK, unpack} from "./packed.ts";

/** Where a page shows networks: the key of the address under which their ids stand, and what is done about the reader's own. */
export interface Shown {
  key: string;
  shows: () => boolean;
  show: () => void;
  /** Back to what the page shows without a link. */
  reset: () => void;
}

/** The link of a page. It is made while a component is. */
export class OwnLink {
  /** Why the network that a link means is not shown: it cannot be read, it is not in the link, it is not right. */
  fault = $state<"damaged" | "missing" | "faulty" | null>(null);
  readonly #shown: Shown;
  readonly #address = fragmentState<string>("own", "", {parse: (text) => text});
  #put = ""; // what came from here, not from a link
  #opening = $state(false);

  constructor(shown: Shown) {
    this.#shown = shown;
    $effect(() => {
      if (this.#opening) return;
      const {value} = this.#address;
      const wanted = shown.shows() ? (own.packed ?? "") : "";
      if (value !== "" && value !== this.#put) void this.#open(value);
      else if (value !== wanted) this.#address.value = this.#put = wanted;
    });
    $effect(() => {
      if (asksForOwn(shown.key) && untrack(() => own.entry === null && this.#address.value === ""))
        this.fault = "missing";
    });
  }

  /** What is to be said once the link is copied, if the network is not in it. */
  get copied(): string | undefined {
    return this.#shown.shows() && own.packed === null ? ownStrings.en.copiedWithout : undefined;
  }

  /** The fault in words, where the page does not list what is wrong with the network's text. */
  get error(): string | null {
    if (this.fault === null) return null;
    const [first] = own.faults;
    return this.fault === "faulty" && first !== undefined
      ? ownStrings.en.faultyHere(ownStrings.en.place(first.line, first.column), first.message)
      : ownStrings.en[this.fault];
  }

  async #open(packed: string): Promise<void> {
    this.#opening = true;
    this.#put = packed;
    const text = packed.length <= MOST_NETWORK ? await unpack(packed, BOUNDS.letters) : undefined;
    if (text !== undefined && own.open(text, packed)) {
      this.fault = null;
      this.#shown.show();
    } else {
      this.fault = text === undefined ? "damaged" : "faulty";
      this.#shown.reset();
    }
    this.#opening = false;
  }
}

/** Whether the address names a network of the reader's own, whether or not there is one. */
function asksForOwn(key: string): boolean {
  return (new URLSearchParams(location.hash.slice(1)).get(key) ?? "").split(",").includes(OWN);
}
