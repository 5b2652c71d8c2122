/** Work that waits until the page has nothing else to do. */

const LATEST = 1000; // milliseconds, after which it is done all the same

/** Does a task when the page is idle, at once where the browser does not tell; the returned function calls it off. */
export function whenIdle(task: () => void): () => void {
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(task);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(task, {timeout: LATEST});
  return () => cancelIdleCallback(asked);
}
