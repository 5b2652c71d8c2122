/** What PyTorch's and Keras's text have in common. */
import type {Margins} from "../analysis/measure.ts";
import type {Pair} from "../spec/net.ts";
import type {Unit} from "./expression.ts";
import {partLines, printerOf, signature, type Syntax} from "./layout.ts";
import type {Block} from "./plan.ts";

/** A size as Python writes it: one number where both axes agree. */
export function size([h, w]: Pair): string {
  return h === w ? String(h) : `(${h}, ${w})`;
}

/** A truth value. */
export function truth(value: boolean): string {
  return value ? "True" : "False";
}

/** A truth value, a word or a size. */
export function pythonValue(value: boolean | string | Pair): string {
  return typeof value === "boolean" ? truth(value) : typeof value === "string" ? `"${value}"` : size(value);
}

/** Margins as Keras writes them: ((top, bottom), (left, right)). */
export function marginPairs({top, bottom, left, right}: Margins): string {
  return `((${top}, ${bottom}), (${left}, ${right}))`;
}

/** What a unit is, in a sentence. */
export function unitDoc({norm, relu}: Unit): string {
  const parts = [
    "Convolution",
    ...(norm === null ? [] : [norm.scale ? "BatchNorm" : "BatchNorm without a scale"]),
    ...(relu ? ["ReLU"] : [])
  ];
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}.`;
}

/** Names of the classes that join parts. */
export const JOINS = {chain: "Chain", trunk: "Trunk", head: "Head", concat: "Concat", sum: "Sum"} as const;

/** The layout of nested parts in Python. */
export const pythonLayout: Pick<Syntax, "tab" | "open" | "close" | "entry" | "repeat" | "call"> = {
  tab: "    ",
  open: (join) => `${JOINS[join]}({`,
  close: () => "})",
  entry: (name, text) => `"${name}": ${text}`,
  repeat: ({prefix, from, to}, text) => `**{f"${prefix}{i}": ${text} for i in range(${from}, ${to + 1})}`,
  call: (name, widths, settings) =>
    `${name}(${[...widths, ...settings.map(({name, text}) => `${name}=${text}`)].join(", ")})`
};

/** A class of named parts. */
export function pythonClass(block: Block, syntax: Syntax): string {
  const {widths, settings} = signature(block, syntax);
  const named = settings.map(({name, text}) => (text === "" ? name : `${name}=${text}`));
  return [
    `class ${block.name}(${JOINS[block.join]}):`,
    `    """${block.doc}"""`,
    "",
    ...wrapped("    def __init__(", ["self", ...widths, ...named], "):"),
    "        super().__init__({",
    ...partLines(block.parts, syntax, printerOf(block, syntax), 3),
    "        })",
    ""
  ].join("\n");
}

const WIDTH = 120;

/** A list between an opening and an end, on one line if it fits. */
function wrapped(open: string, items: readonly string[], close: string): string[] {
  const line = `${open}${items.join(", ")}${close}`;
  if (line.length <= WIDTH) return [line];
  return [open, `        ${items.join(", ")}`, `    ${close}`];
}
