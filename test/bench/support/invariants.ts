/** Properties of checking a study folder that must hold however fast it is. They use small folders and no clock. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inRoot } from '../../../scripts/support/paths.ts';
import { checkStudy, type StudyResult } from '../../../src/cli/checking/run.ts';
import type { CacheOptions, Io, Threads } from '../../../src/cli/io.ts';
import { makeCorpus } from './corpus.ts';

const size = { words: 300, sources: 3, paragraphs: 20, terms: 20 };
const one: Threads = { most: 1, worthwhile: 1 };
const two: Threads = {
  most: 2,
  worthwhile: 1,
  program: inRoot('test', 'support', 'checkWorker.mjs'),
};

/** Throws if a property does not hold. Returns descriptions of those that do. */
export async function checkInvariants(): Promise<readonly string[]> {
  const home = await mkdtemp(join(tmpdir(), 'pilcrow-short-'));
  try {
    return [await sameFindings(home), await linearWork(home)];
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

async function makeFolder(home: string, papers: number): Promise<string> {
  const root = join(home, `papers-${papers}`);
  for (const [path, text] of makeCorpus({ ...size, papers })) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

function check(root: string, threads: Threads, cache?: CacheOptions): Promise<StudyResult> {
  const stderr = { write: (text: string) => assert.fail(text), isTerminal: false };
  const io = { stderr, packageRoot: inRoot(), threads, cwd: root };
  return checkStudy({ root, folders: [root], files: [] }, cache, io as unknown as Io);
}

function shown({ rows, papers, citations }: StudyResult): unknown {
  return { rows: [...rows], papers, citations };
}

async function sameFindings(home: string): Promise<string> {
  const root = await makeFolder(home, 24);
  const cache = { folder: join(home, 'cache'), code: () => 'the same' };
  const alone = await check(root, one);
  const first = await check(root, one, cache);
  const again = await check(root, one, cache);
  const together = await check(root, two);
  for (const other of [first, again, together]) assert.deepEqual(shown(other), shown(alone));
  assert.equal(again.checked, 0, 'a second run checks nothing again');
  const found = [...alone.rows.values()].flat().length;
  assert.ok(found > 0);
  return `${found} findings in ${alone.papers} papers: the same with one thread and with two, kept and made anew`;
}

/**
 * Asserts that work is linear by counting function calls: twice as many more papers take about twice as many more
 * calls. Quadratic work would take four times as many. Papers differ, so the limit is between the two.
 */
async function linearWork(home: string): Promise<string> {
  const sizes = [80, 160, 320];
  const folders = await Promise.all(sizes.map((papers) => makeFolder(home, papers)));
  for (const folder of folders) await check(folder, one);
  const calls: number[] = [];
  for (const folder of folders) calls.push(await callsOf(() => check(folder, one)));
  const [few = 0, more = 0, most = 0] = calls;
  assert.ok(most - more < 3 * (more - few), `calls of functions: ${calls.join(', ')}`);
  return `${sizes.join(', ')} papers: ${calls.map((count) => count.toLocaleString('en')).join(', ')} calls of functions`;
}

async function callsOf(run: () => Promise<unknown>): Promise<number> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    await run();
    const { result } = await session.post('Profiler.takePreciseCoverage');
    return result
      .flatMap(({ functions }) => functions.map(({ ranges }) => ranges[0]?.count ?? 0))
      .reduce((sum, count) => sum + count, 0);
  } finally {
    await session.post('Profiler.stopPreciseCoverage');
    session.disconnect();
  }
}
