import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the repository. This file is also a part of bundles, which lie elsewhere in it. */
export const root = folderWith('package.json', import.meta.dirname);

function folderWith(name: string, folder: string): string {
  return existsSync(join(folder, name)) || dirname(folder) === folder
    ? folder
    : folderWith(name, dirname(folder));
}

export function inRoot(...parts: string[]): string {
  return join(root, ...parts);
}

export const builtLauncher = inRoot('out', 'test', 'host', 'launcher.cjs');
export const builtExtensionTests = inRoot('out', 'test', 'extension', 'index.cjs');
