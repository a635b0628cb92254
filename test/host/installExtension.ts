import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runQuietly } from '../../scripts/support/process.ts';
import type { Host } from './install.ts';

/** Installs a package into a folder of extensions. Returns the server's answer. */
export async function installExtension(
  host: Host,
  path: string,
  extensionsFolder: string | undefined,
): Promise<string> {
  const scratch = await mkdtemp(join(tmpdir(), 'pc-'));
  const folders = ['--server-data-dir', scratch, '--extensions-dir', extensionsFolder ?? scratch];
  const licence = '--accept-server-license-terms';
  try {
    const output = await runQuietly(host.node, [
      host.entry,
      licence,
      ...folders,
      '--install-extension',
      path,
    ]);
    // Before its answer the server complains about a logger that it does not need.
    return output.trimEnd().split('\n').at(-1) ?? '';
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
