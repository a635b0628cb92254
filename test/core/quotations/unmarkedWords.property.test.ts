import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findingsOf } from '../../../src/core/check/findings.ts';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import { readSource } from '../../../src/core/source/readSource.ts';
import { freezeEdition } from '../../../src/core/source/editionSource.ts';
import type { Paper, Study } from '../../../src/core/study/studyTypes.ts';
import { unmarkedWordsIn } from '../../../src/core/quotations/unmarkedWords.ts';
import { runs } from '../../support/runs.ts';
import { studyOf } from './support.ts';

/** Few words, so that they recur; with what comparing has to see through, and what it must not. */
const word = fc.constantFrom(
  ...'lamp mill road oil wick night Miller light water coin no not who the a of is was lit share don’t cafés naïve 12 well-kept'.split(
    ' ',
  ),
);
const joint = fc.constantFrom(' ', ' ', ' ', ' ', ', ', '; ', '. ', ' – ', '\n');
const prose = (min: number, max: number) =>
  fc.array(fc.tuple(word, joint), { minLength: min, maxLength: max }).map((pairs) =>
    pairs
      .map(([each, by]) => each + by)
      .join('')
      .trim(),
  );

const sourceOf = (paragraphs: readonly string[]): string =>
  `---\nid: tale\ntitle: Tale\n---\n\n${paragraphs.join('.\n\n')}.\n`;

function paperIn(study: Study): Paper {
  const [paper] = study.papers;
  assert.ok(paper);
  return paper;
}

/** Words as they are compared by an oracle that knows nothing of the engine: letters and digits, one space between. */
const plain = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}’-]+/gu) ?? []).join(' ');

describe('words of a source outside quotation marks', () => {
  it('are none that do not stand in the source, with its text and without', () => {
    fc.assert(
      fc.property(
        fc.array(prose(12, 60), { minLength: 1, maxLength: 4 }),
        fc.array(prose(0, 20), { minLength: 2, maxLength: 3 }),
        fc.nat(),
        fc.nat(60),
        (paragraphs, own, from, length) => {
          const text = sourceOf(paragraphs);
          const words = paragraphs.join('. ').split(' ');
          const start = from % words.length;
          const copied = words.slice(start, start + length).join(' ');
          const paper = `See [@tale, ¶ 1].\n\n${own.join(` ${copied} `)}\n`;
          const edition = freezeEdition('tale', readSource(parseMarkdown(text)), undefined, 'salt for tests');
          const studies = [
            studyOf({ 'sources/tale.md': text, 'a.analysis.md': paper }),
            studyOf({ 'a.analysis.md': paper, 'editions/tale/edition.json': JSON.stringify(edition) }),
          ];
          for (const study of studies)
            for (const { range } of unmarkedWordsIn(paperIn(study), study, 12))
              assert.ok(plain(text).includes(plain(paper.slice(range.start, range.end))));
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it('are found wherever twelve and more of them are copied', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: 40, maxLength: 90 }),
        fc.nat(),
        fc.integer({ min: 12, max: 30 }),
        fc.nat(20),
        (words, from, length, before) => {
          const start = from % Math.max(1, words.length - length);
          const own = Array.from({ length: before }, (_, at) => `Own${String(at)}`).join(' ');
          const paper = `See [@tale, ¶ 1].\n\n${own} ${words.slice(start, start + length).join(' ')} Own.\n`;
          const text = sourceOf([words.join(' ')]);
          const edition = freezeEdition('tale', readSource(parseMarkdown(text)), undefined, 'salt for tests');
          const found = (study: Study): number[] =>
            unmarkedWordsIn(paperIn(study), study, 12).map((run) => run.words);
          const copied = [Math.min(length, words.length - start)];
          assert.deepEqual(found(studyOf({ 'sources/tale.md': text, 'a.analysis.md': paper })), copied);
          assert.deepEqual(
            found(studyOf({ 'a.analysis.md': paper, 'editions/tale/edition.json': JSON.stringify(edition) })),
            copied,
          );
        },
      ),
      { numRuns: runs(100) },
    );
  });

  it('are a quotation that stands in the source, once their fix is applied', () => {
    fc.assert(
      fc.property(fc.array(prose(20, 60), { minLength: 1, maxLength: 3 }), fc.nat(), (paragraphs, from) => {
        const text = sourceOf(paragraphs);
        const words = paragraphs.join('. ').split(' ');
        const start = from % words.length;
        const paper = `It says that ${words.slice(start, start + 24).join(' ')}, and more.\n`;
        const study = studyOf({ 'sources/tale.md': text, 'a.analysis.md': paper });
        for (const { check, fixes } of findingsOf(paperIn(study), study)) {
          if (check !== 'quotation/unmarked') continue;
          const fixed = [...(fixes?.[0]?.edits ?? [])]
            .sort((a, b) => b.range.start - a.range.start)
            .reduce(
              (all, { range, newText }) => all.slice(0, range.start) + newText + all.slice(range.end),
              paper,
            );
          const after = studyOf({ 'sources/tale.md': text, 'a.analysis.md': fixed });
          const left = findingsOf(paperIn(after), after).filter((each) =>
            each.check.startsWith('quotation/'),
          );
          assert.deepEqual(
            left.filter(({ level }) => level === 'error'),
            [],
            fixed,
          );
        }
      }),
      { numRuns: runs(150) },
    );
  });
});
