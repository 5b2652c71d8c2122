/** What PyTorch's and Keras's text have in common. */
import type {Margins} from "../analysis/measure.ts";
import type {Pair} from "../spec/net.ts";
import type {Syntax} from "./layout.ts";
import {partLines, type Print, printerOf} from "./layout.ts";
import type {Block} from "./plan.ts";

/** A size as Python writes it: one number where both axes agree. */
export function size([h, w]: Pair): string {
  return h === w ? String(h) : `(${h}, ${w})`;
}

/** Whether a pair is 1 along both axes. */
export function isOne([h, w]: Pair): boolean {
  return h === 1 && w === 1;
}

/** A truth value. */
export function truth(value: boolean): string {
  return value ? "True" : "False";
}

/** Margins as Keras writes them: ((top, bottom), (left, right)). */
export function marginPairs({top, bottom, left, right}: Margins): string {
  return `((${top}, ${bottom}), (${left}, ${right}))`;
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
  call: ({name, parameters}, args) =>
    `${name}(${args.map((text, i) => (parameters[i]!.setting ? `${parameters[i]!.name}=${text}` : text)).join(", ")})`
};

/** A class of named parts. */
export function pythonClass(block: Block, syntax: Syntax): string {
  const print: Print = printerOf(block, size);
  return [
    `class ${block.name}(${JOINS[block.join]}):`,
    `    """${block.doc}"""`,
    "",
    ...wrapped("    def __init__(", ["self", ...block.parameters.map(({name}) => name)], "):"),
    "        super().__init__({",
    ...partLines(block.parts, syntax, print, 3),
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
