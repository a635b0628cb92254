import assert from 'node:assert/strict';
import { readCitations } from '../../../src/core/citations/readCitations.ts';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import { bracedKey, citationOf } from '../../../src/core/syntax/lexemes.ts';

describe('a key as it is written', () => {
  it('gets braces where Pandoc would not read it whole', () => {
    const keys = ['masswork', 'a.b:c', '1848', 'été', 'a.', 'a..b', 'a,b', 'a]b', '*'];
    assert.deepEqual(
      keys.map((key) => bracedKey(key)),
      ['masswork', 'a.b:c', '1848', 'été', '{a.}', '{a..b}', '{a,b}', '{a]b}', '{*}'],
    );
  });

  it('is read back as the same key', () => {
    for (const key of ['masswork', 'a.b:c', 'a.', 'a,b', 'http://x.org/y'])
      assert.deepEqual(
        readCitations(parseMarkdown(`${citationOf(key, '¶ 12')}\n`)).map((citation) => citation.key),
        [key],
      );
  });
});
