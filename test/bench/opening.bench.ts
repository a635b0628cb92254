/**
 * Measures what opening a study folder of 1,000 papers costs the server, processor time, beside a check of the same folder by
 * one thread: `npm run bench -- opening --rounds=N` (5). `--node=PROGRAM` runs the server on another Node.js, too, and compares
 * its memory: what newer VS Codes bring.
 */
import { readFileSync, rmSync } from 'node:fs';
import { inRoot } from '../../scripts/support/paths.ts';
import { groupOfYears, makeCorpus } from './support/corpus.ts';
import { median } from './support/machine.ts';
import { ServerProcess } from './support/serverProcess.ts';
import { measureInTurn } from './support/timing.ts';

const option = (name: string): string | undefined =>
  process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3);
const rounds = Number(option('rounds') ?? 5);
const corpus = makeCorpus(groupOfYears);

interface Opening {
  readonly processor: number;
  /** Megabytes. */
  readonly memory: number;
}

/** Of a process, user and system time, seconds. Linux alone tells. */
function processorOf(pid: number | undefined): number {
  const fields =
    readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Opens the folder in a server, waits until nothing more is told, and ends it. */
async function open(node: string | undefined): Promise<Opening> {
  const server = await ServerProcess.start(corpus, node);
  await server.initialize();
  // The server answers this when it has read every paper.
  await server.connection.sendRequest('workspace/symbol', { query: 'nothing' });
  await server.quiet(3000);
  const processor = processorOf(server.process.pid);
  const memory = (server.memory()?.now ?? NaN) / 1048576;
  await server.stop();
  return { processor, memory };
}

async function openings(node: string | undefined): Promise<Opening> {
  const all: Opening[] = [];
  for (let round = 0; round < rounds; round++) all.push(await open(node));
  return {
    processor: median(all.map(({ processor }) => processor)),
    memory: median(all.map(({ memory }) => memory)),
  };
}

const here = await openings(undefined);
const other = option('node');
const there = other === undefined ? undefined : await openings(other);
const folder = await ServerProcess.folderOf(corpus);
const check = {
  name: 'check by one thread',
  command: 'taskset',
  args: ['-c', '0', process.execPath, inRoot('dist', 'cli.cjs'), 'check', '--quiet', '--no-cache'],
  cwd: folder,
};
const took = measureInTurn([check], rounds).get(check);
rmSync(folder, { recursive: true, force: true });
console.table({
  'opening 1,000 papers in the server, processor': `${here.processor.toFixed(2)} s`,
  'check of the same by one thread, processor': `${(took?.processor ?? NaN).toFixed(2)} s`,
  'opening : check': (here.processor / (took?.processor ?? NaN)).toFixed(2),
  'memory afterwards': `${here.memory.toFixed(0)} MB`,
  ...(there && {
    'memory on the other Node.js': `${there.memory.toFixed(0)} MB`,
    'other Node.js : this': (there.memory / here.memory).toFixed(2),
  }),
});
