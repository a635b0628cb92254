import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

export function inRoot(...parts: string[]): string {
  return join(root, ...parts);
}

export const builtLauncher = inRoot('out', 'test', 'host', 'launcher.cjs');
export const builtExtensionTests = inRoot('out', 'test', 'extension', 'index.cjs');
