import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Describes the extension of `test/web/memoryFiles.ts` in `folder`, for a host of Node.js (`main`) or of a browser. */
export async function writeMemoryManifest(folder: string, host: 'main' | 'browser'): Promise<void> {
  const manifest = {
    name: 'memory-files',
    publisher: 'tests',
    version: '0.0.1',
    engines: { vscode: '^1.100.0' },
    [host]: './memoryFiles.js',
    activationEvents: ['onFileSystem:pilcrow-test'],
    capabilities: { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } },
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'package.nls.json'), '{}');
}
