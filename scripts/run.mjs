#!/usr/bin/env node
/**
 * `node scripts/run.mjs NAME ARG…` runs scripts/NAME.ts. It needs only Node.js and npm: if the packages are missing,
 * or differ from package-lock.json, it installs them first.
 */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [script = '', ...args] = process.argv.slice(2);

refuseOldNode();
if (!isInstalled()) install();
run();

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Pilcrow needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(2);
}

/** npm keeps a copy of the lock file that it installed. Both files must name the same versions. */
function isInstalled() {
  const wanted = packagesIn('package-lock.json');
  const present = packagesIn(join('node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, link }]) =>
      path === '' || optional || devOptional || link || present[path]?.version === version,
  );
}

function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(join(root, lockFile), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function install() {
  console.log('Installing dependencies with npm ci; this takes a minute the first time …');
  const options = { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' };
  // Whoever installs Pilcrow itself for all, as `npm install --global` of a repository does, says so in the environment.
  const flags = ['--no-global', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync('npm', ['ci', ...flags], options);
  if (status === 0) return;
  console.error(`The dependencies could not be installed${error ? `: ${error.message}` : ''}.`);
  console.error('Check that npm reaches its registry, then try again.');
  process.exit(2);
}

/** Waits for the script. Ctrl-C reaches it too, and it decides when to end. */
function run() {
  const program = ['--import', 'tsx', join(root, 'scripts', `${script}.ts`), ...args];
  const child = spawn(process.execPath, program, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PILCROW_INVOKED_FROM: process.env['INIT_CWD'] ?? process.cwd() },
  });
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}
