/** Words around a network of the reader's own, and around taking one along as text. */
export const ownStrings = {
  en: {
    title: "A network of your own",
    about:
      "Write or paste a network as JSON: its name, the input it is meant for, and a tree of operations in series and forks. What is left out is as most networks have it: stride 1, “same” padding, a bias. A file can be dropped here too.",
    label: "The network as JSON",
    example: "Start from an example",
    shown: "Start from the network shown",
    open: "Open a file",
    measure: "Measure it",
    measured: (name: string): string => `${name} is measured below.`,
    problems: (n: number): string => (n === 1 ? "One thing is wrong:" : `${n} things are wrong:`),
    more: "There may be more.",
    place: (line: number, column: number): string => `line ${line}, column ${column}`,
    problem: (path: string, needed: string, found: string): string =>
      `${path === "" ? "" : `${path} `}needs ${needed}; found ${found}.`,
    unfit: (message: string): string => `${message}.`,
    tooLarge: "This file is larger than any network here would be: 2 MB at most.",
    notText: "This file could not be read as text. Open a .json file, or paste what it says.",
    empty: "There is nothing to measure yet: paste a network, or start from an example.",
    kept: "It is kept in this browser until you change it.",
    linked: "It came with the link, and is kept in this browser once you measure it.",
    noLink: "It is too long for a link: to pass it on, send the file that “Download JSON” under “Code” saves.",
    copiedWithout: "Link copied without your network, which is too long for it.",
    damaged: "The network in this link cannot be read, perhaps because it was cut off, so the page begins as usual.",
    missing:
      "This link means somebody’s own network without holding it, so the page begins as usual: ask for the file.",
    faulty: "The network in this link cannot be measured, for the reasons listed below, so the page begins as usual.",
    faultyHere: (place: string, message: string): string =>
      `The network in this link cannot be measured, so the page begins as usual. The first thing wrong, at ${place}: ${message} The explorer lists everything.`,
    option: (name: string): string => `${name} (yours)`,
    copy: "Copy as JSON",
    copied: "Copied",
    download: "Download JSON",
    asText: "Its description, to change and to measure again:",
    formatLink: "All fields and what they take.",
    format: {
      tables: {text: "The fields of the text", parts: "The fields of every kind of part"},
      kind: "Kind",
      field: "Field",
      takes: "Takes",
      without: "Left out",
      needed: "must be there",
      nothing: "nothing is meant",
      noFields: "no fields"
    }
  }
} as const;
