import { CancellationTokenSource, EventEmitter, ThemeColor, window, workspace } from 'vscode';
import type { Event, LogOutputChannel, Range, TextEditor, TextEditorDecorationType } from 'vscode';
import { isCancellation } from './commands.ts';
import { toRange } from './convert.ts';
import { isFile } from './fileSchemes.ts';
import { isPaper } from './paperTracker.ts';
import type { Server } from './server.ts';

/** The values of the setting `pilcrow.terms.highlight`. */
export type TermHighlight = 'off' | 'first' | 'all';

/** Draws a dotted line under the terms of papers and sources, as the setting says. */
export class TermLooks {
  readonly #look: TextEditorDecorationType;
  readonly #shown = new WeakMap<TextEditor, readonly Range[]>();
  readonly #drawn = new EventEmitter<TextEditor>();
  #asking: CancellationTokenSource | undefined;

  /** Fires after the terms of an editor have been drawn. */
  readonly onDidDraw: Event<TextEditor> = this.#drawn.event;

  constructor(
    private readonly server: Server,
    private readonly log: LogOutputChannel,
  ) {
    this.#look = window.createTextEditorDecorationType({
      borderColor: new ThemeColor('pilcrow.termUnderline'),
      borderStyle: 'dotted',
      borderWidth: '0 0 1px 0',
    });
  }

  get highlight(): TermHighlight {
    const wanted = workspace.getConfiguration('pilcrow').get<string>('terms.highlight');
    return wanted === 'off' || wanted === 'all' ? wanted : 'first';
  }

  /** The ranges underlined in an editor. For tests, because VS Code has no way to ask for them. */
  shownIn(editor: TextEditor): readonly Range[] {
    return this.#shown.get(editor) ?? [];
  }

  /** Draws the terms of every visible editor. Cancels a drawing that is not finished. */
  async draw(): Promise<void> {
    this.#asking?.cancel();
    const asking = new CancellationTokenSource();
    this.#asking = asking;
    const editors = window.visibleTextEditors.filter(mayHaveTerms);
    await Promise.all(editors.map((editor) => this.#drawIn(editor, asking)));
  }

  async #drawIn(editor: TextEditor, asking: CancellationTokenSource): Promise<void> {
    const look = this.highlight;
    const { document } = editor;
    const { version } = document;
    try {
      const uri = document.uri.toString();
      const found =
        look === 'off' ? [] : await this.server.request('pilcrow/termRanges', { uri, look }, asking.token);
      // The text has changed meanwhile, and another drawing follows.
      if (asking !== this.#asking || document.version !== version) return;
      const ranges = found.map(toRange);
      editor.setDecorations(this.#look, ranges);
      this.#shown.set(editor, ranges);
      this.#drawn.fire(editor);
    } catch (error) {
      if (!isCancellation(error)) this.log.debug(`Terms could not be underlined: ${String(error)}`);
    }
  }

  dispose(): void {
    this.#asking?.cancel();
    this.#look.dispose();
    this.#drawn.dispose();
  }
}

/** Whether a document can have terms. Only the server knows which Markdown files are sources. */
function mayHaveTerms({ document }: TextEditor): boolean {
  return isPaper(document) || (document.languageId === 'markdown' && isFile(document.uri));
}
