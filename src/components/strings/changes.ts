/** What is said of a compact network beside the published one that it follows. */
import type {Change} from "../../lib/nets/compact/originals.ts";

const phrases: Record<Change, string> = {
  batchNorm: "with batch normalisation, which came later",
  lrn: "without local response normalisation",
  dropout: "without dropout",
  window: "with 3×3 windows in its second block, where that has 5×5",
  lastRelu: "without the ReLU behind its class maps",
  heads: "with auxiliary heads that were trained afterwards and changed nothing in it",
  noResidual: "without residual connections, like the published one"
};

/** Words by language. */
export const changesStrings = {
  en: {
    title: "What was changed",
    /** From the published network’s name; null where none is followed. */
    text: (original: string | null, changes: readonly Change[]): string =>
      original === null
        ? "The control: it follows no published network."
        : `${[`${original} made small`, ...changes.map((change) => phrases[change])].join(", ")}.`
  }
} as const;
