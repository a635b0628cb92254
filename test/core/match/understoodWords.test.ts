import assert from 'node:assert/strict';
import { inAnyLanguage } from '../../../src/core/languages.ts';

describe('the words that Pilcrow understands', () => {
  it('are in lower case, as the texts in which they are looked for', () => {
    const kinds = [
      'denying',
      'idleDenials',
      'weakDenials',
      'saying',
      'telling',
      'eliding',
      'attributing',
      'remark',
      'ownTranslation',
    ] as const;
    for (const kind of kinds) {
      const words = inAnyLanguage(kind).replace(/\\p\{[^}]*\}|\\./g, '');
      assert.equal(words, words.toLowerCase(), kind);
    }
  });
});
