/**
 * Takes from the worker what its policy forbids anyway, and says why where a cell asks for it. This is for the message: what
 * keeps readers safe is the frame's opaque origin and its Content-Security-Policy.
 */

const NETWORK = [
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "WebSocketStream",
  "WebTransport",
  "EventSource",
  "importScripts"
];
const STORAGE = ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"];
const PAGE = ["parent", "top", "frames", "opener", "frameElement", "history"];
const WORKERS = ["Worker", "SharedWorker", "BroadcastChannel"];

/** Gives each forbidden name a getter that throws, and keeps `postMessage` for the sandbox itself. */
export function seal(): typeof postMessage {
  const post = postMessage.bind(globalThis);
  forbid(NETWORK, (name) => `a cell has no network: ${name} is not available`);
  forbid(STORAGE, (name) => `a cell keeps nothing: ${name} is not available`);
  forbid(PAGE, (name) => `a cell does not see the page around it: ${name} is not available`);
  forbid([...WORKERS, "postMessage", "close"], (name) => `a cell runs alone: ${name} is not available`);
  return post;
}

function forbid(names: readonly string[], message: (name: string) => string): void {
  for (const name of names) {
    const get = (): never => {
      throw new Error(message(name));
    };
    for (let owner: object | null = globalThis; owner !== null; owner = Object.getPrototypeOf(owner) as object | null) {
      if (owner === globalThis || Object.hasOwn(owner, name))
        Object.defineProperty(owner, name, {get, configurable: false, enumerable: false});
    }
  }
}
