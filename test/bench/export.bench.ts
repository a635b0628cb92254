/**
 * Measures the export of a paper of 20 pages, with its citations and works set in Chicago's author-date, beside Pandoc with citeproc,
 * the same style and the works that `pilcrow bibliography` gives it: processor time and memory of processes of their own, with
 * their start; and in a running server. Beside it stands what Pandoc takes where it leaves citations as they are written. `--rounds=N` runs each N times. Exits with 1 if a goal is missed. The site has a bench of its own.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inRoot } from '../../scripts/support/paths.ts';
import { type ExportName, exportPaper } from '../../src/files/exportPaper.ts';
import { loadBuiltIns } from '../../src/files/builtIns.ts';
import { loadStudyFolder } from '../../src/files/loadStudy.ts';
import { makeCorpus } from './support/corpus.ts';
import { median } from './support/machine.ts';
import { measureInTurn, type Program, ratiosOf, type Took } from './support/timing.ts';

const rounds = Number(process.argv.find((flag) => flag.startsWith('--rounds='))?.slice(9) ?? 5);
/** What an export may take of what Pandoc takes of the same paper. */
const goals: Readonly<
  Record<string, { readonly time: number; readonly memory: number; readonly server: number }>
> = {
  docx: { time: 2, memory: 1, server: 0.5 },
  html: { time: 1, memory: 1, server: 0.5 },
  md: { time: 1, memory: 1, server: 0.5 },
};
/** Twenty pages of 400 words. */
const corpus = makeCorpus({ papers: 1, words: 8000, sources: 1, paragraphs: 200, terms: 100 });
const paperPath = 'papers/p00000.analysis.md';
const folder = mkdtempSync(join(tmpdir(), 'pilcrow-bench-'));

const ours = (to: string): Program => ({
  name: `pilcrow ${to}`,
  command: process.execPath,
  args: [inRoot('dist/cli.cjs'), 'export', paperPath, '--to', to, '--force', '--out', `ours.${to}`],
  cwd: folder,
});
/** @param isCiting whether it sets citations, or leaves them as they are written */
const pandocs = (to: string, isCiting: boolean): Program => ({
  name: `pandoc ${to}`,
  command: 'pandoc',
  args: [paperPath, '--standalone', '--metadata=title=Paper']
    .concat(isCiting ? citing : [])
    .concat(['-t', to === 'md' ? 'markdown-citations' : to, '-o', `pandoc.${to}`]),
  cwd: folder,
});
const citing = [
  '--citeproc',
  '--bibliography=works.json',
  `--csl=${inRoot('styles/chicago-author-date.csl')}`,
];

/** Milliseconds of a processor for one export in a process that has made some. */
async function inServer(to: ExportName): Promise<number> {
  const { study } = await loadStudyFolder(folder, loadBuiltIns(inRoot('.')));
  const paper = study.papers[0];
  if (!paper) throw new Error('There is no paper.');
  const job = { paper, study, root: folder, to, target: join(folder, `x.${to}`), packageRoot: inRoot('.') };
  const took: number[] = [];
  for (let round = 0; round < 12; round++) {
    const start = process.cpuUsage();
    await exportPaper({ ...job, programPath: undefined });
    const { user, system } = process.cpuUsage(start);
    took.push((user + system) / 1000);
  }
  return median(took.slice(4));
}

const figures = ({ processor, memory }: Took): string => `${processor.toFixed(2)} s ${memory.toFixed(0)} MB`;

/** Measures a format. Returns whether its goals are reached. */
async function measured(to: 'docx' | 'html' | 'md'): Promise<boolean> {
  const pairs = Array.from({ length: rounds }, () => {
    const programs = [ours(to), pandocs(to, true), pandocs(to, false)];
    const [one, other, plain] = [...measureInTurn(programs, 1).values()];
    if (!one || !other || !plain) throw new Error('Nothing was measured.');
    return [one, other, plain] as const;
  });
  for (const name of [`ours.${to}`, `pandoc.${to}`])
    if (!existsSync(join(folder, name))) throw new Error(`${name} was not written.`);
  const time = ratiosOf(pairs.map(([one, other]) => [one.processor, other.processor]));
  const memory = ratiosOf(pairs.map(([one, other]) => [one.memory, other.memory]));
  const server = (await inServer(to)) / 1000;
  const ofPandoc = server / median(pairs.map(([, other]) => other.processor));
  const goal = goals[to] ?? { time: NaN, memory: NaN, server: NaN };
  const isReached = time.median <= goal.time && memory.median <= goal.memory && ofPandoc <= goal.server;
  const toPlain = ratiosOf(pairs.map(([one, , plain]) => [one.processor, plain.processor]));
  const [[one, other, plain] = []] = pairs.slice(-1);
  console.log(
    `${to}: ${one ? figures(one) : ''}, Pandoc ${other ? figures(other) : ''}; ${time.median.toFixed(2)} × (${time.lower.toFixed(2)} to ${time.upper.toFixed(2)}) its time, goal ${String(goal.time)}; ${memory.median.toFixed(2)} × its memory, goal ${String(goal.memory)}; in the server ${(server * 1000).toFixed(0)} ms, ${ofPandoc.toFixed(2)} ×, goal ${String(goal.server)}; Pandoc without citations ${plain ? figures(plain) : ''}, ours ${toPlain.median.toFixed(1)} × that${isReached ? '' : '  MISSED'}`,
  );
  return isReached;
}

try {
  for (const [path, text] of corpus) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const works = execFileSync(process.execPath, [inRoot('dist/cli.cjs'), 'bibliography', '--to', 'csl-json'], {
    cwd: folder,
  });
  writeFileSync(join(folder, 'works.json'), works);
  const version = execFileSync('pandoc', ['--version']).toString().split('\n')[0] ?? '';
  console.log(`A paper of 8,000 words, ${String(rounds)} rounds, beside ${version}.`);
  const reached: boolean[] = [];
  for (const to of ['docx', 'html', 'md'] as const) reached.push(await measured(to));
  if (reached.includes(false)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
