/** The dialects that a network can be written in. A writer is fetched when it is first asked for. */
import type {Shape} from "../analysis/measure.ts";
import type {Net} from "../spec/net.ts";

/** Name of the class where the net has no `block` of its own, and the input [height, width, channels]. */
export interface WriterOptions {
  name?: string;
  input: Shape;
}

/**
 * Writes a net as the text of a module whose last class is the network.
 * @throws MeasureError where the net does not fit the input
 */
export type Writer = (net: Net, options: WriterOptions) => string;

/** Key of a dialect. */
export type DialectId = "pytorch" | "keras" | "tfjs";

/** A dialect: its name, its files' ending and language, and its writer. */
export interface Dialect {
  name: string;
  ending: ".py" | ".js";
  language: "python" | "javascript";
  load: () => Promise<Writer>;
}

/** All dialects, in the order in which readers are offered them. */
export const dialects: Readonly<Record<DialectId, Dialect>> = {
  pytorch: {
    name: "PyTorch",
    ending: ".py",
    language: "python",
    load: async () => (await import("./pytorch.ts")).pytorch
  },
  keras: {
    name: "Keras 3",
    ending: ".py",
    language: "python",
    load: async () => (await import("./keras.ts")).keras
  },
  tfjs: {
    name: "TensorFlow.js",
    ending: ".js",
    language: "javascript",
    load: async () => (await import("./tfjs.ts")).tfjs
  }
};

/** Keys of all dialects. */
export const dialectIds = Object.keys(dialects) as DialectId[];

/** Name of a net's class: its own block, or the name given. */
export function className(net: Net, name = "Network"): string {
  return "block" in net && net.block !== undefined ? net.block : name;
}
