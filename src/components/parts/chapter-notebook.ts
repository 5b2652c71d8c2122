/**
 * A chapter as a Jupyter notebook, read from the page itself: from the built page for the file that everybody gets, from the
 * page in the reader's browser for one with the reader's numbers. Nothing here needs more of a document than its tree.
 */
import {codeCell, markdownCell, type NotebookCell, notebookText} from "../../lib/export/jupyter.ts";
import {blocks, type Block} from "./page-markdown.ts";
import {takeCode} from "./take-code.ts";

/** Where the chapter is, and the words around it. */
export interface ChapterPlace {
  /** The chapter's whole address, or null if the site has none yet. */
  address: string | null;
  words: ChapterWords;
}

/** What a notebook says beside what the chapter says. */
export interface ChapterWords {
  introduction: (address: string | null) => string;
  figure: (address: string) => string;
  cell: (title: string) => string;
  taken: (figure: string) => string;
}

const SETUP = `import numpy as np
import torch
from torch import nn

torch.manual_seed(0);`;

/** The notebook's file. */
export function chapterNotebook(article: Element, {address, words}: ChapterPlace): string {
  const [title, ...rest] = once(blocks(article, {address, words}));
  const start: NotebookCell[] = [
    markdownCell(`${title?.kind === "text" ? title.text : ""}\n\n${words.introduction(address)}`),
    codeCell(SETUP)
  ];
  return notebookText([...start, ...rest.flatMap((block) => cellsOf(block, words))]);
}

/** A network whose classes a chapter shows one by one is written once. */
function once(all: readonly Block[]): Block[] {
  const seen = new Set<string>();
  return all.filter((block) => {
    if (block.kind !== "take") return true;
    const key = JSON.stringify(block.take);
    return !seen.has(key) && seen.add(key);
  });
}

function cellsOf(block: Block, {taken}: ChapterWords): NotebookCell[] {
  switch (block.kind) {
    case "text":
      return [markdownCell(block.text)];
    case "code":
      return [codeCell(block.text)];
    case "take":
      return [
        ...(block.figure === null ? [] : [markdownCell(taken(block.figure))]),
        ...takeCode(block.take).map(codeCell)
      ];
    default:
      block satisfies never;
      return [];
  }
}
