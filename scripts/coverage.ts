/**
 * `npm run coverage [-- FILE…]` runs the tests of the core (or those named) and prints which share of its branches and functions
 * they reach, for each room and in all: V8's own counts of blocks, of which c8 makes its branches, too. With `--list` it names the
 * files with the most branches that no test reaches. With `--fuzz=SECONDS` it runs the fuzzer for so long instead of tests.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot, root } from './support/paths.ts';

/** A part of a function and how often it ran; the first of a function is the whole of it. */
interface CountedRange {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

/** What V8 writes down of a process. Offsets are of the JavaScript that a file became. */
interface ProcessCoverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly functionName: string;
      readonly ranges: readonly CountedRange[];
    }[];
  }[];
}

/** How often each part of a file ran, by what it is and where. */
type Counts = Map<string, number>;

const args = process.argv.slice(2);
const wanted = args.filter((argument) => !argument.startsWith('--'));
const tests = wanted.length > 0 ? wanted : ['test/core/**/*.test.ts'];

/** The functions of each file, each as every process has counted it. */
function countedFunctions(folder: string): Map<string, Map<string, CountedRange[][]>> {
  const files = new Map<string, Map<string, CountedRange[][]>>();
  for (const name of readdirSync(folder)) {
    const { result } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as ProcessCoverage;
    for (const { url, functions } of result) {
      const file = /\/(src\/core\/.*\.ts)$/.exec(url)?.[1];
      if (file === undefined) continue;
      const known = files.get(file) ?? new Map<string, CountedRange[][]>();
      files.set(file, known);
      for (const { functionName, ranges } of functions) {
        const key = `${functionName} ${placeOfRange(ranges[0])}`;
        known.set(key, [...(known.get(key) ?? []), [...ranges]]);
      }
    }
  }
  return files;
}

function placeOfRange(range: CountedRange | undefined): string {
  return range ? `${String(range.startOffset)} ${String(range.endOffset)}` : '';
}

/** Adds up what processes have counted. One that names no part of its own for a range counts it with the part around it. */
function countsOf(functions: ReadonlyMap<string, readonly (readonly CountedRange[])[]>): Counts {
  const counts = new Map<string, number>();
  for (const [key, processes] of functions) {
    const ranges = new Map(processes.flat().map((range) => [placeOfRange(range), range]));
    for (const [place, range] of ranges) {
      const around = processes.map(
        (own) => own.filter((other) => surrounds(other, range)).at(-1)?.count ?? 0,
      );
      const kind = key.endsWith(` ${place}`) ? `function ${key}` : `block of ${key}: ${place}`;
      counts.set(
        kind,
        around.reduce((sum, count) => sum + count, 0),
      );
    }
  }
  return counts;
}

/** Ranges of a function stand in the order of their beginnings, outer ones first. */
function surrounds(outer: CountedRange, inner: CountedRange): boolean {
  return outer.startOffset <= inner.startOffset && inner.endOffset <= outer.endOffset;
}

function shareOf(counts: readonly (readonly [string, number])[]): string {
  const reached = counts.filter(([, count]) => count > 0).length;
  return `${((100 * reached) / Math.max(1, counts.length)).toFixed(1)} % of ${String(counts.length)}`;
}

function print(name: string, files: readonly Counts[]): void {
  const all = files.flatMap((counts) => [...counts]);
  const functions = all.filter(([part]) => /^function \S/.test(part));
  console.log(`${name.padEnd(28)}${shareOf(all).padStart(20)}${shareOf(functions).padStart(20)}`);
}

const folder = mkdtempSync(join(tmpdir(), 'pilcrow-coverage-'));
const fuzzed = args.find((argument) => argument.startsWith('--fuzz='))?.slice('--fuzz='.length);
const program =
  fuzzed === undefined
    ? [inRoot('node_modules', 'mocha', 'bin', 'mocha.js'), ...tests]
    : ['--import', 'tsx', inRoot('scripts', 'fuzz.ts'), '--seconds', fuzzed];
const { status } = spawnSync(process.execPath, program, {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, NODE_V8_COVERAGE: folder },
});
const files = new Map([...countedFunctions(folder)].map(([file, functions]) => [file, countsOf(functions)]));
rmSync(folder, { recursive: true, force: true });
const roomOf = (file: string): string => /^src\/core\/([^/]+?)(?:\.ts|\/)/.exec(file)?.[1] ?? '';
console.log(`${'room'.padEnd(28)}${'branches'.padStart(20)}${'functions'.padStart(20)}`);
for (const room of [...new Set([...files.keys()].map(roomOf))].sort())
  print(
    room,
    [...files].filter(([file]) => roomOf(file) === room).map(([, counts]) => counts),
  );
print('core', [...files.values()]);
if (args.includes('--list')) {
  const missed = [...files].map(
    ([file, counts]) => [file, [...counts.values()].filter((count) => count === 0).length] as const,
  );
  for (const [file, count] of missed.sort((a, b) => b[1] - a[1]).slice(0, 30))
    console.log(`${String(count).padStart(6)} ${file}`);
}
process.exitCode = status ?? 1;
