import assert from 'node:assert/strict';
import { alignTexts, type ParallelText } from '../../../src/core/sideBySide.ts';
import { runToEnd } from '../../../src/core/memo.ts';
import { numbersFromTo } from '../../../src/core/text.ts';
import { type ChangedPair, randomFrom } from '../../support/changedTexts.ts';
import { judge, parallelText, trueGroups } from '../../support/parallelTexts.ts';

/** Aligns two texts; says how many paragraphs are not certain. None may be certain and wrong. */
function openParagraphs(a: string, b: string, truth: string): number {
  const { open, wrong } = judge(runToEnd(alignTexts(parallelText(a), parallelText(b))), trueGroups(truth));
  assert.deepEqual(wrong, []);
  return open;
}

function textOf(language: string, ...paragraphs: readonly string[]): ParallelText {
  return { language, headings: [], blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })) };
}

/** Paragraphs that the translation has one by one, in another order in each copy, of which the translation lacks some at the beginning. */
function longPair(copies: number, lacking: number): ChangedPair {
  const [english, french] = [parallelText('evenings.en'), parallelText('evenings.fr')];
  const pairs = trueGroups('evenings.en-fr').filter(({ a, b }) => a.length === 1 && b.length === 1);
  const random = randomFrom(200006);
  const all = numbersFromTo(1, copies).flatMap(() =>
    pairs
      .map((pair) => ({ pair, at: random() }))
      .sort((x, y) => x.at - y.at)
      .map(({ pair }) => pair),
  );
  return {
    a: { ...english, headings: [], blocks: all.flatMap(({ a: [at = 0] }) => english.blocks[at - 1] ?? []) },
    b: {
      ...french,
      headings: [],
      blocks: all.slice(lacking).flatMap(({ b: [at = 0] }) => french.blocks[at - 1] ?? []),
    },
    truth: all.map((_, at) => ({ a: [at + 1], b: at < lacking ? [] : [at + 1 - lacking] })),
  };
}

describe('a text and its translation, side by side', () => {
  it('finds the paragraphs of a faithful translation', () => {
    assert.ok(openParagraphs('reading.en', 'reading.fr', 'reading.en-fr') <= 2);
  });

  it('finds paragraphs that a free translation puts together, parts and leaves out', () => {
    assert.ok(openParagraphs('reading.en', 'reading.fr-free', 'reading.en-fr-free') <= 10);
    assert.ok(openParagraphs('evenings.en', 'evenings.fr', 'evenings.en-fr') <= 16);
  });

  it('has every paragraph of both texts in one group', () => {
    const groups = runToEnd(alignTexts(parallelText('evenings.en'), parallelText('evenings.fr')));
    assert.deepEqual(
      groups.flatMap(({ a }) => a),
      Array.from({ length: 76 }, (_, at) => at + 1),
    );
    assert.deepEqual(
      groups.flatMap(({ b }) => b),
      Array.from({ length: 77 }, (_, at) => at + 1),
    );
  });

  it('is never certain that nothing corresponds', () => {
    const groups = runToEnd(alignTexts(parallelText('reading.en'), parallelText('reading.fr-free')));
    assert.deepEqual(
      groups.filter(({ a, b, isCertain }) => isCertain && (a.length === 0 || b.length === 0)),
      [],
    );
  });

  it('is certain of nothing in texts that have nothing to do with each other', () => {
    const groups = runToEnd(alignTexts(parallelText('reading.en'), parallelText('evenings.fr')));
    const certain = groups.filter(({ isCertain }) => isCertain);
    assert.ok(certain.length <= 1, JSON.stringify(certain));
  });

  it('takes texts without paragraphs, without words and without spaces', () => {
    assert.deepEqual(runToEnd(alignTexts(textOf('en'), textOf('fr'))), []);
    const lone = runToEnd(alignTexts(textOf('en', 'Alone.'), textOf('fr')));
    assert.deepEqual(
      lone.map(({ a, b }) => [a, b]),
      [[[1], []]],
    );
    const chinese = textOf('zh', '我们在一起读书。', '', '没有人说话。');
    const groups = runToEnd(alignTexts(textOf('en', 'We read together.', '—', 'Nobody spoke.'), chinese));
    assert.equal(groups.flatMap(({ a, b }) => [...a, ...b]).length, 6);
  });

  it('finds its way again in a long text of which a translation leaves much out', () => {
    const pair = longPair(5, 60);
    const { all, open, wrong } = judge(runToEnd(alignTexts(pair.a, pair.b)), pair.truth);
    assert.deepEqual(wrong, []);
    assert.ok(open < all * 0.3, `${open} of ${all}`);
  });

  it('lets others have their turn', () => {
    const task = alignTexts(parallelText('reading.en'), parallelText('reading.fr'));
    let turns = 0;
    while (!task.next().done) turns++;
    assert.ok(turns > 100, String(turns));
  });
});
