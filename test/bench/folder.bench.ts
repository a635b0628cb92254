/**
 * Measures the released command line on a whole study folder of 1,000 papers with 2,000 words each, beside programs
 * that do less. Also: a second run without changes, one thread, 100 and with `--long` 10,000 papers, a profile, and
 * the floor. `--rounds=N` runs each N times. `--write` writes the tables to docs/performance.md.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inRoot } from '../../scripts/support/paths.ts';
import { buildProduct } from '../../scripts/support/product.ts';
import { groupOfYears, makeCorpus } from './support/corpus.ts';
import { keepPart, machineFacts, markdownTable } from './support/machine.ts';
import { howToGetPeers, peersFor } from './support/peers.ts';
import { profileOf } from './support/profile.ts';
import { measureInTurn, type Program, type Took } from './support/timing.ts';

const flags = new Set(process.argv.slice(2));
const rounds = Number([...flags].find((flag) => flag.startsWith('--rounds='))?.slice(9) ?? 3);
const home = mkdtempSync(join(tmpdir(), 'pilcrow-bench-'));
const programs = 'out/bench';
const cli = inRoot(programs, 'cli.cjs');

function makeFolder(papers: number): string {
  const folder = join(home, `papers-${papers}`);
  for (const [path, text] of makeCorpus({ ...groupOfYears, papers })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function pilcrow(
  name: string,
  cwd: string,
  more: Partial<Program> = {},
  args: readonly string[] = [],
): Program {
  const cache = join(home, 'cache');
  const all = [cli, 'check', '--quiet', `--cache-dir=${cache}`, ...args];
  return { name, command: process.execPath, args: all, cwd, ...more };
}

const seconds = (value: number): string => `${value.toFixed(2)} s`;
const times = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)}×`;
const figures = ({ wall, processor, memory }: Took): string[] => [
  seconds(wall),
  seconds(processor),
  `${memory.toFixed(0)} MB`,
];

/** Compares with the peers. */
function compare(folder: string): string {
  const forget = (): void => rmSync(join(home, 'cache'), { recursive: true, force: true });
  const cold = pilcrow('**pilcrow check**, first run', folder, { before: forget });
  const again = pilcrow('**pilcrow check**, nothing changed', folder);
  const alone = pilcrow('**pilcrow check**, one processor', folder, {
    command: 'taskset',
    args: ['-c', '0', process.execPath, cli, 'check', '--quiet', '--no-cache'],
  });
  const floorScript = inRoot('test', 'bench', 'support', 'peers', 'floor.mjs');
  const floor: Program = {
    name: 'the floor',
    command: process.execPath,
    args: [floorScript, folder],
    cwd: folder,
  };
  const peers = peersFor(folder);
  const missing = peers.flatMap((peer) => ('missing' in peer ? [peer.missing] : []));
  const present = peers.flatMap((peer) => ('program' in peer ? [peer] : []));
  const what = new Map<Program, string>([
    [cold, 'keys, paragraphs, quotations, terms'],
    [again, 'the same'],
    ...(process.platform === 'linux' ? [[alone, 'the same'] as const] : []),
    ...present.map(({ program, does }) => [program, does] as const),
    [floor, 'reads every byte once'],
  ]);
  const took = measureInTurn([...what.keys()], rounds);
  const first = took.get(cold) ?? { wall: NaN, processor: NaN, memory: NaN };
  const rows = [...took].map(([program, each]) => [
    program.name,
    what.get(program) ?? '',
    ...figures(each),
    times(each.wall / first.wall),
    times(each.processor / first.processor),
  ]);
  const absent = missing.length > 0 ? `\n\nNot measured: ${missing.join(' ')}` : '';
  if (missing.length > 0) console.log(`${missing.join('\n')}\n${howToGetPeers}`);
  return (
    markdownTable(
      ['program', 'checks', 'time', 'processor', 'memory', 'time to ours', 'processor to ours'],
      rows,
    ) + absent
  );
}

/** Compares sizes. */
function grow(sizes: readonly number[]): string {
  const all = sizes.map((papers) => ({
    papers,
    program: pilcrow(String(papers), makeFolder(papers), {}, ['--no-cache']),
  }));
  const took = measureInTurn(
    all.map(({ program }) => program),
    sizes.includes(10_000) ? 3 : rounds,
  );
  const rows = all.map(({ papers, program }) => {
    const each = took.get(program) ?? { wall: NaN, processor: NaN, memory: NaN };
    return [
      papers.toLocaleString('en'),
      ...figures(each),
      `${((each.processor / papers) * 1000).toFixed(2)} ms`,
    ];
  });
  return markdownTable(['papers', 'time', 'processor', 'memory', 'processor for a paper'], rows);
}

/** Profiles the processor time, with the development bundles, whose code still has names. */
async function profile(folder: string): Promise<string> {
  const named = 'out/bench-named';
  await buildProduct(false, named);
  const rows = profileOf(inRoot(named, 'cli.cjs'), ['check', '--quiet', '--no-cache'], folder).map(
    ({ part, share }) => [part, `${(share * 100).toFixed(1)} %`],
  );
  return markdownTable(['part', 'share of the processor’s time'], rows);
}

try {
  console.log('Building what ships, and making papers …');
  await buildProduct(true, programs);
  const folder = makeFolder(1000);
  const command = `npm run bench -- folder${[...flags]
    .filter((flag) => flag.startsWith('--'))
    .map((flag) => ` ${flag}`)
    .join('')}`;
  const parts = [
    `## A whole study folder\n\n1,000 papers of 2,000 words, 10 sources, 130 terms; medians of ${rounds} runs, each program in turn. On a busy machine times mean nothing; what the processor took still does.\n\n${machineFacts()}; \`${command}\``,
    compare(folder),
    `### From size to size\n\n${grow(flags.has('--long') ? [100, 1000, 10_000] : [100, 1000])}`,
    `### Where the time goes\n\n${await profile(folder)}`,
  ];
  const text = parts.join('\n\n');
  console.log(`\n${text}\n`);
  if (flags.has('--write')) keepPart('folder', text);
} finally {
  rmSync(home, { recursive: true, force: true });
}
