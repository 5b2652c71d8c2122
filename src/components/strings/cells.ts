/** Words of the cells that a reader can run. */
const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");

export const cellStrings = {
  en: {
    cell: (number: number, title: string): string => `Cell ${number}. ${title}`,
    show: "show code",
    hide: "hide code",
    editor: (title: string): string => `Code of “${title}”, JavaScript`,
    keys: "Shift+Enter runs the cell. Tab leaves the editor.",
    scope:
      "In scope: tf, Plot, d3, spec, analysis, nets, display(), and exports, which writes a network as code: JavaScript keeps the word export for itself. A cell runs again when a value that it names changes.",
    run: "Run",
    runAll: "Run all",
    stop: "Stop",
    reset: "Reset",
    resetAll: "Reset all",
    share: "Copy link to this code",
    shared: "Link copied",
    shareFailed: "The link is in the address bar",
    shareTooLong: "Too long for a link",
    loads: "The first run loads the sandbox with TensorFlow.js, Plot and D3: about 0.5 MB.",
    loading: (megabytes: string): string => `loading the sandbox: ${megabytes} MB`,
    waiting: "waiting",
    running: "running…",
    ran: (milliseconds: number): string => `ran in ${milliseconds < 1 ? "less than 1" : Math.round(milliseconds)} ms`,
    needed: "ran because another cell names what it declares",
    again: (changed: readonly string[]): string => `ran again because ${list(changed)} changed`,
    same: (names: readonly string[]): string => `ran again because ${list(names)} was made anew, with the same value`,
    stopped: "stopped",
    edited: "Changed by you, kept in this browser.",
    fromLink:
      "This code came with the link. Read it, then run it if you like; it cannot reach the network or your data.",
    discard: "Discard it",
    line: (line: number): string => `line ${line}`,
    output: "Output",
    drawing: (title: string, words: string): string => `Drawing of “${title}”${words === "" ? "" : `: ${words}`}`,
    download: (kind: string): string => `Download ${kind}`,
    shownOf: (shown: number, total: number): string => `${shown} of ${total} rows`,
    csv: "CSV",
    svg: "SVG",
    broken: "The sandbox could not be loaded. Check the connection and run the cell again.",
    noDrawing: "The cell made a drawing that is no valid SVG."
  }
} as const;
