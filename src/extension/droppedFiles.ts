import { type DataTransfer, Uri } from 'vscode';
import { isFile } from './fileSchemes.ts';

/** A file that was dropped: where it is, or, if it comes from another program that does not say so, its bytes. */
export type DroppedFile = { readonly uri: Uri } | { readonly name: string; readonly bytes: Uint8Array };

/** MIME types under which VS Code hands over what is dropped from its explorer, its editors and other programs. */
export const fileMimeTypes = ['text/uri-list', 'files'];

/**
 * Returns the files in what was dropped, each once. A file of another program is taken by its bytes where the window runs on
 * another machine than the program, as its address means nothing here then.
 */
export async function droppedFiles(carried: DataTransfer): Promise<DroppedFile[]> {
  const files: DroppedFile[] = [];
  for (const [, item] of carried) {
    const file = item.asFile();
    if (!file) continue;
    const { name, uri } = file;
    files.push(uri && isFile(uri) ? { uri } : { name, bytes: await file.data() });
  }
  return files.length > 0 ? files : listedFiles((await carried.get('text/uri-list')?.asString()) ?? '');
}

/** RFC 2483, 5: lines that begin with # are comments. */
function listedFiles(list: string): DroppedFile[] {
  const lines = list.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  return [...new Set(lines)].map((line) => ({ uri: Uri.parse(line) }));
}
