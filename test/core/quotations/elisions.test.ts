/** Words that lose their end before a vowel: l’homme, dell’uomo. A quotation may begin after the apostrophe. */
import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import { freezeEdition } from '../../../src/core/source/editionSource.ts';
import { readSource } from '../../../src/core/source/readSource.ts';
import { verify } from './support.ts';

const source = `---
id: s
---

Le fleuve n’est à personne, disait l’ancien, et l’homme s’achève. Aujourd’hui l'œuvre d'art attend jusqu’à l’aube.

La voce dell’uomo e un’altra luce. The worker’s hand says that we’ll see O’Neil’s art.
`;

/** A quotation of a paper: its status and its words. */
function quotationsOf(paper: string): string[] {
  return verify(paper, { 'sources/s.md': source }).results.map(
    ({ status, quotation }) => `${status} ${quotation.words.text}`,
  );
}

describe('elided words', () => {
  for (const words of [
    'ancien',
    'homme s’achève',
    "achève. Aujourd'hui",
    "œuvre d'art",
    'art attend',
    'aube',
  ])
    it(`a quotation begins after the apostrophe: ${words}`, () =>
      assert.deepEqual(quotationsOf(`Elle dit « ${words} » [@s, ¶ 1].`), [`verbatim ${words}`]));
  for (const words of ['uomo e un’altra', 'altra luce'])
    it(`in Italian: ${words}`, () =>
      assert.deepEqual(quotationsOf(`Dice «${words}» [@s, ¶ 2].`), [`verbatim ${words}`]));
  it('not after the one that denies', () =>
    assert.deepEqual(quotationsOf('Elle dit « est à personne » [@s, ¶ 1].'), ['altered est à personne']));
  for (const words of ['s hand says that', 'll see', 'hui l’œuvre d’art', 'Neil’s art', 'worker'])
    it(`not within a word: ${words}`, () =>
      assert.doesNotMatch(quotationsOf(`She says “${words}” [@s].`).join(), /verbatim/u));
  it('without the text, by fingerprints', () => {
    const edition = freezeEdition('s', readSource(parseMarkdown(source)), undefined, 'salt for tests');
    const statusOf = (words: string): string | undefined =>
      verify(`Elle dit « ${words} » [@s].`, { 'editions/s/edition.json': JSON.stringify(edition) }).results[0]
        ?.status;
    assert.equal(statusOf("homme s’achève. Aujourd’hui l'œuvre d'art"), 'verbatim');
    assert.equal(statusOf('Uomo e un’altra luce. The worker’s hand'), 'verbatim');
    assert.equal(statusOf("disait … homme s’achève. Aujourd’hui l'œuvre d'art"), 'not-verified');
    assert.equal(statusOf('est à personne, disait l’ancien, et l’homme s’achève'), 'altered');
  });
  it('an altered quotation has no other difference', () => {
    const { results } = verify('Elle dit « œuvre de art attend » [@s, ¶ 1].', { 'sources/s.md': source });
    assert.deepEqual(
      results[0]?.diff
        .filter(({ kind }) => kind !== 'same')
        .map(({ quoted, source: words }) => [quoted, words]),
      [['de', "d'"]],
    );
  });

  describe('right before a mark', () => {
    for (const paper of [
      'L\'auteur parle d\'"ancien" [@s, ¶ 1].',
      "Il parle d'« ancien » [@s, ¶ 1].",
      "Il parle de l'“ancien” [@s, ¶ 1].",
      'L’auteur parle d’‹ ancien › [@s, ¶ 1].',
      "L'« ancien » [@s, ¶ 1].",
      'Il n\'"ancien" [@s, ¶ 1].',
    ])
      it(paper, () => assert.match(quotationsOf(paper).join(), /^verbatim ancien$/u));
    for (const paper of [
      "Das geht nicht, 'ne Sache [@s, ¶ 1].",
      "Va', di', fa' [@s, ¶ 1].",
      "Wie 'nen Fluss [@s, ¶ 1].",
      "Presqu'@s [¶ 1] le dit.",
    ])
      it(`quotes nothing: ${paper}`, () => assert.deepEqual(quotationsOf(paper), []));
    it('several in a row', () =>
      assert.deepEqual(
        quotationsOf('Il parle de l\'"homme" [@s, ¶ 1], qu\'"attend" [@s, ¶ 1] l\'"ancien" [@s, ¶ 1].'),
        ['verbatim homme', 'verbatim attend', 'verbatim ancien'],
      ));
    it('but not where it closes a quotation', () =>
      assert.deepEqual(
        verify("The mills 'A and D'[@s, ¶ 1] and 'mill D' [@s, ¶ 1]", {
          'sources/s.md': source,
        }).quotations.map(({ words }) => words.text),
        ['A and D', 'mill D'],
      ));
    it('before a citation', () =>
      assert.deepEqual(quotationsOf("Il parle, d'après l'analyse d'@s [¶ 1], de « homme »."), [
        'verbatim homme',
      ]));
  });
});
