/**
 * Measures how long it takes to put a text and its translation side by side, and how long it keeps everything else waiting at once; and to say what
 * the citations of a long text are in another printing. Processor time, which other work on the machine hardly changes.
 */
import { alignTexts, type ParallelText } from '../../src/core/sideBySide.ts';
import { alignPrintings } from '../../src/core/printings/alignPrintings.ts';
import { passagesOf } from '../core/printings/measure.ts';
import { changedPrinting } from '../core/printings/seededChanges.ts';
import { parallelText } from '../support/parallelTexts.ts';

interface Measured {
  readonly total: number;
  readonly longest: number;
}

/** Milliseconds: of the processor for the whole, and of the clock between two places where it lets others work. */
function measured(a: ParallelText, b: ParallelText): Measured {
  const task = alignTexts(a, b);
  const start = process.cpuUsage();
  let longest = 0;
  for (let before = performance.now(); !task.next().done; before = performance.now())
    longest = Math.max(longest, performance.now() - before);
  const { user, system } = process.cpuUsage(start);
  return { total: (user + system) / 1000, longest };
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Text with other words in each copy, which both languages share where they shared them: every letter is another one, and numbers are others. */
function disguised(text: string, copy: number): string {
  const by = (copy % 25) + 1;
  const words = text.replace(/[a-z]/g, (letter) => letters[(letters.indexOf(letter) + by) % 26] ?? letter);
  return words.replace(
    /\p{L}{6,}/gu,
    (word) => `${word.slice(0, 3)}${letters[Math.floor(copy / 25) % 26] ?? ''}${word.slice(3)}`,
  );
}

function lengthened({ language, blocks }: ParallelText, paragraphs: number): ParallelText {
  return {
    language,
    headings: [],
    blocks: Array.from({ length: paragraphs }, (_, at) => {
      const { kind, text } = blocks[at % blocks.length] ?? { kind: 'paragraph', text: '' };
      return { kind, text: disguised(text, Math.floor(at / blocks.length)) };
    }),
  };
}

const [english, french] = [parallelText('evenings.en'), parallelText('evenings.fr')];
const rows: Record<string, Record<string, string>> = {};

for (const paragraphs of [82, 1000, 10_000]) {
  // As much of one text as of the other: the French has some paragraphs more.
  const frenchOnes = Math.round((paragraphs * french.blocks.length) / english.blocks.length);
  // A text of this size is aligned in an editor that has compiled nothing yet, and again and again in a review.
  const runs = Array.from({ length: paragraphs > 1000 ? 1 : 7 }, () =>
    measured(lengthened(english, paragraphs), lengthened(french, frenchOnes)),
  );
  const totals = runs.map(({ total }) => total);
  rows[`${paragraphs.toLocaleString('en')} paragraphs and their translation`] = {
    'first, ms': (totals[0] ?? 0).toFixed(0),
    'again, ms': runs.length > 1 ? ([...totals].sort((a, b) => a - b)[3] ?? 0).toFixed(0) : '',
    'longest stretch, ms': Math.max(...runs.map(({ longest }) => longest)).toFixed(0),
  };
}

const texts = lengthened(english, 10_000).blocks.map(({ text }) => text.replace(/\s+/gu, ' '));
const { texts: changed } = changedPrinting(texts, 3, { count: 500, words: 0.1, foreign: texts.slice(0, 50) });
globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
const start = process.cpuUsage();
alignPrintings(passagesOf(texts), passagesOf(changed));
const { user, system } = process.cpuUsage(start);
rows['10,000 paragraphs and another printing of them'] = {
  'first, ms': ((user + system) / 1000).toFixed(0),
  'again, ms': '',
  'longest stretch, ms': '',
};
console.table(rows);
console.log(
  `Heap that the printings took: ${((process.memoryUsage().heapUsed - before) / 1e6).toFixed(0)} MB`,
);
