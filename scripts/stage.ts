/**
 * `npm run vscode:prepublish`, which vsce starts, builds for production and lays out in out/package what goes into the package: vsce packs that
 * folder, as `vsce` in package.json tells it.
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { buildAll } from './build.ts';
import {
  packagedCode,
  packagedJson,
  packagedPage,
  packagedStyle,
  repositoryAddress,
} from './support/packagedPages.ts';
import { inRoot, root } from './support/paths.ts';
import { messageOf } from './support/process.ts';

const folder = 'out/package';

async function stage(): Promise<void> {
  await rm(inRoot(folder), { recursive: true, force: true });
  // Without a package manager: bundles need no packages, and packages tried out in node_modules must not get in.
  const listed = await listFiles({ cwd: root, packageManager: PackageManager.None });
  const files = listed.map((path) => path.replaceAll('\\', '/'));
  for (const file of [...files, '.vscodeignore']) {
    const target = inRoot(folder, file);
    await mkdir(dirname(target), { recursive: true });
    if (/^(?:README|CHANGELOG)\.md$/.test(file))
      await writeFile(target, packagedPage(await readFile(inRoot(file), 'utf8')));
    else if (/^styles\/.*\.(?:csl|xml)$/.test(file))
      await writeFile(target, packagedStyle(await readFile(inRoot(file), 'utf8')));
    else if (/^media\/.*\.(?:css|js)$/.test(file))
      await writeFile(
        target,
        packagedCode(await readFile(inRoot(file), 'utf8'), file.endsWith('.js') ? 'js' : 'css'),
      );
    else if (/^(?:schemas|l10n)\/.*\.json$|^package\.nls/.test(file))
      await writeFile(target, packagedJson(await readFile(inRoot(file), 'utf8')));
    else if (file === 'package.json') await writeFile(target, await packagedManifest());
    else await cp(inRoot(file), target);
  }
}

/** The manifest without what only this repository needs, and with its address where it has one. */
async function packagedManifest(): Promise<string> {
  const manifest = JSON.parse(await readFile(inRoot('package.json'), 'utf8')) as Record<string, unknown>;
  const own = ['devDependencies', 'scripts', 'man', 'vsce'];
  const kept = Object.entries(manifest).filter(([name]) => !own.includes(name));
  const address = repositoryAddress === '' ? {} : { repository: { type: 'git', url: repositoryAddress } };
  return `${JSON.stringify({ ...Object.fromEntries(kept), ...address }, null, 2)}\n`;
}

try {
  await buildAll({ production: true });
  await stage();
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
