/** Labels of the stages of the later Inceptions and of their blocks side by side. */
import type {StageKind} from "../../lib/nets/stages.ts";

export const stageStrings = {
  en: {
    title: (older: string, newer: string): string => `${newer}, block by block, beside ${older}`,
    legend: "Block",
    kinds: {
      stem: "stem",
      a: "A, 35×35",
      reductionA: "35 → 17",
      b: "B, 17×17",
      reductionB: "17 → 8",
      c: "C, 8×8",
      end: "end"
    } satisfies Record<StageKind, string>,
    short: {stem: "stem", a: "A", reductionA: "→", b: "B", reductionB: "→", c: "C", end: ""} satisfies Record<
      StageKind,
      string
    >,
    stages: {
      stem: "the stem",
      a: "blocks A at 35×35",
      reductionA: "the reduction to 17×17",
      b: "blocks B at 17×17",
      reductionB: "the reduction to 8×8",
      c: "blocks C at 8×8",
      end: "what follows"
    } satisfies Record<StageKind, string>,
    blocks: {
      stem: "the stem",
      a: "block A",
      reductionA: "the reduction to 17×17",
      b: "block B",
      reductionB: "the reduction to 8×8",
      c: "block C",
      end: "the end"
    } satisfies Record<StageKind, string>,
    first: (block: string, sum: string): string =>
      sum === ""
        ? `convolutions of ${block} on a map that does not grow: none`
        : `convolutions of ${block} on what comes in: ${sum}`,
    rest: (block: string, whole: boolean): string =>
      whole ? `all of ${block}, as what it reads grows too` : `everything behind them in ${block}`,
    stagesTable: "How often each block appears, and its part of the work",
    allStages: "in all, multiply–adds",
    strip: (rows: string): string =>
      `Multiply–adds of the networks as bars on one scale, cut into stages and those into blocks. ${rows}`,
    stripRow: (name: string, all: string, chosen: string, share: string, stage: string): string =>
      `${name}: ${all}, of which ${stage} ${chosen}, ${share}.`,
    total: (name: string, cost: string): string => `${name}, ${cost}`,
    share: (count: number, share: string): string => `${count === 1 ? "" : `${count} of them, `}${share}`,
    width: "width, in percent",
    widthName: (name: string): string => `Width of ${name}’s block, in percent of its own channels`,
    inputs: "what comes in grows too",
    parity: (percent: number, older: string): string => `At ${percent} % of its widths it costs what ${older}’s does.`,
    noParity: (older: string): string => `At no width up to eight times its own does it cost what ${older}’s does.`,
    equal: (older: string): string => `It costs what ${older}’s does.`,
    drawing: (name: string, input: string, output: string): string =>
      `${name}: from ${input} at the top to ${output} at the bottom. Widths are channels.`,
    columns: {
      map: "takes and gives",
      branches: "branches",
      depth: "convolutions in a row",
      params: "parameters",
      macs: "one costs",
      count: "how many",
      share: "all together",
      ofAll: "of the network"
    },
    branches: (branches: number, ends: number): string =>
      branches === ends ? String(branches) : `${branches}, in ${ends} outputs`,
    atWidth: (name: string, percent: number): string => `${name} at ${percent} %`,
    names: {input: "in"},
    table: (older: string, newer: string): string => `The block of ${newer} beside that of ${older}`,
    csv: ["network", "stage", "block", "MAC"]
  }
} as const;
