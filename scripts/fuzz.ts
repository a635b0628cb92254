/**
 * `npm run fuzz [-- --seconds 60 --seed 1]` makes study folders and files up, whole and damaged, and asks all doors about them:
 * `test/fuzz/` says what. `--seconds` are of processor time. `--hours 1` goes on for so long by the clock, and fails where memory
 * is not level. `--inputs 1000000 --processes 2` goes on until there were so many, shared out among processes with seeds of their
 * own. A failure is made as small as it goes and written to test/fuzz/failures/, where a test finds it from then on.
 */
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import fc from 'fast-check';
import { encoded } from '../test/fuzz/failures.ts';
import { type FuzzTask, fuzzTasks } from '../test/fuzz/tasks.ts';
import { inRoot } from './support/paths.ts';
import { messageOf } from './support/process.ts';

/** What a task has done so far. */
interface Tally {
  inputs: number;
  /** Inputs that took more than a second of processor time. */
  slow: number;
  readonly sizes: number[];
  /** Of processor time. */
  seconds: number;
}

/** What one process has done. */
interface Done {
  /** In the order of `fuzzTasks`. */
  readonly tallies: readonly Tally[];
  readonly failures: readonly string[];
  readonly seconds: number;
  /** Whether it is all that was asked for. */
  readonly isWhole: boolean;
}

/** So many inputs of a task are made from one seed. */
const batch = 10;
const slowest = 1;
/** One process of several says so often how far it is. Milliseconds. */
const wordEvery = 60_000;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    hours: { type: 'string' },
    inputs: { type: 'string' },
    processes: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
  },
});
const hours = values.hours === undefined ? undefined : Number(values.hours);
const wanted = values.inputs === undefined ? undefined : Number(values.inputs);
const tallies = new Map<FuzzTask, Tally>(
  fuzzTasks.map((task) => [task, { inputs: 0, slow: 0, sizes: [], seconds: 0 }]),
);
const turns = fuzzTasks.flatMap((task) => Array.from({ length: task.weight }, () => task));
const failures: string[] = [];
const heaps: number[] = [];

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

async function runOnce(task: FuzzTask, tally: Tally, input: unknown): Promise<void> {
  const since = performance.now();
  const before = processorSeconds();
  await task.run(input);
  tally.inputs++;
  // A sample is enough for the median, and does not grow.
  if (tally.inputs % 16 === 1) tally.sizes[(tally.inputs >> 4) % 1000] = task.sizeOf(input);
  if (performance.now() - since < 1000 * slowest) return;
  const took = processorSeconds() - before;
  if (took < slowest) return;
  tally.slow++;
  console.log(`slow, ${took.toFixed(1)} s: ${task.name}, ${task.sizeOf(input)} long`);
}

async function runBatch(task: FuzzTask, tally: Tally, seed: number): Promise<void> {
  const property = fc.asyncProperty(task.inputs, (input) => runOnce(task, tally, input));
  const before = processorSeconds();
  const { failed, counterexample, errorInstance } = await fc.check(property, { numRuns: batch, seed });
  tally.seconds += processorSeconds() - before;
  if (!failed) return;
  const text = encoded({ task: task.name, input: counterexample?.[0] });
  const name = `${createHash('sha256').update(text).digest('hex').slice(0, 12)}.json`;
  writeFileSync(inRoot('test', 'fuzz', 'failures', name), text);
  failures.push(`${task.name}, seed ${seed}: test/fuzz/failures/${name}\n${messageOf(errorInstance)}`);
  console.log(`✘ ${failures.at(-1) ?? ''}`);
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function noteHeap(): void {
  collect();
  heaps.push(process.memoryUsage().heapUsed);
}

const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[all.length >> 1] ?? 0;

/** By how much the memory of the last quarter of a soak is more than that of the second: 1 is level. */
function growth(): number {
  const quarter = Math.floor(heaps.length / 4);
  return median(heaps.slice(-quarter)) / median(heaps.slice(quarter, 2 * quarter));
}

function inputsSoFar(): number {
  return [...tallies.values()].reduce((sum, { inputs }) => sum + inputs, 0);
}

async function fuzz(): Promise<void> {
  const end = hours === undefined ? Number(values.seconds) : Date.now() + hours * 3_600_000;
  const isOver = (): boolean => {
    if (wanted !== undefined) return inputsSoFar() >= wanted;
    return (hours === undefined ? processorSeconds() : Date.now()) >= end;
  };
  const first = Number(values.seed) * 1_000_000;
  let nextHeap = Date.now();
  let nextWord = Date.now() + wordEvery;
  for (let turn = 0; !isOver() && failures.length < 20; turn++) {
    // Neighbours in the list are apart in time, so that a short run has all.
    const task = turns[(turn * 7) % turns.length];
    const tally = task && tallies.get(task);
    if (tally) await runBatch(task, tally, first + turn);
    if (Date.now() > nextWord) {
      process.send?.(ownDone(false));
      nextWord = Date.now() + wordEvery;
    }
    if (hours === undefined || Date.now() < nextHeap) continue;
    noteHeap();
    nextHeap = Date.now() + hours * 36_000;
  }
}

/** This program, with all that it asks, in one file: modules that are looked for one by one take a fifth of a long run. */
async function bundledProgram(): Promise<string> {
  const outfile = inRoot('out', 'fuzz', 'fuzz.mjs');
  const entryPoints = [inRoot('scripts', 'fuzz.ts')];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external' });
  return outfile;
}

/**
 * Has another process do a share, with a seed of its own. Of one that ends before it is done, what it told last counts, and its
 * end is a failure.
 * @param told is called whenever one says how far it is
 */
function inAnotherProcess(
  program: string,
  index: number,
  processes: number,
  told: (done: Done) => void,
): Promise<Done> {
  const share = Math.ceil((wanted ?? 0) / processes);
  const args = ['--inputs', String(share), '--seed', String(Number(values.seed) + index)];
  return new Promise((resolve) => {
    let last: Done = { tallies: [], failures: [], seconds: 0, isWhole: false };
    const child = fork(program, args);
    child.on('message', (done) => told((last = done as Done)));
    child.once('exit', (code, signal) => {
      if (last.isWhole) return resolve(last);
      const end = `A process ended with ${String(code ?? signal)} before it was done.`;
      console.log(`✘ ${end}`);
      resolve({ ...last, failures: [...last.failures, end] });
    });
  });
}

/** How far the processes are, each time that one tells. */
function progress(): (index: number, done: Done) => void {
  const all: Done[] = [];
  return (index, done) => {
    all[index] = done;
    const tallied = all.flatMap(({ tallies }) => tallies);
    const inputs = sum(tallied.map((tally) => tally.inputs));
    console.log(`${String(inputs)} inputs, ${sum(all.map(({ seconds }) => seconds)).toFixed(0)} s`);
  };
}

function ownDone(isWhole: boolean): Done {
  return { tallies: [...tallies.values()], failures, seconds: processorSeconds(), isWhole };
}

function report(all: readonly Done[]): boolean {
  const row = (name: string, ...columns: readonly string[]): void =>
    console.log(name.padEnd(38) + columns.map((column) => column.padStart(13)).join(''));
  row('\ntask'.padEnd(39), 'inputs', 'median size', 'ms each', 'slow');
  const print = (name: string, tallied: readonly Tally[]): void => {
    const total = (of: (tally: Tally) => number): number => sum(tallied.map(of));
    const inputs = total((tally) => tally.inputs);
    const each = (1000 * total(({ seconds }) => seconds)) / inputs;
    const size = median(tallied.flatMap(({ sizes }) => sizes));
    row(
      name,
      String(inputs),
      String(size),
      inputs > 0 ? each.toFixed(1) : '',
      String(total(({ slow }) => slow)),
    );
  };
  for (const [at, { name }] of fuzzTasks.entries())
    print(
      name,
      all.flatMap((done) => done.tallies[at] ?? []),
    );
  const tallied = all.flatMap((done) => done.tallies);
  print(
    'all',
    tallied.map((tally) => ({ ...tally, sizes: repeatedByShare(tally, tallied) })),
  );
  const failed = sum(all.map((done) => done.failures.length));
  console.log(
    `\n${String(failed)} failures, ${sum(all.map(({ seconds }) => seconds)).toFixed(0)} s of processor time, seed ${values.seed}`,
  );
  if (heaps.length < 8) return failed === 0;
  const grown = growth();
  console.log(`Memory of the last quarter beside the second: ${(grown * 100).toFixed(1)} % (at most 110 %)`);
  return failed === 0 && grown <= 1.1;
}

const sum = (all: readonly number[]): number => all.reduce((so, each) => so + each, 0);

/** The sizes of a sample, each as often as its task has its share in all inputs. */
function repeatedByShare({ inputs, sizes }: Tally, all: readonly Tally[]): number[] {
  const times = (1000 * inputs) / sum(all.map((tally) => tally.inputs)) / Math.max(1, sizes.length);
  return sizes.flatMap((size, at) =>
    Array.from({ length: Math.floor(times * (at + 1)) - Math.floor(times * at) }, () => size),
  );
}

const processes = wanted === undefined ? 1 : Number(values.processes);
if (processes > 1) {
  const told = progress();
  const program = await bundledProgram();
  const shares = Array.from({ length: processes }, (_, index) =>
    inAnotherProcess(program, index, processes, (done) => told(index, done)),
  );
  process.exitCode = report(await Promise.all(shares)) ? 0 : 1;
} else {
  await fuzz();
  const isChild = process.send?.(ownDone(true)) !== undefined;
  if (isChild) process.disconnect();
  process.exitCode = (isChild ? failures.length === 0 : report([ownDone(true)])) ? 0 : 1;
}
