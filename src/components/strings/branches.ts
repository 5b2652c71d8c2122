/** Names of branches for readers. */

const WORDS: Record<string, string> = {pool: "pool", shortcut: "shortcut", residual: "residual"};

/** A branch's name from its path: `mixed7d/3x3dbl` becomes `mixed7d · double 3×3`. */
export function branchName(path: string): string {
  const [module = "", ...inner] = path.split("/").filter((name) => !["sum", "residual", "branches"].includes(name));
  return [module, ...inner.map(shortBranch)].join(" · ");
}

/** One name of a path: `3x3dbl` becomes `double 3×3`. */
export function shortBranch(name: string): string {
  if (name in WORDS) return WORDS[name]!;
  const sized = name.replace(/(\d)x(\d)/g, "$1×$2");
  const double = /^(\d×\d)dbl$/.exec(sized);
  return double === null ? sized.replace(/^(\d×\d)b$/, "second $1") : `double ${double[1]}`;
}
