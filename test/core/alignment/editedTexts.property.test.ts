import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type AlignmentLine, anchorLines } from '../../../src/core/alignment.ts';
import { fingerprint } from '../../../src/core/text.ts';
import { runs } from '../../support/runs.ts';

/** An edit of a list of paragraphs: what happens, and where, as a part of its length. */
const edit = fc.record({
  kind: fc.constantFrom('change', 'insert', 'delete', 'repeat', 'move'),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  to: fc.double({ min: 0, max: 0.999, noNaN: true }),
});

/** A paragraph that knows who it is: `id` stays when its words change. */
interface Known {
  readonly id: number;
  readonly words: string;
}

function edited(
  paragraphs: readonly Known[],
  { kind, at, to }: { kind: string; at: number; to: number },
): Known[] {
  const from = Math.floor(at * paragraphs.length);
  const target = Math.floor(to * paragraphs.length);
  const known = paragraphs[from]!;
  if (kind === 'change') return paragraphs.with(from, { ...known, words: `${known.words} indeed` });
  if (kind === 'insert') return paragraphs.toSpliced(from, 0, { id: -1, words: `new ${at}` });
  if (kind === 'repeat') return paragraphs.toSpliced(target, 0, { id: -1, words: known.words });
  const without = paragraphs.toSpliced(from, 1);
  return kind === 'move' ? without.toSpliced(target, 0, known) : without;
}

describe('confirmed lines through a thousand edits', () => {
  it('are never lost, and none misleads', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 10 }), (edits) => {
        const start = Array.from({ length: 20 }, (_, id): Known => ({ id, words: `paragraph ${id % 17}` }));
        const lines = start.map(({ id, words }): AlignmentLine => ({
          base: [[id + 1, fingerprint(words).slice(0, 16)]],
          text: [[id + 1, fingerprint(`said ${id}`).slice(0, 16)]],
          state: 'confirmed',
        }));
        const now = edits.reduce<readonly Known[]>(
          (paragraphs, one) => (paragraphs.length > 1 ? edited(paragraphs, one) : [...paragraphs]),
          start,
        );
        const found = anchorLines(
          lines,
          now.map(({ words }) => fingerprint(words)),
          start.map(({ id }) => fingerprint(`said ${id}`)),
        );
        assert.equal(found.length, lines.length);
        for (const [id, { isCertain, base }] of found.entries()) {
          if (!isCertain) continue;
          // Paragraphs with the same words are the same to a reader, too.
          for (const number of base) assert.equal(now[number - 1]!.words, start[id]!.words);
        }
        const unedited = lines.filter((_, id) => found[id]!.isCertain).length;
        assert.ok(unedited >= lines.length - 4 * edits.length - 6);
      }),
      { numRuns: runs(300) },
    );
  });
});
