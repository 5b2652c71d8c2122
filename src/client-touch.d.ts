import "astro";

declare module "astro" {
  interface AstroClientDirectives {
    /** Wakes when the reader first points at, taps or focuses the figure: scripts/astro/touch-directive.mjs. */
    "client:touch"?: boolean;
  }
}
