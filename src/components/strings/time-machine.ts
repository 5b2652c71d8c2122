/** Words of the time machine. */
import type {Grid} from "../../lib/nets/lineage.ts";

/** A step's sentence, and what its number says. */
export interface StepWords {
  sentence: string;
  /** Stands behind the number. */
  number: string;
}

const NIN = "A small network slides over the map: one window and two 1×1 convolutions behind it, a ReLU after each.";
const NIN_NUMBER = "of this block’s multiply–adds are done by its two 1×1 convolutions";
const NAIVE =
  "Four views of one map, side by side and concatenated. The pool has no weights and passes every channel on.";
const V1 =
  "A 1×1 in front of the 3×3 and the 5×5, and one behind the pool, make the maps narrow before they become costly.";
const BN = "Two 3×3 take the place of the 5×5, and what each convolution gives is normalised.";
const BN_NUMBER = "of a 5×5’s weights, channel for channel, for the same window of five by five";
const SUM_NUMBER = "of this block’s multiply–adds widen the result so that it can be added";

/** Words by language. */
export const timeMachineStrings = {
  en: {
    title: "The family’s time machine",
    names: ["NIN", "Naive", "V1", "V2", "V3", "V4", "ResNet"],
    long: [
      "Network in Network",
      "The naive Inception module",
      "Inception V1, GoogLeNet",
      "Inception V2, BN-Inception",
      "Inception V3",
      "Inception V4",
      "Inception-ResNet-v2"
    ],
    // In the order of the line of descent.
    steps: {
      early: [
        {sentence: NIN, number: NIN_NUMBER},
        {sentence: NAIVE, number: "more channels come out than went in"},
        {sentence: V1, number: "of the naive module’s multiply–adds, for the same input and the same windows"},
        {sentence: BN, number: BN_NUMBER},
        {
          sentence:
            "A larger picture makes this grid finer. Its windows stay square, and the second branch even has a 5×5 again.",
          number: "times as many places on the grid as in BN-Inception"
        },
        {
          sentence: "The 5×5 is a 3×3 again, and all modules of this grid are alike.",
          number: "channels come in, and as many go out"
        },
        {
          sentence:
            "Three narrow branches are left. A 1×1 widens what they found to the input’s channels, and it is added to the input.",
          number: SUM_NUMBER
        }
      ],
      middle: [
        {sentence: NIN, number: NIN_NUMBER},
        {sentence: NAIVE, number: "more channels come out than went in"},
        {sentence: V1, number: "of the naive network’s multiply–adds are left in the whole of GoogLeNet"},
        {sentence: BN, number: BN_NUMBER},
        {
          sentence: "On this grid a window becomes a row and a column: 1×7 and 7×1, once and twice.",
          number: "of a 7×7’s weights, channel for channel, for the same window"
        },
        {
          sentence: "The same four branches, wider, and every module of this grid is alike.",
          number: "times the multiply–adds of V3’s module"
        },
        {
          sentence:
            "Two branches are left. A 1×1 widens what they found to the input’s channels, and it is added to the input.",
          number: SUM_NUMBER
        }
      ],
      late: [
        {
          sentence: "NIN’s last block ends in one map for each class, and their means are the answer.",
          number: "maps, one for each class, and no dense layer behind them"
        },
        {
          sentence:
            "After seven naive modules, most of what this one hands on are channels that pools passed on to it.",
          number: "of the channels that come out are the pool’s"
        },
        {sentence: V1, number: "of what the naive module costs at this place"},
        {sentence: BN, number: BN_NUMBER},
        {
          sentence:
            "On the coarsest grid the row and the column read the same map, and both are kept: the module becomes wide.",
          number: "channels come out"
        },
        {
          sentence: "In the longest branch a column and a row now follow each other before the two stand side by side.",
          number: "ends of the four branches are concatenated"
        },
        {
          sentence: "A 1×3 and a 3×1 one behind the other, and a sum in place of the wide concatenation.",
          number: SUM_NUMBER
        }
      ]
    } satisfies Record<Grid, readonly StepWords[]>,
    grid: "Modules on maps of",
    grids: {early: "27 to 35 pixels", middle: "13 to 17 pixels", late: "6 to 8 pixels"} satisfies Record<Grid, string>,
    slider: "Step",
    steps7: "The seven steps",
    play: "Play",
    stop: "Stop",
    in: (channels: string, side: number): string => `${channels} channels come in, on ${side}×${side}`,
    out: (channels: string): string => `${channels} go out`,
    added: (channels: string): string => `the sum: ${channels} go out`,
    times: (factor: number): string => `, times ${factor}`,
    bar: (text: string, channels: string): string => `${text} · ${channels}`,
    drawing: (name: string, lanes: string[], input: string, output: string, residual: boolean): string =>
      `${name}: ${input} channels come in; ${lanes.length === 1 ? "one chain" : `${lanes.length} branches side by side`}: ` +
      `${lanes.join("; ")}. ${residual ? "Their concatenation is widened by a 1×1 and added to the input. " : ""}${output} channels go out.`,
    lane: (bars: string[], ends: string[]): string =>
      bars.join(", then ") + (ends.length === 0 ? "" : `, then side by side ${ends.join(" and ")}`),
    whole: "The networks as a whole",
    wholeNote:
      "All on one scale: as wide as the maps have channels, as long as the layers are many, striped by branch.",
    skyline: (name: string): string => `${name}: silhouette`,
    facts: {
      network: "Network",
      module: "Module",
      moduleMacs: "its multiply–adds",
      through: "channels in → out",
      depth: "Layers deep",
      params: "Parameters",
      macs: "Multiply–adds"
    },
    table: "The seven networks in numbers",
    lineage: {
      summary: "The table of matches, with reasons",
      layer: "Layer",
      why: "Why it counts as one",
      module: "module",
      none: "–"
    }
  }
} as const;
