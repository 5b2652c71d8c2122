/** Labels of the two ways to join a block to what came in. */
import type {JoinKind} from "../parts/join-growth.ts";

type Label = Record<JoinKind, string>;

export const joinStrings = {
  en: {
    title: "The same branches, joined to what came in by concatenating and by adding",
    names: {concat: "Concatenate", add: "Add"} satisfies Label,
    drawing: {
      concat: (came: string, made: string): string =>
        `What came in passes by the branches, and both are laid side by side: ${came} channels and ${made}.`,
      add: (came: string, made: string): string =>
        `What came in passes by the branches; their ${made} channels are widened to ${came} by a 1×1, scaled, and added.`
    } satisfies Record<JoinKind, (came: string, made: string) => string>,
    input: {input: "in", block: "out"},
    blocks: "blocks in a row",
    chart: "all blocks together, multiply–adds",
    drawingChart: (n: number, rows: string): string =>
      `Multiply–adds of all blocks by their number. With ${n} blocks: ${rows}`,
    row: (name: string, cost: string): string => `${name}: ${cost}.`,
    channels: "channels behind them",
    params: "parameters of all",
    macs: "work of all",
    toInput: "gradient to what came in",
    toBranches: "gradient to the branches",
    gradients: {
      toInput: {
        concat: "its own channels’ part, unchanged",
        add: "all of it, unchanged"
      },
      toBranches: {
        concat: "their own channels’ part, unchanged",
        add: "all of it, times 0.1, back through the expansion"
      }
    } satisfies Record<string, Label>,
    verdict: (n: number, name: string, percent: string): string =>
      `With ${n === 1 ? "1 block" : `${n} blocks`}, ${name} costs ${percent} less.`,
    lower: {concat: "concatenating", add: "adding"} satisfies Label,
    table: "Both ways, side by side",
    columns: ["blocks", "join", "channels", "params", "MAC"]
  }
} as const;
