import assert from 'node:assert/strict';
import { writeBiblatex, writeCslJson } from '../../../src/core/bibliography.ts';
import {
  citableItems,
  familiesOf,
  familyOf,
  printingsOf,
  relationOf,
  relationsOf,
} from '../../../src/core/resolve.ts';
import { parseFixture, studyOf } from '../../support/fixture.ts';

const study = studyOf(
  parseFixture(`
    === sources/reading.md
    ---
    id: reading
    type: book
    title: Reading Together
    author: Nora Quill
    issued: 1926
    publisher: The Yard
    language: en
    ---
    One.

    === sources/reading-second.md
    ---
    id: reading-second
    type: book
    title: Reading Together
    author: Nora Quill
    issued: 2027
    printing-of: reading
    ---
    One.

    === sources/lire.md
    ---
    id: lire
    type: book
    title: Lire ensemble
    author: Nora Quill
    translator: Tom Wick
    issued: 1999
    language: fr
    translation-of: reading-second
    ---
    Un.

    === sources/lire-2.md
    ---
    id: lire-2
    printing-of: lire
    ---
    Un.

    === sources/works.bib
    @book{essai, title = {Essai}, date = {2001}, langid = {french}, related = {essay}, relatedtype = {translationof}}
    @book{essay, title = {Essay}, date = {1901}, ids = {essay-old}, related = {essay-3, essay-4}, relatedtype = {reprintas}}
    @book{essay-3, title = {Essay}, date = {1911}}
    @book{essay-4, title = {Essay}, date = {1921}, related = {essay-old}, relatedtype = {reprintof}}
    @book{review, title = {On Essay}, related = {essay}, relatedtype = {reviewof}}
  `),
);

describe('relations of texts', () => {
  it('follow chains to the base, with the kind and language at the end', () => {
    const told = [...relationsOf(study)].map(([key, { kind, base, toBase, language }]) =>
      [key, kind, toBase, base, language ?? '–'].join(' '),
    );
    assert.deepEqual(told, [
      'lire-2 printing translation reading fr',
      'lire translation translation reading fr',
      'reading-second printing printing reading en',
      'essai translation translation essay fr-FR',
      'essay-3 printing printing essay –',
      'essay-4 printing printing essay –',
    ]);
    assert.equal(relationOf('review', study), undefined);
    assert.equal(relationOf('nobody', study), undefined);
  });

  it('make families, which each member leads to', () => {
    const families = [...familiesOf(study).values()].map(({ base, members }) =>
      [base, ...members.map(({ key }) => key)].join(' '),
    );
    assert.deepEqual(families, ['reading lire-2 lire reading-second', 'essay essai essay-3 essay-4']);
    assert.equal(familyOf('reading', study), familyOf('lire-2', study));
    assert.equal(familyOf('review', study), undefined);
  });

  it('tell printings apart by their words: those of a translation belong together', () => {
    assert.deepEqual(
      ['reading', 'reading-second', 'lire', 'lire-2', 'nobody'].map((key) => printingsOf(key, study)),
      [['reading-second'], ['reading'], ['lire-2'], ['lire'], []],
    );
  });

  it('stay the same objects while papers change', () => {
    assert.equal(relationsOf(study), relationsOf({ ...study, papers: [] }));
  });

  it('fill what CSL says of the original, where it is another', () => {
    const items = JSON.parse(writeCslJson(citableItems(study))) as Record<string, unknown>[];
    const originals = (id: string): unknown =>
      Object.fromEntries(
        Object.entries(items.find((item) => item['id'] === id) ?? {}).filter(([name]) =>
          name.startsWith('original'),
        ),
      );
    const date = { 'date-parts': [[1926]] };
    assert.deepEqual(originals('reading'), {});
    assert.deepEqual(originals('reading-second'), {
      'original-publisher': 'The Yard',
      'original-date': date,
    });
    assert.deepEqual(originals('lire'), {
      'original-title': 'Reading Together',
      'original-publisher': 'The Yard',
      'original-date': date,
    });
    assert.deepEqual(originals('essai'), {
      'original-title': 'Essay',
      'original-date': { 'date-parts': [[1901]] },
    });
  });

  it('are written as BibLaTeX has them, and read again as the same', () => {
    const written = writeBiblatex(citableItems(study));
    assert.match(
      written,
      /@book\{lire,[^@]*related = \{reading-second\},\n {2}relatedtype = \{translationof\}/,
    );
    const again = studyOf({
      files: [{ path: 'sources/all.bib', text: written, marks: [] }],
      cursor: undefined,
    });
    const told = ({ kind, of, base }: { kind: string; of: string; base: string | undefined }) => [
      kind,
      of,
      base,
    ];
    const sorted = (list: typeof study) =>
      [...relationsOf(list)].map(([key, relation]) => [key, ...told(relation)]).sort();
    assert.deepEqual(sorted(again), sorted(study));
  });
});
