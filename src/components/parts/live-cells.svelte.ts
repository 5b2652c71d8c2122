/**
 * The cells of a page that a reader can run: their code, kept in this browser, what they showed, and the one sandbox they run in.
 * Code that came with a link is shown and waits: nothing here runs it before the reader does.
 */
import type {CellSource, Item, Reason, Reply} from "../../cells/messages.ts";
import {type Codes, linkCodes, linkIn, linkText, parseCodes, withLink} from "./cell-link.ts";
import type {Sandbox} from "./cell-sandbox.ts";

/** What a cell is doing. */
export type CellPhase = "idle" | "waiting" | "running" | "done" | "failed" | "stopped";

/** One cell of the page. */
export interface LiveCell {
  readonly id: string;
  readonly original: string;
  code: string;
  open: boolean;
  /** Whether its code came with the link and has neither been run nor changed. */
  fromLink: boolean;
  phase: CellPhase;
  reason: Reason | null;
  milliseconds: number;
  items: Item[];
  error: {message: string; line: number | null} | null;
}

const cells = $state<LiveCell[]>([]);
const sandbox = $state({bytes: null as number | null, broken: false});
// The code that each cell last ran with: edits count once they are run.
// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing shows it
const applied = new Map<string, string>();
let opened: Promise<Sandbox> | undefined;

const storageKey = (): string => `cells:${location.pathname}`;

function stored(): Codes {
  try {
    return parseCodes(localStorage.getItem(storageKey()));
  } catch {
    return {};
  }
}

const changedCodes = (): Codes =>
  Object.fromEntries(cells.filter((one) => one.code !== one.original).map(({id, code}) => [id, code]));

// A linked cell that nobody touched is not the reader's own: what they had stays.
function store(): void {
  const kept = stored();
  const mine = cells.map((one) => [
    one.id,
    one.fromLink ? kept[one.id] : one.code === one.original ? undefined : one.code
  ]);
  const codes = Object.fromEntries(mine.filter(([, code]) => code !== undefined)) as Codes;
  try {
    if (Object.keys(codes).length === 0) localStorage.removeItem(storageKey());
    else localStorage.setItem(storageKey(), JSON.stringify(codes));
  } catch {
    // The browser keeps nothing: the code lasts as long as the page.
  }
}

/** The page's cell of an id, made when its island first asks; cells stand in the order of the page. */
export function liveCell(id: string, original: string): LiveCell {
  const fresh: LiveCell = {
    ...{id, original, code: original, open: false, fromLink: false},
    ...{phase: "idle", reason: null, milliseconds: 0, items: [], error: null}
  };
  if (typeof window === "undefined") return fresh; // a build draws many pages
  const known = cells.find((one) => one.id === id);
  if (known !== undefined) return known;
  cells.push(fresh);
  return cells.at(-1)!;
}

/** Takes the code of a cell from the link or, failing that, from this browser. */
export async function restore(cell: LiveCell): Promise<void> {
  const mine = stored()[cell.id];
  if (mine !== undefined) cell.code = mine;
  const link = linkIn(location.hash);
  if (link === null) return;
  const linked = (await linkCodes(link))[cell.id];
  if (linked === undefined || linked === cell.code) return;
  Object.assign(cell, {code: linked, fromLink: true, open: true});
}

// What came with a link becomes the reader's own by their doing something with it; and a link that is out of date goes.
function own(cell: LiveCell): void {
  cell.fromLink = false;
  dropLink();
}

/** The reader changes a cell. */
export function edit(cell: LiveCell, code: string): void {
  if (code === cell.code) return;
  cell.code = code;
  own(cell);
  store();
}

/** Back to the code of the chapter, with nothing shown; a linked cell goes back to the reader's own first. */
export function resetCell(cell: LiveCell): void {
  const mine = cell.fromLink ? stored()[cell.id] : undefined;
  Object.assign(cell, {
    code: mine ?? cell.original,
    fromLink: false,
    phase: "idle",
    reason: null,
    items: [],
    error: null
  });
  applied.delete(cell.id);
  store();
  dropLink();
}

// Once every cell of a link has been run, changed or put back, the address need not bring them again.
function dropLink(): void {
  if (linkIn(location.hash) === null || cells.some(({fromLink}) => fromLink)) return;
  setHash(withLink(location.hash, null));
}

function setHash(hash: string): void {
  history.replaceState(history.state, "", `${location.pathname}${location.search}${hash}`);
}

/** Back to the chapter's code in every cell, and an empty sandbox. */
export function resetAll(): void {
  void stop();
  for (const cell of cells) resetCell(cell);
}

/** The page's cells as they stand in it. */
export const allCells = (): LiveCell[] => {
  const order = [...document.querySelectorAll<HTMLElement>("[data-live-cell]")].map(
    (element) => element.dataset["liveCell"]
  );
  return cells.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
};

/** Whether any cell waits or runs. */
export const busy = (): boolean => cells.some(({phase}) => phase === "waiting" || phase === "running");

/** How many bytes of the sandbox have arrived while it loads, or null; and whether it failed to. */
export const loading = (): Readonly<typeof sandbox> => sandbox;

/** Runs cells; others that name what they declare follow if they have been run before. */
export async function run(asked: readonly LiveCell[]): Promise<void> {
  for (const cell of asked) {
    own(cell);
    Object.assign(cell, {phase: "waiting", error: null});
    applied.set(cell.id, cell.code);
  }
  store();
  try {
    const {send} = await (opened ??= open());
    const sources: CellSource[] = allCells().map(({id, code}) => ({id, code: applied.get(id) ?? code}));
    send({kind: "run", cells: sources, ids: asked.map(({id}) => id)});
  } catch {
    opened = undefined;
    Object.assign(sandbox, {bytes: null, broken: true});
    for (const cell of asked) cell.phase = "idle";
  }
}

async function open(): Promise<Sandbox> {
  Object.assign(sandbox, {bytes: 0, broken: false});
  const {openSandbox} = await import("./cell-sandbox.ts");
  const found = await openSandbox(hear, (bytes) => (sandbox.bytes = bytes));
  sandbox.bytes = null;
  return found;
}

/** Ends whatever runs, at once; the next run starts afresh. */
export async function stop(): Promise<void> {
  const known = await opened?.catch(() => undefined);
  known?.send({kind: "stop"});
}

function hear(reply: Reply): void {
  if (reply.kind === "stopped") return stopped(reply.message);
  const cell = cells.find(({id}) => id === reply.cell);
  if (cell === undefined) return;
  switch (reply.kind) {
    case "started":
      return void Object.assign(cell, {phase: "running", reason: reply.reason, items: [], error: null});
    case "shown":
      return void cell.items.push(reply.item);
    case "finished":
      return void Object.assign(cell, {phase: "done", milliseconds: reply.milliseconds});
    case "failed":
      return void Object.assign(cell, {phase: "failed", error: {message: reply.message, line: reply.line}});
    default:
      reply satisfies never;
  }
}

function stopped(message: string | null): void {
  for (const cell of cells) {
    if (cell.phase !== "waiting" && cell.phase !== "running") continue;
    cell.phase = "stopped";
    if (message !== null) cell.error = {message, line: null};
  }
}

/** Puts the changed code into the address: "long" if it does not fit. */
export async function putIntoAddress(): Promise<"put" | "long"> {
  const codes = changedCodes();
  const text = Object.keys(codes).length === 0 ? null : await linkText(codes);
  if (text === undefined) return "long";
  setHash(withLink(location.hash, text));
  return "put";
}
