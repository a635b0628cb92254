import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import { freezeEdition, structureOfEdition } from '../../../src/core/source/editionSource.ts';
import { readSource } from '../../../src/core/source/readSource.ts';
import { checkFixture } from '../../support/fixture.ts';

const inPrint = (body: string) =>
  readSource(parseMarkdown(`---\nid: lamps\nnumbering: printed\n---\n\n${body}\n`));
const numbersOf = (body: string): (string | undefined)[] =>
  inPrint(body).passages.map(({ printed }) => printed);

describe('numbers that the author gave', () => {
  it('are those printed before paragraphs and items of lists', () => {
    const body =
      'Of lamps.\n\n40. A lamp\n   stands.\n41. It burns.\n\n    It still burns.\n\n42\\. A mill.\n\n';
    assert.deepEqual(numbersOf(body), ['', '40', '41', '42']);
    assert.equal(inPrint(body).passages[2]?.words?.normalised, 'It burns. It still burns.');
    assert.deepEqual(numbersOf('(1) A lamp.\n\n§ 2 A mill.\n\n2.01 A wick.\n\n**3.** Oil.\n\n[4] Snow.'), [
      '1',
      '2',
      '2.01',
      '3',
      '4',
    ]);
  });

  it('are counted where the markers of a list are all the same', () => {
    assert.deepEqual(numbersOf('1. A lamp.\n\n1. A mill.\n\n1. A wick.'), ['1', '2', '3']);
  });

  it('hold for what continues a paragraph, up to the next number or heading', () => {
    assert.deepEqual(numbersOf('1\\. A lamp.\n\n> Oil.\n\nIt burns.\n\n# Mills\n\nA mill.\n\n2\\. A wick.'), [
      '1',
      '1',
      '1',
      '',
      '2',
    ]);
  });

  it('do not split a list that a colon introduces', () => {
    assert.deepEqual(numbersOf('1\\. What burns:\n\n1. oil\n2. wax\n\n2\\. A mill.'), ['1', '1', '2']);
  });

  it('count only where front matter says so', () => {
    const { passages, printed } = readSource(parseMarkdown('---\nid: a\n---\n\n40. A lamp.\n41. A mill.\n'));
    assert.equal(passages.length, 1);
    assert.equal(printed, undefined);
  });

  it('are kept in the edition', () => {
    const source = inPrint('Of lamps.\n\n40. A lamp.\n41. A mill.\n\nIt turns.');
    const { passages, printed } = structureOfEdition(freezeEdition('lamps', source));
    assert.deepEqual(
      passages.map((passage) => passage.printed),
      source.passages.map((passage) => passage.printed),
    );
    assert.deepEqual(printed, source.printed);
  });

  it('are what citations name, and what messages and fixes say', () => {
    checkFixture(`
      === sources/lamps.md
      ---
      id: lamps
      numbering: printed
      ---

      Of lamps and mills.

      40. A lamp stood in the window of the mill all night.

      41. The miller lit it when the first snow began to fall.

      42. Nobody saw it but the geese on the frozen pond.

      42. Nobody else came by before the morning.
      === papers/a.analysis.md
      It says “The miller lit it when the first snow began” [@lamps, ¶ 41] and [@lamps, ¶¶ 40-41].

      It says “The miller lit it when the first snow began” [@lamps, ¶ 40].
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quotation/elsewhere: stands at ¶ 41

      Not so [@lamps, ¶ 1; @lamps, ¶ 42; @lamps, ¶¶ 41-40].
                        ^ citation/no-such-paragraph: numbered them from 40 to 42
                                     ^^ citation/ambiguous-paragraph: “Nobody saw it but the geese on the frozen …”, “Nobody else came by
                                                    ^^^^^ citation/reversed-range
    `);
  });

  it('may be those of two paragraphs, either of which a quotation may be from', () => {
    checkFixture(`
      === sources/lamps.md
      ---
      id: lamps
      numbering: printed
      ---

      # First

      1. A lamp stood in the window of the mill all night.

      2. The miller lit it when the first snow began to fall.

      # Second

      1. Nobody saw it but the geese on the frozen pond.

      2. Nobody else came by before the morning.
      === papers/a.analysis.md
      It says “A lamp stood in the window” [@lamps, ¶ 1] and “Nobody saw it but the geese” [@lamps, ¶ 1].
                                                      ^ citation/ambiguous-paragraph
                                                                                                      ^ citation/ambiguous-paragraph

      It says “The miller lit it when the first snow began” [@lamps, ¶ 1].
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quotation/elsewhere
                                                                       ^ citation/ambiguous-paragraph

      > Nobody saw it but the geese on the frozen pond. Nobody else came by [@lamps, ¶¶ 1-2].
                                                                                        ^^^ citation/ambiguous-paragraph
    `);
  });
});
