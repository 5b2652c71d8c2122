/**
 * Writes a network as PyTorch code: one class per kind of block, with exactly the differing numbers as parameters.
 *
 * The names of parts are kept, so a parameter's name in `state_dict()` is its node's path with dots for slashes.
 */
import {measure, type Margins, type Row, type Shape, type Sheet} from "../analysis/measure.ts";
import {flatten, type Graph, type Scope, scopes} from "../spec/graph.ts";
import type {Net, Pair} from "../spec/net.ts";

/** Name of the class where the net has no `block` of its own, and the input [height, width, channels]. */
export interface PytorchOptions {
  name?: string;
  input: Shape;
}

/**
 * The PyTorch module of a net as text; its last class is the network, called without arguments.
 * @throws MeasureError where the net does not fit the input
 */
export function pytorch(net: Net, {name = "Network", input}: PytorchOptions): string {
  const graph = flatten(net);
  const writer = new Writer(measure(graph, input));
  const root = graph.outline.block ?? name;
  const body = writer.classText(root, [graph.outline]);
  const classes = [...writer.classes.values(), body];
  const helpers = helpersFor(classes);
  const all = [...helpers, ...classes];
  const imports = [
    "import torch",
    "from torch import nn",
    ...(all.some((text) => /\bF\./.test(text)) ? ["from torch.nn import functional as F"] : [])
  ];
  const used = all.some((text) => /\btorch\./.test(text)) ? imports : imports.slice(1);
  return [`${used.join("\n")}\n`, ...all].join("\n\n");
}

/** A number that may differ between the instances of a block: where it stands in the block, and what it is. */
interface Leaf {
  key: string;
  value: number;
}

/** Turns a number of an instance into text: a literal, or a parameter of the class. */
type Print = (leaf: Leaf) => string;

class Writer {
  readonly classes = new Map<string, string>();
  readonly #sheet: Sheet;
  readonly #graph: Graph;
  /** Class and parameters of every scope that is an instance of a block. */
  readonly #blocks = new Map<Scope, {name: string; parameters: readonly string[]; keys: readonly string[]}>();

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
    this.#graph = sheet.graph;
    for (const instances of this.#kinds()) this.#defineBlock(instances);
  }

  /** The blocks inside the root, innermost first; instances of one kind share block name and structure. */
  #kinds(): Scope[][] {
    const kinds = new Map<string, Scope[]>();
    const inner = scopes(this.#graph.outline).filter((s) => s.block !== undefined && s !== this.#graph.outline);
    for (const scope of inner) {
      const skeleton = `${scope.block} ${this.#body(scope, scope, ({key}) => `<${key}>`, 0)}`;
      kinds.set(skeleton, [...(kinds.get(skeleton) ?? []), scope]);
    }
    const depth = (list: Scope[]): number => list[0]!.path.split("/").length;
    return [...kinds.values()].sort((a, b) => depth(b) - depth(a));
  }

  #defineBlock(instances: Scope[]): void {
    const taken = [...this.#blocks.values()].map((block) => block.name);
    const wanted = instances[0]!.block!;
    let name = wanted;
    for (let i = 2; taken.includes(name); i++) name = `${wanted}${i}`;
    this.classes.set(name, this.classText(name, instances));
  }

  /** A class for the given instances of one structure; numbers in which they differ become parameters. */
  classText(name: string, instances: readonly Scope[]): string {
    const leaves = instances.map((scope) => this.#leaves(scope));
    const [first] = leaves;
    const keys = [...first!.keys()].sort((a, b) => Number(b === "channels_in") - Number(a === "channels_in"));
    const differing = keys.filter((key) => leaves.some((other) => other.get(key) !== first!.get(key)));
    const names = parameterNames(differing);
    for (const scope of instances) this.#blocks.set(scope, {name, parameters: [...names.values()], keys: differing});
    const [scope] = instances;
    const print: Print = ({key, value}) => names.get(key) ?? literal(value);
    const signature = ["self", ...names.values()].join(", ");
    return [
      `class ${name}(${this.#base(scope!)}):`,
      `    """${docOf(scope!)}"""`,
      "",
      `    def __init__(${signature}):`,
      `        super().__init__({`,
      ...this.#parts(scope!, scope!, print, 3),
      "        })",
      ...(scope!.parts.some((part) => part.kind === "tap") ? ["", FORWARD_WITH_TAPS] : []),
      ""
    ].join("\n");
  }

  /** All numbers of an instance by key. */
  #leaves(scope: Scope): Map<string, number> {
    const found = new Map<string, number>();
    const collect: Print = ({key, value}) => {
      found.set(key, value);
      return "";
    };
    this.#parts(scope, scope, collect, 0);
    return found;
  }

  #parts(scope: Scope, block: Scope, print: Print, indent: number): string[] {
    return scope.parts.map((part, i) => {
      const comma = i < scope.parts.length - 1 ? "," : "";
      return `${"    ".repeat(indent)}"${part.name}": ${this.#expression(part, block, print, indent)}${comma}`;
    });
  }

  /** A scope as an expression: an instance of a block, a unit, or its parts in full. */
  #expression(scope: Scope, block: Scope, print: Print, indent: number): string {
    const known = this.#blocks.get(scope);
    if (known !== undefined && scope !== block) {
      const leaves = this.#leaves(scope);
      const values = known.keys.map((key) =>
        key === "channels_in"
          ? this.#channels(this.#inputOf(scope), block, print)
          : print({key: relative(block, `${scope.path}/${key}`), value: leaves.get(key)!})
      );
      return `${known.name}(${values.join(", ")})`;
    }
    return this.#body(scope, block, print, indent);
  }

  #body(scope: Scope, block: Scope, print: Print, indent: number): string {
    if (scope.kind === "op") return this.#op(scope.path, this.#sheet.rows[scope.output]!, block, print);
    const unit = this.#unit(scope, block, print);
    if (unit !== null) return unit;
    if (scope.parts.length === 0) return "nn.Identity()";
    return [
      `${this.#base(scope)}({`,
      ...this.#parts(scope, block, print, indent + 1),
      `${"    ".repeat(indent)}})`
    ].join("\n");
  }

  /** Convolution, normalisation and ReLU in one call, where the padding is symmetric. */
  #unit(scope: Scope, block: Scope, print: Print): string | null {
    const rows = this.#sheet.rows.slice(scope.start, scope.end);
    const [conv, second, third] = rows;
    if (
      scope.kind !== "series" ||
      scope.parts.map((part) => part.name).join() !== rows.map((row) => row.path.split("/").pop()).join()
    )
      return null;
    const norm = second?.op.kind === "batchNorm" ? second.op : undefined;
    const rest = norm === undefined ? [second] : [second, third];
    if (conv?.op.kind !== "conv" || conv.op.groups !== 1 || conv.op.bias !== (norm === undefined)) return null;
    if (rest.at(-1)?.op.kind !== "relu" || rows.length !== 1 + rest.length) return null;
    const expected = norm === undefined ? "conv,relu" : "conv,bn,relu";
    if (scope.parts.map((part) => part.name).join() !== expected || !symmetric(conv.pad!, conv.op)) return null;
    const {kernel, stride} = conv.op;
    const options = [
      `${print({key: relative(block, scope.path), value: conv.op.out})}, kernel=${size(kernel)}`,
      ...(isOne(stride) ? [] : [`stride=${size(stride)}`]),
      ...paddingOf(conv.pad!, conv.op)
    ];
    const kind = norm === undefined ? "ConvUnit" : norm.scale ? "ConvNormUnit" : "ConvShiftUnit";
    if (norm !== undefined && norm.eps !== 1e-3) options.push(`eps=${literal(norm.eps)}`);
    return `${kind}(${this.#channels(this.#inputOf(scope), block, print)}, ${options.join(", ")})`;
  }

  #op(path: string, row: Row, block: Scope, print: Print): string {
    const {op, pad} = row;
    const input = this.#graph.nodes[row.id]!.inputs[0]!;
    const channels = (): string => this.#channels(input, block, print);
    const own = (): string => print({key: this.#widthKey(path, block), value: this.#channelCount(row.id)});
    switch (op.kind) {
      case "conv": {
        const options = [
          ...(isOne(op.stride) ? [] : [`stride=${size(op.stride)}`]),
          ...(symmetric(pad!, op) ? paddingOf(pad!, op) : [])
        ];
        if (op.groups !== 1) options.push(`groups=${op.groups}`);
        if (!op.bias) options.push("bias=False");
        const conv = (prefix = ""): string =>
          `${prefix}nn.Conv2d(${[channels(), own(), size(op.kernel), ...options].join(", ")})`;
        return symmetric(pad!, op)
          ? conv()
          : `PaddedConv2d(${[channels(), own(), size(op.kernel), ...options].join(", ")}, margins=${margins(pad!)})`;
      }
      case "maxPool": {
        const window = [size(op.kernel), `stride=${size(op.stride)}`];
        if (!symmetric(pad!, op) && !ceilFits(op.pad, op.round))
          return `nn.Sequential(nn.ConstantPad2d(${margins(pad!)}, float("-inf")), nn.MaxPool2d(${window.join(", ")}))`;
        const declared = typeof op.pad === "string" ? paddingOf(pad!, op) : paddingPair(op.pad);
        if (op.round === "ceil")
          return `nn.MaxPool2d(${[...window, ...(op.pad === "valid" ? [] : declared), "ceil_mode=True"].join(", ")})`;
        return `nn.MaxPool2d(${[...window, ...declared].join(", ")})`;
      }
      case "avgPool": {
        const window = [size(op.kernel), `stride=${size(op.stride)}`];
        if (typeof op.pad === "string" && !symmetric(pad!, op))
          return `PaddedAvgPool2d(${window.join(", ")}, margins=${margins(pad!)}, count_pad=${op.countPad ? "True" : "False"})`;
        const declared = typeof op.pad === "string" ? paddingOf(pad!, op) : paddingPair(op.pad);
        const ceil = op.round === "ceil" ? ["ceil_mode=True"] : [];
        return `nn.AvgPool2d(${[...window, ...declared, ...ceil, ...(op.countPad ? [] : ["count_include_pad=False"])].join(", ")})`;
      }
      case "adaptiveAvgPool":
        return `nn.AdaptiveAvgPool2d(${size(op.out)})`;
      case "globalAvgPool":
        return "GlobalAvgPool()";
      case "batchNorm":
        return `${op.scale ? "nn.BatchNorm2d" : "ShiftNorm2d"}(${channels()}, eps=${literal(op.eps)})`;
      case "relu":
        return "nn.ReLU()";
      case "softmax":
        return "nn.Softmax(1)";
      case "flatten":
        return "nn.Flatten()";
      case "lrn":
        return `nn.LocalResponseNorm(${op.size}, alpha=${literal(op.alpha)}, beta=${literal(op.beta)}, k=${literal(op.bias)})`;
      case "dropout":
        return `nn.Dropout(${literal(op.rate)})`;
      case "dense":
        return `nn.Linear(${channels()}, ${own()}${op.bias ? "" : ", bias=False"})`;
      case "times":
        return `Times(${literal(op.by)})`;
      case "input":
      case "concat":
      case "add":
        throw new Error(`${path}: ${op.kind} is no part of its own`);
      default:
        op satisfies never;
        throw new Error(`${path}: unknown operation`);
    }
  }

  #base(scope: Scope): string {
    if (scope.kind === "tap") return "Head";
    if (scope.kind === "series") return "Chain";
    return this.#graph.nodes[scope.output]!.op.kind === "add" ? "Sum" : "Concat";
  }

  #channelCount(id: number): number {
    return this.#sheet.rows[id]!.shape.at(-1)!;
  }

  /** The node that a scope is given. */
  #inputOf(scope: Scope): number {
    const first = this.#graph.nodes[scope.start === 0 ? 1 : scope.start];
    return scope.start < scope.end ? first!.inputs[0]! : scope.output;
  }

  /** The channels of a node, told by what makes them inside the block: `channels_in`, a width, or a sum of widths. */
  #channels(id: number, block: Scope, print: Print): string {
    const row = this.#sheet.rows[id]!;
    const given = this.#inputOf(block);
    if (id === given || id < block.start) return print({key: "channels_in", value: this.#channelCount(given)});
    if (row.op.kind === "conv" || row.op.kind === "dense")
      return print({key: this.#widthKey(row.path, block), value: this.#channelCount(id)});
    if (row.op.kind === "flatten" && row.shape[0] !== this.#channelCount(this.#graph.nodes[id]!.inputs[0]!))
      return literal(row.shape[0]!);
    const inputs = this.#graph.nodes[id]!.inputs;
    if (row.op.kind !== "concat") return this.#channels(inputs[0]!, block, print);
    const terms = inputs.map((input) => this.#channels(input, block, print));
    return terms.every((term) => /^\d+$/.test(term)) ? literal(this.#channelCount(id)) : terms.join(" + ");
  }

  // A unit's width is keyed by the unit, so that "3x3/reduce" names it and not "3x3/reduce/conv".
  #widthKey(path: string, block: Scope): string {
    const parent = path.split("/").slice(0, -1).join("/");
    const inUnit = path.endsWith("/conv") && this.#graph.nodes.some((node) => node.path === `${parent}/relu`);
    return relative(block, inUnit ? parent : path);
  }
}

const relative = (block: Scope, path: string): string => (block.path === "" ? path : path.slice(block.path.length + 1));

/** Parameter names from keys: `channels_in`, and `c3x3_reduce` for the width of "3x3/reduce". */
function parameterNames(keys: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const key of keys) {
    const long = identifier(key);
    const short = identifier(key.replace(/\/conv$/, ""));
    names.set(key, [...names.values()].includes(short) ? long : short);
  }
  return names;
}

const identifier = (key: string): string => {
  const name = key.replace(/\W+/g, "_");
  return /^\d/.test(name) ? `c${name}` : name;
};

const literal = (n: number): string =>
  Number.isInteger(n) || Math.abs(n) >= 1e-4 ? String(n) : n.toExponential().replace("e-", "e-0");
const size = ([h, w]: Pair): string => (h === w ? String(h) : `(${h}, ${w})`);
const isOne = (pair: Pair): boolean => pair[0] === 1 && pair[1] === 1;
const margins = ({top, bottom, left, right}: Margins): string => `(${left}, ${right}, ${top}, ${bottom})`;
const paddingPair = (pad: Pair): string[] => (pad[0] === 0 && pad[1] === 0 ? [] : [`padding=${size(pad)}`]);
const ceilFits = (pad: unknown, round: string): boolean => round === "ceil" && pad !== "same";

// Margins after the map may be smaller than declared where a stride leaves pixels over: what counts is the declaration.
function symmetric(pad: Margins, op: {pad: unknown}): boolean {
  return op.pad !== "same" || (pad.top === pad.bottom && pad.left === pad.right);
}

function paddingOf(pad: Margins, op: {pad: "same" | "valid" | Pair}): string[] {
  if (op.pad === "valid") return [];
  return paddingPair(op.pad === "same" ? [pad.top, pad.left] : op.pad);
}

function docOf(scope: Scope): string {
  const list = scope.parts.map((part) => part.name);
  const shown = list.length > 8 ? `${list.slice(0, 3).join(", ")} … ${list.slice(-2).join(", ")}` : list.join(", ");
  if (scope.kind === "fork") return `Branches ${shown} side by side.`;
  return scope.kind === "tap" ? `A head beside the main line: ${shown}.` : `${shown}, one after another.`;
}

const FORWARD_WITH_TAPS = `    def forward(self, x):
        """Logits; while training also a dict of the heads' logits."""
        heads = {}
        for name, part in self.named_children():
            if not isinstance(part, Head):
                x = part(x)
            elif self.training:
                heads[name] = part(x)
        return (x, heads) if self.training else x`;

const HELPERS: readonly {name: string; needs: readonly string[]; text: string}[] = [
  {
    name: "Chain",
    needs: [],
    text: `class Chain(nn.Sequential):
    """Parts one after another, by name."""

    def __init__(self, parts):
        super().__init__()
        for name, part in parts.items():
            self.add_module(name, part)
`
  },
  {
    name: "Concat",
    needs: ["Chain"],
    text: `class Concat(Chain):
    """Branches on the same input, concatenated along the channels."""

    def forward(self, x):
        return torch.cat([branch(x) for branch in self], 1)
`
  },
  {
    name: "Sum",
    needs: ["Chain"],
    text: `class Sum(Chain):
    """Branches on the same input, added."""

    def forward(self, x):
        return sum(branch(x) for branch in self)
`
  },
  {
    name: "Head",
    needs: ["Chain"],
    text: `class Head(Chain):
    """A head beside the main line, used while training."""
`
  },
  {
    name: "ConvUnit",
    needs: ["Chain"],
    text: `class ConvUnit(Chain):
    """Convolution and ReLU."""

    def __init__(self, channels_in, channels_out, kernel, stride=1, padding=0):
        super().__init__({
            "conv": nn.Conv2d(channels_in, channels_out, kernel, stride, padding),
            "relu": nn.ReLU(inplace=True)
        })
`
  },
  {
    name: "ConvNormUnit",
    needs: ["Chain"],
    text: `class ConvNormUnit(Chain):
    """Convolution, BatchNorm and ReLU."""

    def __init__(self, channels_in, channels_out, kernel, stride=1, padding=0, eps=0.001):
        super().__init__({
            "conv": nn.Conv2d(channels_in, channels_out, kernel, stride, padding, bias=False),
            "bn": nn.BatchNorm2d(channels_out, eps),
            "relu": nn.ReLU(inplace=True)
        })
`
  },
  {
    name: "ShiftNorm2d",
    needs: [],
    text: `class ShiftNorm2d(nn.BatchNorm2d):
    """BatchNorm with a shift (beta) but no scale (gamma)."""

    def __init__(self, channels, eps):
        super().__init__(channels, eps)
        self.weight = None
`
  },
  {
    name: "ConvShiftUnit",
    needs: ["Chain", "ShiftNorm2d"],
    text: `class ConvShiftUnit(Chain):
    """Convolution, BatchNorm without a scale, and ReLU."""

    def __init__(self, channels_in, channels_out, kernel, stride=1, padding=0, eps=0.001):
        super().__init__({
            "conv": nn.Conv2d(channels_in, channels_out, kernel, stride, padding, bias=False),
            "bn": ShiftNorm2d(channels_out, eps),
            "relu": nn.ReLU(inplace=True)
        })
`
  },
  {
    name: "PaddedConv2d",
    needs: [],
    text: `class PaddedConv2d(nn.Conv2d):
    """Convolution with margins (left, right, top, bottom) of zeros, which may be uneven."""

    def __init__(self, *args, margins, **options):
        super().__init__(*args, **options)
        self.margins = margins

    def forward(self, x):
        return super().forward(F.pad(x, self.margins))
`
  },
  {
    name: "PaddedAvgPool2d",
    needs: [],
    text: `class PaddedAvgPool2d(nn.Module):
    """Average pooling with uneven margins (left, right, top, bottom) of zeros."""

    def __init__(self, kernel, stride, margins, count_pad):
        super().__init__()
        self.kernel, self.stride, self.margins, self.count_pad = kernel, stride, margins, count_pad

    def forward(self, x):
        mean = F.avg_pool2d(F.pad(x, self.margins), self.kernel, self.stride)
        if self.count_pad:
            return mean
        return mean / F.avg_pool2d(F.pad(torch.ones_like(x), self.margins), self.kernel, self.stride)
`
  },
  {
    name: "GlobalAvgPool",
    needs: [],
    text: `class GlobalAvgPool(nn.Module):
    """Mean over height and width."""

    def forward(self, x):
        return x.mean((2, 3))
`
  },
  {
    name: "Times",
    needs: [],
    text: `class Times(nn.Module):
    """Multiplication by a constant."""

    def __init__(self, by):
        super().__init__()
        self.by = by

    def forward(self, x):
        return self.by * x
`
  }
];

/** The helper classes that some classes use, with those that these need, in order of definition. */
function helpersFor(classes: readonly string[]): string[] {
  const used = new Set<string>();
  const use = (name: string): void => {
    used.add(name);
    HELPERS.find((helper) => helper.name === name)!.needs.forEach(use);
  };
  for (const {name} of HELPERS)
    if (classes.some((text) => new RegExp(`\\b${name}[(,]`).test(text) || text.includes(`(${name}):`))) use(name);
  if (classes.some((text) => text.includes("isinstance(part, Head)"))) use("Head");
  return HELPERS.filter(({name}) => used.has(name)).map(({text}) => text);
}
