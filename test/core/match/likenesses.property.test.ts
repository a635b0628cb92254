import assert from 'node:assert/strict';
import search from 'approx-string-match';
import fc from 'fast-check';
import { errorRate, likenesses, minLikenessLength } from '../../../src/core/match/approximate.ts';
import { comparable, selfMapped } from '../../../src/core/match/comparable.ts';
import { occurrences, strict } from '../../../src/core/match/exact.ts';
import { buildPassageIndex } from '../../../src/core/match/passageIndex.ts';
import { alignWords } from '../../../src/core/match/wordDiff.ts';
import { inventedParagraphs, random } from './invented.ts';
import { runs } from '../../support/runs.ts';

function indexOf(paragraphs: readonly string[]) {
  return buildPassageIndex(paragraphs.map((text) => ({ text: selfMapped(text), continues: true })));
}

/** Errors of every kind at random places. */
function withErrors(text: string, count: number, next: (n: number) => number): string {
  const letters = [...text];
  for (let i = 0; i < count; i++) {
    const at = next(letters.length);
    const kind = next(3);
    if (kind === 0) letters[at] = 'abcdefghij'.charAt(next(10));
    else if (kind === 1) letters.splice(at, 1);
    else letters.splice(at, 0, 'abcdefghij'.charAt(next(10)));
  }
  return letters.join('');
}

describe('likenesses', () => {
  const next = random(7);
  const index = indexOf(inventedParagraphs(30_000, next));

  for (const share of [0.02, 0.05, 0.1, 0.15, 0.2, 0.28])
    it(`find what a full scan finds, with ${String(share * 100)} % of the characters wrong`, () => {
      for (let run = 0; run < 60; run++) {
        const from = next(index.text.length - 400);
        const words = comparable(
          selfMapped(withErrors(index.text.slice(from, from + 20 + next(200)), 0, next)),
        ).text;
        const wrong = withErrors(words, Math.round(words.length * share), next);
        if (wrong.length < minLikenessLength) continue;
        const best = search(index.text, wrong, Math.floor(wrong.length * errorRate))[0];
        assert.equal(likenesses(index, wrong)[0]?.errors, best?.errors, wrong);
      }
    });

  it('find what a full scan finds in texts that repeat themselves', () => {
    const letters = fc
      .array(fc.constantFrom('a', 'b', ' '), { minLength: 15, maxLength: 200 })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(letters, letters, (text, words) => {
        const small = indexOf([text]);
        const most = Math.floor(words.length * errorRate);
        const best = search(small.text, words, most)[0];
        assert.equal(likenesses(small, words)[0]?.errors, best?.errors);
      }),
      { numRuns: runs(400) },
    );
  });

  it('find all that a full scan finds where few errors are allowed, in words that are common', () => {
    const words = fc
      .array(fc.constantFrom('paper', 'papers', 'lamp', 'lamps', 'the', 'of'), {
        minLength: 8,
        maxLength: 60,
      })
      .map((list) => list.join(' '));
    fc.assert(
      fc.property(words, fc.nat(400), fc.nat(2), fc.nat(5), (text, from, wrong, limit) => {
        const small = indexOf([`${text} ${text.slice(from)} ${'lamp of the paper '.repeat(200)}`]);
        const sought = withErrors(text.slice(from, from + 80).trim(), wrong, next);
        if (sought.length < minLikenessLength) return;
        const best = search(small.text, sought, Math.min(limit, Math.floor(sought.length * errorRate)))[0];
        assert.equal(likenesses(small, sought, true, limit)[0]?.errors, best?.errors);
      }),
      { numRuns: runs(400) },
    );
  });

  it('find what a full scan finds of words with letters that the text has nowhere', () => {
    for (let run = 0; run < 200; run++) {
      const from = next(index.text.length - 400);
      const letters = [...index.text.slice(from, from + 20 + next(100))];
      for (let strange = next(letters.length >> 1); strange > 0; strange--)
        letters[next(letters.length)] = 'жщ'.charAt(next(2));
      const words = letters.join('');
      const best = search(index.text, words, Math.floor(words.length * errorRate))[0];
      assert.equal(likenesses(index, words)[0]?.errors, best?.errors, words);
    }
  });

  it('never overlap and come best first', () => {
    for (let run = 0; run < 40; run++) {
      const from = next(index.text.length - 400);
      const found = likenesses(index, withErrors(index.text.slice(from, from + 60), 8, next));
      found.forEach((one, i) => {
        const before = found[i - 1];
        assert.ok(!before || before.errors <= one.errors);
        for (const other of found.slice(i + 1))
          assert.ok(other.range.end <= one.range.start || one.range.end <= other.range.start);
      });
    }
  });
});

describe('occurrences', () => {
  it('are those of a plain search, at whole words', () => {
    const words = fc.array(
      fc.constantFrom(
        'mass',
        'masses',
        'line',
        'the',
        'of',
        'not',
        'it’s',
        'non-violent',
        'violent',
        '1,000',
        '000',
      ),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(words, words, (text, wanted) => {
        const index = indexOf([text.join(' ')]);
        const needle = comparable(selfMapped(wanted.slice(0, 4).join(' '))).text;
        const found = occurrences(index, needle, strict, { start: 0, end: index.text.length });
        const brute: number[] = [];
        for (let at = index.text.indexOf(needle); at >= 0; at = index.text.indexOf(needle, at + 1))
          if (
            /^$|\s/u.test(index.text.charAt(at - 1)) &&
            /^$|\s/u.test(index.text.charAt(at + needle.length))
          )
            brute.push(at);
        assert.deepEqual(
          found.map((range) => range.start),
          brute,
        );
      }),
    );
  });
});

describe('comparable texts', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['quotation marks', '“a” ‘b’ «c» „d“ ‹e›', "'a' 'b' 'c' 'd' 'e'"],
    ['spaces inside French marks', 'il dit « oui » et', "il dit 'oui' et"],
    ['reversed pointed marks', 'er sagt »ja« und', "er sagt 'ja' und"],
    ['dashes and the spaces around them', 'a — b—c -- d --- e – f', 'a-b-c-d-e-f'],
    ['hyphens', 'non-violent non\u2010violent', 'non-violent non-violent'],
    ['ellipses', 'a … b...c . . . d', 'a…b…c…d'],
    ['ligatures and soft hyphens', 'ﬁne of\u00ADfer ﬄ', 'fine offer ffl'],
    ['composition', 'cafe\u0301 \u1100\u1161', 'café 가'],
    ['white space', '  a\n\t b\u00A0c  ', 'a b c'],
    ['case and points stay', 'A, b; c: D!', 'A, b; c: D!'],
  ];
  for (const [name, from, to] of cases) it(name, () => assert.equal(comparable(selfMapped(from)).text, to));

  it('map every character to its origin, in order', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.constantFrom('', ' — ', '“é”', ' « x » ', 'e\u0301'),
        (a, b) => {
          const from = a + b + a;
          const { text, starts, ends } = comparable(selfMapped(from));
          assert.equal(starts.length, text.length);
          for (let i = 0; i < text.length; i++) {
            assert.ok((starts[i] ?? -1) < (ends[i] ?? 0) && (ends[i] ?? 0) <= from.length);
            assert.ok(i === 0 || (starts[i - 1] ?? 0) <= (starts[i] ?? 0));
          }
          assert.equal(comparable(selfMapped(text)).text, text, 'made again it stays as it is');
        },
      ),
      { numRuns: runs(500) },
    );
  });
});

describe('the word diff', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['we do support it', 'what we do not support it is', 'dropped →not'],
    ['we do not support it', 'what we do support it is', 'added not→'],
    ['the mass line', 'under the masses line here', 'changed mass→masses'],
    ['in 1917 it began', 'so in 1918 it began again', 'changed 1917→1918'],
    ['red and white', 'a red, and white flag', 'dropped →,'],
    ['one … four', 'zero one two three four five', 'omitted …→two three'],
    ['one [or two] four', 'zero one two three four five', 'editorial [or two]→two three'],
  ];
  for (const [quoted, source, expected] of cases)
    it(`${quoted} | ${source}`, () => {
      const { steps } = alignWords(comparable(selfMapped(quoted)).text, comparable(selfMapped(source)).text);
      const q = comparable(selfMapped(quoted)).text;
      const s = comparable(selfMapped(source)).text;
      const shown = steps
        .filter((step) => step.kind !== 'same')
        .map(
          (step) =>
            `${step.kind} ${q.slice(step.quoted.start, step.quoted.end)}→${s.slice(step.source.start, step.source.end)}`,
        );
      assert.deepEqual(shown, [expected]);
    });
});
