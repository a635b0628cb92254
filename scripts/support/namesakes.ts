/** The files of Node's, and those that take their place. */
export const namesakes: Readonly<Record<string, string>> = {
  'src/files/node.ts': 'src/files/web/hostDisk.ts',
  'src/files/pathNames.ts': 'src/files/web/pathNames.ts',
  'src/files/fileUris.ts': 'src/files/web/fileUris.ts',
  'src/files/machine.ts': 'src/files/web/machine.ts',
  'src/files/printing.ts': 'src/files/web/printing.ts',
  'src/extension/client.ts': 'src/extension/web/client.ts',
  'src/extension/features/terminalFeature.ts': 'src/extension/web/terminalFeature.ts',
};

const standIns = new Set(Object.values(namesakes));

/** Whether a file takes the place of one of Node's. */
export function isNamesake(file: string): boolean {
  return standIns.has(file);
}

/** The files with names that others have, too: those, and what loads the extension as `main.ts` does elsewhere. */
export const namesakePaths = [...Object.values(namesakes), 'src/extension/web/loader.ts'];
