import assert from 'node:assert/strict';

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
  readonly hasChanges: boolean;
  forgetChanges(): void;
  forgetConfirmed(): void;
  nextOpen(at: number): number;
  confirm(at: number): readonly Omit<PageRow, 'state'>[];
  nothing(at: number): readonly Omit<PageRow, 'state'>[];
  join(at: number): boolean;
  part(at: number): boolean;
  moveBorder(at: number, side: 'base' | 'text', isDown: boolean): boolean;
}

const script = new URL('../../../media/alignment/rows.js', import.meta.url).href;

describe('the rows of two texts on their page', () => {
  let rows: PageRows;
  let Rows: new () => PageRows;
  const known: readonly PageRow[] = [
    { base: [1], text: [1], state: 'certain' },
    { base: [2, 3], text: [2], state: 'open' },
    { base: [], text: [3], state: 'open' },
    { base: [4], text: [4, 5], state: 'confirmed' },
  ];
  const shown = (): string[] =>
    rows.all.map(({ base, text, state }) => `${base.join('+')}–${text.join('+')} ${state}`);

  before(async () => ({ Rows } = (await import(script)) as { Rows: typeof Rows }));
  beforeEach(() => {
    rows = new Rows();
    rows.show(known);
  });

  it('name the places to look at, one after the other, from the beginning again behind the last', () => {
    assert.deepEqual([rows.openCount, rows.nextOpen(0), rows.nextOpen(2), rows.nextOpen(3)], [2, 1, 2, 1]);
  });

  it('are confirmed as they stand, and stay so until the server says so', () => {
    assert.deepEqual(rows.confirm(1), [{ base: [2, 3], text: [2] }]);
    rows.show(known);
    assert.equal(shown()[1], '2+3–2 confirmed');
    rows.show(known.map((row, at) => (at === 1 ? { ...row, state: 'confirmed' } : row)));
    rows.forgetConfirmed();
    assert.equal(shown()[1], '2+3–2 confirmed');
  });

  it('are parted where nothing corresponds', () => {
    assert.deepEqual(rows.nothing(1), [
      { base: [2, 3], text: [] },
      { base: [], text: [2] },
    ]);
    assert.deepEqual(shown(), [
      '1–1 certain',
      '–2 confirmed',
      '–3 open',
      '2+3– confirmed',
      '4–4+5 confirmed',
    ]);
  });

  it('are joined and parted', () => {
    assert.ok(rows.join(1));
    assert.deepEqual(shown(), ['1–1 certain', '2+3–2+3 changed', '4–4+5 confirmed']);
    assert.ok(rows.part(1));
    assert.deepEqual(shown(), ['1–1 certain', '2–2 changed', '3–3 changed', '4–4+5 confirmed']);
    assert.ok(rows.part(1));
    assert.deepEqual(shown().slice(1, 3), ['–2 changed', '2– changed']);
    assert.ok(!rows.part(1));
    assert.ok(!rows.join(rows.all.length - 1));
  });

  it('give paragraphs to the next row and take them, on one side', () => {
    assert.ok(rows.moveBorder(1, 'base', false));
    assert.deepEqual(shown(), ['1–1 certain', '2–2 changed', '3–3 changed', '4–4+5 confirmed']);
    assert.ok(rows.moveBorder(1, 'text', true));
    assert.deepEqual(shown(), ['1–1 certain', '2–2+3 changed', '3– changed', '4–4+5 confirmed']);
    assert.ok(!rows.moveBorder(3, 'base', true));
    assert.ok(rows.hasChanges);
    rows.forgetChanges();
    assert.equal(shown()[1], '2+3–2 open');
  });

  it('lose nothing that was changed where a confirmation is not written or is taken back', () => {
    rows.confirm(0);
    rows.join(1);
    rows.forgetConfirmed();
    assert.deepEqual(shown(), ['1–1 certain', '2+3–2+3 changed', '4–4+5 confirmed']);
    rows.forgetChanges();
    assert.deepEqual([rows.hasChanges, shown()[1]], [false, '2+3–2 open']);
  });
});
