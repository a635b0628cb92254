import { spawn } from 'node:child_process';
import { StringDecoder } from 'node:string_decoder';
import { root } from './paths.ts';
import { messageOf, processorTime, seconds } from './process.ts';

export interface Step {
  readonly name: string;
  readonly title: string;
  /** The steps that this one needs. They run first, even if only this one was asked for. */
  readonly needs?: readonly string[];
  /** Returns why the step cannot run here, if that is no failure. */
  readonly skip?: () => string | undefined;
  readonly run: (context: StepContext) => Promise<void>;
}

export interface StepContext {
  readonly say: (line: string) => void;
  /** Runs a program, shows its output and counts the tests it reports. Throws if it fails. */
  readonly run: (command: string, ...args: string[]) => Promise<void>;
}

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export interface StepResult {
  readonly step: Step;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly duration: number;
  /** Milliseconds of processor time, of this process and of all that it started; undefined where it cannot be told. */
  readonly processor: number | undefined;
  readonly counts: Counts;
  readonly reason?: string;
  /** The tests that needed another try, as they are named in the output of the programs. */
  readonly retried: readonly string[];
  /** The failures from the output of its programs, to be repeated at the end of the log. */
  readonly failures: readonly string[];
}

/** Adds up the summaries of Mocha's reporters in a program's output. */
export function countTests(output: string): Counts {
  const sum = (word: string): number =>
    [...output.matchAll(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'gm'))].reduce(
      (all, [, n]) => all + Number(n),
      0,
    );
  return { passed: sum('passing'), failed: sum('failing'), skipped: sum('pending') };
}

/** The tests that a program's output says have needed another try. */
function retriedIn(output: string): string[] {
  return [...output.matchAll(/^ *(passed at try \d+: .+|a window had to be opened again: .+)$/gm)].map(
    ([, said = '']) => said,
  );
}

const longestFailure = 60;

/** Mocha's list of failures from a program's output, or the end of the output if there is no such list. */
function failuresIn(output: string): string {
  const [, ...lists] = output.split(/^[ \t]*\d+ failing$/m);
  const said = lists.length > 0 ? lists.join('\n') : output;
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  return (lists.length > 0 ? lines.slice(0, longestFailure) : lines.slice(-15)).join('\n');
}

export async function runSteps(steps: readonly Step[], say: (line: string) => void): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const [index, step] of steps.entries()) {
    say(`\n▶ ${index + 1}/${steps.length} ${step.title}`);
    const broken = step.needs?.find((name) =>
      results.some((r) => r.step.name === name && r.outcome !== 'passed'),
    );
    const why = broken ? `it needs ${broken}` : step.skip?.();
    const result = why === undefined ? await runStep(step, say) : skipped(step, why);
    const { outcome, reason, duration } = result;
    say(`${marks[outcome]} ${step.title}: ${reason ?? outcome} (${seconds(duration)})`);
    results.push(result);
  }
  return results;
}

export const marks = { passed: '✔', failed: '✘', skipped: '–' } as const;

function skipped(step: Step, reason: string): StepResult {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  return {
    step,
    outcome: 'skipped',
    duration: 0,
    processor: 0,
    counts,
    retried: [],
    failures: [],
    reason: `skipped, ${reason}`,
  };
}

async function runStep(step: Step, say: (line: string) => void): Promise<StepResult> {
  const start = Date.now();
  const processorAtStart = processorTime();
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  const failures: string[] = [];
  const retried: string[] = [];
  const run = async (command: string, ...args: string[]): Promise<void> => {
    const { code, output } = await runShown(command, args);
    const more = countTests(output);
    for (const key of ['passed', 'failed', 'skipped'] as const) counts[key] += more[key];
    retried.push(...retriedIn(output));
    if (code !== 0) failures.push(failuresIn(output));
    if (code !== 0) throw new Error(`failed with exit code ${code}`);
  };
  const finish = (outcome: StepResult['outcome'], reason?: string): StepResult => {
    const duration = Date.now() - start;
    const now = processorTime();
    const processor = now === undefined ? undefined : now - (processorAtStart ?? 0);
    return {
      step,
      outcome,
      duration,
      processor,
      counts,
      retried,
      failures,
      ...(reason === undefined ? {} : { reason }),
    };
  };
  try {
    await step.run({ say, run });
    return finish('passed');
  } catch (error) {
    if (counts.failed === 0) counts.failed = 1;
    return finish('failed', messageOf(error));
  }
}

function runShown(command: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const options = { cwd: root, shell: process.platform === 'win32' } as const;
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const decoder = new StringDecoder('utf8');
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += decoder.write(chunk);
      process.stdout.write(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      process.stderr.write(chunk);
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
