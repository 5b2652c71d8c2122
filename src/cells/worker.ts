/** The worker in which readers' code runs. It can be ended at any moment, whatever that code does. */
import "./no-frames.ts";
import {scope} from "./scope/names.ts";
import {provideDocument} from "./document.ts";
import type {CellSource, Reply} from "./messages.ts";
import {Notebook} from "./notebook.ts";
import {seal} from "./seal.ts";

provideDocument();
const post = seal();
const tell = (reply: Reply): void => post(reply);
const notebook = new Notebook(tell);
for (const [name, value] of Object.entries(scope))
  Object.defineProperty(globalThis, name, {value, writable: false, configurable: false});

addEventListener("error", ({error}) => notebook.late(error));
addEventListener("unhandledrejection", ({reason}) => notebook.late(reason));
addEventListener("message", ({data}: MessageEvent<{cells: readonly CellSource[]; ids: readonly string[]}>) =>
  notebook.run(data.cells, data.ids)
);
