import { FileSystemError, Uri, workspace } from 'vscode';
import { codeOf, refusal } from '../server/protocol.ts';
import { CannotDo } from './commands.ts';

export async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code !== 'FileNotFound') throw error;
    return false;
  }
}

/**
 * Writes a whole file or nothing: beside its place first, then into it. The name beside begins with a dot and
 * ends in `.tmp`, so that nobody takes it for a source. Missing folders are made.
 */
export async function writeWhole(uri: Uri, text: string): Promise<void> {
  const folder = Uri.joinPath(uri, '..');
  const beside = Uri.joinPath(folder, `.pilcrow-${crypto.randomUUID()}.tmp`);
  try {
    await workspace.fs.createDirectory(folder);
    await workspace.fs.writeFile(beside, new TextEncoder().encode(text));
    await workspace.fs.rename(beside, uri, { overwrite: true });
  } catch (error) {
    await Promise.resolve(workspace.fs.delete(beside)).catch(() => undefined);
    throw new CannotDo(
      refusal(uri.scheme === 'file' ? uri.fsPath : uri.toString(), 'written', codeOf(error)),
    );
  }
}

/**
 * `papers/summary.analysis.md`, or with `-2`, `-3` … before the ending where that is taken, be it only by a document that
 * has not been saved yet.
 */
export async function freeName(folder: Uri, path: string): Promise<Uri> {
  const [, start = path, ending = ''] = /^(.*?)((?:\.[a-z]+)+)$/i.exec(path) ?? [];
  for (let number = 1; ; number++) {
    const uri = Uri.joinPath(folder, number === 1 ? path : `${start}-${number}${ending}`);
    const isWaiting = workspace.textDocuments.some(
      ({ isUntitled, uri: { path } }) => isUntitled && path === uri.path,
    );
    if (!isWaiting && !(await exists(uri))) return uri;
  }
}
