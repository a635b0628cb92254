import { inWords, type Message, messageOf } from '../../messages.ts';
import { ownEntry, tableOf } from '../../text.ts';

/** What was being done with a file when the system refused it. */
export type FileAction = 'read' | 'written';

interface Refusal {
  readonly reason: Message;
  readonly advice: Message;
}

const fileInTheWay: Refusal = {
  reason: messageOf('files.fileInTheWay'),
  advice: messageOf('files.moveThatFile'),
};
const manyOpen: Refusal = { reason: messageOf('files.manyOpen'), advice: messageOf('files.closePrograms') };
const permission: Readonly<Record<FileAction, Refusal>> = {
  read: { reason: messageOf('files.notReadable'), advice: messageOf('files.askOwner') },
  written: { reason: messageOf('files.notWritable'), advice: messageOf('files.askOwnerOfFolder') },
};

function refusals(action: FileAction): Readonly<Record<string, Refusal>> {
  const isRead = action === 'read';
  return {
    EROFS: { reason: messageOf('files.readOnly'), advice: messageOf('files.copyFolder') },
    EACCES: permission[action],
    EPERM: permission[action],
    ENOSPC: { reason: messageOf('files.diskFull'), advice: messageOf('files.makeRoom') },
    EDQUOT: { reason: messageOf('files.quotaUsed'), advice: messageOf('files.makeRoom') },
    ENOENT: {
      reason: messageOf(isRead ? 'files.notThere' : 'files.folderNotThere'),
      advice: messageOf('files.lookForIt'),
    },
    ENOTDIR: fileInTheWay,
    // Creating a folder where a file is.
    EEXIST: fileInTheWay,
    EISDIR: {
      reason: messageOf(isRead ? 'files.isFolder' : 'files.folderHasName'),
      advice: messageOf('files.giveFile'),
    },
    ENAMETOOLONG: { reason: messageOf('files.longName'), advice: messageOf('files.shorterName') },
    EBUSY: { reason: messageOf('files.inUse'), advice: messageOf('files.closeIt') },
    EMFILE: manyOpen,
    ENFILE: manyOpen,
    // These two codes are Pilcrow's, not the system's.
    NOT_UNICODE: { reason: messageOf('files.nameNotUnicode'), advice: messageOf('files.renameIt') },
    OUTSIDE: { reason: messageOf('files.linkLeadsOut'), advice: messageOf('files.replaceLink') },
    // So is this.
    HALFWAY: { reason: messageOf('files.halfWritten'), advice: messageOf('files.copyBeside') },
    ELOOP: { reason: messageOf('files.circle'), advice: messageOf('files.removeLink') },
    // As on networks.
    ETIMEDOUT: { reason: messageOf('files.noAnswer'), advice: messageOf('files.tryLater') },
    EIO: { reason: messageOf('files.diskFault'), advice: messageOf('files.lookAfterDisk') },
  };
}

/**
 * The message for a file that the system refused: what, where, why, and what to do. Every client gives the same
 * message.
 * @param name name of the file as the reader knows it
 * @param code error code of the system, such as `EROFS`; undefined if there was none
 */
export function refusal(name: string, action: FileAction, code: string | undefined): Message {
  const known = ownEntry(refusals(action), code ?? '');
  return messageOf('files.refused', { name, action, reason: reasonOf(known, code), advice: known?.advice });
}

/** As `refusal`, without what to do. */
export function bareRefusal(name: string, action: FileAction, code: string | undefined): Message {
  return messageOf('files.refused', {
    name,
    action,
    reason: reasonOf(ownEntry(refusals(action), code ?? ''), code),
  });
}

function reasonOf(known: Refusal | undefined, code: string | undefined): Message {
  if (known) return known.reason;
  return code === undefined ? messageOf('files.noReason') : messageOf('files.code', { code });
}

/** Words a refusal, at a door. */
export function sayRefusal(message: Message): string {
  return inWords(message);
}

/** The code of an error: its own, or the first in its message, as with errors of an editor's file system. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as { readonly code?: unknown };
  if (typeof code === 'string' && /^E[A-Z]{2,}$/.test(code)) return code;
  const named =
    /\bE(?:ROFS|ACCES|PERM|NOSPC|DQUOT|NOENT|NOTDIR|EXIST|ISDIR|NAMETOOLONG|BUSY|MFILE|NFILE|LOOP|IO)\b/;
  const inMessage = named.exec(error.message)?.[0];
  return inMessage ?? (typeof code === 'string' ? editorCodes[code] : undefined);
}

const editorCodes = tableOf<string>({
  FileNotFound: 'ENOENT',
  FileNotADirectory: 'ENOTDIR',
  FileIsADirectory: 'EISDIR',
  NoPermissions: 'EACCES',
  Unavailable: 'EBUSY',
});
