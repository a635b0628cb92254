import assert from 'node:assert/strict';
import fc from 'fast-check';

/** Paragraphs by number, and what is known of them. */
interface PageRow {
  readonly base: readonly number[];
  readonly text: readonly number[];
  readonly state: string;
}

/** The part of the page that has no elements. */
interface PageRows {
  readonly all: readonly PageRow[];
  readonly openCount: number;
  show(rows: readonly PageRow[]): void;
  nextOpen(at: number): number;
  confirm(at: number): readonly Omit<PageRow, 'state'>[];
  nothing(at: number): readonly Omit<PageRow, 'state'>[];
  join(at: number): boolean;
  part(at: number): boolean;
  moveBorder(at: number, side: 'base' | 'text', isDown: boolean): boolean;
}

const script = new URL('../../../media/alignment/rows.js', import.meta.url).href;

describe('the rows of two texts, whatever a person does', () => {
  let rows: PageRows;
  let Rows: new () => PageRows;
  const known: readonly PageRow[] = [
    { base: [1], text: [1], state: 'certain' },
    { base: [2, 3], text: [2], state: 'open' },
    { base: [], text: [3], state: 'open' },
    { base: [4], text: [4, 5], state: 'confirmed' },
  ];

  before(async () => ({ Rows } = (await import(script)) as { Rows: typeof Rows }));

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
