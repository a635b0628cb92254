import assert from 'node:assert/strict';
import { WordRunIndex, wordWindowsOf } from '../../../src/core/match/wordRuns.ts';

describe('the index of windows of words', () => {
  const texts = ['lamp', 'mill', 'harbour'].map((word) =>
    Array.from({ length: 300 }, (_, at) => `${word}${at % 7} and a${at % 5} wick${at % 11}`).join(' '),
  );
  const windows = texts.map((text) => wordWindowsOf(text));

  it('finds the same places before and after it has a table', () => {
    const index = new WordRunIndex(windows);
    const hashes = [...new Set(windows.flatMap((each) => [...each.hashes]))].concat(1, 2, 3);
    const ask = (most: number): unknown => hashes.map((hash) => index.find(hash, most));
    const fresh = hashes.map((hash) => new WordRunIndex(windows).find(hash, 64));
    // After so many questions there is a table.
    for (let asked = 0; asked < 2000; asked += hashes.length) ask(1);
    assert.deepEqual(ask(64), fresh);
    assert.deepEqual(
      ask(1),
      fresh.map((places) => places.slice(0, 1)),
    );
  });

  it('has every window of a text whose words are shorter than those of any language', () => {
    const letters = Array.from({ length: 400 }, (_, at) => String.fromCharCode(97 + (at % 26)));
    for (const count of [0, 1, 5, 6, 7, 400]) {
      const { starts, hashes } = wordWindowsOf(letters.slice(0, count).join(' '));
      assert.deepEqual(
        [...starts],
        Array.from({ length: Math.max(0, count - 5) }, (_, at) => 2 * at),
      );
      assert.equal(hashes.length, starts.length);
    }
  });

  it('finds every window of a text in that text, where it stands', () => {
    const index = new WordRunIndex(windows);
    windows.forEach(({ starts, hashes }, text) => {
      starts.forEach((start, at) => {
        const places = index.find(hashes[at] ?? 0, Infinity);
        assert.ok(places.some((place) => place.text === text && place.start === start));
      });
    });
  });
});
