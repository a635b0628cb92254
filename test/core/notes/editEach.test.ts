import assert from 'node:assert/strict';
import { editEach, restoreEach } from '../../../src/core/notes/editEach.ts';
import { changeNotes } from '../../../src/core/notes/changeNotes.ts';

const note = (id: string): object => ({
  id,
  type: 'Annotation',
  motivation: 'commenting',
  body: [{ type: 'TextualBody', value: `Note ${id}` }],
  target: { source: 'urn:x-pilcrow:source:bread', selector: [{ type: 'TextQuoteSelector', exact: 'old' }] },
});
const page = (space?: number, ids = ['a', 'b', 'c']): string =>
  `${JSON.stringify({ type: 'AnnotationPage', items: ids.map(note) }, null, space)}\n`;
const selectors = {
  quote: { exact: 'new words', prefix: 'the ', suffix: ' end', unique: true },
  position: { start: 3, end: 12 },
};
const edit = (id: string) => ({ kind: 'edit', id, modified: '2026-01-02T03:04:05Z', selectors }) as const;

describe('several notes of a file, changed at once', () => {
  for (const [name, text] of [
    ['with lines', page(2)],
    [
      'with tabs and Windows’ line ends',
      page(1)
        .replace(/^ +/gm, (all) => '\t'.repeat(all.length))
        .replace(/\n/g, '\r\n'),
    ],
    ['on one line', page()],
    ['in a bare list', `${JSON.stringify([note('a'), note('b'), note('c')], null, 4)}\n`],
  ] as const)
    it(`become what single changes make of them, and come back letter for letter: ${name}`, () => {
      const singly = ['a', 'c'].reduce((before, id) => {
        const result = changeNotes(before, 'urn:page', edit(id));
        assert.ok('text' in result);
        return result.text;
      }, text);
      const result = editEach(text, [edit('a'), edit('c'), edit('gone')]);
      assert.ok('text' in result);
      assert.deepEqual(JSON.parse(result.text), JSON.parse(singly));
      if (name !== 'on one line') assert.equal(result.text, singly);
      assert.deepEqual(
        result.replaced.map(({ id }) => id),
        ['a', 'c'],
      );
      const back = restoreEach(result.text, result.replaced);
      assert.ok('text' in back);
      assert.equal(back.text, text);
    });

  it('stay where somebody has changed them since, or what was kept is no such note', () => {
    const result = editEach(page(2), [edit('a'), edit('b'), edit('c')]);
    assert.ok('text' in result);
    const later = changeNotes(result.text, 'urn:page', {
      kind: 'edit',
      id: 'a',
      modified: '2026-01-03T00:00:00Z',
      text: 'Mine',
    });
    assert.ok('text' in later);
    const [a, b, c] = result.replaced;
    assert.ok(a && b && c);
    const back = restoreEach(later.text, [
      a,
      { ...b, written: '{ "broken": ' },
      { ...c, written: a.written },
    ]);
    assert.deepEqual(back, { text: later.text, replaced: [] });
  });

  it('are refused in a file that cannot be read as a whole', () => {
    assert.ok('problem' in editEach('{ "items": [', [edit('a')]));
    assert.ok('problem' in restoreEach('{ "items": [', []));
  });
});
