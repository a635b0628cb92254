import assert from 'node:assert/strict';
import { tale } from './sample.ts';
import { verify } from './support.ts';

/** Papers made to take long. Each would take minutes if the time grew with the square of the length. */
const papers: Readonly<Record<string, string>> = {
  'possessives in an open quotation': `‘a ${'workers’ state '.repeat(4000)}[@tale, ¶ 1]`,
  'opening marks only': `${'“'.repeat(20_000)}a${'›'.repeat(20_000)}`,
  'paragraphs that open and never close': '“para word\n\n'.repeat(5000),
  'an opening mark before every citation': '“a [@tale, ¶ 1] '.repeat(10_000),
  'a closing mark before every citation': 'workers” ‘zzz’ [@tale, ¶ 1] '.repeat(5000),
  'many ellipses': `“${'the … '.repeat(3000)}end” [@tale, ¶ 1]`,
  'ninety ellipses': `“${'the … '.repeat(90)}end” [@tale, ¶ 1]`,
  'many brackets': `“${'[a] the '.repeat(3000)}end” [@tale, ¶ 1]`,
  'more quotations in a paragraph than a stack holds': '‘a’ '.repeat(200_000),
  'a sentence of citations': '“a … b” [@tale, ¶ 1] '.repeat(5000),
  'a very long quotation': `> ${'the keeper of the light is '.repeat(2000)}\n\n[@tale, ¶ 1]`,
};

describe('hostile papers', function () {
  this.timeout(120_000);
  for (const [name, paper] of Object.entries(papers))
    it(`${name} take no time to speak of and are never verbatim`, () => {
      const { results } = verify(paper, { 'sources/tale.md': tale });
      assert.ok(results.every((result) => result.status !== 'verbatim'));
    });
});
