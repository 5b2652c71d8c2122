/** Whether an element is on the screen, so that figures rest while nobody looks. */
import type {Attachment} from "svelte/attachments";

/** Attachment that reports whenever the element enters or leaves the screen. */
export function onScreen(report: (visible: boolean) => void): Attachment<Element> {
  return (element) => {
    const observer = new IntersectionObserver((entries) => report(entries.at(-1)!.isIntersecting), {
      rootMargin: "100px"
    });
    observer.observe(element);
    return () => observer.disconnect();
  };
}
