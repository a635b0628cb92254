#!/usr/bin/env node
/**
 * `node scripts/action.mjs` is the step of action.yml, and a step of any other CI: it checks the current folder, writes the findings as
 * SARIF, prints them as annotations, and ends as `pilcrow check` does. It needs only Node.js and npm, and builds Pilcrow where that is
 * not built. What it reads are variables: `PILCROW_PATHS` (one a line), `PILCROW_FAIL_ON`, `PILCROW_LANG`, `PILCROW_SARIF_FILE`.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, closeSync, existsSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const program = join(root, 'dist', 'cli.cjs');
const { env } = process;

if (!existsSync(program)) build();
process.exit(check());

function build() {
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'scripts', 'run.mjs'), 'build', '--production'],
    {
      stdio: 'inherit',
    },
  );
  if (status !== 0) process.exit(2);
}

/** The second check has everything from the first one. */
function check() {
  const file = env['PILCROW_SARIF_FILE'] || 'pilcrow.sarif';
  mkdirSync(dirname(file), { recursive: true });
  const sarif = openSync(file, 'w');
  const code = pilcrow('sarif', ['ignore', sarif, 'inherit']);
  closeSync(sarif);
  if (statSync(file).size === 0) {
    rmSync(file);
    return code;
  }
  if (env['GITHUB_OUTPUT'])
    appendFileSync(env['GITHUB_OUTPUT'], `sarif-file=${file.replace(/[\r\n]+/g, ' ')}\n`);
  pilcrow('github', ['ignore', 'inherit', 'ignore']);
  return code;
}

function pilcrow(format, stdio) {
  const lines = (env['PILCROW_PATHS'] ?? '').split('\n').map((line) => line.trim());
  const paths = lines.filter(Boolean);
  const options = [
    `--format=${format}`,
    ...(env['PILCROW_FAIL_ON'] ? [`--fail-on=${env['PILCROW_FAIL_ON']}`] : []),
    ...(env['PILCROW_LANG'] ? [`--lang=${env['PILCROW_LANG']}`] : []),
  ];
  const args = ['check', ...options, '--', ...(paths.length > 0 ? paths : ['.'])];
  return spawnSync(process.execPath, [program, ...args], { stdio }).status ?? 2;
}
