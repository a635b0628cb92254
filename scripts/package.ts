/**
 * `npm run package` makes the .vsix and its bill of materials, prints its size, and fails if it is too big or contains the wrong files. Other
 * scripts call `packageIfChanged`, which makes it only if one of its files has changed.
 */
import { stat } from 'node:fs/promises';
import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { inRoot, root } from './support/paths.ts';
import { messageOf } from './support/process.ts';
import { runIfChanged } from './support/stamp.ts';
import { productFiles } from './build.ts';
import { bomFile, writeBom } from './sbom.ts';

export const packageFile = inRoot('pilcrow.vsix');

/** CONTRIBUTING.md says what weighs. */
const largestPackage = 1.5 * 1024 * 1024;

/** The files that the package may contain. .vscodeignore selects them, and this list checks it. */
const allowed = [
  /^package(\.nls(\.[a-z-]+)?)?\.json$/,
  /^(README|CHANGELOG|THIRD-PARTY-NOTICES)\.md$/,
  /^LICENSE$/,
  /^bin\/pilcrow(\.cmd)?$/,
  /^dist\/(?:[\w.-]+\.cjs|code\.txt)$/,
  /^dist\/web\/(?:scripts\.js|extension\.cjs(?:\.js)?|(?:files|loads)\.json)$/,
  /^docs\/(?:fr\/)?checks\/[\w-]+\.md$/,
  /^(editions|media\/(?!screenshots\/)|schemas|snippets|styles|syntaxes|l10n|walkthrough)\b/,
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
  'dist/web/extension.cjs',
  'dist/web/extension.cjs.js',
  'dist/web/scripts.js',
  'dist/web/files.json',
  'dist/web/loads.json',
  'dist/web-extension.cjs',
  'dist/web-server.cjs',
  'docs/checks/README.md',
];

/** Makes the package if needed. Returns whether it was made. */
export async function packageIfChanged(): Promise<boolean> {
  const files = (await packagedFiles()).filter((file) => !file.startsWith('dist/'));
  return runIfChanged({
    name: 'package',
    from: [
      ...productFiles,
      ...files,
      '.vscodeignore',
      'scripts/{package,stage,sbom,notices}.ts',
      'scripts/support/packagedPages.ts',
    ],
    makes: [relative(root, packageFile), relative(root, bomFile)],
    run: makePackage,
  });
}

async function packagedFiles(): Promise<string[]> {
  // Without a package manager: bundles need no packages, and packages tried out in node_modules must not get in.
  const listed = await listFiles({ cwd: root, packageManager: PackageManager.None });
  return listed.map((path) => path.replaceAll('\\', '/'));
}

async function makePackage(): Promise<void> {
  // Without a switch, as `vsce package` is called: `vsce` in package.json says everything.
  await createVSIX();
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
  await writeBom();
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
