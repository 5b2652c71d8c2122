/** Describes scopes of a measured network as parts of a class. */
import type {Row, Sheet} from "../analysis/measure.ts";
import {hasWindow} from "../analysis/measure.ts";
import type {Scope} from "../spec/graph.ts";
import type {Op, Window} from "../spec/net.ts";
import type {Count, Expression, Gap, Join, Leaf, Part, Settings, Unit, Value} from "./expression.ts";
import {declaredGap, isEven, isPoint, resolvedGap} from "./gap.ts";
import {CHANNELS_IN, FACTOR, settingKey} from "./parameters.ts";
import type {Instance, Padding} from "./plan.ts";

/** Describes the parts of a scope as those of a class; `units` collects the units met on the way by class name. */
export interface Describe {
  parts: (scope: Scope) => Part[];
  join: (scope: Scope) => Join;
  units: ReadonlyMap<string, Unit>;
}

interface Traits {
  padding: Padding;
  channelsIn: boolean;
  /** Classes of the scopes that have one, and their numbers; it grows while they are planned. */
  instances: ReadonlyMap<Scope, Instance>;
}

/** A describer of a measured network's scopes. */
export function describer(sheet: Sheet, {padding, channelsIn, instances}: Traits): Describe {
  const {graph, rows} = sheet;
  const units = new Map<string, Unit>();
  const paths = new Set(graph.nodes.map(({path}) => path));

  const parts = (scope: Scope, block = scope): Part[] =>
    scope.parts.map((part) => ({name: part.name, expression: expression(part, block)}));

  function expression(scope: Scope, block: Scope): Expression {
    const known = instances.get(scope);
    if (known !== undefined) return {kind: "call", block: known.block, args: args(scope, known, block)};
    if (scope.kind === "op") return layer(rows[scope.output]!, block);
    return unit(scope, block) ?? {kind: "group", join: join(scope), parts: parts(scope, block)};
  }

  function args(scope: Scope, {block: {parameters}, values}: Instance, block: Scope): Count[] {
    return parameters.map(({keys: [key]}) =>
      key === CHANNELS_IN
        ? channels(given(scope), block)
        : [{key: relative(block, `${scope.path}/${key}`), value: values.get(key!)!}]
    );
  }

  function join(scope: Scope): Join {
    if (scope.kind === "tap") return "head";
    if (scope.kind === "fork") return graph.nodes[scope.output]!.op.kind === "add" ? "sum" : "concat";
    return scope.parts.some((part) => part.kind === "tap") ? "trunk" : "chain";
  }

  const gapOf = (row: Row): Gap | null => {
    if (!hasWindow(row.op)) return null;
    return padding === "declared" ? declaredGap(row.op, row) : resolvedGap(row.op, row, inputOf(row).shape);
  };

  function layer(row: Row, block: Scope): Expression {
    const [given, op] = [inputOf(row).shape, row.op as Op];
    const resolved = padding === "resolved" && given.length === 3;
    const grid = resolved && op.kind === "adaptiveAvgPool" ? ([given[0]!, given[1]!] as const) : null;
    const learns = op.kind === "conv" || op.kind === "dense";
    return {
      ...{kind: "layer", op},
      channelsIn: channelsIn && (learns || op.kind === "batchNorm") ? channels(inputOf(row).id, block) : [],
      out: learns || op.kind === "times" ? [own(row, block)] : [],
      ...(op.kind === "conv"
        ? {gap: null, settings: settingsOf(row, block), padded: isPadded(gapOf(row)!)}
        : {gap: gapOf(row), settings: null, padded: false}),
      ...{grid, spread: resolved && op.kind === "flatten" && given[0]! * given[1]! > 1, vector: given.length === 1}
    };
  }

  /** Whether the framework's own convolution has no such padding: PyTorch's must be even, TensorFlow's has two words only. */
  function isPadded({margins, word}: Gap): boolean {
    return padding === "declared" ? !isEven(margins) : word === null;
  }

  function settingsOf(row: Row, block: Scope): Settings {
    const gap = gapOf(row)!;
    const key = widthKey(row.path, block);
    const setting = (name: keyof Settings, value: Value): Leaf => ({key: settingKey(key, name), value});
    return {
      kernel: setting("kernel", gap.kernel),
      stride: setting("stride", gap.stride),
      padding: setting("padding", paddingOf(gap, (row.op as Extract<Op, {kind: "conv"}>).pad))
    };
  }

  function paddingOf(gap: Gap, declared: Window["pad"]): Value {
    if (padding === "declared") return isEven(gap.margins) ? [gap.margins.top, gap.margins.left] : gap.margins;
    // Where no word fits, zeros are declared, of which the last may be never read. A window of one place needs none, whatever the word.
    return gap.word === null ? declared : isPoint(gap) ? "same" : gap.word;
  }

  function own(row: Row, block: Scope): Leaf {
    if (row.op.kind === "times") return {key: settingKey(relative(block, row.path), FACTOR), value: row.op.by};
    if (row.op.kind === "flatten") return {key: `${relative(block, row.path)}/features`, value: row.shape[0]!};
    return {key: widthKey(row.path, block), value: row.shape.at(-1)!};
  }

  /** A series conv, bn, relu as a unit, of which bn or relu may be missing. */
  function unit(scope: Scope, block: Scope): Expression | null {
    const inside = rows.slice(scope.start, scope.end);
    const [conv, norm] = inside;
    if (scope.kind !== "series" || conv?.op.kind !== "conv" || conv.op.groups !== 1) return null;
    const normed = norm?.op.kind === "batchNorm" ? norm.op : null;
    const relu = inside.at(-1)!.op.kind === "relu";
    const names = ["conv", ...(normed === null ? [] : ["bn"]), ...(relu ? ["relu"] : [])];
    if (names.length === 1 || inside.length !== names.length) return null;
    if (scope.parts.map((part) => part.name).join() !== names.join()) return null;
    return {
      kind: "unit",
      name: unitName({bias: conv.op.bias, norm: normed, relu, padded: isPadded(gapOf(conv)!)}),
      channelsIn: channelsIn ? channels(given(scope), block) : [],
      out: [own(conv, block)],
      settings: settingsOf(conv, block)
    };
  }

  function unitName({bias, norm, relu, padded}: Unit): string {
    const made = {bias, norm: norm === null ? null : {eps: norm.eps, scale: norm.scale}, relu};
    const wanted = `Conv${norm === null ? "" : "Norm"}${relu ? "Unit" : ""}`;
    for (let i = 1; ; i++) {
      const name = i === 1 ? wanted : `${wanted}${i}`;
      const known = units.get(name);
      const isSame = known === undefined || JSON.stringify({...known, padded}) === JSON.stringify({...made, padded});
      if (!isSame) continue;
      units.set(name, {...made, padded: padded || known?.padded === true});
      return name;
    }
  }

  const inputOf = (row: Row): Row => rows[graph.nodes[row.id]!.inputs[0]!]!;

  /** The node that a scope is given. */
  function given(scope: Scope): number {
    if (scope.start === scope.end) return scope.output;
    return graph.nodes[Math.max(scope.start, 1)]!.inputs[0]!;
  }

  /** The channels of a node, told by what makes them inside the block: its input, a width, or a sum of widths. */
  function channels(id: number, block: Scope): Count {
    const row = rows[id]!;
    const entry = given(block);
    if (id === entry || id < block.start) return [{key: CHANNELS_IN, value: rows[entry]!.shape.at(-1)!}];
    const inputs = graph.nodes[id]!.inputs;
    const wide = row.op.kind === "flatten" && row.shape[0] !== rows[inputs[0]!]!.shape.at(-1);
    if (row.op.kind === "conv" || row.op.kind === "dense" || wide) return [own(row, block)];
    return row.op.kind === "concat" ? inputs.flatMap((input) => channels(input, block)) : channels(inputs[0]!, block);
  }

  // A unit's width is keyed by the unit, so that "3x3/reduce" names it and not "3x3/reduce/conv".
  function widthKey(path: string, block: Scope): string {
    const parent = path.split("/").slice(0, -1).join("/");
    const inUnit = path.endsWith("/conv") && (paths.has(`${parent}/relu`) || paths.has(`${parent}/bn`));
    return relative(block, inUnit && parent !== block.path ? parent : path);
  }

  return {parts: (scope) => parts(scope), join, units};
}

const relative = (block: Scope, path: string): string => (block.path === "" ? path : path.slice(block.path.length + 1));
