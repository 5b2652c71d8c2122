/** The code of a notebook, told apart from its prose. */
import {createHash} from "node:crypto";

/** SHA-256 of a notebook's code cells, its first 16 digits: prose may change without the code having to run again. */
export function codeHash(notebook: string): string {
  const {cells} = JSON.parse(notebook) as {cells: {cell_type: string; source: string[]}[]};
  const code = cells.filter(({cell_type}) => cell_type === "code").map(({source}) => source.join(""));
  return createHash("sha256").update(code.join("\n\n")).digest("hex").slice(0, 16);
}
