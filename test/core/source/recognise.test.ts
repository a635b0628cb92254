import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import { freezeEdition, structureOfEdition } from '../../../src/core/source/editionSource.ts';
import { readEdition } from '../../../src/core/source/edition.ts';
import { recognise, withGists } from '../../../src/core/source/recognise.ts';
import { readSource } from '../../../src/core/source/readSource.ts';

const read = (text: string) => readSource(parseMarkdown(text));
const paragraphs = (...texts: readonly string[]): string => texts.join('\n\n');

describe('editions', () => {
  const original = read('## (1) A\n\nOne.\n\nTwo.\n\nThree.\n\nFour[^1].\n\n[^1]: Note.\n');
  const edition = freezeEdition('a', original);
  edition.passages.forEach((passage) => (passage.gist = `Gist ${String(passage.number)}`));

  it('freeze the structure, so that it stands without the text', () => {
    const frozen = structureOfEdition(edition);
    assert.deepEqual(
      frozen.sections.map((section) => section.label),
      original.sections.map((section) => section.label),
    );
    assert.deepEqual(
      frozen.passages.map((passage) => passage.fingerprint),
      original.passages.map((passage) => passage.fingerprint),
    );
    assert.deepEqual(
      frozen.notes.map((note) => [note.number, note.anchor]),
      [[1, 4]],
    );
    assert.deepEqual(readEdition(JSON.stringify(edition)), { edition });
  });

  it('keep the gists of passages whose words are the same', () => {
    const again = freezeEdition('a', read(paragraphs('One.', 'New.', 'Three.')), edition);
    assert.deepEqual(
      again.passages.map((passage) => passage.gist),
      ['Gist 1', undefined, 'Gist 3'],
    );
  });

  const compare = (...texts: readonly string[]) => {
    const found = recognise(read(paragraphs(...texts)), edition);
    return (
      found && { changed: found.changed, missing: found.missing, added: found.added, matched: found.matched }
    );
  };

  it('recognise a copy with changed, missing and added passages', () => {
    const same = { changed: [], missing: [], added: [] };
    assert.deepEqual(compare('One.', 'Two.', 'Three.', 'Four.'), { ...same, matched: 4 });
    assert.deepEqual(compare('One.', 'Two!', 'Three.', 'Four.'), {
      ...same,
      changed: [{ passage: 2, edition: 2 }],
      matched: 3,
    });
    assert.deepEqual(compare('One.', 'Three.', 'Four.'), { ...same, missing: [2], matched: 3 });
    assert.deepEqual(compare('One.', 'Two.', 'New.', 'Three.', 'Four.'), { ...same, added: [3], matched: 4 });
    assert.equal(compare('One.', 'a', 'b', 'c'), undefined);
  });

  it('give a changed passage the gist of its place', () => {
    const copy = read(paragraphs('One.', 'Two!', 'Three.', 'Four.'));
    const recognition = recognise(copy, edition);
    assert.ok(recognition);
    assert.deepEqual(
      withGists(copy, recognition).passages.map((passage) => passage.gist),
      ['Gist 1', 'Gist 2', 'Gist 3', 'Gist 4'],
    );
  });

  it('are refused in a sentence where they are none', () => {
    for (const json of ['', '[]', '{"format":2}', '{"format":1,"key":"a"}'])
      assert.ok('problem' in readEdition(json), json);
  });
});

describe('the built-in edition of the essay', () => {
  const reading = readEdition(readFileSync('editions/masswork/edition.json', 'utf8'));
  const truthPath = '../shared/essay/truth.json';

  it('has a gist of its own for every passage and note', () => {
    assert.ok('edition' in reading);
    const gists = [...reading.edition.passages, ...reading.edition.notes].map((item) => item.gist ?? '');
    assert.equal(gists.length, 85);
    assert.ok(gists.every((gist) => gist.length > 20 && !gist.includes('\n')));
    assert.equal(new Set(gists).size, gists.length);
  });

  it('has the numbers, sections and fingerprints that were checked by hand', function () {
    if (!existsSync(truthPath)) {
      console.log('      skipped: the essay is not on this machine');
      this.skip();
    }
    assert.ok('edition' in reading);
    interface Block {
      n: number | null;
      kind: string;
      id?: string;
      sha256: string;
      wordCount: number;
      anchoredIn?: number;
    }
    const { blocks } = JSON.parse(readFileSync(truthPath, 'utf8')) as { blocks: Block[] };
    const numbered = blocks.filter((block) => block.n !== null);
    assert.deepEqual(
      reading.edition.passages.map(({ number, kind, words, sha256 }) => [number, kind, words, sha256]),
      numbered.map(({ n, kind, wordCount, sha256 }) => [n, kind, wordCount, sha256]),
    );
    const printed = (kind: string) =>
      blocks.filter((block) => block.kind === kind).map((block) => block.sha256);
    assert.deepEqual(
      reading.edition.headings.map((heading) => heading.sha256),
      printed('heading'),
    );
    assert.deepEqual(
      reading.edition.notes.map((note) => note.sha256),
      printed('footnote'),
    );
    assert.deepEqual(
      reading.edition.passages.flatMap((passage) => passage.attribution?.sha256 ?? []),
      printed('attribution'),
    );
    assert.deepEqual([reading.edition.abstract?.sha256], printed('standfirst'));
  });
});
