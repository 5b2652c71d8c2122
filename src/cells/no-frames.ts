/** Imported first: the frame around the worker is hidden, so its animation frames may never come; timers do. */
Object.defineProperty(globalThis, "requestAnimationFrame", {value: undefined, configurable: true});
