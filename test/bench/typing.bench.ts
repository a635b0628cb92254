/**
 * Measures a keystroke in a paper, from the changed text to the paper's findings, against a remark parse of the whole
 * text in the same run. Processor time, which other work on the machine hardly changes.
 */
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { StudyFolder } from '../../src/workspace/studyFolder.ts';
import { groupOfYears, makeCorpus } from './support/corpus.ts';
import { processorTime } from './support/timing.ts';

const parser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).freeze();
const root = 'file:///study';
const path = 'papers/p00000.analysis.md';

function part(list: readonly number[], share: number): number {
  return [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) * share)] ?? 0;
}

const rows: Record<string, Record<string, string>> = {};
const fences: Record<string, Record<string, string>> = {};
for (const [name, words, keys] of [
  ['50 KB', 7_500, 60],
  ['500 KB', 75_000, 30],
  ['5 MB', 750_000, 8],
] as const) {
  const corpus = makeCorpus({ ...groupOfYears, papers: 1, words });
  const folder = new StudyFolder(root);
  for (const [each, text] of corpus) folder.setFile(`${root}/${each}`, each, { text });
  let text = corpus.get(path) ?? '';
  const uri = `${root}/${path}`;
  folder.openDocument(uri, path, text);
  const first = processorTime(() => void folder.findingsOf(uri));
  const strokes = Array.from({ length: keys }, (_, at) => {
    const place = text.indexOf(' ', Math.floor((text.length * (at + 1)) / (keys + 2)));
    text = `${text.slice(0, place)}x${text.slice(place)}`;
    return processorTime(() => {
      folder.openDocument(uri, path, text);
      folder.findingsOf(uri);
    });
  });
  const whole = processorTime(() => void parser.parse(text));
  // An unclosed fence contains all text after it. When it goes, that text is read again.
  const start = text.indexOf('\n\n', text.indexOf('\n---', 3)) + 2;
  const fenced = `${text.slice(0, start)}\`\`\`\n${text.slice(start)}`;
  const take = (each: string): number =>
    processorTime(() => {
      folder.openDocument(uri, path, each);
      folder.findingsOf(uri);
    });
  const opened = take(fenced);
  const removed = take(text);
  const wholeFenced = processorTime(() => void parser.parse(fenced));
  fences[name] = {
    'fence opened': `${opened.toFixed(0)} ms`,
    'remark, with the fence': `${wholeFenced.toFixed(0)} ms`,
    'remark : opened': (wholeFenced / opened).toFixed(1),
    'fence removed': `${removed.toFixed(0)} ms`,
    'remark, without it': `${whole.toFixed(0)} ms`,
    'remark : removed': (whole / removed).toFixed(1),
  };
  rows[name] = {
    'first findings': `${first.toFixed(0)} ms`,
    'keystroke, median': `${part(strokes, 0.5).toFixed(1)} ms`,
    'keystroke, 95 %': `${part(strokes, 0.95).toFixed(1)} ms`,
    'remark, whole text': `${whole.toFixed(0)} ms`,
    'remark : keystroke': (whole / part(strokes, 0.5)).toFixed(1),
  };
}
console.log('\nA keystroke in one paper, to its findings (processor time)');
console.table(rows);
console.log('\nA fence in front of everything (processor time)');
console.table(fences);
