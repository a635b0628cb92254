/**
 * `node --import tsx test/host/runTests.ts HOST [VSIX]` runs the tests of test/extension in one host, with the
 * extension of the repository. With a package, it installs the package and runs the tests of test/extension/packaged.
 */
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { globSync } from 'tinyglobby';
import { messageOf } from '../../scripts/support/process.ts';
import { builtExtensionTests, builtLauncher, inRoot, root } from '../../scripts/support/paths.ts';
import { writeMemoryManifest } from './memoryManifest.ts';

const [host = 'newest', vsix] = process.argv.slice(2);

async function main(scratch: string): Promise<void> {
  const study = join(scratch, 'study');
  await cp(inRoot('examples', 'study-folder'), study, { recursive: true });
  const extensions = join(scratch, 'extensions');
  const packaged = vsix ? await installPackage(resolve(vsix), extensions, scratch, study) : undefined;
  await runTests({
    vscodeExecutablePath: builtLauncher,
    extensionDevelopmentPath: packaged ?? root,
    extensionTestsPath: builtExtensionTests,
    extensionTestsEnv: {
      PILCROW_HOST: host,
      PILCROW_REPOSITORY: root,
      PILCROW_SUITE: packaged ? 'packaged' : '.',
      PILCROW_GREP: process.env['PILCROW_GREP'],
    },
    launchArgs: [
      packaged ? await workspaceOf(study) : study,
      `--extensions-dir=${extensions}`,
      `--user-data-dir=${join(scratch, 'user-data')}`,
    ],
  });
}

/** A workspace of one folder, to which tests may add others without losing the window. */
async function workspaceOf(study: string): Promise<string> {
  const path = `${study}.code-workspace`;
  await writeFile(path, JSON.stringify({ folders: [{ path: study }] }));
  return path;
}

/**
 * Installs the package as a person would. Also makes an extension, because only one under development has tests: it has the sample in
 * a file system of its own.
 */
async function installPackage(
  path: string,
  extensions: string,
  scratch: string,
  study: string,
): Promise<string> {
  const args = ['--install-extension', path, '--extensions-dir', extensions];
  const environment = { ...process.env, PILCROW_HOST: host };
  const { status } = spawnSync(builtLauncher, args, { stdio: 'inherit', env: environment });
  if (status !== 0) throw new Error(`${path} could not be installed.`);
  const carrier = join(scratch, 'carrier');
  await build({
    absWorkingDir: root,
    entryPoints: ['test/web/memoryFiles.ts'],
    outdir: carrier,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    external: ['vscode'],
  });
  const names = globSync('**', { cwd: study, dot: true });
  const contents = await Promise.all(
    names.map(async (name) => [name, await readFile(join(study, name), 'base64')] as const),
  );
  await writeFile(join(carrier, 'sample.json'), JSON.stringify(Object.fromEntries(contents)));
  await writeMemoryManifest(carrier, 'main');
  return carrier;
}

const scratch = await mkdtemp(join(tmpdir(), 'pc-'));
try {
  await main(scratch);
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
} finally {
  await rm(scratch, { recursive: true, force: true });
}
