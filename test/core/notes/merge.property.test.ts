import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { JsonObject } from '../../../src/core/notes/annotation.ts';
import { mergeNotes } from '../../../src/core/notes/merge.ts';
import { readNotes } from '../../../src/core/notes/read.ts';
import { anyNotes, note, page } from './notes.ts';

function merged(base: string | undefined, ours: string, theirs: string): string {
  const result = mergeNotes(base, ours, theirs);
  assert.ok('text' in result, JSON.stringify(result));
  return result.text;
}

/** The text of each note in a file, by id. */
function said(text: string): Record<string, string> {
  return Object.fromEntries(readNotes(text).notes.map(({ id, text: words }) => [id, words]));
}

function saying(number: number, value: string, second: number): JsonObject {
  const modified = `2026-05-01T00:00:${String(second).padStart(2, '0')}Z`;
  return note(number, { body: { type: 'TextualBody', value }, modified });
}

const one = note(1);
const two = note(2);
const base = page(one, two);

describe('two versions of a notes file', () => {
  it('that each got a note come together with both, in the same order on both sides', () => {
    const ours = page(one, two, note(3));
    const theirs = page(one, two, note(4));
    assert.equal(merged(base, ours, theirs), page(one, two, note(3), note(4)));
    assert.equal(merged(base, theirs, ours), merged(base, ours, theirs));
    assert.equal(merged(undefined, ours, theirs), merged(base, ours, theirs));
  });

  it('keep what one side changed or deleted', () => {
    const changed = page(saying(1, 'New', 9), two);
    assert.equal(said(merged(base, changed, base))['urn:uuid:1'], 'New');
    assert.equal(said(merged(base, base, changed))['urn:uuid:1'], 'New');
    assert.deepEqual(Object.keys(said(merged(base, page(one), base))), ['urn:uuid:1']);
    assert.deepEqual(Object.keys(said(merged(base, base, page(one)))), ['urn:uuid:1']);
    assert.equal(said(merged(base, page(two), changed))['urn:uuid:1'], 'New', 'changed here, deleted there');
    assert.equal(said(merged(base, changed, page(two)))['urn:uuid:1'], 'New');
  });

  it('that both changed a note keep the later under its id, and the other beside it', () => {
    const ours = page(saying(1, 'Earlier', 1), two);
    const theirs = page(saying(1, 'Later', 2), two);
    for (const text of [merged(base, ours, theirs), merged(base, theirs, ours)]) {
      const { notes } = readNotes(text);
      assert.equal(said(text)['urn:uuid:1'], 'Later');
      const kept = notes.find(({ versionOf }) => versionOf === 'urn:uuid:1');
      assert.equal(kept?.text, 'Earlier');
      assert.match(kept.id, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
      assert.equal(notes.length, 3);
    }
    const first = merged(base, ours, theirs);
    assert.deepEqual(
      said(merged(base, first, merged(base, theirs, ours))),
      said(first),
      'and not a third time',
    );
  });

  it('without a common version let the later change count, and keep both where neither is', () => {
    const [ours, theirs] = [page(saying(1, 'Earlier', 1)), page(saying(1, 'Later', 2))];
    assert.deepEqual(said(merged(undefined, ours, theirs)), { 'urn:uuid:1': 'Later' });
    const same = page(saying(1, 'Other', 1));
    assert.deepEqual(Object.values(said(merged(undefined, ours, same))).sort(), ['Earlier', 'Other']);
  });

  it('come to the same notes whichever side one is on, and lose none', () => {
    const sides = fc.tuple(anyNotes, anyNotes, anyNotes);
    fc.assert(
      fc.property(sides, ([before, left, right]) => {
        const [old, ours, theirs] = [page(...before), page(...left), page(...right)];
        const here = merged(old, ours, theirs);
        const there = merged(old, theirs, ours);
        const all = (text: string): string[] =>
          readNotes(text)
            .notes.map(({ json }) => JSON.stringify(json))
            .sort();
        assert.deepEqual(all(here), all(there));
        assert.deepEqual(readNotes(here).problems, []);
        const original = new Set(before.map((json) => JSON.stringify(json)));
        const bodies = new Set(readNotes(here).notes.map(({ json }) => JSON.stringify(json['body'])));
        for (const json of [...left, ...right])
          if (!original.has(JSON.stringify(json))) assert.ok(bodies.has(JSON.stringify(json['body'])));
        assert.equal(merged(ours, ours, ours), ours);
        assert.equal(merged(old, here, here), here);
      }),
    );
  });

  it('are left alone where one cannot be read', () => {
    assert.ok('problem' in mergeNotes(base, base, '{'));
  });
});
