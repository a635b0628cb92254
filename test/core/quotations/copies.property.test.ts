/**
 * Quotations copied out of generated books in the manners in which people copy: verbatim with the text, and without it never
 * called wrong; with one word changed never verbatim.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import { freezeEdition } from '../../../src/core/source/editionSource.ts';
import { readSource } from '../../../src/core/source/readSource.ts';
import { runs } from '../../support/runs.ts';
import { analysed, verify } from './support.ts';

const vocabulary =
  'lamp wick oil mill harbour keeper evening window river stone bread winter the of and to in that with they from which when there their about many then difference fire office shuffle affair resignation workers light water people before after between town yard village year morning cannot not never only also while because'.split(
    ' ',
  );
const word = fc.constantFrom(...vocabulary);
/** What stands in a book between two words. `NOTE` is the mark of the first note. */
const glue = fc.constantFrom(
  ...[
    ' ',
    ' ',
    ' ',
    ' ',
    ' ',
    ', ',
    ' — ',
    ' -- ',
    '; ',
    ' : ',
    ' 50 % of ',
    ' 3 km to ',
    ' 10 000 ',
    '-',
    '… ',
  ],
  ...[' (so) ', ' ! ', ' ? ', '[^n] ', ', z. B. ', '\n'],
);
const paragraph = fc
  .array(fc.tuple(word, glue), { minLength: 18, maxLength: 45 })
  .map((parts) => `The ${parts.flat().join('')}end.`);
const book = fc.array(paragraph, { minLength: 2, maxLength: 4 });

interface Copy {
  readonly book: readonly string[];
  readonly number: number;
  readonly words: string;
}

/** Whole words of a paragraph; of a hyphenated word or a number, no part. */
const excerpt: fc.Arbitrary<Copy> = fc
  .record({ book, pick: fc.nat(), from: fc.nat(), length: fc.nat() })
  .map((one) => {
    const number = 1 + (one.pick % one.book.length);
    const text = one.book[number - 1] ?? '';
    const starts = [...text.matchAll(/(?<=[a-z…,;] |^)[A-Za-z]/gu)].map(({ index }) => index);
    const start = starts[one.from % starts.length] ?? 0;
    const ends = [...text.matchAll(/[a-z](?=[ .,;]|\[\^)/gu)]
      .map(({ index }) => index + 1)
      .filter((end) => end > start + 40);
    const end = ends[one.length % Math.min(ends.length, 20)] ?? text.length;
    return { book: one.book, number, words: text.slice(start, end) };
  });

/** The manners of copying. None changes a word. */
const manners: readonly ((words: string) => string)[] = [
  (words) => words.replace(/ ([:!?%])/gu, '$1'),
  (words) => words.replace(/ ?([;:!?])(?= )/gu, '\u202F$1'),
  (words) => words.replace(/(\d) (%|km)/gu, '$1$2'),
  (words) => words.replace(/(\d) (%|km)/gu, '$1\u00A0$2'),
  (words) => words.replace(/10 000/gu, '10000'),
  (words) => words.replace(/z\. B\./gu, 'z.B.'),
  (words) => words.replace(/ffi/gu, '\uFB03').replace(/ff/gu, '\uFB00').replace(/fi/gu, '\uFB01'),
  (words) => words.replace(/ (?:—|--) /gu, '---'),
  (words) => words.replace(/ (?:—|--) /gu, ' \u2013 '),
  (words) => words.replace(/…/gu, '...'),
  (words) => words.replace(/(?<=[a-z]{3})(?=[a-z]{4})/u, '-\n'),
  (words) => words.replace(/(?<=\b[a-z]{4})(?=[a-z]{3})/u, '\u00AD'),
  // A line that begins with a colon, a dash or a letter with a point may be a definition or an item.
  (words) => words.replace(/ (?=[a-z](?!\.))/gu, (_, at: number) => (at % 7 === 0 ? '\n' : ' ')),
  (words) => words.charAt(0).toUpperCase() + words.slice(1),
  (words) => `[${words.charAt(0).toUpperCase()}]${words.slice(1)}`,
  (words) => words.replace(/(?<= [a-z])([a-z])(?=[a-z]+ )/u, '[$1]'),
  (words) => words.replace(/(?<=[a-z]) (?=[a-z])/u, ' [sic] '),
  (words) => words.replace(/(?<=[a-z]) (?=\()/u, ' [sic] '),
];
const marks = ['', '1', '[1]', '¹', '^1^'];
const copied = fc
  .tuple(excerpt, fc.array(fc.constantFrom(...manners), { maxLength: 3 }), fc.constantFrom(...marks))
  .map(([one, ways, mark]) => ({
    ...one,
    words: [...new Set(ways)].reduce((words, way) => way(words), one.words).replace(/\[\^n\]/gu, mark),
  }));

function sourceOf(paragraphs: readonly string[]): string {
  return `---\nid: s\n---\n\n${paragraphs.join('\n\n')}\n\n[^n]: A note.\n`;
}

function papersOf({ words, number }: Copy): string[] {
  const place = `[@s, ¶ ${String(number)}]`;
  return [
    `It says “${words}” ${place}.\n`,
    `> ${words.replace(/\n/gu, '\n> ')}\n>\n> — ${place}\n`,
    `> “${words.replace(/\n/gu, '\n> ')}” ${place}\n`,
  ];
}

describe('quotations copied out of books', () => {
  it('are verbatim, and without the text verbatim or not verified', () => {
    fc.assert(
      fc.property(copied, (one) => {
        const text = sourceOf(one.book);
        const edition = freezeEdition('s', readSource(parseMarkdown(text)), undefined, 'salt for tests');
        const builtIn = analysed('editions/s/edition.json', JSON.stringify(edition));
        for (const paper of papersOf(one)) {
          const statuses = (sources: Record<string, string>): string[] =>
            verify(paper, sources, [builtIn]).results.map(({ status }) => status);
          assert.deepEqual(statuses({ 'sources/s.md': text }), ['verbatim'], `${paper}\n${text}`);
          assert.match(statuses({}).join(), /^(?:verbatim|not-verified)$/u, `${paper}\n${text}`);
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it('are never verbatim with one word changed', () => {
    fc.assert(
      fc.property(copied, fc.nat(), fc.constantFrom('zebra', '', 'not ', 's'), (one, at, how) => {
        const places = [...one.words.matchAll(/(?<=[a-z] )[a-z]{2,}(?= [a-z])/gu)];
        const place = places[at % places.length];
        if (!place) return;
        const [found] = place;
        const written = how === 'not ' ? `not ${found}` : how === 's' ? `${found}s` : how;
        const words = one.words.slice(0, place.index) + written + one.words.slice(place.index + found.length);
        const plain = (text: string): string => text.replace(/[^a-z]+/giu, '').toLowerCase();
        fc.pre(!plain(one.book.join(' ')).includes(plain(words)));
        for (const paper of papersOf({ ...one, words }))
          for (const { status } of verify(paper, { 'sources/s.md': sourceOf(one.book) }).results)
            assert.notEqual(status, 'verbatim', `${paper}\n${sourceOf(one.book)}`);
      }),
      { numRuns: runs(100) },
    );
  });
});
