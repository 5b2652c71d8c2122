/** KaTeX at build time, with one macro of our own: `\ask{name}{symbol}` marks a symbol that can be asked. */
import katex from "katex";

const ASK = "\\htmlData{symbol=#1}{\\htmlClass{askable}{#2}}";

/**
 * HTML of a formula. Every asked symbol becomes focusable and is called by its name and what `names` says.
 * @throws if the formula is wrong, or asks a symbol without a name
 */
export function typeset(
  tex: string,
  {display, names = {}}: {display: boolean; names?: Record<string, string>}
): string {
  const html = katex.renderToString(tex, {
    displayMode: display,
    output: "html",
    throwOnError: true,
    macros: {"\\ask": ASK},
    strict: (code: string) => (code === "htmlExtension" ? "ignore" : "error"),
    trust: ({command}: {command: string}) => command === "\\htmlData" || command === "\\htmlClass"
  });
  return html.replace(' aria-hidden="true"', "").replace(/data-symbol="([^"]+)"/g, (mark, name: string) => {
    const means = names[name];
    if (means === undefined) throw new Error(`equation: the symbol "${name}" has no meaning`);
    return `${mark} tabindex="0" role="button" aria-label="${name}: ${means.replace(/"/g, "&quot;")}"`;
  });
}
