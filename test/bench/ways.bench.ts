/**
 * Measures `pilcrow check` on the same papers written in other ways, each beside the plain one, run by turns: the ratio of
 * processor time, and the worst of all. `--rounds=N` runs each pair N times, `--papers=N`, `--only=NAME`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inRoot } from '../../scripts/support/paths.ts';
import { buildProduct } from '../../scripts/support/product.ts';
import { groupOfYears, makeCorpus } from './support/corpus.ts';
import { pairedRatios, type Program } from './support/timing.ts';
import { waysOfWriting, waysWithMoreFindings } from './support/waysOfWriting.ts';

const option = (name: string): string | undefined =>
  process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3);
const rounds = Number(option('rounds') ?? 5);
const papers = Number(option('papers') ?? 300);
const only = option('only');
const home = mkdtempSync(join(tmpdir(), 'pilcrow-ways-'));
const programs = 'out/bench';
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

try {
  await buildProduct(true, programs);
  const plain = write('plain', (paper) => paper);
  const all = Object.entries({ ...waysOfWriting, ...waysWithMoreFindings }).filter(
    ([name]) => only === undefined || name === only,
  );
  const rows = all.map(([name, change]) => {
    const way = write(name, change);
    const { lower, median, upper } = pairedRatios(way, plain, rounds);
    rmSync(way.cwd, { recursive: true, force: true });
    return { name, lower, median, upper };
  });
  rows.sort((a, b) => b.median - a.median);
  console.log(`${papers} papers in other ways : plain, processor time, ${rounds} pairs (quartiles)\n`);
  for (const { name, lower, median, upper } of rows)
    console.log(`${median.toFixed(2)} (${lower.toFixed(2)}–${upper.toFixed(2)})  ${name}`);
  const worst = rows.find(({ name }) => name in waysOfWriting);
  if (worst) console.log(`\nworst with the same findings: ${worst.median.toFixed(2)}, ${worst.name}`);
} finally {
  rmSync(home, { recursive: true, force: true });
}
