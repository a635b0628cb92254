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
import { fromPosition, toPosition, toRange } from './convert.ts';
import type { PaperTracker } from './papers.ts';
import type { Server } from './server.ts';

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

/** The end of the word that a position stands in: nothing is put into the middle of one. */
export function behindWord(document: TextDocument, position: Position): Position {
  const word = document.getWordRangeAtPosition(position, /[\p{L}\p{N}\p{M}_]+(?:['’-][\p{L}\p{N}\p{M}_]+)*/u);
  return word?.start.isBefore(position) ? word.end : position;
}

/** Cites after what is selected in a paper, where the person left it: inside a citation that goes on. */
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
    await insert(editor, spaced(document, place, citation), place);
    return citation;
  }
  const done = await editor.edit((builder) => builder.replace(toRange(edit.range), edit.newText));
  if (!done) throw cannotChange();
  placeCaret(editor, toPosition(edit.caret));
  return edit.newText;
}

/** Inserts a quotation after what is selected in a paper, one of several paragraphs as a block of its own. */
export async function quoteInPaper(
  papers: PaperTracker,
  paper: Uri,
  { quotation, block, paragraphs }: { quotation: string; block: string | null; paragraphs: number },
): Promise<string> {
  const editor = await showPaper(papers, paper);
  const { document } = editor;
  const place = behindWord(document, placedSelection(editor).end);
  const isBlock = block !== null && paragraphs > 1;
  const text = isBlock
    ? asBlock(document, new Selection(place, place), block)
    : spaced(document, place, quotation);
  await insert(editor, text, place);
  return isBlock ? block : quotation;
}

async function insert(editor: TextEditor, text: string, place: Position): Promise<void> {
  const { document } = editor;
  const from = document.offsetAt(place);
  const before = document.getText().length;
  if (!(await editor.edit((edit) => edit.insert(place, text)))) throw cannotChange();
  // VS Code writes the line ends of the document.
  placeCaret(editor, document.positionAt(from + document.getText().length - before));
}

function placeCaret(editor: TextEditor, place: Position): void {
  editor.selection = new Selection(place, place);
  editor.revealRange(editor.selection);
}

function cannotChange(): CannotDo {
  return new CannotDo(l10n.t('The paper cannot be changed: it may be read-only.'));
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
