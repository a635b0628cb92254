import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export type Report = (line: string) => void;

/** Runs a program and returns its output. Throws with the end of the output if the program fails. */
export function runQuietly(command: string, args: readonly string[], cwd?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${[command, ...args].join(' ')} failed (${code}):\n${lastLines(output, 15)}`));
    });
  });
}

function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

/** Runs `work` between a line that announces it and a line with the time it took. */
export async function withProgress<T>(what: string, report: Report, work: () => Promise<T>): Promise<T> {
  report(`${what} …`);
  const start = Date.now();
  const result = await work();
  report(`${what}: done in ${seconds(Date.now() - start)}`);
  return result;
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Linux counts processor time in hundredths of a second, whatever the machine. */
const millisecondsPerTick = 10;

/**
 * Milliseconds of processor time that this process has used, and the processes that it started and that have ended, with
 * theirs. Undefined where the system is not Linux: Node.js itself knows nothing of the time of children.
 */
export function processorTime(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const stat = readFileSync('/proc/self/stat', 'utf8');
  // The name of the program, in brackets, may hold spaces. The time of the process begins 11 fields after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) * millisecondsPerTick, 0);
}
