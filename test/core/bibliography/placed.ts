import assert from 'node:assert/strict';
import type { BibliographyFile } from '../../../src/core/bibliography/work.ts';

/** Keys of works, in order. */
export const keysOf = (file: BibliographyFile): readonly string[] => file.works.map((work) => work.key);

export function assertPlaced(text: string, file: BibliographyFile): void {
  for (const { key, keyRange, range } of file.works) {
    assert.equal(text.slice(keyRange.start, keyRange.end), key);
    assert.ok(range.start <= keyRange.start && keyRange.end <= range.end && range.end <= text.length);
  }
  for (const { range } of file.problems)
    assert.ok(0 <= range.start && range.start < range.end && range.end <= text.length);
}
