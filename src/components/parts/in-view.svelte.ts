/** Which part of a tall element is on the screen, coarsely, so that only that part need be kept up in every frame. */
import type {Attachment} from "svelte/attachments";
import type {Span} from "../../lib/viz/off-screen.ts";

const STEP = 100; // pixels; the part that is told is up to that much larger on both sides

/** The part of an element that can be seen, in its region if that scrolls, in the element's own pixels from its top; all of it until the element is there. */
export class InView {
  #span = $state.raw<Span>({top: -Infinity, bottom: Infinity});
  #width = $state(0);

  get span(): Span {
    return this.#span;
  }

  /** The element's width in pixels, 0 until it is there. */
  get width(): number {
    return this.#width;
  }

  /** Watches an element. Its place is read only where the layout is done anyway: after it, and before the next frame. */
  readonly attach: Attachment<Element> = (element) => {
    let asked = 0;
    const read = (): void => {
      asked = 0;
      const {top, width} = element.getBoundingClientRect();
      const frame = element.closest("[role=region]")?.getBoundingClientRect();
      const from = STEP * Math.floor((Math.max(0, frame?.top ?? 0) - top) / STEP);
      const to = STEP * Math.ceil((Math.min(innerHeight, frame?.bottom ?? innerHeight) - top) / STEP);
      if (from !== this.#span.top || to !== this.#span.bottom) this.#span = {top: from, bottom: to};
      this.#width = width;
    };
    const ask = (): void => void (asked ||= requestAnimationFrame(read));
    const observer = new ResizeObserver(read);
    observer.observe(element);
    addEventListener("scroll", ask, {capture: true, passive: true});
    return () => {
      cancelAnimationFrame(asked);
      observer.disconnect();
      removeEventListener("scroll", ask, {capture: true});
    };
  };
}
