/** Labels of the parts that figures share. */
import type {Unit} from "../../lib/viz/format.ts";

export const partsStrings = {
  en: {
    reset: "Reset",
    copyLink: "Copy link",
    copied: "Link copied",
    copyFailed: "The browser did not allow copying; the link is in the address bar.",
    svg: "SVG",
    png: "PNG",
    pngFailed: "Not painted: try another browser",
    csv: "CSV",
    json: "JSON",
    download: (kind: string): string => `Download ${kind}`,
    code: "Code",
    copyCode: "Copy",
    codeCopied: "Copied",
    changedLine: "changed from the preset",
    unit: "Count in",
    units: {mac: "MAC", flop: "FLOP"} satisfies Record<Unit, string>,
    costs: {mac: "MACs", flop: "FLOPs"} satisfies Record<Unit, string>,
    open: (name: string): string => `Open ${name}`,
    close: (name: string): string => `Close ${name}`,
    total: "Total",
    layer: "Layer",
    output: "Output",
    params: "Parameters",
    memory: "Memory",
    field: "Sees",
    fieldTitle: "Receptive field: what one position sees of the picture, in pixels",
    memoryTitle: "Activations in 32-bit numbers",
    sortBy: (column: string): string => `Sort by ${column}`,
    measureHere: {
      first: "Measure it here",
      busy: "Measuring …",
      again: "Measure again, other seed",
      measured: (milliseconds: number, backend: string, seed: number): string =>
        `Dots: measured just now in this browser, with weights and scenes of seed ${seed}; ${milliseconds.toFixed(0)} ms, ${backend}.`,
      failed: (why: string): string => `Could not be measured: ${why}. The recorded lines hold; the button tries again.`
    },
    resetOne: (label: string): string => `Reset ${label}`,
    refused: (label: string, whole: boolean, [min, max]: readonly [string, string], found: string): string =>
      `${label}: needs a ${whole ? "whole number" : "number"} from ${min} to ${max}, found ${found}`
  }
} as const;
