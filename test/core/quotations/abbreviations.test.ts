/** Points that end an abbreviation end no sentence: the quotation after them belongs to the citation before. */
import assert from 'node:assert/strict';
import { verify } from './support.ts';

const source = '---\nid: s\n---\n\nThe lamp is lit by hands that nobody sees.\n';

function attributed(between: string): string[] {
  const paper = `It says “lamp is lit” [@s, ¶ 1] ${between} “by zebras that nobody sees” so.\n`;
  return verify(paper, { 'sources/s.md': source }).results.map(({ status }) => status);
}

describe('abbreviations between quotations', () => {
  for (const between of [
    'worden, d. h.',
    'worden, d.\u00A0h.',
    'worden, d.h.',
    'und u. a.',
    'und z. B.',
    'u.s.w., vgl.',
    'und bspw.',
    'bzw.',
    'et, p. ex.',
    'soit, cf. l’éd.',
    'o, p. ej.',
    'i.e.',
    'and Mr.',
    'or, e.g.',
    'ossia, cfr.',
  ])
    it(between, () => assert.deepEqual(attributed(between), ['verbatim', 'altered']));

  for (const between of ['and is dark. Then', 'of the light. As for', 'und hell. Danach', 'is x. Then'])
    it(`are not ${between}`, () => assert.deepEqual(attributed(between), ['verbatim']));
});
