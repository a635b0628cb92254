/**
 * `npm run package` makes the .vsix, prints its size, and fails where it is too big or holds the wrong files.
 * Others import `packageIfChanged`, which makes it only where something that it is made of has changed.
 */
import { stat } from 'node:fs/promises';
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { inRoot, root } from './support/paths.ts';
import { messageOf } from './support/process.ts';
import { runIfChanged } from './support/stamp.ts';
import { productFiles } from './build.ts';

export const packageFile = inRoot('pilcrow.vsix');

const largestPackage = 6 * 1024 * 1024;

/** What a person who installs the package gets; .vscodeignore lets these through, and this checks it. */
const allowed = [
  /^package(\.nls(\.[a-z-]+)?)?\.json$/,
  /^(README|CHANGELOG|THIRD-PARTY-NOTICES)\.md$/,
  /^LICENSE$/,
  /^bin\/pilcrow(\.cmd)?$/,
  /^dist\/[\w-]+\.cjs$/,
  /^docs\/checks\/[\w-]+\.md$/,
  /^(editions|media|schemas|snippets|syntaxes|l10n|walkthrough)\//,
  /^examples\/study-folder\//,
  /^language-configuration(\.[a-z]+)?\.json$/,
];
const required = [
  'package.json',
  'LICENSE',
  'bin/pilcrow',
  'bin/pilcrow.cmd',
  'dist/extension.cjs',
  'dist/server.cjs',
  'dist/cli.cjs',
  'docs/checks/README.md',
];

const options = { cwd: root, dependencies: false };

/** Says whether the package had to be made. */
export async function packageIfChanged(): Promise<boolean> {
  const files = (await packagedFiles()).filter((file) => !file.startsWith('dist/'));
  return runIfChanged({
    name: 'package',
    from: [...productFiles, ...files, '.vscodeignore', 'scripts/package.ts'],
    makes: [relative(root, packageFile)],
    run: makePackage,
  });
}

async function packagedFiles(): Promise<string[]> {
  // A bundle needs no package, and one that somebody tries out in node_modules is nobody else's business.
  const listed = await listFiles({ cwd: root, packageManager: PackageManager.None });
  return listed.map((path) => path.replaceAll('\\', '/'));
}

async function makePackage(): Promise<void> {
  await createVSIX({
    ...options,
    packagePath: packageFile,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  const files = await packagedFiles();
  const wrong = files.filter((file) => !allowed.some((pattern) => pattern.test(file)));
  const missing = required.filter((file) => !files.includes(file));
  if (wrong.length > 0) throw new Error(`The package holds what it should not: ${wrong.join(', ')}`);
  if (missing.length > 0) throw new Error(`The package lacks ${missing.join(', ')}`);
  const { size } = await stat(packageFile);
  console.log(
    `pilcrow.vsix: ${files.length} files, ${megabytes(size)} (at most ${megabytes(largestPackage)})`,
  );
  if (size > largestPackage) throw new Error('The package is too big.');
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(2)} MB`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await makePackage();
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 1;
  }
}
