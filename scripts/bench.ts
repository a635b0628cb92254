/**
 * `npm run bench` runs every test/bench/*.bench.ts, each in a process of its own; `npm run bench -- WORD` those with
 * WORD in their name. `--short` only checks what must hold, with small study folders and without a clock. `--write`
 * writes their output to docs/performance.md. Other options, `--long` and `--rounds=N`, are passed on to the benches.
 */
import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { globSync } from 'tinyglobby';
import { checkInvariants } from '../test/bench/support/invariants.ts';
import { keepPart, machineFacts } from '../test/bench/support/machine.ts';
import { root } from './support/paths.ts';

const args = process.argv.slice(2);
const options = args.filter((argument) => argument.startsWith('--'));
const word = args.find((argument) => !argument.startsWith('--')) ?? '';

/** Runs a bench and shows its output. Returns the output and the exit code. */
function run(file: string): Promise<{ readonly code: number; readonly printed: string }> {
  const program = ['--expose-gc', '--import', 'tsx', file, ...options];
  const child = spawn(process.execPath, program, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    process.stdout.write(chunk);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, printed }));
  });
}

/** Writes the output of a bench to docs/performance.md, except for the folder bench, which writes its own tables. */
function keep(name: string, printed: string): void {
  if (!options.includes('--write') || name === 'folder') return;
  const facts = `${machineFacts()}; \`npm run bench -- ${name} --write\``;
  keepPart(name, `## ${name}\n\n${facts}\n\n\`\`\`text\n${printed.trim()}\n\`\`\``);
}

const files = globSync('test/bench/**/*.bench.ts', { cwd: root, absolute: true }).sort();
const chosen = options.includes('--short') ? [] : files.filter((file) => basename(file).includes(word));
if (options.includes('--short')) for (const line of await checkInvariants()) console.log(line);
else if (chosen.length === 0) console.log('There is nothing to measure.');
for (const file of chosen) {
  const { code, printed } = await run(file);
  keep(basename(file, '.bench.ts'), printed);
  if (code !== 0) process.exitCode = code;
}
