/** Splits Python and JavaScript into the few kinds of tokens that a reader wants told apart. */

/** A language whose tokens are known. */
export type CodeLanguage = "python" | "javascript";

/** A piece of a line and what it is. */
export interface Token {
  kind: "keyword" | "string" | "comment" | "number" | "name" | "plain";
  text: string;
}

const KEYWORDS: Readonly<Record<CodeLanguage, string>> = {
  python:
    "False|None|True|and|as|assert|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield",
  javascript:
    "async|await|break|case|class|const|continue|default|else|export|extends|false|for|from|function|if|import|in|instanceof|let|new|null|of|return|static|super|switch|this|throw|true|undefined|while|yield"
};

const COMMENT: Readonly<Record<CodeLanguage, string>> = {
  python: "#.*",
  javascript: "//.*|/\\*.*?(?:\\*/|$)|^\\s*\\*(?:/| .*|$)"
};

const STRING = `"""(?:.*?"""|.*)|"(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*'|\`(?:[^\`\\\\]|\\\\.)*\``;

const token = (language: CodeLanguage): RegExp =>
  new RegExp(
    [
      `(?<comment>${COMMENT[language]})`,
      `(?<string>${STRING})`,
      `(?<keyword>\\b(?:${KEYWORDS[language]})\\b)`,
      `(?<name>[A-Za-z_$][\\w$]*)`,
      `(?<number>\\b\\d[\\d._]*(?:e[+-]?\\d+)?)`
    ].join("|"),
    "g"
  );

const TOKEN: Readonly<Record<CodeLanguage, RegExp>> = {python: token("python"), javascript: token("javascript")};

/** The tokens of one line; strings over several lines are not known. Joined, the texts are the line again. */
export function codeTokens(line: string, language: CodeLanguage = "python"): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of line.matchAll(TOKEN[language])) {
    if (match.index > end) tokens.push({kind: "plain", text: line.slice(end, match.index)});
    const [kind] = Object.entries(match.groups!).find(([, text]) => text !== undefined)!;
    tokens.push({kind: kind as Token["kind"], text: match[0]});
    end = match.index + match[0].length;
  }
  if (end < line.length) tokens.push({kind: "plain", text: line.slice(end)});
  return tokens;
}

/** Which lines of a text differ from another of the same structure; all of them where the counts of lines differ. */
export function changedLines(text: string, from: string): boolean[] {
  const [now, before] = [text.split("\n"), from.split("\n")];
  return now.map((line, i) => now.length !== before.length || line !== before[i]);
}
