/**
 * Measures how ten thousand notes find their places in a source of five megabytes that has been edited since: one paragraph
 * in fifty is new, and one word in a hundred is another or gone. Compared with the order in which the client of Hypothesis
 * looks for places, with the search that it uses (`approx-string-match`). Then counts what becomes of the notes of the seeded
 * revisions that the tests make. Processor time, which other work on the machine changes less than the clock.
 */
import { anchor } from '../../src/core/notes/anchor.ts';
import type { Selectors } from '../../src/core/notes/annotation.ts';
import { select } from '../../src/core/notes/select.ts';
import { anchorInHypothesisOrder } from '../core/notes/anchorOrder.ts';
import { placementsOf } from '../core/notes/placements.ts';
import { textOf } from '../core/notes/support.ts';
import { makeCorpus } from './support/corpus.ts';
import { randomNumbers } from './support/random.ts';
import { processorTime } from './support/timing.ts';

const paragraphs = 6300;
const count = 10_000;
/** The client takes so long that a part of the notes has to do. */
const theirCount = 50;
const random = randomNumbers(3);

const corpus = makeCorpus({ papers: 0, words: 0, sources: 1, paragraphs, terms: 10 });
const source = corpus.get('sources/text1.md') ?? '';
const edited = source
  .replace(/\n\n/g, (gap) => (random() < 0.02 ? '\n\nA paragraph that nobody had written.\n\n' : gap))
  .replace(/ [a-z]+/g, (word) => (random() > 0.01 ? word : random() < 0.5 ? '' : ' changed'));

function someWords(): { start: number; end: number } {
  const start = source.indexOf(' ', 60 + Math.floor(random() * (source.length - 300))) + 1;
  return { start, end: source.indexOf(' ', start + 10 + Math.floor(random() * 60)) };
}

const old = textOf(source);
const places = Array.from({ length: count }, someWords);
const made: Selectors[] = [];
const selecting = processorTime(() => {
  for (const place of places) {
    const selection = select(place, old);
    if (selection) made.push(selection.selectors);
  }
});

let target = textOf('');
const reading = processorTime(() => (target = textOf(edited)));
const indexing = processorTime(() => target.index.grams.count(0));
let placed = 0;
const placing = processorTime(() => {
  for (const selectors of made) if (anchor(selectors, target).state === 'anchored') placed++;
});
const theirs = processorTime(() => {
  for (const { quote, position } of made.slice(0, theirCount))
    if (quote && position) anchorInHypothesisOrder(edited, quote, position);
});

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
console.log(
  `\n${String(made.length)} notes on a source of ${(edited.length / 1e6).toFixed(1)} MB (processor time)`,
);
console.table({
  Pilcrow: {
    'to describe them': seconds(selecting),
    'to read the source': seconds(reading),
    'to index it': seconds(indexing),
    'to place them': seconds(placing),
    'index and place': seconds(indexing + placing),
    placed,
  },
  'Hypothesis’ order': { 'to place them': seconds((theirs * made.length) / theirCount) },
});

console.log('\nNotes after seeded revisions of their source');
const kinds = { 'few words, sentences that repeat': true, prose: false };
console.table(
  Object.fromEntries(Object.entries(kinds).map(([name, isHard]) => [name, placementsOf(2000, isHard, 1)])),
);
