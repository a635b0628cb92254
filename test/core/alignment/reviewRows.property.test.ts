import assert from 'node:assert/strict';
import fc from 'fast-check';
import { known, type PageRows, pageRows } from './pageRows.ts';

describe('the rows of two texts, whatever a person does', () => {
  let rows: PageRows;
  let Rows: new () => PageRows;

  before(async () => void (Rows = await pageRows()));

  it('have every paragraph once, whatever is done', () => {
    const deed = fc.tuple(
      fc.constantFrom('confirm', 'nothing', 'join', 'part', 'take', 'give', 'show'),
      fc.nat(5),
      fc.constantFrom<'base' | 'text'>('base', 'text'),
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
        rows = new Rows();
        rows.show(known);
        for (const [name, place, side] of deeds) {
          const at = place % rows.all.length;
          if (name === 'take' || name === 'give') rows.moveBorder(at, side, name === 'take');
          else if (name === 'show') rows.show(known);
          else rows[name](at);
          for (const own of ['base', 'text'] as const) {
            const numbers = rows.all.flatMap((row) => row[own]).sort((a, b) => a - b);
            assert.deepEqual(numbers, own === 'base' ? [1, 2, 3, 4] : [1, 2, 3, 4, 5]);
          }
        }
      }),
    );
  });
});
