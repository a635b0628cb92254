import { FileSystemError, Uri, workspace } from 'vscode';
import { errorCode, refusal, sayRefusal } from '../server/protocol.ts';
import { CannotDoError } from './commands.ts';

/** Whether there is a file or folder. Throws every `FileSystemError` but `FileNotFound`. */
export async function uriExists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code !== 'FileNotFound') throw error;
    return false;
  }
}

/**
 * Writes a file completely or not at all: writes a temporary file beside it and renames that. The temporary name
 * begins with a dot and ends in `.tmp`, so that nothing takes it for a source. Missing folders are created.
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
    throw new CannotDoError(
      sayRefusal(refusal(uri.scheme === 'file' ? uri.fsPath : uri.toString(), 'written', errorCode(error))),
    );
  }
}

/**
 * Returns the first of `summary.analysis.md`, `summary-2.analysis.md`, … that no file and no unsaved document has.
 */
export async function freeName(folder: Uri, path: string): Promise<Uri> {
  const [, start = path, ending = ''] = /^(.*?)((?:\.[a-z]+)+)$/i.exec(path) ?? [];
  for (let number = 1; ; number++) {
    const uri = Uri.joinPath(folder, number === 1 ? path : `${start}-${number}${ending}`);
    const isWaiting = workspace.textDocuments.some(
      ({ isUntitled, uri: { path } }) => isUntitled && path === uri.path,
    );
    if (!isWaiting && !(await uriExists(uri))) return uri;
  }
}
