import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { packageFile, packageIfChanged } from '../../scripts/package.ts';
import { inRoot, root } from '../../scripts/support/paths.ts';
import { runIfChanged } from '../../scripts/support/stamp.ts';
import type { Host } from './install.ts';
import { installExtension } from './installExtension.ts';

/**
 * Returns the folder of extensions with Pilcrow's package, installed as a person installs it. Makes and installs the
 * package if any of its files has changed.
 */
export async function installedPilcrow(host: Host): Promise<string> {
  // Hidden, because the package contains a study folder that does not belong to this clone.
  const folder = inRoot('.cache', 'extensions', host.name);
  await packageIfChanged();
  await runIfChanged({
    name: `install-${host.name}`,
    from: [relative(root, packageFile)],
    makes: [relative(root, join(folder, 'extensions.json'))],
    run: async () => {
      await rm(folder, { recursive: true, force: true });
      await installExtension(host, packageFile, folder);
    },
  });
  return folder;
}
