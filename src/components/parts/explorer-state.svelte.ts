/** What the explorer of a network shows: the reader's choices, kept in the URL fragment, and all that follows from them. */
import {foldNorms} from "../../lib/analysis/fold-norms.ts";
import {measure, MeasureError, type Shape, type Sheet} from "../../lib/analysis/measure.ts";
import {peakMemory} from "../../lib/analysis/memory.ts";
import {fittingSize} from "../../lib/analysis/smallest-input.ts";
import {taps, total, type Totals} from "../../lib/analysis/total.ts";
import {network, networks, type NetworkEntry} from "../../lib/nets/registry.ts";
import type {Net} from "../../lib/spec/net.ts";
import {type Scope, scopeAt} from "../../lib/spec/graph.ts";
import {foldables, isRunPath, runSteps, stepAt} from "../../lib/viz/runs.ts";
import {fragmentState, oneOf, whole} from "./fragment.svelte.ts";
import {highlight} from "./highlight.svelte.ts";
import {graphOf} from "./network-graphs.ts";
import {MOVED} from "./moves.ts";
import {OWN, ownEntry} from "./own-entry.svelte.ts";

/** The ids of a network's variants, in the registry's order. */
export function variantsOf(id: string): string[] {
  if (id === OWN) return [OWN];
  const {name} = network(id);
  return [...networks.values()].filter((one) => one.name === name).map((one) => one.id);
}

/** Largest side of a picture that can be asked for, in pixels. */
export const MOST = 2048;

const sumOf = (list: readonly Totals[]): Totals =>
  list.reduce((a, b) => ({
    params: a.params + b.params,
    statistics: a.statistics + b.statistics,
    macs: a.macs + b.macs,
    bytes: a.bytes + b.bytes
  }));

/**
 * An explorer's state. Several on one page need a `key` each, which begins their names in the fragment; `open` are the paths
 * that are open at first.
 */
export class ExplorerState {
  readonly net;
  readonly opened;
  readonly aux;
  /** Height of the picture in pixels, and of a square one its width; 0 is the network's own. */
  readonly size;
  /** Width of the picture in pixels where it is not square; 0 goes with the height. */
  readonly across;
  readonly folded;
  /** Path of the part whose code is wanted; "" is the whole network. */
  readonly part;
  #last: Sheet | undefined;
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made anew, never changed
  #open: ReadonlySet<string> = new Set();

  constructor(id: string, ids: readonly string[], key = "", open = "") {
    this.net = fragmentState<string>(`${key}net`, id, {
      parse: (text) => (text === OWN && ownEntry.entry === null ? undefined : ids.find((one) => one === text))
    });
    this.opened = fragmentState<string>(`${key}open`, open, {
      parse: (text) => (/^[\w/,~+-]*$/.test(text) ? text : undefined)
    });
    this.aux = fragmentState<"0" | "1">(`${key}aux`, "0", oneOf(["0", "1"]));
    this.size = fragmentState<number>(`${key}size`, 0, whole(1, MOST));
    this.across = fragmentState<number>(`${key}wide`, 0, whole(1, MOST));
    this.folded = fragmentState<"0" | "1">(`${key}bn`, "0", oneOf(["0", "1"]));
    this.part = fragmentState<string>(`${key}part`, "", {
      parse: (text) => (/^[\w/~+-]*$/.test(text) ? text : undefined)
    });
  }

  readonly entry: NetworkEntry = $derived.by(() =>
    this.net.value === OWN ? ownEntry.entry! : network(this.net.value)
  );
  readonly tree: Net = $derived.by(() => (this.folded.value === "1" ? foldNorms(this.entry.net()) : this.entry.net()));
  readonly #graph = $derived.by(() => graphOf(this.entry, {folded: this.folded.value === "1"}));
  readonly height: number = $derived.by(() => (this.size.value === 0 ? this.entry.input[0]! : this.size.value));
  // A network that is meant for an oblong picture has one until the reader asks for another.
  readonly width: number = $derived.by(() => {
    if (this.across.value !== 0) return this.across.value;
    return this.size.value === 0 ? this.entry.input[1]! : this.height;
  });
  readonly #input: Shape = $derived.by(() => [this.height, this.width, this.entry.input[2]!]);

  readonly #measured = $derived.by((): {sheet: Sheet | null; error: MeasureError | null} => {
    try {
      return {sheet: measure(this.#graph, this.#input), error: null};
    } catch (error) {
      if (error instanceof MeasureError) return {sheet: null, error};
      throw error;
    }
  });

  /** Why the network does not take the picture, naming the layer; null if it does. */
  readonly error: MeasureError | null = $derived.by(() => this.#measured.error);

  /** A [height, width] that the network takes; asked for where it does not take the picture. */
  readonly fitting: readonly [number, number] = $derived.by(() => fittingSize(this.#graph, this.entry.input));

  /** The measured network; while there is an error, the last that fitted. */
  readonly sheet: Sheet = $derived.by(() => {
    const {sheet} = this.#measured;
    if (sheet !== null) this.#last = sheet;
    else if (this.#last?.graph !== this.#graph) this.#last = measure(this.#graph, this.entry.input);
    return this.#last!;
  });

  /** The steps of the main line; the same ones while a size changes nothing about them. */
  readonly steps: readonly Scope[] = $derived.by(() => runSteps(this.sheet));

  /** Paths of what is open; names that this network does not have are ignored. */
  readonly open: ReadonlySet<string> = $derived.by(() => {
    const paths = this.opened.value.split(",");
    const {steps} = this;
    const at = (path: string): Scope | undefined =>
      isRunPath(path) ? steps.find((step) => step.path === path) : scopeAt(this.#graph, path);
    const known = paths.filter((path) => path !== "" && (at(path)?.parts.length ?? 0) > 0);
    // The same set while the same is open, so that nothing is done again for it.
    if (known.length !== this.#open.size || !known.every((path) => this.#open.has(path)))
      // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made anew, never changed
      this.#open = new Set(known);
    return this.#open;
  });
  readonly foldable: string[] = $derived.by(() => foldables(this.sheet));

  readonly heads: Totals[] = $derived.by(() => [...taps(this.sheet).values()]);
  readonly withHeads: boolean = $derived.by(() => this.aux.value === "1" && this.heads.length > 0);
  /** Without heads, whatever the reader counts. */
  readonly plain: Totals = $derived.by(() => total(this.sheet));
  readonly sums: Totals = $derived.by(() => (this.withHeads ? sumOf([this.plain, ...this.heads]) : this.plain));
  readonly peak = $derived.by(() => peakMemory(this.sheet, {heads: this.withHeads}));

  /** The path that is pointed at or kept, if it is in this network. */
  readonly pointed: string | undefined = $derived.by(() => this.#pathOf(highlight.current));
  /** The path that a click keeps, if it is in this network. */
  readonly kept: string | undefined = $derived.by(() => this.#pathOf(highlight.pinned));

  readonly changed: boolean = $derived.by(() =>
    [this.net, this.opened, this.aux, this.size, this.across, this.folded, this.part].some((state) => state.changed)
  );

  #pathOf(key: string | null): string | undefined {
    const id = this.net.value;
    const path = key?.startsWith(`${id}:`) ? key.slice(id.length + 1) : undefined;
    return path !== undefined && (path === "input" || stepAt(this.sheet, path) !== undefined) ? path : undefined;
  }

  toggle(path: string): void {
    const next = this.open.has(path) ? [...this.open].filter((one) => one !== path) : [...this.open, path];
    this.opened.value = next.join(",");
  }

  /** Whether all is being opened: what is on the screen is at once, the rest bit by bit after that, so that no task is long. */
  filling: boolean = $state(false);

  /** Closes all if anything is open; else opens all. */
  toggleAll(): void {
    this.filling = this.open.size === 0;
    this.opened.value = this.filling ? this.foldable.join(",") : "";
    if (this.filling) setTimeout(() => (this.filling = false), MOVED);
  }

  /** Opens more. */
  openMore(paths: readonly string[]): void {
    this.opened.value = [...this.open, ...paths.filter((path) => !this.open.has(path))].join(",");
  }

  reset(): void {
    for (const state of [this.net, this.opened, this.aux, this.size, this.across, this.folded, this.part])
      state.reset();
    highlight.hover(null);
  }
}
