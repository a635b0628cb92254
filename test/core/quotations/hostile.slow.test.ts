import assert from 'node:assert/strict';
import { assertSoon, times } from '../../support/runs.ts';
import { unmarkedWordsIn } from '../../../src/core/quotations/unmarkedWords.ts';
import { tale } from './sample.ts';
import { studyOf, verify } from './support.ts';

/** Papers made to take long, or parts of them. Each would take minutes, five times as long, if the time grew with the square. */
const papers: Readonly<Record<string, (part: number) => string>> = {
  'possessives in an open quotation': (part) =>
    `‘a ${'workers’ state '.repeat(times(800 * part))}[@tale, ¶ 1]`,
  'opening marks only': (part) => `${'“'.repeat(times(4000 * part))}a${'›'.repeat(times(4000 * part))}`,
  'paragraphs that open and never close': (part) => '“para word\n\n'.repeat(times(1000 * part)),
  'an opening mark before every citation': (part) => '“a [@tale, ¶ 1] '.repeat(times(2000 * part)),
  'a closing mark before every citation': (part) => 'workers” ‘zzz’ [@tale, ¶ 1] '.repeat(times(1000 * part)),
  'many ellipses': (part) => `“${'the … '.repeat(times(600 * part))}end” [@tale, ¶ 1]`,
  'ninety ellipses': () => `“${'the … '.repeat(90)}end” [@tale, ¶ 1]`,
  'many brackets': (part) => `“${'[a] the '.repeat(times(600 * part))}end” [@tale, ¶ 1]`,
  'more quotations in a paragraph than a stack holds': (part) => '‘a’ '.repeat(times(40_000 * part)),
  'a sentence of citations': (part) => '“a … b” [@tale, ¶ 1] '.repeat(times(1000 * part)),
  'a quotation with a long space': (part) =>
    `“the keeper${' '.repeat(times(8000 * part))}of 12 zzz” [@tale, ¶ 1]`,
  'a quotation with many blank lines': (part) =>
    `> the keeper 12${'\n> '.repeat(times(4000 * part))}of zzz [@tale, ¶ 1]`,
  'a very long quotation': (part) =>
    `> ${'the keeper of the light is '.repeat(times(400 * part))}\n\n[@tale, ¶ 1]`,
};

describe('hostile papers', function () {
  this.timeout(0);

  it('have their words looked for in sources however many quotations a paragraph has', () => {
    const text = '“a b” '.repeat(60_000);
    const study = studyOf({ 'sources/tale.md': tale, 'a.analysis.md': text });
    const [paper] = study.papers;
    assert.deepEqual(paper && unmarkedWordsIn(paper, study, 12), []);
  });

  for (const [name, paper] of Object.entries(papers))
    it(`${name} take no time to speak of and are never verbatim`, () => {
      assertSoon(paper, (text) => {
        const { results } = verify(text, { 'sources/tale.md': tale });
        assert.ok(results.every((result) => result.status !== 'verbatim'));
      });
    });
});
