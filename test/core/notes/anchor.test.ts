import assert from 'node:assert/strict';
import { anchor } from '../../../src/core/notes/anchor.ts';
import type { Selectors } from '../../../src/core/notes/annotation.ts';
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
