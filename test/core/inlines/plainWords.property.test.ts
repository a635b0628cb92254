import assert from 'node:assert/strict';
import fc from 'fast-check';
import { InlineParser } from '../../../src/core/inlines/inlineParser.ts';
import type { Inline } from '../../../src/core/inlines/nodes.ts';
import { readInlines } from '../../../src/core/inlines/readCites.ts';
import { noReferences } from '../../../src/core/inlines/blockTexts.ts';
import { trimInlines } from '../../../src/core/inlines/stringify.ts';
import { runs } from '../../support/runs.ts';

/** With words that follow each other, and single spaces between them, as one. */
function joined(inlines: readonly Inline[]): readonly Inline[] {
  const out: Inline[] = [];
  for (const inline of inlines) {
    const last = out.at(-1);
    const isWords = (inline.kind === 'string' || inline.kind === 'space') && last?.kind === 'string';
    if (
      isWords &&
      last.end === inline.start &&
      (inline.kind === 'string' || inline.end === inline.start + 1)
    ) {
      const text = last.text + (inline.kind === 'string' ? inline.text : ' ');
      out[out.length - 1] = { kind: 'string', text, start: last.start, end: inline.end };
    } else out.push(inline);
  }
  return out;
}

const pieces = fc.constantFrom(
  ...[
    'boat',
    'a',
    'p.',
    'vol.',
    'e.g.',
    '12',
    ' ',
    ' ',
    ' ',
    '  ',
    '\n',
    '  \n',
    'é',
    'caf',
    'http://x.de/a@b',
    ':',
  ],
  ...[
    '@key',
    '[@key, p. 3]',
    '*',
    '_',
    '**',
    '’',
    "'",
    '"',
    '-',
    '--',
    '...',
    '.',
    '`x y`',
    '$x$',
    '&amp;',
    '\\*',
    '^',
    '~',
    '§',
  ],
);

describe('plain words of a block', () => {
  it('are the inlines that they are one by one, however many are read together', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        // A block has no blank line.
        const text = parts
          .join('')
          .replace(/\n\s*\n/g, '\n')
          .trim();
        const context = { quote: 0, links: true, limit: text.length, depth: 0 } as const;
        const oneByOne = new InlineParser(text, noReferences).collect(0, false, text.length, context);
        assert.deepEqual(joined(readInlines(text, noReferences)), joined(trimInlines(oneByOne)));
      }),
      { numRuns: runs(3000) },
    );
  });
});
