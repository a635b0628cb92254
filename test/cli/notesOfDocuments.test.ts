import assert from 'node:assert/strict';
import { docxOf, odtOf, wordParagraph, wordRun } from '../support/officeFiles.ts';
import { useDesks, type Desk } from '../support/commandLine.ts';

const source = `=== sources/mill.md
---
id: mill
title: The Mill
---

The first lamp burns olive oil in the old mill, and nobody ever saw who filled it.

The second lamp burns nothing at all.
`;

const start = (id: number): string => `<w:commentRangeStart w:id="${String(id)}"/>`;
const end = (id: number): string =>
  `<w:commentRangeEnd w:id="${String(id)}"/><w:r><w:commentReference w:id="${String(id)}"/></w:r>`;
const comment = (id: number, words: string): string =>
  `<w:comment w:id="${String(id)}" w:author="Ada" w:date="2026-03-0${String(id + 1)}T10:00:00Z"><w:p w14:paraId="A${String(id)}">${wordRun(words)}</w:p></w:comment>`;

/** A draft about the text, that has more words than it. */
const word = docxOf({
  body: [
    wordParagraph(wordRun('A page that somebody put before the text.')),
    wordParagraph(
      `${wordRun('The first lamp burns ')}${start(0)}${wordRun('olive oil')}${end(0)}${wordRun(' in the old mill, and nobody ever saw ')}${start(1)}${wordRun('who filled it')}${end(1)}${wordRun('.')}`,
    ),
    wordParagraph(`${start(2)}${wordRun('These words are not there at all.')}${end(2)}`),
  ].join(''),
  comments: [comment(0, 'Which olives?'), comment(1, 'The miller.'), comment(2, 'Gone?')].join(''),
  commentsExtended: '',
});

const annotated = odtOf({
  body: `<text:p>The first lamp burns <office:annotation office:name="c1"><dc:creator>Ben</dc:creator><dc:date>2026-03-01T10:00:00</dc:date><text:p>Why oil?</text:p></office:annotation>olive oil<office:annotation-end office:name="c1"/> in the old mill.</text:p>`,
});

async function listed(desk: Desk): Promise<string[][]> {
  const { out } = await desk.run(['list', 'notes', '--format', 'json']);
  const rows = JSON.parse(out) as readonly Record<'text' | 'author' | 'status' | 'quote', string>[];
  return rows.map(({ text, author, status, quote }) => [text, author, status, quote]).sort();
}

describe('comments of a text, through pilcrow notes import', () => {
  const deskWith = useDesks();

  it('of Word are notes on the source that has the name of the file, and not taken twice', async () => {
    const desk = await deskWith(source);
    await desk.write('mill.docx', word);
    const { code, out, err } = await desk.run(['notes', 'import', 'mill.docx']);
    assert.equal(code, 0, err);
    assert.equal(out, 'notes/mill.ada.jsonld\n');
    assert.match(err, /^3 notes taken in\.\n1 note: where their words/);
    assert.deepEqual(await listed(desk), [
      ['Gone?', 'Ada', 'orphan', 'These words are not there at all.'],
      ['The miller.', 'Ada', 'anchored', 'who filled it'],
      ['Which olives?', 'Ada', 'anchored', 'olive oil'],
    ]);
    const again = await desk.run(['notes', 'import', 'mill.docx']);
    assert.equal(again.out, '');
    assert.match(again.err, /^0 notes taken in; 3 were here already/);
    const source2 = await desk.run(['import', 'mill.docx', '--key', 'mill', '--force', '--comments']);
    assert.doesNotMatch(source2.out, /notes\//, 'the comments of an import are the same notes');
  });

  it('of an OpenDocument text go where --source says, else they are left out and counted', async () => {
    const desk = await deskWith(source);
    await desk.write('draft.odt', annotated);
    const left = await desk.run(['notes', 'import', 'draft.odt']);
    assert.match(left.err, /1 note on works that no source here has left out/);
    assert.equal(left.out, '');
    assert.equal((await desk.run(['notes', 'import', 'draft.odt', '-s', 'mill'])).code, 0);
    assert.deepEqual(await listed(desk), [['Why oil?', 'Ben', 'anchored', 'olive oil']]);
  });

  it('without any are told, and so is what is no text at all', async () => {
    const desk = await deskWith(source);
    await desk.write('none.docx', docxOf({ body: wordParagraph(wordRun('Words.')) }));
    const none = await desk.run(['notes', 'import', 'none.docx']);
    assert.match(none.err, /^This file holds no comments of readers\.\n/);
    assert.equal(none.code, 2);
    await desk.write('broken.docx', 'PK\u0003\u0004 no archive');
    assert.equal((await desk.run(['notes', 'import', 'broken.docx'])).code, 2);
  });
});
