/**
 * Threads on hosts that cannot set headers: a page with a live figure (`<Page live>`) that is not cross-origin isolated
 * asks for a small service worker that adds the two headers. It takes effect when the next page is opened;
 * no page is ever reloaded for it, and without it everything works, on one thread.
 */
import {pagePath} from "./site.ts";

const asks = "live" in document.documentElement.dataset;
if (asks && !crossOriginIsolated && isSecureContext && "serviceWorker" in navigator) {
  navigator.serviceWorker.register(pagePath("isolate-worker.js")).catch(() => {
    // Private windows may refuse: one thread it is.
  });
}
