import assert from 'node:assert/strict';
import { distance } from 'fastest-levenshtein';
import fc from 'fast-check';
import { anchor } from '../../../src/core/notes/anchor.ts';
import { select } from '../../../src/core/notes/select.ts';
import { comparable, selfMapped } from '../../../src/core/match/comparable.ts';
import type { Range } from '../../../src/core/text/range.ts';
import { anchorInHypothesisOrder } from './anchorOrder.ts';
import { edit, edited, textOf, words, written, type Edit, type Word } from './support.ts';
import { runs } from '../../support/runs.ts';

interface Case {
  readonly before: readonly Word[];
  readonly after: readonly Word[];
  /** The words of the note, by place in `before`. */
  readonly from: number;
  readonly to: number;
}

const cases: fc.Arbitrary<Case> = fc
  .tuple(words, fc.nat(1000), fc.integer({ min: 1, max: 12 }), fc.array(edit, { minLength: 1, maxLength: 4 }))
  .map(([before, at, length, edits]) => {
    const from = at % before.length;
    const after = edits.reduce<readonly Word[]>((text, each: Edit) => edited(text, each), before);
    return { before, after, from, to: Math.min(before.length, from + length) };
  });

function rangeOf(places: ReturnType<typeof written>['places'], from: number, to: number): Range {
  return { start: places[from]?.start ?? 0, end: places[to - 1]?.end ?? 0 };
}

function plain(text: string): string {
  return comparable(selfMapped(text)).text;
}

describe('a note', function () {
  this.timeout(120_000);

  it('stands where it was made, or is ambiguous from the beginning', () => {
    let ambiguous = 0;
    fc.assert(
      fc.property(cases, ({ before, from, to }) => {
        const { text, places } = written(before);
        const target = textOf(text);
        const selection = select(rangeOf(places, from, to), target);
        assert.ok(selection?.selectors.quote);
        const { state, range, how } = anchor(selection.selectors, target);
        if (state === 'ambiguous') ambiguous++;
        else assert.deepEqual([state, how, range], ['anchored', 'position', selection.range]);
      }),
      { numRuns: runs(300) },
    );
    assert.ok(ambiguous < 15, String(ambiguous));
  });

  it('keeps its words through every edit that leaves them and their surroundings standing', () => {
    let kept = 0;
    const edits = fc.array(edit, { maxLength: 5 });
    fc.assert(
      fc.property(cases, edits, edits, fc.array(fc.nat(200)), ({ before, from, to }, left, right, copied) => {
        const old = written(before);
        const selection = select(rangeOf(old.places, from, to), textOf(old.text)) ?? assert.fail();
        const { prefix, suffix } = selection.selectors.quote ?? assert.fail();
        const start = Math.max(0, from - prefix.split(' ').length);
        const end = Math.min(before.length, to + suffix.split(' ').length);
        const standing = before.slice(start, end);
        const apply = (text: readonly Word[], some: readonly Edit[]): readonly Word[] =>
          some.reduce((all, each) => edited(all, each), text);
        // Some of the words stand elsewhere too, as quotations of them would.
        const copies = copied.flatMap((at) => before.slice(start + at, start + at + 3));
        const head = apply(before.slice(0, start), left);
        const after = [...head, ...standing, ...apply([...before.slice(end), ...copies], right)];
        const now = written(after);
        const { state, range } = anchor(selection.selectors, textOf(now.text));
        if (state === 'ambiguous') return;
        const at = head.length + from - start;
        assert.deepEqual([state, range], ['anchored', rangeOf(now.places, at, at + to - from)]);
        kept++;
      }),
      { numRuns: runs(300) },
    );
    assert.ok(kept > 250, String(kept));
  });

  it('is never on words that differ from its quote by more than the floor', () => {
    let changed = 0;
    fc.assert(
      fc.property(cases, ({ before, after, from, to }) => {
        const old = written(before);
        const selection = select(rangeOf(old.places, from, to), textOf(old.text)) ?? assert.fail();
        const now = written(after).text;
        const { range } = anchor(selection.selectors, textOf(now));
        if (!range) return;
        const exact = plain(selection.selectors.quote?.exact ?? '');
        const errors = distance(exact, plain(now.slice(range.start, range.end).replace(/\.?\n+/g, ' ')));
        if (errors > 0) changed++;
        assert.ok(errors <= Math.max(1, exact.length * 0.3) + 2, `${String(errors)} errors in “${exact}”`);
      }),
      { numRuns: runs(1000) },
    );
    assert.ok(changed > 10, String(changed));
  });

  it('is never on one of two equal candidates', () => {
    fc.assert(
      fc.property(cases, ({ before, from, to }) => {
        const once = written(before);
        const selection = select(rangeOf(once.places, from, to), textOf(once.text));
        const twice = `${once.text}.\n\n${'meanwhile '.repeat(60)}\n\n${once.text}.`;
        const { state } = anchor(selection?.selectors ?? assert.fail(), textOf(twice));
        assert.notEqual(state, 'anchored');
      }),
      { numRuns: runs(200) },
    );
  });

  it('is never on other words than its own, where Hypothesis’ order puts some of the same notes', () => {
    let anchored = 0;
    let wrongThere = 0;
    const wrong: string[] = [];
    const sample = fc.sample(cases, { numRuns: runs(800), seed: 20261123 });
    for (const { before, after, from, to } of sample) {
      const old = written(before);
      const selection = select(rangeOf(old.places, from, to), textOf(old.text));
      const { quote, position } = selection?.selectors ?? assert.fail();
      assert.ok(quote && position);
      const now = written(after);
      const own = new Set(before.slice(from, to).map(({ id }) => id));
      // Between the words that stood around it a changed note is in its place, though no word of it is left.
      const beside = new Set([before[from - 1]?.id, before[to]?.id]);
      const isOwn = (range: Range): boolean => {
        const inside = now.places.filter(({ start, end }) => start < range.end && range.start < end);
        const first = now.places.indexOf(inside[0] ?? assert.fail());
        const between = [now.places[first - 1], now.places[first + inside.length]].some(
          (each) => each && beside.has(each.id),
        );
        return between || inside.some(({ id }) => own.has(id));
      };
      const ours = anchor({ quote, position }, textOf(now.text)).range;
      const theirs = anchorInHypothesisOrder(now.text, quote, position);
      if (ours) anchored++;
      if (ours && !isOwn(ours))
        wrong.push(
          JSON.stringify({ quote, found: now.text.slice(ours.start, ours.end), now: now.text }, null, 1),
        );
      if (
        theirs &&
        now.places.some(({ start, end }) => start < theirs.end && theirs.start < end) &&
        !isOwn(theirs)
      )
        wrongThere++;
    }
    assert.deepEqual(wrong, []);
    assert.ok(
      wrongThere > runs(20) && anchored > runs(400),
      `${String(wrongThere)} there, ${String(anchored)} anchored`,
    );
  });
});
