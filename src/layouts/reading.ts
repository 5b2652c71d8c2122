/** Where the reader was, kept in this browser and nowhere else. */

/** The chapter that was read last, the section in it, and the chapters that were read to their end. */
export interface Reading {
  id: string;
  title: string;
  section: string;
  heading: string;
  done: readonly string[];
}

const KEY = "reading";

/** What is kept; nothing where there is none, or where it is not ours. */
export function readingOf(): Reading | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "null") as Partial<Reading> | null;
    if (typeof kept?.id !== "string" || typeof kept.title !== "string") return undefined;
    const {id, title, section = "", heading = "", done = []} = kept;
    return {
      id,
      title,
      section: String(section),
      heading: String(heading),
      done: Array.isArray(done) ? done.map(String) : []
    };
  } catch {
    return undefined;
  }
}

/** Keeps where the reader is; at the end of a chapter, that it was read. */
export function remember(now: {id: string; title: string; section?: string; heading?: string; done?: boolean}): void {
  const before = readingOf();
  const same = before?.id === now.id ? before : undefined;
  const done = new Set(before?.done ?? []);
  if (now.done === true) done.add(now.id);
  const next: Reading = {
    ...{id: now.id, title: now.title, done: [...done]},
    section: now.section ?? same?.section ?? "",
    heading: now.heading ?? same?.heading ?? ""
  };
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // The browser keeps nothing: then there is nothing to go on from.
  }
}
