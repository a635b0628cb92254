import { inWords, messageOf } from '../../../src/core/messages.ts';
import assert from 'node:assert/strict';
import type { Fix } from '../../../src/core/check/defineCheck.ts';
import type { Finding } from '../../../src/core/check/findings.ts';
import { safeFixes } from '../../../src/core/check/fixes.ts';

const uri = 'file:///study/papers/a.analysis.md';

/** A finding with one fix that replaces the given stretches. */
function finding(
  title: string,
  places: readonly [number, number][],
  more: Partial<Fix> = {},
  other?: string,
): Finding {
  const edits = places.map(([start, end]) => ({
    range: { start, end },
    newText: title,
    ...(other === undefined ? {} : { uri: other }),
  }));
  const range = { start: places[0]?.[0] ?? 0, end: places[0]?.[1] ?? 0 };
  return {
    check: 'citation/unparsed-locator',
    uri,
    level: 'warning',
    range,
    message: messageOf('checks.noBlock'),
    fixes: [{ title: messageOf('fixes.changeTo', { text: title }), edits, safe: true, ...more }],
  };
}

describe('fixes that are applied together', () => {
  const titles = (findings: readonly Finding[], check?: Parameters<typeof safeFixes>[1]): string[] =>
    safeFixes(findings, check).fixes.map(({ title }) => inWords(title).replace('Change to ', ''));

  it('never touch one another: the earlier wins', () => {
    assert.deepEqual(titles([finding('a', [[0, 5]]), finding('b', [[4, 9]]), finding('c', [[10, 12]])]), [
      'a',
      'c',
    ]);
    assert.deepEqual(titles([finding('a', [[0, 5]]), finding('b', [[5, 5]])]), ['a'], 'side by side');
    assert.deepEqual(
      titles([
        finding('a', [
          [0, 1],
          [8, 9],
        ]),
        finding('b', [[3, 8]]),
        finding('c', [[4, 5]]),
      ]),
      ['a', 'c'],
    );
    assert.deepEqual(
      titles([finding('a', [[3, 3]]), finding('b', [[3, 3]])]),
      ['a'],
      'two insertions at one place',
    );
  });

  it('are safe and stay in their file', () => {
    assert.deepEqual(titles([finding('a', [[0, 1]], { safe: false }), finding('b', [[0, 1]])]), ['b']);
    assert.deepEqual(
      titles([finding('a', [[0, 1]], {}, 'file:///study/x.md'), finding('b', [[0, 1]], {}, uri)]),
      ['b'],
    );
  });

  it('can be those of one check', () => {
    const another: Finding = { ...finding('b', [[4, 5]]), check: 'suppression/unused' };
    assert.deepEqual(titles([finding('a', [[0, 1]]), another], 'suppression/unused'), ['b']);
  });

  it('bring their edits in the order of the findings', () => {
    const { edits } = safeFixes([
      finding('a', [
        [7, 8],
        [0, 1],
      ]),
      finding('b', [[3, 4]]),
    ]);
    assert.deepEqual(
      edits.map(({ range }) => range.start),
      [7, 0, 3],
    );
  });
});
