/** Tells failures that leave a backend beyond use from those after which it works on. */

/**
 * Whether an error means that nothing can be computed in this worker any more: WebAssembly aborted or trapped, memory ran
 * out, or the graphics device was lost.
 */
export function isFatal(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError || WORDS.test(String(error));
}

const WORDS =
  /out of memory|allocation failed|could not allocate|\baborted\(|context (?:was |is )?lost|device (?:was |is )?lost/i;
