import { basename } from './basename.ts';
import { env, FileType, l10n, ThemeIcon, type TextDocument, window, workspace, type Uri } from 'vscode';
import type { ImportEndings } from '../server/protocol.ts';
import { CannotDoError } from './commands.ts';
import type { DroppedFile } from './droppedFiles.ts';

/** A text to import: its bytes, and a document that shows it while doubts are decided. */
export interface ImportText {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** A document that VS Code can show. Undefined for the clipboard and for files without an extension of texts. */
  readonly readable: Uri | undefined;
}

/** Whether a file has the name of a text that an editor can show. */
function isReadable(name: string, { texts }: ImportEndings): boolean {
  return texts.includes(endingOfName(name));
}

/** Whether a file has the name of a book or document that Pilcrow imports and no editor shows. */
export function isBook(name: string, { all, texts }: ImportEndings): boolean {
  const ending = endingOfName(name);
  return all.includes(ending) && !texts.includes(ending);
}

function endingOfName(name: string): string {
  return /\.([^.]*)$/.exec(name.toLowerCase())?.[1] ?? '';
}

const noEndings: ImportEndings = { all: [], texts: [] };
const maxImportBytes = 100 * 1024 * 1024;

/** Asks for a text: a file, the active editor or the clipboard. Returns undefined when the person gave up. */
export async function pickImportText(endings: ImportEndings): Promise<ImportText | undefined> {
  const active = window.activeTextEditor?.document;
  const file = {
    label: l10n.t('From a File…'),
    iconPath: new ThemeIcon('file'),
    // Names, not endings: of twenty endings a narrow list shows the first dozen, without that of Word.
    detail: l10n.t('Word, OpenDocument, PDF, EPUB, web page, Markdown or plain text'),
  };
  const editor = active && {
    label: l10n.t('From the Active Editor'),
    iconPath: new ThemeIcon('edit'),
    description: basename(active.uri.path),
  };
  const clipboard = { label: l10n.t('From the Clipboard'), iconPath: new ThemeIcon('clippy') };
  const chosen = await window.showQuickPick([file, ...(editor ? [editor] : []), clipboard], {
    title: l10n.t('Import Source'),
    placeHolder: l10n.t('Where is the text?'),
  });
  if (chosen === file) return pickFile(endings);
  if (chosen === clipboard) return fromClipboard();
  return chosen && active ? fromDocument(active, endings) : undefined;
}

async function pickFile(endings: ImportEndings): Promise<ImportText | undefined> {
  const picked = await window.showOpenDialog({
    title: l10n.t('Import Source'),
    openLabel: l10n.t('Import'),
    canSelectMany: false,
    filters: {
      [l10n.t('Texts')]: [...endings.all],
      [l10n.t('All Files')]: ['*'],
    },
  });
  return picked?.[0] && fromFile(picked[0], endings);
}

/** Reads a file to import. Throws `CannotDoError` if it is larger than 100 MB. */
export async function fromFile(uri: Uri, endings: ImportEndings = noEndings): Promise<ImportText> {
  const fileName = basename(uri.path);
  const { size, type } = await workspace.fs.stat(uri);
  // To read a pipe or device would wait for who writes to it.
  if (!(type & FileType.File)) throw new CannotDoError(l10n.t('{0} is not a file.', fileName));
  if (size > maxImportBytes)
    throw new CannotDoError(l10n.t('{0} is too big to be imported: it has more than 100 MB.', fileName));
  const bytes = await workspace.fs.readFile(uri);
  return { fileName, bytes, readable: isReadable(fileName, endings) ? uri : undefined };
}

/** Takes a file that was dropped. Throws `CannotDoError` as `fromFile`. */
export async function fromDropped(file: DroppedFile, endings: ImportEndings): Promise<ImportText> {
  if ('uri' in file) return fromFile(file.uri, endings);
  return { fileName: file.name, bytes: file.bytes, readable: undefined };
}

/** The text of an editor, with its unsaved changes. */
function fromDocument(document: TextDocument, endings: ImportEndings): ImportText {
  const name = basename(document.uri.path);
  const endingOf = new Map([
    ['html', '.html'],
    ['markdown', '.md'],
  ]);
  const fileName = isReadable(name, endings) ? name : `${name}${endingOf.get(document.languageId) ?? '.txt'}`;
  return { fileName, bytes: new TextEncoder().encode(document.getText()), readable: document.uri };
}

async function fromClipboard(): Promise<ImportText> {
  const text = await env.clipboard.readText();
  if (!text.trim()) throw new CannotDoError(l10n.t('There is no text in the clipboard.'));
  return { fileName: 'clipboard.txt', bytes: new TextEncoder().encode(text), readable: undefined };
}
