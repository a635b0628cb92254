/**
 * Measures `pilcrow check` on the same papers written in other ways, each beside the plain one, run by turns: the ratio of
 * processor time, and the worst of all. `--rounds=N` runs each pair N times, `--papers=N`, `--only=NAME`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inRoot } from '../../scripts/support/paths.ts';
import { buildProduct } from '../../scripts/support/product.ts';
import { groupOfYears, makeCorpus } from './support/corpus.ts';
import { pairedRatios, type Program } from './support/timing.ts';
import { waysOfWriting } from './support/waysOfWriting.ts';

const option = (name: string): string | undefined =>
  process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3);
const rounds = Number(option('rounds') ?? 5);
const papers = Number(option('papers') ?? 300);
const only = option('only');
const home = mkdtempSync(join(tmpdir(), 'pilcrow-ways-'));
const programs = 'out/bench';
/** What is found more or less and takes no time to speak of: one in thirty papers. */
const fewMore = papers / 30;
const corpus = makeCorpus({ ...groupOfYears, papers });

function write(name: string, change: (paper: string) => string): Program {
  const cwd = join(home, name.replaceAll(' ', '-'));
  for (const [path, text] of corpus) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), path.startsWith('papers/') ? change(text) : text);
  }
  const args = [inRoot(programs, 'cli.cjs'), 'check', '--quiet', '--no-cache'];
  return { name, command: process.execPath, args, cwd };
}

/** How many findings there are in a folder. */
function findingsIn({ command, args, cwd }: Program): number {
  const { stdout } = spawnSync(command, [...args, '--format', 'json'], { cwd, maxBuffer: 2 ** 30 });
  return (JSON.parse(stdout.toString()) as unknown[]).length;
}

try {
  await buildProduct(true, programs);
  const plain = write('plain', (paper) => paper);
  const few = findingsIn(plain);
  const all = Object.entries(waysOfWriting).filter(([name]) => only === undefined || name === only);
  const rows = all.map(([name, change]) => {
    const way = write(name, change);
    const { lower, median, upper } = pairedRatios(way, plain, rounds);
    const more = findingsIn(way) - few;
    rmSync(way.cwd, { recursive: true, force: true });
    return { name, lower, median, upper, more };
  });
  rows.sort((a, b) => b.median - a.median);
  console.log(`${papers} papers in other ways : plain, processor time, ${rounds} pairs (quartiles)\n`);
  for (const { name, lower, median, upper, more } of rows) {
    const found = Math.abs(more) > fewMore ? `, ${more > 0 ? '+' : ''}${String(more)} findings` : '';
    console.log(`${median.toFixed(2)} (${lower.toFixed(2)}–${upper.toFixed(2)})  ${name}${found}`);
  }
  const worst = rows.find(({ more }) => Math.abs(more) <= fewMore);
  if (worst) console.log(`\nworst with the same findings: ${worst.median.toFixed(2)}, ${worst.name}`);
} finally {
  rmSync(home, { recursive: true, force: true });
}
