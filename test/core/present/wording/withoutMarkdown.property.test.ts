import assert from 'node:assert/strict';
import fc from 'fast-check';
import { escapeMarkdown } from '../../../../src/core/present/wording/escapeMarkdown.ts';
import { withoutMarkdown } from '../../../../src/core/present/wording/withoutMarkdown.ts';

describe('Markdown for clients that take none', () => {
  const check = (markdown: string, expected: string): void => {
    assert.equal(withoutMarkdown(markdown), expected);
  };

  it('is the words themselves of what was escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const words = text.replace(/\s+/gu, ' ').trim();
        check(escapeMarkdown(text), words);
      }),
    );
  });

  it('throws on nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(typeof withoutMarkdown(text), 'string');
      }),
    );
  });
});
