/**
 * `npm run fuzz [-- --seconds 60 --seed 1]` makes study folders and files up, whole and damaged, and asks all doors about them:
 * `test/fuzz/` says what. `--seconds` are of processor time. `--hours 1` goes on for so long by the clock, and fails where memory
 * is not level. A failure is made as small as it goes and written to test/fuzz/failures/, where a test finds it from then on.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
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
}

/** So many inputs of a task are made from one seed. */
const batch = 10;
const slowest = 1;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    hours: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const hours = values.hours === undefined ? undefined : Number(values.hours);
const tallies = new Map<FuzzTask, Tally>(fuzzTasks.map((task) => [task, { inputs: 0, slow: 0, sizes: [] }]));
const turns = fuzzTasks.flatMap((task) => Array.from({ length: task.weight }, () => task));
const failures: string[] = [];
const heaps: number[] = [];

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

async function runOnce(task: FuzzTask, input: unknown): Promise<void> {
  const tally = tallies.get(task);
  const before = processorSeconds();
  await task.run(input);
  if (!tally) return;
  tally.inputs++;
  // A sample is enough for the median, and does not grow.
  if (tally.inputs % 16 === 1) tally.sizes[(tally.inputs >> 4) % 1000] = task.sizeOf(input);
  if (processorSeconds() - before < slowest) return;
  tally.slow++;
  console.log(
    `slow, ${(processorSeconds() - before).toFixed(1)} s: ${task.name}, ${task.sizeOf(input)} long`,
  );
}

async function runBatch(task: FuzzTask, seed: number): Promise<void> {
  const property = fc.asyncProperty(task.inputs, (input) => runOnce(task, input));
  const { failed, counterexample, errorInstance } = await fc.check(property, { numRuns: batch, seed });
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

async function fuzz(): Promise<void> {
  const end = hours === undefined ? Number(values.seconds) : Date.now() + hours * 3_600_000;
  const isOver = (): boolean => (hours === undefined ? processorSeconds() : Date.now()) >= end;
  const first = Number(values.seed) * 1_000_000;
  let nextHeap = Date.now();
  for (let turn = 0; !isOver() && failures.length < 20; turn++) {
    // Neighbours in the list are apart in time, so that a short run has all.
    const task = turns[(turn * 7) % turns.length];
    if (task) await runBatch(task, first + turn);
    if (hours === undefined || Date.now() < nextHeap) continue;
    noteHeap();
    nextHeap = Date.now() + hours * 36_000;
  }
}

function report(): boolean {
  console.log(
    `\n${'task'.padEnd(38)}${'inputs'.padStart(9)}${'median size'.padStart(13)}${'slow'.padStart(6)}`,
  );
  for (const [{ name }, { inputs, slow, sizes }] of tallies)
    console.log(
      `${name.padEnd(38)}${String(inputs).padStart(9)}${String(median(sizes)).padStart(13)}${String(slow).padStart(6)}`,
    );
  const all = [...tallies.values()].reduce((sum, { inputs }) => sum + inputs, 0);
  console.log(
    `\n${all} inputs, ${failures.length} failures, ${processorSeconds().toFixed(0)} s of processor time, seed ${values.seed}`,
  );
  if (heaps.length < 8) return failures.length === 0;
  const grown = growth();
  console.log(`Memory of the last quarter beside the second: ${(grown * 100).toFixed(1)} % (at most 110 %)`);
  return failures.length === 0 && grown <= 1.1;
}

await fuzz();
process.exitCode = report() ? 0 : 1;
