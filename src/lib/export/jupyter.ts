/** Notebooks as files: nbformat 4.5, https://nbformat.readthedocs.io. */

/** A cell before it has its place in a notebook. */
export type NotebookCell = Readonly<Record<string, unknown>> & {cell_type: "markdown" | "code"; source: string[]};

/** Text, formulas and pictures. */
export function markdownCell(text: string): NotebookCell {
  return {cell_type: "markdown", metadata: {}, source: lines(text)};
}

/** Code that has not been run. */
export function codeCell(text: string): NotebookCell {
  return {cell_type: "code", execution_count: null, metadata: {}, outputs: [], source: lines(text)};
}

/** The file. Cells are numbered as they stand. */
export function notebookText(cells: readonly NotebookCell[], language: "python" | "javascript" = "python"): string {
  const numbered = cells.map((cell, i) => ({id: `cell-${i + 1}`, ...cell}));
  return `${JSON.stringify({cells: numbered, metadata: KERNEL[language], nbformat: 4, nbformat_minor: 5}, null, 1)}\n`;
}

const lines = (text: string): string[] => text.split(/(?<=\n)/);

const KERNEL = {
  python: {
    kernelspec: {display_name: "Python 3", language: "python", name: "python3"},
    language_info: {name: "python"}
  },
  javascript: {
    kernelspec: {display_name: "Deno", language: "typescript", name: "deno"},
    language_info: {name: "typescript"}
  }
};
