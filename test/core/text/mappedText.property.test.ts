import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MappedTextBuilder, type MappedText } from '../../../src/core/text/mappedText.ts';
import { runs } from '../../support/runs.ts';

interface Piece {
  readonly text: string;
  readonly start: number;
  /** Undefined for letters that stand as they are. */
  readonly end: number | undefined;
}

const piece = fc.record({
  text: fc.string({ maxLength: 5 }),
  start: fc.nat(30),
  end: fc.option(fc.nat(60), { nil: undefined }),
});

/** What the builder promises, one character at a time. */
function plainly(pieces: readonly Piece[]): { text: string; starts: number[]; ends: number[] } {
  const units = pieces.flatMap(({ text, start, end }) =>
    Array.from({ length: text.length }, (_, i) => ({
      unit: text.charAt(i),
      start: end === undefined ? start + i : start,
      end: end ?? start + i + 1,
    })),
  );
  return {
    text: units.map(({ unit }) => unit).join(''),
    starts: units.map(({ start }) => start),
    ends: units.map(({ end }) => end),
  };
}

function build(pieces: readonly Piece[]): MappedText {
  const builder = new MappedTextBuilder();
  for (const { text, start, end } of pieces)
    if (end === undefined) builder.appendVerbatim(text, start);
    else builder.append(text, start, end);
  return builder.build();
}

function spelled({ text, starts, ends }: MappedText): { text: string; starts: number[]; ends: number[] } {
  return { text, starts: Array.from(starts), ends: Array.from(ends) };
}

describe('mapped texts', () => {
  it('know where each character came from, whole and in parts', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.nat(20), fc.nat(20), (pieces, from, length) => {
        const expected = plainly(pieces);
        const actual = build(pieces);
        for (let i = -1; i <= expected.text.length; i++) {
          assert.equal(actual.startAt(i), expected.starts[i]);
          assert.equal(actual.endAt(i), expected.ends[i]);
        }
        assert.deepEqual(spelled(actual), expected);
        const slice = {
          text: expected.text.slice(from, from + length),
          starts: expected.starts.slice(from, from + length),
          ends: expected.ends.slice(from, from + length),
        };
        assert.deepEqual(spelled(actual.slice(from, from + length)), slice);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('are moved, retold and thinned out with their places', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.nat(5), fc.nat(9), (pieces, by, nth) => {
        const expected = plainly(pieces);
        const actual = build(pieces).moved(by);
        const moved = {
          text: expected.text,
          starts: expected.starts.map((at) => at + by),
          ends: expected.ends.map((at) => at + by),
        };
        assert.deepEqual(spelled(actual), moved);
        const dots = '.'.repeat(moved.text.length);
        assert.deepEqual(spelled(actual.withText(dots)), { ...moved, text: dots });
        const kept = Array.from(moved.starts, (_, i) => i).filter((i) => i % (nth + 1) !== nth);
        const thinned = {
          text: kept.map((i) => moved.text.charAt(i)).join(''),
          starts: kept.map((i) => moved.starts[i]),
          ends: kept.map((i) => moved.ends[i]),
        };
        assert.deepEqual(spelled(actual.withoutCharacters((i) => i % (nth + 1) === nth)), thinned);
      }),
      { numRuns: runs(2000) },
    );
  });
});
