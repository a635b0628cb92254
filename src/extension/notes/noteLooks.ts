import {
  DecorationRangeBehavior,
  EventEmitter,
  OverviewRulerLane,
  Range,
  ThemeColor,
  window,
  type Event,
  type TextEditor,
  type TextEditorDecorationType,
} from 'vscode';
import type { NoteMarks } from '../../server/protocol.ts';
import { mayBeSource } from './notePlaces.ts';
import type { NoteThreads } from './noteThreads.ts';

/**
 * Draws a line under noted words, the symbol of the kind after them and a mark in the overview ruler. Resolved notes
 * have no marks.
 */
export class NoteLooks {
  /** Decoration types by colour and symbol. */
  readonly #looks = new Map<string, TextEditorDecorationType>();
  readonly #shown = new WeakMap<
    TextEditor,
    { readonly marks: readonly NoteMarks[]; readonly version: number }
  >();
  readonly #drawn = new EventEmitter<TextEditor>();

  /** Fires after the notes of an editor have been drawn. */
  readonly onDidDraw: Event<TextEditor> = this.#drawn.event;

  constructor(private readonly threads: NoteThreads) {}

  /** The ranges drawn in an editor, by symbol. For tests, because VS Code has no way to ask for them. */
  shownIn(editor: TextEditor): ReadonlyMap<string, readonly Range[]> {
    const shown = new Map<string, Range[]>();
    for (const marks of this.#shown.get(editor)?.marks ?? [])
      shown.set(marks.symbol, [...(shown.get(marks.symbol) ?? []), ...rangesOf(marks)]);
    return shown;
  }

  draw(): void {
    for (const editor of window.visibleTextEditors) if (mayBeSource(editor.document)) this.#drawIn(editor);
  }

  /** Draws only if marks or text have changed, because thousands of decorations take VS Code time. */
  #drawIn(editor: TextEditor): void {
    const marks = this.threads.marksIn(editor.document.uri);
    const { version } = editor.document;
    const drawn = this.#shown.get(editor);
    if (drawn?.version !== version || !areSame(drawn.marks, marks)) {
      const places = new Map(marks.map((each) => [this.#lookOf(each), rangesOf(each)]));
      for (const [name, look] of this.#looks) editor.setDecorations(look, places.get(name) ?? []);
      this.#shown.set(editor, { marks, version });
    }
    this.#drawn.fire(editor);
  }

  /** Returns the name of the decoration type of a kind, and creates the type when it is first needed. */
  #lookOf({ color, symbol }: NoteMarks): string {
    const name = `${color} ${symbol}`;
    if (this.#looks.has(name)) return name;
    const themeColor = new ThemeColor(`pilcrow.note.${color}`);
    const look = window.createTextEditorDecorationType({
      borderColor: themeColor,
      borderStyle: 'solid',
      borderWidth: '0 0 1px 0',
      overviewRulerColor: themeColor,
      overviewRulerLane: OverviewRulerLane.Center,
      rangeBehavior: DecorationRangeBehavior.ClosedClosed,
      after: {
        // The frame keeps the symbol from being read as part of the text.
        contentText: symbol,
        color: themeColor,
        border: '1px solid',
        borderColor: themeColor,
        margin: '0 0 0 0.25em',
      },
    });
    this.#looks.set(name, look);
    return name;
  }

  dispose(): void {
    for (const look of this.#looks.values()) look.dispose();
    this.#drawn.dispose();
  }
}

function areSame(some: readonly NoteMarks[], others: readonly NoteMarks[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ symbol, color, places }, index) => {
      const other = others[index];
      return (
        other?.symbol === symbol &&
        other.color === color &&
        other.places.length === places.length &&
        other.places.every((place, at) => place === places[at])
      );
    })
  );
}

function rangesOf({ places }: NoteMarks): Range[] {
  const ranges: Range[] = [];
  for (let at = 0; at + 3 < places.length; at += 4) {
    const [startLine = 0, start = 0, endLine = 0, end = 0] = places.slice(at, at + 4);
    ranges.push(new Range(startLine, start, endLine, end));
  }
  return ranges;
}
