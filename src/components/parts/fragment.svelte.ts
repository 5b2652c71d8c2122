/**
 * State that lives in the URL fragment: `#one=64&pool=32`. The same key in two islands of a page is one cell.
 *
 * Only values that differ from their default are written. Nonsense in the fragment is ignored and the default shown. A value that
 * the browser remembers is shown on pages whose address does not name it.
 */

/** A value a reader can change, kept in the URL fragment. */
export interface FragmentState<T> {
  value: T;
  /** Whether the value differs from the default. */
  readonly changed: boolean;
  /** Back to the default. */
  reset(): void;
}

/** How a value is written in the fragment; `parse` answers undefined for nonsense. */
export interface FragmentCodec<T> {
  parse: (text: string) => T | undefined;
  print?: (value: T) => string;
  /** Whether the browser remembers the value for other pages, under the key. */
  remembered?: boolean;
}

interface Cell {
  text: string | null;
  remembered: boolean;
  /** What the address said when it was last read or written. */
  said: string | null;
}

// eslint-disable-next-line svelte/prefer-svelte-reactivity -- the cells are reactive, the list of them need not be
const cells = new Map<string, Cell>();
let timer: ReturnType<typeof setTimeout> | undefined;
let listening = false;

const entries = (): URLSearchParams =>
  new URLSearchParams(typeof location === "undefined" ? "" : location.hash.slice(1));

function cell(key: string, remembered: boolean): Cell {
  listen();
  const known = cells.get(key);
  if (known !== undefined) return known;
  const said = entries().get(key);
  const state = $state<Cell>({text: said ?? (remembered ? recall(key) : null), remembered, said});
  cells.set(key, state);
  return state;
}

// The reader edits the address or goes back: every cell follows.
function listen(): void {
  if (listening || typeof window === "undefined") return;
  listening = true;
  window.addEventListener("hashchange", follow);
  // Who leaves in the middle of a drag and comes back finds it.
  window.addEventListener("pagehide", () => {
    if (timer !== undefined) writeFragment();
  });
}

// A plain heading anchor (#history) says nothing about the figures.
const isAnchor = (): boolean => location.hash.length > 1 && !location.hash.includes("=");

function follow(): void {
  if (isAnchor()) return;
  const now = entries();
  for (const [key, state] of cells) {
    state.said = now.get(key);
    state.text = state.said ?? (state.remembered ? recall(key) : null);
  }
}

// The event of an address that the reader has just edited comes after what waits already, and that may be a write.
function isEdited(): boolean {
  if (isAnchor()) return false;
  const now = entries();
  return [...cells].some(([key, {said}]) => now.get(key) !== said);
}

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // no browser, or one that keeps nothing
  }
}

function remember(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // Then it lasts as long as the page.
  }
}

// Browsers limit how often the address may change, so a drag writes it once it rests.
function write(): void {
  clearTimeout(timer);
  timer = setTimeout(writeFragment, 150);
}

/**
 * Writes every value that differs from its default into the address now, without waiting for a drag to rest. An address that was
 * edited meanwhile is not written over: the values follow it.
 */
export function writeFragment(): void {
  if (typeof history === "undefined") return;
  clearTimeout(timer);
  timer = undefined;
  if (isEdited()) return follow();
  const now = entries();
  for (const key of [...now.keys()]) if (now.get(key) === "") now.delete(key);
  for (const [key, {text}] of cells) {
    if (text === null) now.delete(key);
    else now.set(key, text);
  }
  const text = now.toString();
  history.replaceState(history.state, "", `${location.pathname}${location.search}${text === "" ? "" : `#${text}`}`);
  const written = entries(); // a browser that is asked too often refuses
  for (const [key, state] of cells) state.said = written.get(key);
}

/** A value in the fragment under a key, shared by all islands of the page that name the key. */
export function fragmentState<T>(
  key: string,
  initial: T,
  {parse, print = String, remembered = false}: FragmentCodec<T>
): FragmentState<T> {
  const state = cell(key, remembered);
  const first = print(initial);
  const current = $derived(state.text === null ? initial : (parse(state.text) ?? initial));
  return {
    get value() {
      return current;
    },
    set value(next: T) {
      const text = print(next);
      state.text = text === first ? null : text;
      if (remembered) remember(key, state.text);
      write();
    },
    get changed() {
      return print(current) !== first;
    },
    reset() {
      state.text = null;
      write();
    }
  };
}

/** Parses a whole number within bounds. */
export function whole(min: number, max: number): FragmentCodec<number> {
  return {
    parse: (text) => {
      const n = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
      return n >= min && n <= max ? n : undefined;
    }
  };
}

/** A row and a column of a map: `11,4`. */
export const place: FragmentCodec<readonly [row: number, column: number]> = {
  parse: (text) => {
    const found = /^(\d{1,2}),(\d{1,2})$/.exec(text);
    return found === null ? undefined : [Number(found[1]), Number(found[2])];
  },
  print: (at) => at.join(",")
};

/** Parses one of a few words. */
export function oneOf<T extends string>(words: readonly T[]): FragmentCodec<T> {
  return {parse: (text) => words.find((word) => word === text)};
}
