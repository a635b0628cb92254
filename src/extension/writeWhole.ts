import { FileSystemError, FileType, Uri, workspace } from 'vscode';
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

/** A file to write. */
export interface WholeFile {
  readonly uri: Uri;
  /** Text is written in UTF-8. */
  readonly content: string | Uint8Array;
}

/** Writes a file completely or not at all. Missing folders are created. */
export function writeWhole(uri: Uri, text: string): Promise<void> {
  return writeAllWhole([{ uri, content: text }]);
}

/**
 * Writes several files completely, or none of them: writes a temporary file beside each before it renames the first. Temporary
 * names begin with a dot and end in `.tmp`, so that nothing takes them for sources. Missing folders are created.
 */
export async function writeAllWhole(files: readonly WholeFile[]): Promise<void> {
  for (const { uri } of files) await refuseLinks(uri);
  const staged: StagedFile[] = [];
  let current = files[0]?.uri;
  try {
    for (const { uri, content } of files) {
      current = uri;
      const folder = Uri.joinPath(uri, '..');
      const beside = Uri.joinPath(folder, `.pilcrow-${crypto.randomUUID()}.tmp`);
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      staged.push({ beside, uri, bytes });
      await workspace.fs.createDirectory(folder);
      await workspace.fs.writeFile(beside, bytes);
    }
    for (const file of staged) {
      current = file.uri;
      await takePlace(file);
    }
  } catch (error) {
    for (const { beside } of staged)
      await Promise.resolve(workspace.fs.delete(beside)).catch(() => undefined);
    const path = current?.scheme === 'file' ? current.fsPath : String(current);
    throw new CannotDoError(sayRefusal(refusal(path, 'written', errorCode(error))));
  }
}

/** A file that stands written beside the one whose place it takes. */
interface StagedFile {
  readonly beside: Uri;
  readonly uri: Uri;
  readonly bytes: Uint8Array;
}

/** The file systems of extensions may have no way of renaming: there the file is written itself, and put back where that fails. */
async function takePlace({ beside, uri, bytes }: StagedFile): Promise<void> {
  try {
    await workspace.fs.rename(beside, uri, { overwrite: true });
  } catch (error) {
    if (uri.scheme === 'file') throw error;
    const before = (await uriExists(uri)) ? await workspace.fs.readFile(uri) : undefined;
    try {
      await workspace.fs.writeFile(uri, bytes);
      await workspace.fs.delete(beside);
    } catch (problem) {
      if (before) await workspace.fs.writeFile(uri, before);
      throw problem;
    }
  }
}

/** Throws where a link stands on the way from the folder of the workspace to a file: it may lead out of the study folder. */
async function refuseLinks(uri: Uri): Promise<void> {
  const top = workspace.getWorkspaceFolder(uri)?.uri.path;
  if (top === undefined) return;
  for (
    let folder = Uri.joinPath(uri, '..');
    folder.path.length > top.length;
    folder = Uri.joinPath(folder, '..')
  ) {
    const type = await workspace.fs.stat(folder).then(
      (status) => status.type,
      () => FileType.Unknown,
    );
    if (type & FileType.SymbolicLink)
      throw new CannotDoError(sayRefusal(refusal(uri.fsPath, 'written', 'OUTSIDE')));
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
