/** Why files cannot be read or written. The extension says these by itself. */
export const files = {
  'files.refused': (told: {
    name: string;
    action: 'read' | 'written';
    reason: string;
    advice?: string | undefined;
  }) =>
    `${told.name} cannot be ${told.action}: ${told.reason}.${told.advice === undefined ? '' : ` ${told.advice}`}`,
  'files.noReason': 'the system gave no reason',
  'files.code': '{$code}',
  'files.notReadable': 'you have no permission to read it',
  'files.askOwner': 'Ask whoever owns it.',
  'files.notWritable': 'you have no permission to write there',
  'files.askOwnerOfFolder': 'Ask whoever owns the folder, or work in a copy of it.',
  'files.readOnly': 'the disk or folder is read-only',
  'files.copyFolder': 'Copy the study folder to where you may write, and work there.',
  'files.diskFull': 'the disk is full',
  'files.quotaUsed': 'your share of the disk is used up',
  'files.makeRoom': 'Make room, then try again: nothing has been changed.',
  'files.notThere': 'it is not there',
  'files.folderNotThere': 'its folder is not there',
  'files.lookForIt': 'Look whether it was moved, renamed or taken off.',
  'files.fileInTheWay': 'a part of its path is a file and no folder',
  'files.moveThatFile': 'Rename or move that file.',
  'files.isFolder': 'it is a folder',
  'files.folderHasName': 'a folder has its name',
  'files.giveFile': 'Give a file, or rename the folder.',
  'files.longName': 'its name is too long',
  'files.shorterName': 'Choose a shorter one.',
  'files.nameNotUnicode': 'its name is not UTF-8',
  'files.renameIt': 'Give it another name.',
  'files.inUse': 'another program is using it',
  'files.closeIt': 'Close it there, then try again.',
  'files.manyOpen': 'too many files are open',
  'files.closePrograms': 'Close other programs, then try again.',
  'files.linkLeadsOut': 'a link leads out of the study folder',
  'files.replaceLink': 'Put a file or folder of its own in place of the link.',
  'files.circle': 'its links go round in a circle',
  'files.removeLink': 'Remove one of the links.',
  'files.diskFault': 'the disk reported a fault',
  'files.lookAfterDisk': 'Look after the disk, then try again.',

  'files.noFile': '{$name} is not a file.',
  'files.large': '{$name} is too large to be read: {$megabytes} MB.',
  'files.noText': '{$name} is not UTF-8 text. Save it as UTF-8, or import it.',
  'files.gone': '{$name} is gone.',
  'files.outside': '{$name} lies outside the study folder and is not written.',
  'files.locked': '{$name} is being written by somebody else.',
  'files.restless': '{$name} changes all the time, so that nothing can be written.',
} as const;
