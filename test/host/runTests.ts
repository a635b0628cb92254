/**
 * `node --import tsx test/host/runTests.ts HOST [VSIX]` runs the tests of test/extension in one host, with the
 * extension of the repository. With a package, it installs the package and runs the tests of test/extension/packaged.
 */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { messageOf } from '../../scripts/support/process.ts';
import { builtExtensionTests, builtLauncher, inRoot, root } from '../../scripts/support/paths.ts';

const [host = 'newest', vsix] = process.argv.slice(2);

async function main(scratch: string): Promise<void> {
  const study = join(scratch, 'study');
  await cp(inRoot('examples', 'study-folder'), study, { recursive: true });
  const extensions = join(scratch, 'extensions');
  const packaged = vsix ? await installPackage(resolve(vsix), extensions, scratch) : undefined;
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
    launchArgs: [study, `--extensions-dir=${extensions}`, `--user-data-dir=${join(scratch, 'user-data')}`],
  });
}

/**
 * Installs the package as a person would. Also makes an empty extension, because only one under development has
 * tests.
 */
async function installPackage(path: string, extensions: string, scratch: string): Promise<string> {
  const args = ['--install-extension', path, '--extensions-dir', extensions];
  const environment = { ...process.env, PILCROW_HOST: host };
  const { status } = spawnSync(builtLauncher, args, { stdio: 'inherit', env: environment });
  if (status !== 0) throw new Error(`${path} could not be installed.`);
  const carrier = join(scratch, 'carrier');
  const manifest = { name: 'carrier', publisher: 'tests', version: '0.0.1', engines: { vscode: '^1.100.0' } };
  await mkdir(carrier);
  await writeFile(join(carrier, 'package.json'), JSON.stringify(manifest));
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
