import assert from 'node:assert/strict';
import { anchor, anchorTextOf, type ExchangedNote } from '../../src/core/notes.ts';
import { docxOf, odtOf, wordParagraph as p, wordRun as r } from '../support/officeFiles.ts';
import { imported } from './importing.ts';

const start = (id: number): string => `<w:commentRangeStart w:id="${String(id)}"/>`;
const end = (id: number): string =>
  `<w:commentRangeEnd w:id="${String(id)}"/><w:r><w:commentReference w:id="${String(id)}"/></w:r>`;
const comment = (id: number, author: string, words: string, name: string): string =>
  `<w:comment w:id="${String(id)}" w:author="${author}" w:date="2026-03-0${String(id + 1)}T10:00:00Z"><w:p w14:paraId="${name}">${r(words)}</w:p></w:comment>`;

/** The notes of a file, and the words of its source on which each of them is. */
async function notesOf(bytes: Uint8Array, fileName: string): Promise<(ExchangedNote & { on: string })[]> {
  const { result, source } = await imported(bytes, { fileName, key: 'mill' });
  const target = anchorTextOf(source, result.markdown);
  return result.comments.map((note) => {
    const { range } = anchor({ quote: note.quote, position: note.position }, target);
    return { ...note, on: range ? result.markdown.slice(range.start, range.end) : '' };
  });
}

describe('the comments of a file', () => {
  it('are notes on the words of a Word file, with their answers', async () => {
    const bytes = docxOf({
      body: [
        p(
          `${r('The first lamp burns ')}${start(0)}${r('olive ')}${r('oil', '<w:i/>')}${end(0)}${r(' in the old mill.')}`,
        ),
        p(`${r('The second burns ')}${start(1)}${start(2)}${r('nothing.')}`),
        p(`${r('And the third')}${end(1)}${end(2)}${r(' is broken.')}`),
        p(`${r('The fourth stands in the yard.')}<w:r><w:commentReference w:id="3"/></w:r>`),
      ].join(''),
      comments: [
        comment(0, 'Ada', 'Which olives?', 'A0'),
        comment(1, 'Eva', 'Really?', 'A1'),
        comment(2, 'Ada', 'So it says.', 'A2'),
        comment(3, 'Ada', 'Since when?', 'A3'),
        comment(4, 'Ada', 'On nothing.', 'A4'),
      ].join(''),
      commentsExtended:
        '<w15:commentEx w15:paraId="A1" w15:done="1"/><w15:commentEx w15:paraId="A2" w15:paraIdParent="A1"/>',
    });
    const notes = await notesOf(bytes, 'a.docx');
    assert.deepEqual(
      notes.map(({ author, created, text, on, resolved }) => [
        author,
        created.slice(0, 10),
        text,
        on,
        resolved,
      ]),
      [
        ['Ada', '2026-03-01', 'Which olives?', 'olive *oil', false],
        ['Eva', '2026-03-02', 'Really?', 'nothing.\n\nAnd the third', true],
        ['Ada', '2026-03-03', 'So it says.', '', true],
        ['Ada', '2026-03-04', 'Since when?', 'The fourth stands in the yard.', false],
      ],
    );
    assert.equal(notes[2]?.answers, notes[1]?.id);
    assert.deepEqual(await notesOf(bytes, 'a.docx'), notes, 'they have the same ids again');
  });

  it('are notes on the words of an OpenDocument text', async () => {
    const annotation = (name: string, words: string): string =>
      `<office:annotation office:name="${name}"><dc:creator>Ada</dc:creator><dc:date>2026-03-01T10:00:00</dc:date><text:p>${words}</text:p><text:p>More.</text:p></office:annotation>`;
    const body = [
      `<text:p>The first lamp burns ${annotation('c1', 'Which?')}olive oil<office:annotation-end office:name="c1"/> in the mill.</text:p>`,
      `<text:p>The second burns nothing at all.${annotation('c2', 'Why?')}</text:p>`,
      '<text:p>The third is broken.</text:p>',
    ].join('');
    assert.deepEqual(
      (await notesOf(odtOf({ body }), 'a.odt')).map(({ author, text, on }) => [author, text, on]),
      [
        ['Ada', 'Which?\n\nMore.', 'olive oil'],
        ['Ada', 'Why?\n\nMore.', 'The second burns nothing at all.'],
      ],
    );
  });
});
