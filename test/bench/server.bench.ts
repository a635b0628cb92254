/**
 * The server as editors run it, on a study folder of a thousand papers: when the first findings of an opened paper come
 * while the folder is being read, how long hovers take meanwhile and afterwards, and what memory it takes.
 */
import { groupOfYears, makeCorpus } from './support/corpus.ts';
import { ServerProcess } from './support/serverProcess.ts';

const corpus = makeCorpus(groupOfYears);
const own = 'papers/p00007.analysis.md';
/** Fifty pages. */
const text = [...corpus.entries()]
  .filter(([path]) => path.startsWith('papers/'))
  .slice(0, 11)
  .map(([, paper], at) => (at === 0 ? paper : paper.replace(/^---[^]*?---\n/, '')))
  .join('\n');
const lines = text.split('\n');
const line = lines.findIndex((each) => each.includes('[@text'));
const character = (lines[line] ?? '').indexOf('[@text') + 3;

const server = await ServerProcess.start(corpus);
await server.initialize();
const opened = performance.now();
await server.open(own, text);
await server.until(() => server.heard(own) !== undefined);
const firstFindings = (server.heard(own)?.at ?? 0) - opened;

const state = { done: false };
const all = [...corpus.keys()].filter((path) => path.startsWith('papers/'));
const ask = async (): Promise<number> => {
  const start = performance.now();
  await server.hover(own, line, character);
  return performance.now() - start;
};
const before: number[] = [];
// Answered when every paper has been read and checked.
const wait = server.connection.sendRequest('workspace/symbol', { query: 'nothing' }).then(() => {
  state.done = true;
  return server.changed();
});
while (!state.done) {
  before.push(await ask());
  await new Promise((resolve) => setTimeout(resolve, 20));
}
const everything = (await wait) - opened;
const after: number[] = [];
for (let i = 0; i < 50; i++) after.push(await ask());
const memory = server.memory();
const part = (list: readonly number[], share: number): string =>
  ([...list].sort((a, b) => a - b)[Math.floor((list.length - 1) * share)] ?? 0).toFixed(1);
const megabytes = (bytes: number | undefined): string => `${((bytes ?? 0) / 1048576).toFixed(0)} MB`;

console.log(
  `\nThe server, ${all.length} papers (${server.heardOf} files with findings); opened: ${(text.length / 1000).toFixed(0)} KB`,
);
console.table({
  'opening to first findings, folder being read': `${firstFindings.toFixed(0)} ms`,
  'opening to findings of the whole folder': `${(everything / 1000).toFixed(2)} s`,
  'hover while the folder is read: median, 95 %, most': `${part(before, 0.5)}, ${part(before, 0.95)}, ${part(before, 1)} ms`,
  'hover afterwards: median, 95 %, most': `${part(after, 0.5)}, ${part(after, 0.95)}, ${part(after, 1)} ms`,
  'memory (RSS) afterwards, at the most': `${megabytes(memory?.now)}, ${megabytes(memory?.most)}`,
});
await server.stop();
