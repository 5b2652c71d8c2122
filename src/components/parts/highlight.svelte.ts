/**
 * What the reader points at, shared by all islands of a page: diagram, table, code, prose and tiles light up together.
 *
 * Keys are "<network id>:<path>". Hover and focus preview, a click pins, Esc clears.
 */

const state = $state<{hovered: string | null; pinned: string | null}>({hovered: null, pinned: null});

/** The page's one highlight. */
export const highlight = {
  /** The key to light: what is hovered, else what is pinned. */
  get current(): string | null {
    return state.hovered ?? state.pinned;
  },
  get pinned(): string | null {
    return state.pinned;
  },
  hover(key: string | null): void {
    state.hovered = key;
  },
  /** Pins a key; the same key again, or null, unpins. */
  pin(key: string | null): void {
    state.pinned = state.pinned === key ? null : key;
  },
  /** Whether a key, or a part inside it, or a scope around it, is lit. */
  lights(key: string): boolean {
    const current = this.current;
    return current !== null && (current === key || current.startsWith(`${key}/`) || key.startsWith(`${current}/`));
  }
};

if (typeof window !== "undefined")
  window.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    state.hovered = null;
    state.pinned = null;
  });
