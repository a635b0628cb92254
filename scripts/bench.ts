/**
 * `npm run bench` runs every test/bench/*.bench.ts; `npm run bench -- WORD` those whose name holds WORD. `--short` only
 * asks whether what must hold does, with small study folders and without a clock. Other options are the benches’ own:
 * `--long`, `--write`.
 */
import { pathToFileURL } from 'node:url';
import { globSync } from 'tinyglobby';
import { checkInvariants } from '../test/bench/support/invariants.ts';
import { root } from './support/paths.ts';

const args = process.argv.slice(2);
const word = args.find((argument) => !argument.startsWith('--')) ?? '';
const files = globSync('test/bench/**/*.bench.ts', { cwd: root, absolute: true }).sort();
const chosen = args.includes('--short') ? [] : files.filter((file) => file.includes(word));
if (args.includes('--short')) for (const line of await checkInvariants()) console.log(line);
else if (chosen.length === 0) console.log('There is nothing to measure.');
for (const file of chosen) await import(pathToFileURL(file).href);
