/**
 * Measures edits over the protocol in a study folder of a thousand papers: a keystroke in a paper, and a new key for
 * a source that nearly all papers cite. Compared with a remark parse of those papers. The server checks what is in
 * sight at once where that was quick the last time, and waits 120 ms before it goes on to all other papers.
 */
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { groupOfYears, makeCorpus } from './support/corpus.ts';
import { ServerProcess } from './support/serverProcess.ts';

const corpus = makeCorpus(groupOfYears);
const own = 'papers/p00500.analysis.md';
const source = 'sources/text3.md';
const text = corpus.get(own) ?? '';
const citing = [...corpus].filter(([path, each]) => path.startsWith('papers/') && each.includes('@text3'));
const lines = text.split('\n');
const line = lines.findIndex((each) => each.includes('[@text3'));
const character = (lines[line] ?? '').indexOf('[@text3');

const part = (list: readonly number[], share: number): number =>
  [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) * share)] ?? 0;
const milliseconds = (time: number): string => `${time.toFixed(0)} ms`;

const server = await ServerProcess.start(corpus);
await server.initialize();
await server.open(own, text);
await server.open(source, corpus.get(source) ?? '', 'markdown');
await server.connection.sendNotification('pilcrow/visible', { uris: [server.uri(own)] });
await server.connection.sendRequest('workspace/symbol', { query: 'nothing' });
await server.quiet();

/** Makes an edit. Measures when the visible files, and when all others, have been checked again. */
async function edit(path: string, change: (version: number) => Promise<void>, version: number) {
  server.log.length = 0;
  const start = performance.now();
  await change(version);
  await server.until(() => server.log.length > 0);
  const hovers: number[] = [];
  const state = { last: 0 };
  const settled = server.quiet().then((last) => (state.last = last));
  while (state.last === 0) {
    const asked = performance.now();
    await server.hover(own, line, character + 3);
    hovers.push(performance.now() - asked);
    await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, 20))]);
  }
  const uris = server.log.map(({ uri }) => uri);
  const seen = server.log.find(({ uri }) => uri === server.uri(path));
  return {
    near: (seen?.at ?? start) - start,
    place: uris.indexOf(server.uri(path)) + 1,
    all: state.last - start,
    files: new Set(uris).size,
    hover: part(hovers, 0.95),
  };
}

let version = 2;
const key = (length: number, written: string) => (at: number) =>
  server.replace(source, at, { line: 1, character: 'id: '.length }, length, written);
const away = await edit(own, key('text3'.length, 'other'), version++);

// A second edit during the first. The server drops the rest of the first.
server.log.length = 0;
await key('other'.length, 'text3')(version++);
await server.until(() => server.log.length > 20);
const until = server.log.length;
const back = await edit(own, key('text3'.length, 'other'), version++);

const strokes: number[] = [];
let ownVersion = 2;
for (let at = 0; at < 20; at++) {
  server.log.length = 0;
  const start = performance.now();
  const sign = { line, character: character + 2 };
  await (at % 2 === 0
    ? server.replace(own, ownVersion++, sign, 0, 'x')
    : server.replace(own, ownVersion++, sign, 1, ''));
  await server.until(() => server.log.some(({ uri }) => uri === server.uri(own)));
  strokes.push(performance.now() - start);
}
await server.stop();

const parser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).freeze();
const start = performance.now();
for (const [, each] of citing) parser.parse(each);
const theirs = performance.now() - start;

console.log(
  `\nEdits, ${groupOfYears.papers} papers, of which ${citing.length} cite the source (elapsed time)`,
);
console.table({
  'keystroke in a paper to its findings: median, 95 %': `${milliseconds(part(strokes, 0.5))}, ${milliseconds(part(strokes, 0.95))}`,
  'key of the source changed: findings of the paper in sight': `${milliseconds(away.near)}, as number ${away.place} of ${away.files}`,
  '… of all papers that cite it': milliseconds(away.all),
  '… hovers meanwhile, 95 %': `${away.hover.toFixed(1)} ms`,
  'changed once more meanwhile: checked of the first edit': `${until} of ${away.files} files, then the paper in sight as number ${back.place}`,
  'remark, parsing the papers that cite it': milliseconds(theirs),
  'remark : all papers': (theirs / away.all).toFixed(1),
});
