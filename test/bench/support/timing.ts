/** Runs programs and measures their time and memory. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { median } from './machine.ts';

/** A program to measure. */
export interface Program {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Runs before each measurement and is not measured. */
  readonly before?: () => void;
  /** The fraction of the corpus it is run on. The results are scaled up. */
  readonly share?: number;
}

/** The results of one run: seconds and megabytes. NaN if the system does not tell. */
export interface Took {
  readonly wall: number;
  readonly processor: number;
  readonly memory: number;
}

const timer = '/usr/bin/time';

/** Runs programs in turn, so that other work on the machine affects all of them, and returns the medians. */
export function measureInTurn(programs: readonly Program[], rounds: number): Map<Program, Took> {
  const all = new Map<Program, Took[]>(programs.map((program) => [program, []]));
  for (let round = 0; round < rounds; round++)
    for (const program of programs) all.get(program)?.push(runOnce(program));
  return new Map([...all].map(([program, took]) => [program, middleOf(took)]));
}

/** Returns the processor time that work in this process takes, milliseconds. Other work on the machine hardly changes it. */
export function processorTime(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** How many times one thing took what another took, in runs by turns. */
export interface PairedRatios {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** The quartiles of the ratios of runs that took turns: whatever else the machine does falls on both of a pair. */
export function ratiosOf(pairs: readonly (readonly [number, number])[]): PairedRatios {
  const ratios = pairs.map(([one, other]) => one / other).sort((a, b) => a - b);
  const quartile = (share: number): number => ratios[Math.round((ratios.length - 1) * share)] ?? NaN;
  return { lower: quartile(0.25), median: quartile(0.5), upper: quartile(0.75) };
}

/** Runs two programs by turns and compares their processor time. */
export function pairedRatios(one: Program, other: Program, rounds: number): PairedRatios {
  return ratiosOf(
    Array.from({ length: rounds }, () => [runOnce(one).processor, runOnce(other).processor] as const),
  );
}

function middleOf(took: readonly Took[]): Took {
  const of = (key: keyof Took): number => median(took.map((each) => each[key]));
  return { wall: of('wall'), processor: of('processor'), memory: of('memory') };
}

/** Runs a program once. */
function runOnce({ name, command, args, cwd, env, before, share = 1 }: Program): Took {
  before?.();
  const timed = process.platform === 'linux' && existsSync(timer);
  const [program, all] = timed ? [timer, ['-f', '%U %S %M', command, ...args]] : [command, [...args]];
  const start = performance.now();
  const { stderr, error } = spawnSync(program, all, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 2 ** 30,
  });
  const wall = (performance.now() - start) / 1000 / share;
  if (error) throw new Error(`${name} cannot be run: ${error.message}`);
  const [, user, system, memory] = /([\d.]+) ([\d.]+) (\d+)\s*$/.exec(stderr.toString()) ?? [];
  return {
    wall,
    processor: (Number(user) + Number(system)) / share,
    memory: Number(memory) / 1024,
  };
}
