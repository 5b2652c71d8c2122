/** The formulas of figures that stand in chapters and in Measure, each once. */
import type {QuantityName} from "./quantities.svelte.ts";

/** A formula with its words; see `Equation.astro`. */
export interface Formula {
  tex: string;
  says: string;
  symbols: {name: string; tex: string; means: string; of: QuantityName}[];
}

const map = (height: QuantityName, width: QuantityName): Formula["symbols"] => [
  {name: "H", tex: "H", means: "height of the map", of: height},
  {name: "W", tex: "W", means: "width of the map", of: width}
];

const ends = (from: QuantityName, mid: QuantityName | null, out: QuantityName): Formula["symbols"] => [
  {name: "Cin", tex: String.raw`C_\text{in}`, means: "channels in", of: from},
  ...(mid === null ? [] : [{name: "Cmid", tex: String.raw`C_\text{mid}`, means: "channels in the middle", of: mid}]),
  {name: "Cout", tex: String.raw`C_\text{out}`, means: "channels out", of: out}
];

const POSITIONS = String.raw`\htmlClass{positions}{\ask{H}{H}\,\ask{W}{W}}\cdot{}`;
const AGAIN = String.raw`\htmlClass{positions}{H\,W}\cdot{}`;

/** The formulas by figure: those of the calculators, of windows on a line, and of a layer's cost. */
export const FORMULAS: Readonly<
  Record<"bottleneck" | "stack" | "asym" | "sep" | "head" | "windows" | "layer", Formula>
> = {
  bottleneck: {
    says: "Multiply-adds of a layer: direct, H W K squared C in C out; narrow then widen, H W times C in C mid plus K squared C mid squared plus C mid C out; narrow only, H W times C in C mid plus K squared C mid C out",
    tex: String.raw`\begin{aligned}
      \text{direct} &= ${POSITIONS}\ask{K}{K}^2\,\ask{Cin}{C_\text{in}}\,\ask{Cout}{C_\text{out}} \\
      \htmlClass{form-expand}{1{\times}1,\ K{\times}K,\ 1{\times}1} &= \htmlClass{form-expand}{${AGAIN}(C_\text{in}\,\ask{Cmid}{C_\text{mid}} + K^2\,C_\text{mid}^2 + C_\text{mid}\,C_\text{out})} \\
      \htmlClass{form-reduce}{1{\times}1,\ K{\times}K} &= \htmlClass{form-reduce}{${AGAIN}(C_\text{in}\,C_\text{mid} + K^2\,C_\text{mid}\,C_\text{out})}
    \end{aligned}`,
    symbols: [
      ...ends("bin", "bmid", "bout"),
      {name: "K", tex: "K", means: "side of the kernel", of: "bk"},
      ...map("bh", "bw")
    ]
  },
  stack: {
    says: "Multiply-adds: one window, H W times the square of 2 D plus 1 times C in C out; D windows of 3 by 3, H W times 9 times C in C mid plus D minus 2 times C mid squared plus C mid C out",
    tex: String.raw`\begin{aligned}
      \text{one} &= ${POSITIONS}(2\ask{D}{D}+1)^2\,\ask{Cin}{C_\text{in}}\,\ask{Cout}{C_\text{out}} \\
      D \times 3{\times}3 &= ${AGAIN}9\,\bigl(C_\text{in}\,\ask{Cmid}{C_\text{mid}} + (D-2)\,C_\text{mid}^2 + C_\text{mid}\,C_\text{out}\bigr)
    \end{aligned}`,
    symbols: [
      {name: "D", tex: "D", means: "3×3 windows in the row", of: "stack-depth"},
      ...ends("stack-in", "stack-mid", "stack-out"),
      ...map("stack-height", "stack-width")
    ]
  },
  asym: {
    says: "Multiply-adds: n by n, H W n squared C in C out; 1 by n and n by 1, H W n times C in C mid plus C mid C out",
    tex: String.raw`\begin{aligned}
      n{\times}n &= ${POSITIONS}\ask{n}{n}^2\,\ask{Cin}{C_\text{in}}\,\ask{Cout}{C_\text{out}} \\
      1{\times}n,\ n{\times}1 &= ${AGAIN}n\,(C_\text{in}\,\ask{Cmid}{C_\text{mid}} + C_\text{mid}\,C_\text{out})
    \end{aligned}`,
    symbols: [
      {name: "n", tex: "n", means: "side of the window", of: "asym-n"},
      ...ends("asym-in", "asym-mid", "asym-out"),
      ...map("asym-height", "asym-width")
    ]
  },
  sep: {
    says: "Multiply-adds: a convolution, H W K squared C in C out; depthwise and 1 by 1, H W times K squared C in plus C in C out; their ratio, 1 over C out plus 1 over K squared",
    tex: String.raw`\begin{aligned}
      \text{convolution} &= ${POSITIONS}\ask{K}{K}^2\,\ask{Cin}{C_\text{in}}\,\ask{Cout}{C_\text{out}} \\
      \text{depthwise},\ 1{\times}1 &= ${AGAIN}(K^2\,C_\text{in} + C_\text{in}\,C_\text{out}) \\
      \text{ratio} &= \frac{1}{C_\text{out}} + \frac{1}{K^2}
    \end{aligned}`,
    symbols: [
      {name: "K", tex: "K", means: "side of the window", of: "sep-k"},
      ...ends("sep-in", null, "sep-out"),
      ...map("sep-height", "sep-width")
    ]
  },
  head: {
    says: "Weights: flatten and dense without hidden layers, H W C N; with L hidden layers of U units, H W C U plus L minus 1 times U squared plus U N; average and dense, C N",
    tex: String.raw`\begin{aligned}
      \text{flatten},\ L=0 &= \ask{H}{H}\,\ask{W}{W}\,\ask{C}{C}\,\ask{N}{N} \\
      \text{flatten},\ \ask{L}{L}\ge 1 &= H\,W\,C\,\ask{U}{U} + (L-1)\,U^2 + U\,N \\
      \text{average, dense} &= C\,N
    \end{aligned}`,
    symbols: [
      ...map("head-height", "head-width"),
      {name: "C", tex: "C", means: "channels of the last map", of: "head-channels"},
      {name: "N", tex: "N", means: "classes", of: "head-classes"},
      {name: "L", tex: "L", means: "hidden dense layers", of: "head-hidden"},
      {name: "U", tex: "U", means: "width of a hidden layer", of: "head-units"}
    ]
  },
  windows: {
    says: "Length of the output: without padding or with p zeros on each side, N plus 2 p minus K, divided by S, rounded down, plus 1; with same padding, N divided by S, rounded up",
    tex: String.raw`\begin{aligned}
      \text{valid } (p = 0)\text{, zeros} &:\quad \left\lfloor \frac{\ask{N}{N} + 2\,\ask{p}{p} - \ask{K}{K}}{\ask{S}{S}} \right\rfloor + 1 \\[0.3em]
      \text{same} &:\quad \left\lceil \frac{N}{S} \right\rceil
    \end{aligned}`,
    symbols: [
      {name: "N", tex: "N", means: "numbers in a line", of: "sn"},
      {name: "K", tex: "K", means: "side of the window", of: "sk"},
      {name: "S", tex: "S", means: "stride", of: "ss"},
      {name: "p", tex: "p", means: "zeros on each side, if they are told", of: "sp"}
    ]
  },
  layer: {
    says: "Multiply-adds: H times W times K squared times C in times C out. Parameters: K squared times C in times C out, plus C out biases",
    tex: String.raw`\begin{aligned}
      \text{MAC} &= \ask{H}{H}\cdot\ask{W}{W}\cdot\ask{K}{K}^2\cdot\ask{Cin}{C_\text{in}}\cdot\ask{Cout}{C_\text{out}} \\
      \text{parameters} &= K^2\cdot C_\text{in}\cdot C_\text{out} + C_\text{out}
    \end{aligned}`,
    symbols: [
      {name: "H", tex: "H", means: "height of the output", of: "lh"},
      {name: "W", tex: "W", means: "width of the output", of: "lw"},
      {name: "K", tex: "K", means: "side of the kernel", of: "lk"},
      ...ends("lin", null, "lout")
    ]
  }
};
