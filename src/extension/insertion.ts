import {
  l10n,
  Selection,
  window,
  workspace,
  type Position,
  type Range,
  type TextDocument,
  type TextEditor,
  type Uri,
} from 'vscode';
import { CannotDo } from './commands.ts';
import type { PaperTracker } from './papers.ts';

/** `text` with a space before it where it would otherwise touch a word. */
export function spaced(document: TextDocument, position: Position, text: string): string {
  const before = document.lineAt(position.line).text.slice(0, position.character);
  return before === '' || /[\s([{“"‘'—–-]$/u.test(before) ? text : ` ${text}`;
}

/** `text` as a block of its own, with the empty lines around it that a block needs in place of a range. */
export function asBlock(document: TextDocument, { start, end }: Range, text: string): string {
  const before = document.lineAt(start.line).text.slice(0, start.character);
  const above = start.line > 0 ? document.lineAt(start.line - 1).text : '';
  const after = document.lineAt(end.line).text.slice(end.character);
  const below = end.line + 1 < document.lineCount ? document.lineAt(end.line + 1).text : '';
  const gapBefore = before.trim() ? '\n\n' : above.trim() ? '\n' : '';
  const gapAfter = after.trim() ? '\n\n' : below.trim() ? '\n' : '';
  return `${gapBefore}${text}${gapAfter}`;
}

/** Inserts after what is selected in a paper, where the person left it, and leaves the cursor behind it. */
export async function insertIntoPaper(papers: PaperTracker, paper: Uri, text: string): Promise<void> {
  const editor = await showPaper(papers, paper);
  const { document } = editor;
  const selection = placedSelection(editor);
  const inserted = spaced(document, selection.end, text);
  const done = await editor.edit((edit) => edit.insert(selection.end, inserted));
  if (!done) throw new CannotDo(l10n.t('The paper cannot be changed: it may be read-only.'));
  const end = document.positionAt(document.offsetAt(selection.end) + inserted.length);
  editor.selection = new Selection(end, end);
}

/** A cursor before the first character was put there by nobody, and front matter is no place for a citation. */
function placedSelection({ document, selection }: TextEditor): Selection {
  if (document.offsetAt(selection.end) > 0) return selection;
  const end = document.lineAt(document.lineCount - 1).range.end;
  return new Selection(end, end);
}

async function showPaper(papers: PaperTracker, paper: Uri): Promise<TextEditor> {
  const visible = window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === paper.toString(),
  );
  const selection = visible?.selection ?? papers.selectionIn(paper);
  const document = visible?.document ?? (await workspace.openTextDocument(paper));
  return window.showTextDocument(document, {
    preview: false,
    ...(visible?.viewColumn ? { viewColumn: visible.viewColumn } : {}),
    ...(selection ? { selection } : {}),
  });
}
