/**
 * Measures ten thousand notes on one source: from their file to the content of the Notes view and the hundred threads
 * of the gutter. The source has been edited, so no note is at its stored position. Compared with parsing the file as
 * JSON, and with finding places in the order of Hypothesis' client. Processor time, which other work on the machine
 * hardly changes.
 */
import { annotationJson, notesFile } from '../../src/core/notes/writeNotes.ts';
import { defaultKinds } from '../../src/core/notes/kinds.ts';
import { select } from '../../src/core/notes/select.ts';
import { notesView } from '../../src/core/present/notes/view.ts';
import { anchorTextIn } from '../../src/core/resolve/notesIndex.ts';
import { documentNotes } from '../../src/server/features/notesWire.ts';
import { StudyFolder } from '../../src/workspace/studyFolder.ts';
import { anchorInHypothesisOrder } from '../core/notes/anchorOrder.ts';
import { makeCorpus } from './support/corpus.ts';
import { randomNumbers } from './support/random.ts';
import { processorTime } from './support/timing.ts';

const root = 'file:///study';
const path = 'sources/text1.md';
const count = 10_000;

function folderWith(source: string, notes?: string): StudyFolder {
  const folder = new StudyFolder(root);
  folder.setFile(`${root}/${path}`, path, { text: source });
  if (notes !== undefined)
    folder.setFile(`${root}/notes/text1.ada.jsonld`, 'notes/text1.ada.jsonld', { text: notes });
  return folder;
}

/** Notes on random words of a source. */
function makeNotes(source: string, body: string) {
  const [file] = folderWith(source).study.sourceFiles.get('text1') ?? [];
  if (!file) throw new Error('There is a source.');
  const target = anchorTextIn(file);
  const random = randomNumbers(3);
  return Array.from({ length: count }, (_, at) => {
    const start = source.indexOf(' ', 60 + Math.floor(random() * (source.length - 300))) + 1;
    const end = source.indexOf(' ', start + 10 + Math.floor(random() * 60));
    const selectors = select({ start, end }, target)?.selectors;
    const kind = defaultKinds[at % defaultKinds.length];
    if (!kind || !selectors) return undefined;
    const json = annotationJson({
      id: `urn:uuid:${at}`,
      kind,
      author: 'Ada',
      created: '2026-03-04T05:06:07Z',
      text: `${body} ${at}`,
      tags: [`tag ${at % 20}`],
      about: { source: 'text1', selectors },
    });
    return { json, selectors };
  }).filter((each) => each !== undefined);
}

const rows: Record<string, Record<string, string>> = {};
for (const [name, paragraphs, body] of [
  ['82 paragraphs', 82, 'Why is that so?'],
  ['82 paragraphs, a citation each', 82, 'Why is that so? See [@text1, ¶ 3].'],
  ['10,000 paragraphs', 10_000, 'Why is that so?'],
] as const) {
  const corpus = makeCorpus({ papers: 0, words: 0, sources: 1, paragraphs, terms: 10 });
  const source = corpus.get(path) ?? '';
  const notes = makeNotes(source, body);
  const text = notesFile(
    'urn:x-pilcrow:notes:text1.ada',
    notes.map(({ json }) => json),
  );
  const edited = source.replace('---\n\n', '---\n\nA paragraph that is new.\n\n');
  const parse = processorTime(() => void JSON.parse(text));
  const folder = folderWith(edited, text);
  let shown = 0;
  const view = processorTime(() => {
    shown = notesView(folder.study, 'source').rows.length;
  });
  const analysis = folder.study.byUri.get(`${root}/${path}`);
  if (!analysis) throw new Error('There is a source.');
  const threads = processorTime(() => {
    documentNotes(analysis, folder.study, { near: [], most: 100 });
  });
  const some = notes.slice(0, 200);
  const theirs = processorTime(() => {
    for (const {
      selectors: { quote, position },
    } of some)
      if (quote && position) anchorInHypothesisOrder(edited, quote, position);
  });
  rows[name] = {
    notes: String(notes.length),
    'to the Notes view': `${view.toFixed(0)} ms`,
    'to the threads': `${threads.toFixed(0)} ms`,
    'JSON.parse': `${parse.toFixed(0)} ms`,
    'both : JSON.parse': ((view + threads) / parse).toFixed(1),
    'Hypothesis’ order : both': ((theirs * notes.length) / some.length / (view + threads)).toFixed(1),
    rows: String(shown),
  };
}
console.log('\nTen thousand notes, from their file to what is shown (processor time)');
console.table(rows);
