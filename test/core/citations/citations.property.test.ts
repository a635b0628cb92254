import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Citation, readCitations } from '../../../src/core/citations/readCitations.ts';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import { encloses } from '../../../src/core/text/range.ts';
import { runs } from '../../support/runs.ts';

function read(text: string): readonly Citation[] {
  return readCitations(parseMarkdown(text));
}

describe('citations', () => {
  it('keeps its promises on any text', () => {
    const piece = fc.constantFrom(
      ...[
        '[',
        ']',
        '@a',
        '-@b',
        '@{c}',
        ';',
        ' ',
        '\n',
        '> ',
        '- ',
        ', ¶ 12',
        'p. 3',
        '*',
        '_',
        '"',
        '`',
        '$',
        '<',
        '>',
      ],
      ...[
        '](x)',
        '{',
        '}',
        '\\',
        '^',
        '~',
        '|',
        '&amp;',
        '#',
        ':',
        '\r\n',
        '\r',
        '\t',
        '\u0000',
        '\ud800',
        '😀',
        '<b>',
        '<div>',
      ],
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const citation of read(text)) {
          const whole = { start: 0, end: text.length };
          const ranges = [citation.range, citation.keyRange, citation.suffixRange, citation.group];
          if (citation.locator) ranges.push(citation.locator.range, citation.locator.valueRange);
          if (citation.attempt) ranges.push(citation.attempt.range);
          for (const range of ranges) assert.ok(encloses(whole, range) && range.start <= range.end);
          assert.equal(text.slice(citation.keyRange.start, citation.keyRange.end), citation.key);
          assert.ok(encloses(citation.range, citation.keyRange));
          assert.ok(encloses(citation.group, citation.range));
          assert.ok(citation.range.start >= last);
          last = citation.range.start;
        }
      }),
      { numRuns: runs(1000) },
    );
  });
});
