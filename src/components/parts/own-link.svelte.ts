/** The reader's own network in the address: put there while it is shown, and read from there when a link brings one. */
import {untrack} from "svelte";
import {BOUNDS} from "../../lib/spec/read-net.ts";
import {type FragmentState, fragmentState} from "./fragment.svelte.ts";
import {OWN} from "./own-entry.svelte.ts";
import {own} from "./own-network.svelte.ts";
import {MOST_NETWORK, unpack} from "./packed.ts";

/** Why the network that a link means is not shown: it cannot be read, it is not in the link, it is not right. */
export type LinkFault = "damaged" | "missing" | "faulty";

/** The link of an explorer, whose choice of a network is `net`. It is made while a component is. */
export class OwnLink {
  fault = $state<LinkFault | null>(null);
  readonly #net: FragmentState<string>;
  readonly #address = fragmentState<string>("own", "", {parse: (text) => text});
  #put = ""; // what came from here, not from a link
  #opening = $state(false);

  constructor(net: FragmentState<string>) {
    this.#net = net;
    $effect(() => {
      if (this.#opening) return;
      const {value} = this.#address;
      const wanted = net.value === OWN ? (own.packed ?? "") : "";
      if (value !== "" && value !== this.#put) void this.#open(value);
      else if (value !== wanted) this.#address.value = this.#put = wanted;
    });
    $effect(() => {
      if (asksForOwn() && untrack(() => own.entry === null && this.#address.value === "")) this.fault = "missing";
    });
  }

  async #open(packed: string): Promise<void> {
    this.#opening = true;
    this.#put = packed;
    const text = packed.length <= MOST_NETWORK ? await unpack(packed, BOUNDS.letters) : undefined;
    if (text !== undefined && own.open(text, packed)) {
      this.fault = null;
      this.#net.value = OWN;
    } else {
      this.fault = text === undefined ? "damaged" : "faulty";
      this.#net.reset();
    }
    this.#opening = false;
  }
}

/** Whether the address names a network of the reader's own, whether or not there is one. */
function asksForOwn(): boolean {
  return new URLSearchParams(location.hash.slice(1)).get("net") === OWN;
}
