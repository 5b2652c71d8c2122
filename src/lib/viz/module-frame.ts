/** One module as the time machine draws it: lanes of bars, each bar with an identity that it keeps from network to network. */
import type {Sheet} from "../analysis/measure.ts";
import {noSuchPath, type Scope, scopeAt} from "../spec/graph.ts";
import {type BranchKind, branchKind} from "./colour.ts";
import {channels, inputRow, isBar, isSilent, outputRow, resolution} from "./drawn.ts";
import {scopeLabel} from "./label.ts";

/** A layer. */
export interface FrameBar {
  id: string;
  kind: BranchKind;
  channels: number;
  /** `3×3`, `max 3×3`. */
  text: string;
}

/** Layers one behind the other, and lanes side by side at their end. */
export interface FrameLane {
  bars: readonly FrameBar[];
  split: readonly FrameLane[];
}

/** A module on maps of one side. */
export interface ModuleFrame {
  side: number;
  /** Channels that come in, and that go out. */
  input: number;
  output: number;
  lanes: readonly FrameLane[];
  /** Whether the lanes are concatenated; a lone chain is not. */
  joined: boolean;
  /** What follows the concatenation in a residual block, whose input is then added; null otherwise. */
  residual: {bars: readonly FrameBar[]; scale: number} | null;
}

/**
 * Reads a module out of a measured network.
 * @param ids identities by path within the module
 * @throws naming the module or the layer that is not there or has no identity
 */
export function moduleFrame(sheet: Sheet, path: string, ids: ReadonlyMap<string, string>): ModuleFrame {
  const module = scopeAt(sheet.graph, path);
  if (module === undefined) throw new Error(noSuchPath(sheet.graph, path));
  const read = new Reader(sheet, path, ids);
  const out = outputRow(sheet, module).shape;
  const size = {side: resolution(out), input: channels(inputRow(sheet, module).shape), output: channels(out)};
  const sum = module.parts.find(({output}) => sheet.rows[output]!.op.kind === "add");
  const long = sum?.parts.find(({parts}) => parts.length > 0);
  if (long !== undefined) {
    const [branches, ...after] = long.parts;
    return {...size, lanes: read.lanes(branches!), joined: true, residual: read.residual(after)};
  }
  const forked = module.kind === "fork";
  return {...size, lanes: forked ? read.lanes(module) : [read.lane(module)], joined: forked, residual: null};
}

/** Reads scopes of one module. */
class Reader {
  readonly #sheet: Sheet;
  readonly #path: string;
  readonly #ids: ReadonlyMap<string, string>;

  constructor(sheet: Sheet, path: string, ids: ReadonlyMap<string, string>) {
    this.#sheet = sheet;
    this.#path = path;
    this.#ids = ids;
  }

  lanes(fork: Scope): FrameLane[] {
    return fork.parts.map((part) => this.lane(part));
  }

  lane(scope: Scope): FrameLane {
    if (isBar(this.#sheet, scope)) return {bars: [this.#bar(scope)], split: []};
    const parts = scope.parts.filter((part) => !isSilent(this.#sheet, part));
    const last = parts.at(-1);
    const chain = last?.kind === "fork" ? parts.slice(0, -1) : parts;
    return {bars: chain.map((part) => this.#bar(part)), split: last?.kind === "fork" ? this.lanes(last) : []};
  }

  /** The layers between the concatenation and the sum; a factor is not a layer. */
  residual(after: readonly Scope[]): {bars: FrameBar[]; scale: number} {
    const factor = after.map(({output}) => this.#sheet.rows[output]!.op).find((op) => op.kind === "times");
    const bars = after.filter(({output}) => this.#sheet.rows[output]!.op.kind !== "times");
    return {bars: bars.map((part) => this.#bar(part)), scale: factor?.by ?? 1};
  }

  #bar(scope: Scope): FrameBar {
    const id = this.#ids.get(scope.path.slice(this.#path.length + 1));
    if (id === undefined) throw new Error(`${scope.path}: has no identity in the line of descent`);
    const {graph} = this.#sheet;
    return {
      ...{id, kind: branchKind(graph, scope.path), text: scopeLabel(this.#sheet, scope)},
      channels: channels(outputRow(this.#sheet, scope).shape)
    };
  }
}
