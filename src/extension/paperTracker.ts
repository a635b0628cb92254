import { Disposable, EventEmitter, window, workspace } from 'vscode';
import type { Event, Selection, TextDocument, TextEditor, Uri } from 'vscode';

export const paperLanguage = 'analysis';

/** Whether a document has the language of papers. */
export function isPaper(document: TextDocument | undefined): boolean {
  return document?.languageId === paperLanguage;
}

/** Remembers the paper last worked on, and the cursor in it, while another editor is active. */
export class PaperTracker {
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable;
  readonly #selections = new Map<string, Selection>();
  #current: Uri | undefined;

  /** Fires when another paper becomes the current one, or none is. */
  readonly onDidChange: Event<void> = this.#changed.event;

  constructor() {
    this.#subscriptions = Disposable.from(
      this.#changed,
      window.onDidChangeActiveTextEditor((editor) => this.#enter(editor)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#remember(textEditor)),
      workspace.onDidCloseTextDocument((document) => this.#leave(document)),
      workspace.onDidOpenTextDocument((document) => this.#reopened(document)),
    );
    this.#enter(this.#anyVisible());
  }

  /** The paper last worked on, if it is still open. */
  get current(): Uri | undefined {
    return this.#current;
  }

  /**
   * Tells the server which study folder a question is about: that of the current paper, else of the active editor.
   */
  get study(): { readonly uri?: string } {
    const uri = this.#current ?? window.activeTextEditor?.document.uri;
    return uri ? { uri: uri.toString() } : {};
  }

  /** The last selection in a paper. */
  selectionIn(paper: Uri): Selection | undefined {
    return this.#selections.get(paper.toString());
  }

  #anyVisible(): TextEditor | undefined {
    const editors = [window.activeTextEditor, ...window.visibleTextEditors];
    return editors.find((editor) => isPaper(editor?.document));
  }

  #enter(editor: TextEditor | undefined): void {
    if (!editor || !isPaper(editor.document)) return;
    this.#remember(editor);
    this.#set(editor.document.uri);
  }

  #remember({ document, selection }: TextEditor): void {
    if (isPaper(document)) this.#selections.set(document.uri.toString(), selection);
  }

  /** VS Code closes and reopens a document whose language changes. */
  #reopened(document: TextDocument): void {
    if (document === window.activeTextEditor?.document) this.#enter(window.activeTextEditor);
  }

  #leave({ uri }: TextDocument): void {
    this.#selections.delete(uri.toString());
    if (this.#current?.toString() === uri.toString()) this.#set(this.#anyVisible()?.document.uri);
  }

  #set(paper: Uri | undefined): void {
    if (this.#current?.toString() === paper?.toString()) return;
    this.#current = paper;
    this.#changed.fire();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}
