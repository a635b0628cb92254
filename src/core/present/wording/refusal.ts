/** What was being done with a file when the system refused it. */
export type FileAction = 'read' | 'written';

interface Refusal {
  readonly reason: string;
  readonly advice: string;
}

const make = 'Make room, then try again: nothing has been changed.';
const fileInTheWay: Refusal = {
  reason: 'a part of its path is a file and no folder',
  advice: 'Rename or move that file.',
};
const permission: Readonly<Record<FileAction, Refusal>> = {
  read: { reason: 'you have no permission to read it', advice: 'Ask whoever owns it.' },
  written: {
    reason: 'you have no permission to write there',
    advice: 'Ask whoever owns the folder, or work in a copy of it.',
  },
};

function refusals(action: FileAction): Readonly<Record<string, Refusal>> {
  return {
    EROFS: {
      reason: 'the disk or folder is read-only',
      advice: 'Copy the study folder to where you may write, and work there.',
    },
    EACCES: permission[action],
    EPERM: permission[action],
    ENOSPC: { reason: 'the disk is full', advice: make },
    EDQUOT: { reason: 'your share of the disk is used up', advice: make },
    ENOENT: {
      reason: action === 'read' ? 'it is not there' : 'its folder is not there',
      advice: 'Look whether it was moved, renamed or taken off.',
    },
    ENOTDIR: fileInTheWay,
    // Creating a folder where a file is.
    EEXIST: fileInTheWay,
    EISDIR: {
      reason: action === 'read' ? 'it is a folder' : 'a folder has its name',
      advice: 'Give a file, or rename the folder.',
    },
    ENAMETOOLONG: { reason: 'its name is too long', advice: 'Choose a shorter one.' },
    EBUSY: { reason: 'another program is using it', advice: 'Close it there, then try again.' },
    EMFILE: { reason: 'too many files are open', advice: 'Close other programs, then try again.' },
    ENFILE: { reason: 'too many files are open', advice: 'Close other programs, then try again.' },
    // This code is Pilcrow's, not the system's.
    OUTSIDE: {
      reason: 'a link leads out of the study folder',
      advice: 'Put a file or folder of its own in place of the link.',
    },
    ELOOP: { reason: 'its links go round in a circle', advice: 'Remove one of the links.' },
    EIO: { reason: 'the disk reported a fault', advice: 'Look after the disk, then try again.' },
  };
}

/**
 * The message for a file that the system refused: what, where, why, and what to do. Every client gives the same
 * message.
 * @param name name of the file as the reader knows it
 * @param code error code of the system, such as `EROFS`; undefined if there was none
 */
export function refusal(name: string, action: FileAction, code: string | undefined): string {
  const { reason, advice } = refusals(action)[code ?? ''] ?? {
    reason: code ?? 'the system gave no reason',
    advice: '',
  };
  return `${name} cannot be ${action}: ${reason}.${advice === '' ? '' : ` ${advice}`}`;
}

/** The reason alone, as a part of a sentence. */
export function refusalReason(action: FileAction, code: string | undefined): string {
  return refusals(action)[code ?? '']?.reason ?? code ?? 'the system gave no reason';
}

/** The code of an error: its own, or the first in its message, as with errors of an editor's file system. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as { readonly code?: unknown };
  if (typeof code === 'string' && /^E[A-Z]{2,}$/.test(code)) return code;
  const named =
    /\bE(?:ROFS|ACCES|PERM|NOSPC|DQUOT|NOENT|NOTDIR|EXIST|ISDIR|NAMETOOLONG|BUSY|MFILE|NFILE|LOOP|IO)\b/;
  const inMessage = named.exec(error.message)?.[0];
  return inMessage ?? (typeof code === 'string' ? editorCodes[code] : undefined);
}

const editorCodes: Readonly<Record<string, string>> = {
  FileNotFound: 'ENOENT',
  FileNotADirectory: 'ENOTDIR',
  FileIsADirectory: 'EISDIR',
  NoPermissions: 'EACCES',
  Unavailable: 'EBUSY',
};
