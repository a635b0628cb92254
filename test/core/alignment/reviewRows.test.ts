import assert from 'node:assert/strict';
import { known, type PageRows, pageRows } from './pageRows.ts';

describe('the rows of two texts on their page', () => {
  let rows: PageRows;
  let Rows: new () => PageRows;
  const shown = (): string[] =>
    rows.all.map(({ base, text, state }) => `${base.join('+')}–${text.join('+')} ${state}`);

  before(async () => void (Rows = await pageRows()));
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
