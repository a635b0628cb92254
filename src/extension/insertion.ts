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
import { CannotDoError } from './commands.ts';
import { fromPosition, toPosition, toRange } from './convert.ts';
import type { PaperTracker } from './paperTracker.ts';
import type { Server } from './server.ts';

/** Returns `text`, with a space before it where it would otherwise touch a word. */
export function spacedText(document: TextDocument, position: Position, text: string): string {
  const before = document.lineAt(position.line).text.slice(0, position.character);
  return before === '' || /[\s([{“"‘'—–-]$/u.test(before) ? text : ` ${text}`;
}

/** Returns `text` with the blank lines that make it a block of its own in place of the given range. */
export function asBlock(document: TextDocument, { start, end }: Range, text: string): string {
  const before = document.lineAt(start.line).text.slice(0, start.character);
  const above = start.line > 0 ? document.lineAt(start.line - 1).text : '';
  const after = document.lineAt(end.line).text.slice(end.character);
  const below = end.line + 1 < document.lineCount ? document.lineAt(end.line + 1).text : '';
  const gapBefore = before.trim() ? '\n\n' : above.trim() ? '\n' : '';
  const gapAfter = after.trim() ? '\n\n' : below.trim() ? '\n' : '';
  return `${gapBefore}${text}${gapAfter}`;
}

/** Returns the end of the word that contains a position, else the position. Nothing is inserted within a word. */
export function afterWord(document: TextDocument, position: Position): Position {
  const word = document.getWordRangeAtPosition(position, /[\p{L}\p{N}\p{M}_]+(?:['’-][\p{L}\p{N}\p{M}_]+)*/u);
  return word?.start.isBefore(position) ? word.end : position;
}

/**
 * Inserts a citation after the selection in a paper. A citation at that place is extended. Returns the text inserted.
 */
export async function citeInPaper(
  { papers, server }: { readonly papers: PaperTracker; readonly server: Server },
  paper: Uri,
  citation: string,
): Promise<string> {
  const editor = await showPaper(papers, paper);
  const { document } = editor;
  const place = editor.selection.end;
  const uri = document.uri.toString();
  const { version } = document;
  const edit = await server.request('pilcrow/cite', { uri, position: fromPosition(place), citation });
  if (!edit || document.version !== version) {
    await insert(editor, spacedText(document, place, citation), place);
    return citation;
  }
  const done = await editor.edit((builder) => builder.replace(toRange(edit.range), edit.newText));
  if (!done) throw cannotChange();
  placeCaret(editor, toPosition(edit.caret));
  return edit.newText;
}

/**
 * Inserts a quotation after the selection in a paper. Several paragraphs become a block. Returns the text inserted.
 */
export async function quoteInPaper(
  papers: PaperTracker,
  paper: Uri,
  { quotation, block, paragraphs }: { quotation: string; block: string | null; paragraphs: number },
): Promise<string> {
  const editor = await showPaper(papers, paper);
  const { document } = editor;
  const place = afterWord(document, placedSelection(editor).end);
  const isBlock = block !== null && paragraphs > 1;
  const text = isBlock
    ? asBlock(document, new Selection(place, place), block)
    : spacedText(document, place, quotation);
  await insert(editor, text, place);
  return isBlock ? block : quotation;
}

async function insert(editor: TextEditor, text: string, place: Position): Promise<void> {
  const { document } = editor;
  const from = document.offsetAt(place);
  const before = document.getText().length;
  if (!(await editor.edit((edit) => edit.insert(place, text)))) throw cannotChange();
  // VS Code may have changed the line ends of `text`, so its length is measured in the document.
  placeCaret(editor, document.positionAt(from + document.getText().length - before));
}

function placeCaret(editor: TextEditor, place: Position): void {
  editor.selection = new Selection(place, place);
  editor.revealRange(editor.selection);
}

function cannotChange(): CannotDoError {
  return new CannotDoError(l10n.t('The paper cannot be changed: it may be read-only.'));
}

/** A cursor at the very beginning was not put there by a person. Front matter cannot hold a citation: use the end. */
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
