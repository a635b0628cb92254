import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../src/core/blocks.ts';
import { freezeEdition } from '../../../src/core/source/editionSource.ts';
import { readSource } from '../../../src/core/source/readSource.ts';
import { verify } from './support.ts';

const source = [
  '---\nid: tale\n---',
  'She carries the lan-<!-- p. 12 -->tern home, and the lantern-light shows the re-entry of the river.',
  'The lamp<!-- p. 13 -->holder recovers in the *win-*<!-- p. 14 -->*dow*, and we recover from the mil- <!-- p. 15 --> ler.',
  'Nobody may re-cover the harbour; the <!-- p. 16 -->keeper of a well-known house did.',
].join('\n\n');

function statusOf(words: string, number: number): string | undefined {
  const { results } = verify(`It says “${words}” [@tale, ¶ ${String(number)}].`, {
    'sources/tale.md': source,
  });
  return results[0]?.status;
}

const edition = JSON.stringify(
  freezeEdition('tale', readSource(parseMarkdown(source)), undefined, 'salt for tests'),
);

function statusWithoutText(words: string, locator: string): string | undefined {
  const { results } = verify(`It says “${words}” [@tale, ${locator}].`, {
    'editions/tale/edition.json': edition,
  });
  return results[0]?.status;
}

describe('words that the ends of pages divide', () => {
  const verbatim: readonly (readonly [number, string])[] = [
    [1, 'carries the lantern home, and'],
    [1, 'carries the lan-tern home, and'],
    [1, 'carries the lan- tern home, and'],
    [1, 'the lantern'],
    [1, 'Lantern home, and the lantern-light shows'],
    [2, 'the lampholder recovers in the window, and'],
    [2, 'the lamp-holder recovers in the win-dow, and'],
    [2, 'recover from the miller'],
    [2, 'recover from the mil-ler'],
  ];
  for (const [number, words] of verbatim)
    it(`may have a hyphen or none: ${words}`, () => assert.equal(statusOf(words, number), 'verbatim'));

  const altered: readonly (readonly [number, string])[] = [
    [1, 'carries the lanterns home, and the lantern-light'],
    [1, 'carries the lan tern home, and the lantern-light'],
    [1, 'and the lanternlight shows the re-entry of the river'],
    [1, 'the lantern-light shows the reentry of the river'],
    [2, 'and we re-cover from the miller'],
    [3, 'Nobody may recover the harbour; the keeper'],
    [3, 'the harbour; the-keeper of a wellknown house did'],
  ];
  for (const [number, words] of altered)
    it(`are no licence for others: ${words}`, () => assert.equal(statusOf(words, number), 'altered'));

  describe('where only fingerprints are there', () => {
    for (const [number, words] of verbatim)
      it(`are never wrong: ${words}`, () =>
        assert.equal(
          statusWithoutText(words, `¶ ${String(number)}`),
          words.split(/[ -]/u).length < 5 ? 'not-verified' : 'verbatim',
        ));
    for (const [number, words] of altered)
      it(`are no licence for others: ${words}`, () => {
        const hyphensOnly = words.includes('lan tern') || words.includes('the-keeper');
        const status = statusWithoutText(words, `¶ ${String(number)}`);
        assert.ok(hyphensOnly || status !== 'verbatim', status);
      });

    const long: readonly (readonly [string, string])[] = [
      ['¶ 1', 'She carries the lantern home … and the lantern-light shows the re-entry'],
      ['¶ 1', 'She carries the lan-tern home, and … light shows the re-entry of the river'],
      [
        '¶¶ 1-2',
        'home, and the lantern-light shows the re-entry of the river. The lamp-holder recovers in the window, and',
      ],
      [
        '¶¶ 1-2',
        'carries the lantern home, and the lantern-light shows the re-entry of the river. The lampholder recovers in the win-dow, and we recover from the miller',
      ],
      ['¶¶ 1-2', 'She carries the lantern home, and … in the window, and we recover from the mil-ler'],
    ];
    for (const [locator, words] of long)
      it(`are verbatim in ${locator}: ${words}`, () =>
        assert.equal(statusWithoutText(words, locator), 'verbatim'));
    it('leave parts in their order', () =>
      assert.notEqual(
        statusWithoutText('the lantern-light shows the re-entry … She carries the lantern home, and', '¶ 1'),
        'verbatim',
      ));
    it('are frozen once for each reading', () => {
      const { shingles } = freezeEdition(
        'tale',
        readSource(parseMarkdown(source)),
        undefined,
        'salt for tests',
      );
      assert.deepEqual(
        shingles?.readings?.map(({ passage }) => passage),
        [1, 2, 2, 2, 2, 2, 2, 2],
      );
    });
  });
});
