import { FileType, l10n, Uri, window, workspace, type LogOutputChannel } from 'vscode';
import { errorCode, type HostAnswer, type HostEntry, type HostQuestion } from '../server/protocol.ts';

/** Returns what answers a server that asks for files, with the file systems of VS Code. It never rejects. */
export function folderAnswers(log: LogOutputChannel): (question: HostQuestion) => Promise<HostAnswer> {
  const complain = complainer(log);
  return (question) => folderAnswer(question, complain);
}

async function folderAnswer(
  question: HostQuestion,
  complain: (uri: Uri, error: unknown) => void,
): Promise<HostAnswer> {
  const uri = Uri.parse(question.uri);
  try {
    switch (question.do) {
      case 'list':
        return { entries: (await workspace.fs.readDirectory(uri)).map(hostEntryOf) };
      case 'read':
        return { bytes: await workspace.fs.readFile(uri) };
      case 'write':
        await workspace.fs.createDirectory(Uri.joinPath(uri, '..'));
        await workspace.fs.writeFile(uri, question.bytes);
        return { isDone: true };
      case 'remove':
        await workspace.fs.delete(uri, { recursive: true });
        return { isDone: true };
    }
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') complain(uri, error);
    return { code };
  }
}

function hostEntryOf([name, type]: [string, FileType]): HostEntry {
  if (type & FileType.SymbolicLink) return [name, 'link'];
  if (type & FileType.Directory) return [name, 'folder'];
  return [name, type & FileType.File ? 'file' : 'other'];
}

/** Logs each failure, and says once in a window that the file system fails, as what is checked may then be less than there is. */
function complainer(log: LogOutputChannel): (uri: Uri, error: unknown) => void {
  let hasSaid = false;
  return (uri, error) => {
    log.warn(`${uri.toString()}: ${error instanceof Error ? error.message : String(error)}`);
    if (hasSaid) return;
    hasSaid = true;
    const message = l10n.t(
      'The file system of this workspace fails now and then: Pilcrow may not see all files. What you write is not lost.',
    );
    const details = l10n.t('Show Output');
    void window.showWarningMessage(message, details).then((chosen) => chosen === details && log.show());
  };
}
