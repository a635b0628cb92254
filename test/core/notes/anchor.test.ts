import assert from 'node:assert/strict';
import { anchor } from '../../../src/core/notes/anchor.ts';
import type { Selectors } from '../../../src/core/notes/annotation.ts';
import { randomNumbers } from '../../bench/support/random.ts';
import { selected, textOf } from './support.ts';

const source = `---
id: mill
---

The lamp *stood* in the window — “lit” all night.

## (1) The Miller

The miller, 🌾 they said, lit it every evening; the miller slept by day.

> He who has light shall share it.
`;

/** What stands at the place of a note in another text. */
function found(selectors: Selectors, text: string): string {
  const { state, how, range } = anchor(selectors, textOf(text));
  return range ? `${String(how)}: ${text.slice(range.start, range.end)}` : state;
}

describe('anchoring', () => {
  it('takes no longer for the words of a whole page that are not found than for those of a line', () => {
    const random = randomNumbers(7);
    const sentence = (): string =>
      `${Array.from({ length: 12 }, () => `w${String(Math.floor(random() * 900))}`).join(' ')}.`;
    const sentences = Array.from({ length: 400 }, sentence);
    const text = textOf(sentences.join(' '));
    // Every fifth word is another one, so that nothing stands as it did and much is alike.
    const changed = (from: number, count: number): string =>
      sentences
        .slice(from, from + count)
        .join(' ')
        .replace(/((?:\S+ ){4})\S+/g, '$1other');
    const start = process.cpuUsage().user;
    for (let at = 0; at < 30; at++)
      anchor(
        {
          quote: { exact: changed(at * 5, 50), prefix: '', suffix: '', unique: undefined },
          position: undefined,
        },
        text,
      );
    const seconds = (process.cpuUsage().user - start) / 1e6;
    // Aligned unit by unit, window after window, each took a third of a second; a group has thousands.
    assert.ok(seconds < 3, `${seconds.toFixed(1)} s for thirty`);
  });

  const { selectors } = selected('lit it every evening', textOf(source));

  it('says where words stand, in code points of the file', () => {
    const at = [...source].join('').indexOf('lit it every');
    const start = [...source.slice(0, at)].length;
    assert.deepEqual(selectors.position, { start, end: start + 'lit it every evening'.length });
    assert.equal(found(selectors, source), 'position: lit it every evening');
  });

  it('looks at words, not at how they are written', () => {
    const { selectors: across } = selected('stood* in the window — “lit”', textOf(source));
    assert.equal(across.quote?.exact, 'stood in the window — “lit”');
    const other = source
      .replace('id: mill', 'id: mill\ntitle: The Lamp')
      .replace('*stood* in the window — “lit”', 'stood in\n**the window** -- "lit"')
      .replace('every evening', 'every\nevening');
    assert.equal(found(across, other), 'quote: stood in\n**the window** -- "lit"');
    assert.equal(found(selectors, other), 'quote: lit it every\nevening');
  });

  it('finds changed words between what stood around them', () => {
    assert.equal(
      found(selectors, source.replace('every evening', 'each evening')),
      'approximate: lit it each evening',
    );
    assert.equal(
      found(selectors, source.replace('lit it every evening', 'went out when he liked')),
      'orphan',
    );
  });

  it('does not take other words for those that were deleted', () => {
    const miller = selected('the miller', textOf(source), source.indexOf('evening')).selectors;
    assert.equal(found(miller, source), 'position: the miller');
    assert.equal(found(miller, source.replace('; the miller slept by day', '')), 'orphan');
  });

  it('tells nobody where words without surroundings stand twice, or elsewhere', () => {
    const bare: Selectors = {
      quote: { exact: 'miller', prefix: '', suffix: '', unique: undefined },
      position: { start: 0, end: 6 },
    };
    assert.equal(found(bare, source), 'orphan');
    const once = 'The miller slept.\n';
    assert.equal(found({ ...bare, position: { start: 4, end: 10 } }, once), 'position: miller');
    assert.equal(found({ quote: undefined, position: { start: 4, end: 10 } }, once), 'orphan');
  });

  it('finds long words that stood nowhere else where they were moved', () => {
    const line = selected('He who has light shall share it.', textOf(source)).selectors;
    const moved = source
      .replace('> He who has light shall share it.\n', '')
      .replace('The lamp', 'He who has light shall share it. A lamp');
    assert.equal(found(line, moved), 'quote: He who has light shall share it.');
  });
});
