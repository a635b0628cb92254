import assert from 'node:assert/strict';
import { GramIndex, gramUnits } from '../../../src/core/match/grams.ts';
import { randomNumbers } from '../../bench/support/random.ts';

/** A text of some length whose grams repeat. */
function repetitive(length: number): string {
  const random = randomNumbers(length);
  return Array.from({ length }, () => 'abcd '.charAt(Math.floor(random() * 5))).join('');
}

describe('the index of grams', () => {
  for (const length of [0, gramUnits - 1, gramUnits, 900, 150_000])
    it(`has every place of every gram of ${length} characters, in order`, () => {
      const text = repetitive(length);
      const index = new GramIndex(text);
      const seen = new Set<number>();
      for (const slot of new Set(index.slotsOf(text))) {
        const places = index.places(slot);
        assert.ok(places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0)));
        for (const place of places) seen.add(place);
      }
      assert.equal(seen.size, Math.max(0, length - gramUnits + 1));
      for (const [at, slot] of index.slotsOf(text.slice(0, 300)).entries())
        assert.ok(index.places(slot).includes(at));
    });

  it('has the places of a stretch alone', () => {
    const text = repetitive(5000);
    const index = new GramIndex(text);
    for (const slot of index.slotsOf(text.slice(0, 40)))
      for (const within of [
        { start: 0, end: text.length },
        { start: 1200, end: 3700 },
        { start: 40, end: 40 },
      ])
        assert.deepEqual(
          [...index.placesWithin(slot, within)],
          [...index.places(slot)].filter((place) => place >= within.start && place < within.end),
        );
  });

  it('names the first gram that is rare enough, else the rarest', () => {
    const index = new GramIndex('masses masses masses organise');
    const slots = index.slotsOf('masses organise');
    assert.equal(index.rareEnough(slots, 1).offset, 2);
    assert.deepEqual(index.rareEnough(slots, 0), index.rarest(slots, 0, slots.length - 1));
  });
});
