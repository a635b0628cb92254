import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changeNotes } from '../../../src/core/notes/changeNotes.ts';
import { readNotes } from '../../../src/core/notes/read.ts';
import { anyNote, anyNotes, idOf, note, page, changed } from './notes.ts';
import { runs } from '../../support/runs.ts';

describe('a notes file', () => {
  it('stays letter for letter where a note is written as it is', () => {
    fc.assert(
      fc.property(anyNotes, (items) => {
        const text = page(...items);
        const { notes, problems, writable } = readNotes(text);
        assert.deepEqual([notes.length, problems, writable], [items.length, [], true]);
        assert.deepEqual(
          notes.map(({ json }) => json),
          items,
        );
        assert.equal(page(...notes.map(({ json }) => json)), text);
        for (const { text: said, tags, id, modified } of notes)
          assert.equal(changed(text, { kind: 'edit', id, modified, text: said, tags }), text);
      }),
    );
  });

  it('keeps what nobody knows of, and every other note, letter for letter', () => {
    fc.assert(
      fc.property(anyNotes, anyNote, fc.string(), (items, extra, said) => {
        const [first] = items;
        fc.pre(first !== undefined && !items.some(({ id }) => id === extra['id']));
        const text = page(...items);
        const id = idOf(first);
        const edited = changed(text, {
          kind: 'edit',
          id,
          modified: '2027-01-01T00:00:00Z',
          text: said,
          resolved: true,
        });
        const { notes } = readNotes(edited);
        assert.equal(notes[0]?.text, said);
        assert.equal(notes[0].resolved, true);
        const { body: _, modified: __, 'pilcrow:state': ___, ...rest } = notes[0].json;
        const { body: ____, modified: _____, ...before } = first;
        assert.deepEqual(rest, before);
        assert.deepEqual(
          notes.slice(1).map(({ json }) => json),
          items.slice(1),
        );
        const added = changed(edited, { kind: 'insert', json: extra });
        assert.equal(changed(added, { kind: 'delete', id: idOf(extra) }), edited);
      }),
    );
  });
});

describe('a notes file with something wrong', () => {
  const three = page(note(1), note(2), note(3));

  it('never makes anything throw, whatever stands in it', () => {
    const cut = fc
      .tuple(fc.nat(three.length), fc.nat(40), fc.string())
      .map(([at, length, put]) => three.slice(0, at) + put + three.slice(at + length));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), cut), (text) => {
        const { notes, problems, writable } = readNotes(text);
        for (const { range } of [...notes, ...problems])
          assert.ok(0 <= range.start && range.start <= range.end && range.end <= Math.max(1, text.length));
        const result = changeNotes(text, 'urn:x', { kind: 'insert', json: note(99) });
        if (!('text' in result)) return assert.ok(!writable || notes.length === 0);
        const after = readNotes(result.text);
        assert.ok(after.notes.some(({ id }) => id === 'urn:uuid:99'));
        assert.equal(
          after.notes.length,
          notes.some(({ id }) => id === 'urn:uuid:99') ? notes.length : notes.length + 1,
        );
      }),
      { numRuns: runs(1000) },
    );
  });
});
