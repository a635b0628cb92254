/**
 * Measures the server as editors run it, on a study folder of a thousand papers: when the first findings of an opened
 * paper come while the folder is being read, how long hovers take during that and after it, and its memory. Compared
 * with a remark parse of the opened paper.
 */
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { groupOfYears, makeCorpus } from './support/corpus.ts';
import { ServerProcess } from './support/serverProcess.ts';

const corpus = makeCorpus(groupOfYears);
const own = 'papers/p00007.analysis.md';
/** The text of fifty pages. */
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

const all = [...corpus.keys()].filter((path) => path.startsWith('papers/'));
const ask = async (): Promise<number> => {
  const start = performance.now();
  await server.hover(own, line, character);
  return performance.now() - start;
};
const pause = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 20));
const before: number[] = [];
const state = { last: 0 };
// The server answers this when it has read every paper.
void server.connection
  .sendRequest('workspace/symbol', { query: 'nothing' })
  .then(() => server.quiet())
  .then((last) => (state.last = last));
while (state.last === 0) {
  before.push(await ask());
  await pause();
}
const everything = state.last - opened;
const after: number[] = [];
for (let i = 0; i < 100; i++) {
  after.push(await ask());
  await pause();
}
// The server frees memory when it has not been asked for a second.
await server.quiet(3000);
const memory = server.memory();
await server.stop();

const parser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).freeze();
const parsing = [0, 1, 2].map(() => {
  const start = performance.now();
  parser.parse(text);
  return performance.now() - start;
});

const part = (list: readonly number[], share: number): string =>
  ([...list].sort((a, b) => a - b)[Math.floor((list.length - 1) * share)] ?? 0).toFixed(1);
const megabytes = (bytes: number | undefined): string => `${((bytes ?? 0) / 1048576).toFixed(0)} MB`;
const [cold = 0] = parsing;

console.log(
  `\nThe server, ${all.length} papers (${server.heardOf} files with findings); opened: ${(text.length / 1000).toFixed(0)} KB`,
);
console.table({
  'opening to first findings, folder being read': `${firstFindings.toFixed(0)} ms`,
  'remark, parsing what was opened: first time, again': `${cold.toFixed(0)}, ${part(parsing, 0)} ms`,
  'remark, first time : first findings': (cold / firstFindings).toFixed(1),
  'opening to the last findings of the folder': `${(everything / 1000).toFixed(2)} s`,
  'hover until then and a little longer: median, 95 %, most': `${part(before, 0.5)}, ${part(before, 0.95)}, ${part(before, 1)} ms`,
  'hover afterwards: median, 95 %, most': `${part(after, 0.5)}, ${part(after, 0.95)}, ${part(after, 1)} ms`,
  'remark, again : hover afterwards, 95 %': (Number(part(parsing, 0)) / Number(part(after, 0.95))).toFixed(1),
  'memory (RSS) at the most, afterwards': `${megabytes(memory?.most)}, ${megabytes(memory?.now)}`,
});
