import {
  DecorationRangeBehavior,
  EventEmitter,
  OverviewRulerLane,
  ThemeColor,
  window,
  type Event,
  type Range,
  type TextEditor,
  type TextEditorDecorationType,
} from 'vscode';
import type { WireNoteKind } from '../../server/protocol.ts';
import { mayBeSource, type NoteThreads } from './noteThreads.ts';
import { rangeOf } from './shownThread.ts';

/** A line under noted words and the symbol of the kind behind them; a mark in the overview ruler. Resolved notes have none. */
export class NoteLooks {
  readonly #threads: NoteThreads;
  /** By colour and symbol. */
  readonly #looks = new Map<string, TextEditorDecorationType>();
  readonly #shown = new WeakMap<TextEditor, ReadonlyMap<string, readonly Range[]>>();
  readonly #drawn = new EventEmitter<TextEditor>();

  /** The notes of an editor have been drawn. */
  readonly onDidDraw: Event<TextEditor> = this.#drawn.event;

  constructor(threads: NoteThreads) {
    this.#threads = threads;
  }

  /** What is drawn in an editor, by symbol. VS Code has no way to ask for it. */
  shownIn(editor: TextEditor): ReadonlyMap<string, readonly Range[]> {
    return this.#shown.get(editor) ?? new Map();
  }

  draw(): void {
    for (const editor of window.visibleTextEditors) if (mayBeSource(editor.document)) this.#drawIn(editor);
  }

  #drawIn(editor: TextEditor): void {
    const places = new Map<string, Range[]>();
    const bySymbol = new Map<string, Range[]>();
    for (const note of this.#threads.notesIn(editor.document.uri)) {
      const range = rangeOf(note);
      if (!range || note.resolved) continue;
      add(places, this.#lookOf(note.kind), range);
      add(bySymbol, note.kind.symbol, range);
    }
    for (const [name, look] of this.#looks) editor.setDecorations(look, places.get(name) ?? []);
    this.#shown.set(editor, bySymbol);
    this.#drawn.fire(editor);
  }

  /** The name of the look of a kind, which is made when it is first needed. */
  #lookOf({ color, symbol }: WireNoteKind): string {
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
        // In a frame: the symbol must not be read as part of the text.
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

function add(places: Map<string, Range[]>, name: string, range: Range): void {
  const known = places.get(name);
  if (known) known.push(range);
  else places.set(name, [range]);
}
