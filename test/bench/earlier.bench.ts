/**
 * Compares with the build of an earlier commit, by turns: `npm run bench -- earlier --commit=SHA`. A check of 1,000 plain
 * papers without a cache, the first findings of a paper of 50 KB, and 300 keystrokes in it: processor time, quartiles of the
 * ratios of `--rounds=N` pairs (11). The earlier commit is built once, into out/earlier.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inRoot, root } from '../../scripts/support/paths.ts';
import { groupOfYears, makeCorpus } from './support/corpus.ts';
import { pairedRatios, ratiosOf, type PairedRatios, type Program } from './support/timing.ts';

const option = (name: string): string | undefined =>
  process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3);
const rounds = Number(option('rounds') ?? 11);

/** By the script itself: what runs scripts would install the packages of an earlier commit over those of today. */
function build(folder: string): void {
  const program = ['--import', 'tsx', join('scripts', 'build.ts'), '--production'];
  execFileSync(process.execPath, program, { cwd: folder });
}

/** A checkout of a commit with what it ships built, on the packages of today. */
function checkoutOf(commit: string): string {
  const folder = inRoot('out', 'earlier', commit);
  if (existsSync(join(folder, 'dist', 'cli.cjs'))) return folder;
  mkdirSync(folder, { recursive: true });
  const files = execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 2 ** 30 });
  execFileSync('tar', ['-x', '-C', folder], { input: files });
  symlinkSync(inRoot('node_modules'), join(folder, 'node_modules'));
  build(folder);
  return folder;
}

function checkOf(checkout: string, study: string): Program {
  const cli = join(checkout, 'dist', 'cli.cjs');
  return {
    name: checkout,
    command: process.execPath,
    args: [cli, 'check', '--quiet', '--no-cache'],
    cwd: study,
  };
}

function keystrokesOf(checkout: string): { readonly first: number; readonly strokes: number } {
  const script = inRoot('test', 'bench', 'support', 'keystrokes.ts');
  const printed = execFileSync(process.execPath, ['--import', 'tsx', script, checkout], { cwd: root });
  return JSON.parse(printed.toString()) as { first: number; strokes: number };
}

function print(name: string, { lower, median, upper }: PairedRatios): void {
  console.log(`${median.toFixed(3)} (${lower.toFixed(3)}–${upper.toFixed(3)})  ${name}`);
}

function compare(commit: string, home: string): void {
  const earlier = checkoutOf(commit);
  build(root);
  for (const [path, text] of makeCorpus(groupOfYears)) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  }
  console.log(`now : ${commit}, processor time, ${rounds} pairs (quartiles)\n`);
  print('check of 1,000 papers', pairedRatios(checkOf(root, home), checkOf(earlier, home), rounds));
  const pairs = Array.from({ length: rounds }, () => [keystrokesOf(root), keystrokesOf(earlier)] as const);
  print('first findings of 50 KB', ratiosOf(pairs.map(([now, then]) => [now.first, then.first])));
  print('300 keystrokes in 50 KB', ratiosOf(pairs.map(([now, then]) => [now.strokes, then.strokes])));
}

const commit = option('commit');
const home = mkdtempSync(join(tmpdir(), 'pilcrow-earlier-'));
try {
  if (commit === undefined) console.log('Name a commit to compare with: --commit=SHA');
  else compare(commit, home);
} finally {
  rmSync(home, { recursive: true, force: true });
}
