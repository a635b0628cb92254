import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nearestThreads } from '../../../../src/core/present/notes/near.ts';
import { notesIndex } from '../../../../src/core/resolve/notesIndex.ts';
import { folderOf } from './sentenceNotes.ts';

describe('the notes near to what is in sight', () => {
  const { threads } = notesIndex(folderOf(30).study);

  it('are never farther than one that is left out', () => {
    const ranges = fc.tuple(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 800 }));
    fc.assert(
      fc.property(fc.array(ranges, { minLength: 1, maxLength: 3 }), fc.nat(160), (places, most) => {
        const seen = places.map(([start, length]) => ({ start, end: start + length }));
        const distance = ({ range }: (typeof threads)[number]): number =>
          Math.min(
            ...seen.map(({ start, end }) =>
              range ? Math.max(start - range.end, range.start - end, 0) : Infinity,
            ),
          );
        const near = nearestThreads(threads, seen, most);
        const left = threads.filter((thread) => !near.includes(thread));
        assert.equal(near.length, Math.min(most, threads.length));
        assert.ok(Math.max(-1, ...near.map(distance)) <= Math.min(Infinity, ...left.map(distance)));
      }),
    );
  });
});
