/** The editor of a cell: CodeMirror, loaded when a reader first opens one. */
import {defaultKeymap, history, historyKeymap} from "@codemirror/commands";
import {javascript} from "@codemirror/lang-javascript";
import {bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting} from "@codemirror/language";
import {type Extension, StateEffect, StateField} from "@codemirror/state";
import {Decoration, drawSelection, EditorView, keymap, lineNumbers} from "@codemirror/view";
import {tags} from "@lezer/highlight";

/** What the page does to an open editor. */
export interface CellEditor {
  /** Shows other code, if it is other. */
  set(code: string): void;
  /** Marks the line of an error, counted from 1, or none. */
  mark(line: number | null): void;
  focus(): void;
  destroy(): void;
}

interface Options {
  code: string;
  label: string;
  onchange: (code: string) => void;
  onrun: () => void;
}

const markLine = StateEffect.define<number | null>();

const markedLine = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(markLine)) continue;
      const {doc} = transaction.state;
      const {value} = effect;
      if (value === null || value > doc.lines) return Decoration.none;
      return Decoration.set([Decoration.line({class: "cm-fault"}).range(doc.line(value).from)]);
    }
    return transaction.docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field)
});

// The colours of the code blocks in the prose.
const colours = HighlightStyle.define([
  {tag: [tags.keyword, tags.bool, tags.null], color: "var(--branch-1x1-ink)"},
  {tag: [tags.string, tags.regexp], color: "var(--branch-3x3-ink)"},
  {tag: tags.number, color: "var(--branch-asym-ink)"},
  {tag: tags.comment, color: "var(--ink-3)", fontStyle: "italic"}
]);

const look = EditorView.theme({
  "&": {color: "var(--ink)", backgroundColor: "var(--ground)", fontSize: "0.82rem"},
  "&.cm-focused": {outline: "2px solid var(--accent)", outlineOffset: "1px"},
  ".cm-scroller": {fontFamily: "var(--font-mono)", lineHeight: "1.55", fontVariantLigatures: "none"},
  ".cm-gutters": {color: "var(--ink-3)", backgroundColor: "transparent", border: "0"},
  ".cm-content": {caretColor: "var(--ink)"},
  ".cm-cursor": {borderLeftColor: "var(--ink)"},
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "color-mix(in srgb, var(--accent) 22%, transparent)"
  },
  "&.cm-focused .cm-matchingBracket": {backgroundColor: "color-mix(in srgb, var(--accent) 22%, transparent)"},
  ".cm-fault": {backgroundColor: "color-mix(in srgb, var(--bad) 14%, transparent)"}
});

/**
 * An editor inside an element. It lives in a shadow root, where its styles are sheets made by script: the site's policy
 * stops style elements. Tab moves on to the next control, as everywhere on the page.
 */
export function cellEditor(host: HTMLElement, {code, label, onchange, onrun}: Options): CellEditor {
  const root = host.shadowRoot ?? host.attachShadow({mode: "open"});
  const run = (): boolean => {
    onrun();
    return true;
  };
  const extensions: Extension[] = [
    keymap.of([{key: "Shift-Enter", run}, {key: "Mod-Enter", run}, ...defaultKeymap, ...historyKeymap]),
    ...[lineNumbers(), history(), drawSelection(), indentOnInput(), bracketMatching(), javascript()],
    ...[syntaxHighlighting(colours), look, markedLine],
    EditorView.contentAttributes.of({"aria-label": label}),
    EditorView.updateListener.of((update) => update.docChanged && onchange(update.state.doc.toString()))
  ];
  const view = new EditorView({doc: code, extensions, parent: root, root});
  return {
    set: (next) => {
      const {doc} = view.state;
      if (doc.toString() !== next) view.dispatch({changes: {from: 0, to: doc.length, insert: next}});
    },
    mark: (line) => view.dispatch({effects: markLine.of(line)}),
    focus: () => view.focus(),
    destroy: () => view.destroy()
  };
}
