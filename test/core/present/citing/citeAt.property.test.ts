import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Citation, readCitations } from '../../../../src/core/citations/readCitations.ts';
import { parseMarkdown } from '../../../../src/core/blocks/document.ts';
import { citeAt } from '../../../../src/core/present/citing/citeAt.ts';
import { cited } from './generate.ts';
import { runs } from '../../../support/runs.ts';

/** Every place that citations name: a key and a label, with each number or else the text of the locator. */
function named(citations: readonly Citation[]): Set<string> {
  const names = new Set<string>();
  for (const { key, locator } of citations) {
    if (!locator) names.add(key);
    for (const { first, last } of locator?.parts ?? []) {
      const from = Number(first);
      let to = Number(last ?? first);
      // Style guides abbreviate the end of a range from 100 on.
      if (to < from && from >= 100) to += Math.floor(from / 100) * 100;
      const counted = /^\d+$/.test(first) && /^\d+$/.test(last ?? first) && to >= from;
      if (!counted) names.add(`${key} ${locator?.label} ${first}-${last}`);
      else
        for (let number = from; number <= to; number++)
          names.add(`${key} ${locator?.label} ${String(number)}`);
    }
  }
  return names;
}

describe('citing anywhere', () => {
  it('leaves a text that is read as what was cited before and what is wanted', () => {
    fc.assert(
      fc.property(cited, ({ text, place, written }) => {
        const document = parseMarkdown(text);
        const edit = citeAt(document, place, written);
        assert.ok(edit);
        const after = text.slice(0, edit.range.start) + edit.newText + text.slice(edit.range.end);
        const now = readCitations(parseMarkdown(after));
        const old = readCitations(document);
        const wanted = readCitations(parseMarkdown(written), { lang: 'en' });
        const expected = new Set([...named(old), ...named(wanted)]);
        const got = named(now);
        const [key = ''] = wanted.map((citation) => citation.key);
        const lost = [...expected].filter((name) => !got.has(name) && name !== key);
        assert.deepEqual(
          { after, lost, more: [...got].filter((name) => !expected.has(name)) },
          { after, lost: [], more: [] },
        );
        // Prefixes, and words after a locator, stay what they were.
        for (const one of old)
          assert.ok(
            now.some((each) => each.key === one.key && each.prefix === one.prefix && each.mode === one.mode),
            `${one.prefix}@${one.key} of ${JSON.stringify(text)} is gone from ${JSON.stringify(after)}`,
          );
        assert.ok(edit.caret >= 0 && edit.caret <= after.length);
      }),
      { numRuns: runs(300) },
    );
  });
});
