/** Work that waits until the page has nothing else to do. */

/**
 * Does a task when the page is idle, but no later than after so many milliseconds, and at once where the browser does not tell;
 * the returned function calls it off.
 */
export function whenIdle(task: () => void, latest: number): () => void {
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(task);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(task, {timeout: latest});
  return () => cancelIdleCallback(asked);
}
