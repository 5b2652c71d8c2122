/**
 * The cells of a page as one reactive program, on Observable's runtime: a cell runs when the reader asks, when a live cell
 * needs what it declares, and again whenever a value that it names is made anew.
 */
import {Runtime, type Variable} from "@observablehq/runtime";
import {CellError, compile, type CompiledCell, LINES_BEFORE} from "./compile.ts";
import type {CellSource, Item, Reason, Reply} from "./messages.ts";
import {itemOf} from "./item.ts";

interface Cell {
  code: string;
  /** What it was compiled against: changed when another cell declares or drops a name. */
  inputs: readonly string[];
  live: boolean;
  asked: boolean;
  main: Variable;
  exported: Map<string, Variable>;
  /** The values it last ran with, by their names. */
  last: ReadonlyMap<string, unknown> | null;
}

interface Compiled {
  source: CellSource;
  cell?: CompiledCell;
  error?: unknown;
}

/** Most things that one run of a cell may show. */
const MOST_ITEMS = 100;

const AsyncFunction = (async () => {}).constructor as new (
  ...text: string[]
) => (...values: unknown[]) => Promise<object>;

/** Keeps the cells of a page and runs them; `tell` hears what happens. */
export class Notebook {
  private readonly module = new Runtime().module();
  private readonly cells = new Map<string, Cell>();
  private readonly tell: (reply: Reply) => void;

  constructor(tell: (reply: Reply) => void) {
    this.tell = tell;
  }

  /** Takes the page's cells as they are now, in their order, and runs those asked for. */
  run(sources: readonly CellSource[], ids: readonly string[]): void {
    const compiled = declaredOnce(sources.map(compiledOf));
    const declared = new Set(compiled.flatMap(({cell}) => cell?.declared ?? []));
    for (const one of compiled) this.update(one, declared, ids.includes(one.source.id));
  }

  /** An error that arose after its cell had ended, in a timer or a promise that nobody waits for. */
  late(error: unknown): void {
    const id = [...this.cells.keys()].find((one) => lineOf(one, error) !== null);
    if (id !== undefined) this.failed(id, error);
  }

  private update({source, cell, error}: Compiled, declared: ReadonlySet<string>, asked: boolean): void {
    const {id, code} = source;
    const inputs = [...(cell?.free.keys() ?? [])].filter((name) => declared.has(name));
    const known = this.cells.get(id);
    const same = known !== undefined && known.code === code && known.inputs.join() === inputs.join();
    if (same && !asked) return;
    const live = asked || (known?.live === true && known.code === code); // other code waits until it is asked for
    const next = this.renewed(known, {code, inputs, live, asked});
    this.cells.set(id, next);
    const run = cell === undefined ? this.failing(id, error, next) : this.definition(id, cell, next, declared);
    next.main.define(`cell ${id}`, inputs, run);
    this.export(id, next, cell?.declared ?? []);
  }

  /** A cell becomes live by getting a variable that the runtime watches. */
  private renewed(known: Cell | undefined, now: Pick<Cell, "code" | "inputs" | "live" | "asked">): Cell {
    if (known !== undefined && known.live === now.live) return Object.assign(known, now);
    known?.main.delete();
    const cell = {...now, exported: known?.exported ?? new Map<string, Variable>(), last: known?.last ?? null};
    return Object.assign(cell, {main: this.variable(cell)});
  }

  private variable(cell: Pick<Cell, "live" | "code">): Variable {
    return this.module.variable(cell.live ? {rejected: (error: unknown) => this.rejected(cell, error)} : undefined);
  }

  /** Hears of cells that could not start, because one that they name failed or they name each other in a ring. */
  private rejected(cell: object, error: unknown): void {
    const id = [...this.cells].find(([, one]) => one === cell)?.[0];
    if (id === undefined || !(error instanceof Error) || error.name !== "RuntimeError") return;
    const {input} = error as Error & {input?: string};
    const circular = error.message === "circular definition";
    const message = circular
      ? "this cell names a value of a cell that names one of this"
      : `did not run: it names \`${input}\`, which could not be made`;
    this.tell({kind: "failed", cell: id, message, line: null});
  }

  private failing(id: string, error: unknown, cell: Cell): () => never {
    return () => {
      this.started(id, cell, []);
      this.failed(id, error);
      throw new Failure();
    };
  }

  private definition(id: string, {body, free, assigned}: CompiledCell, cell: Cell, declared: ReadonlySet<string>) {
    const run = new AsyncFunction(...cell.inputs, "display", "$show", `${body}\n//# sourceURL=cell-${id}.js`);
    return async (...values: unknown[]) => {
      this.started(id, cell, values);
      const start = performance.now();
      try {
        refuseForeign(assigned, declared);
        refuseUnknown(free, cell.inputs);
        const made = await run(...values, ...this.displays(id));
        this.tell({kind: "finished", cell: id, milliseconds: performance.now() - start});
        return made;
      } catch (error) {
        this.failed(id, error);
        throw new Failure();
      }
    };
  }

  private started(id: string, cell: Cell, values: readonly unknown[]): void {
    this.tell({kind: "started", cell: id, reason: reasonOf(cell, values)});
    cell.asked = false;
    cell.last = new Map(cell.inputs.map((name, i) => [name, values[i]]));
  }

  private failed(id: string, error: unknown): void {
    const message = error instanceof Error ? error.message || error.name : `thrown: ${String(error)}`;
    const named = error instanceof Error && !/^(Error|CellError|MeasureError)$/.test(error.name);
    this.tell({
      kind: "failed",
      cell: id,
      message: named ? `${error.name}: ${message}` : message,
      line: lineOf(id, error)
    });
  }

  /** `display` shows anything; `$show` shows what a cell ends in, unless that is nothing. */
  private displays(id: string): ((value: unknown) => unknown)[] {
    let count = 0;
    const show = (item: Item): void => {
      if (++count > MOST_ITEMS) throw new Error(`a cell shows at most ${MOST_ITEMS} things`);
      this.tell({kind: "shown", cell: id, item});
    };
    const display = (value: unknown): void => show(itemOf(value));
    return [display, (value) => (value === undefined ? undefined : display(value))];
  }

  private export(id: string, cell: Cell, names: readonly string[]): void {
    for (const [name, variable] of cell.exported) {
      if (names.includes(name)) continue;
      variable.delete();
      cell.exported.delete(name);
    }
    for (const name of names) {
      const variable = cell.exported.get(name) ?? this.module.variable();
      cell.exported.set(name, variable);
      variable.define(name, [`cell ${id}`], (made) => (made as Record<string, unknown>)[name]);
    }
  }
}

/** Says that a cell failed, to the cells that name it; the reader has been told. */
class Failure extends Error {}

function compiledOf(source: CellSource): Compiled {
  try {
    return {source, cell: compile(source.code)};
  } catch (error) {
    return {source, error};
  }
}

/** The later of two cells that declare the same name is at fault. */
function declaredOnce(all: readonly Compiled[]): Compiled[] {
  const owners = new Map<string, number>();
  return all.map((one, i) => {
    const twice = one.cell?.declared.find((name) => owners.has(name));
    if (twice !== undefined) {
      const error = new CellError(`\`${twice}\` is already declared in cell ${owners.get(twice)! + 1}`, null);
      return {source: one.source, error};
    }
    one.cell?.declared.forEach((name) => owners.set(name, i));
    return one;
  });
}

function reasonOf({asked, last, inputs, live}: Cell, values: readonly unknown[]): Reason {
  if (asked) return {kind: "asked"};
  if (last === null || !live) return {kind: "needed"};
  return {
    kind: "values",
    names: inputs,
    changed: inputs.filter((name, i) => !last.has(name) || !Object.is(values[i], last.get(name)))
  };
}

function refuseForeign(assigned: ReadonlyMap<string, number>, declared: ReadonlySet<string>): void {
  for (const [name, line] of assigned) {
    if (declared.has(name))
      throw new CellError(`\`${name}\` belongs to another cell and can be changed only there`, line);
  }
}

function refuseUnknown(free: ReadonlyMap<string, number>, inputs: readonly string[]): void {
  for (const [name, line] of free) {
    const found = inputs.includes(name) || name === "display" || Object.hasOwn(globalThis, name) || name in globalThis;
    if (!found) throw new CellError(`\`${name}\` is not defined in any cell of this page`, line);
  }
}

/** The line of a cell at which an error arose, from the names that engines write into its stack. */
function lineOf(id: string, error: unknown): number | null {
  if (error instanceof CellError) return error.line;
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const at = stack.split(`cell-${id}.js:`)[1];
  const line = at === undefined ? NaN : parseInt(at, 10) - LINES_BEFORE;
  return line >= 1 ? line : null;
}
