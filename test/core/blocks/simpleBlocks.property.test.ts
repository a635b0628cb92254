import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Parent } from 'mdast';
import { noLabels } from '../../../src/core/blocks/chunks/labels.ts';
import { parseWithRemark } from '../../../src/core/blocks/chunks/remark.ts';
import { readSimpleBlocks } from '../../../src/core/blocks/simple/simpleBlocks.ts';
import { runs } from '../../support/runs.ts';

const pieces = [
  ...'word|the|“so”|[@s, ¶ 1]|@s|*a b*|**a**|_a_|[a](b.md)|`c`|.|,|#|\\|!|<|&|-|---|[^1]|*|_|é|\u00a0|\t| |  '.split(
    '|',
  ),
  ...[
    '> ',
    '- ',
    '1. ',
    '# ',
    '## ',
    '```\n',
    '\n',
    ' \n',
    '  \n',
    '\r\n',
    ' \r\n',
    '\n\n',
    ' \n\n',
    '\n- ',
    ' \n- ',
  ],
  ...['\n  ', '\n> ', ' \n> ', '\n\n# ', '\n  - ', '\n   1. ', '\n    - ', '\n- so\n  - it\n'],
];
const text = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 14 }).map((all) => all.join(''));

/** A piece that is a whole document. */
const whole = { isFirst: true, isLast: true };

/** A node without what is read of inline content. */
function outlineOf(node: object): unknown {
  const { children = [], ...own } = node as Partial<Parent>;
  const isLeaf = ['paragraph', 'heading'].includes(own.type ?? '');
  return { ...own, children: isLeaf ? [] : children.map(outlineOf) };
}

/** Compares with the parser what is read simply; false where it is not read so. */
function isSimplyTheSame(written: string): boolean {
  const read = readSimpleBlocks(written, whole, noLabels);
  const outline = readSimpleBlocks(written, whole, undefined);
  if (!read && !outline) return false;
  const { children } = parseWithRemark(written, true, noLabels);
  // As JSON: the parser leaves fields out that are undefined.
  if (read) assert.deepEqual(JSON.parse(JSON.stringify(read)), JSON.parse(JSON.stringify(children)));
  if (outline) assert.deepEqual(outline.map(outlineOf), children.map(outlineOf));
  return read !== undefined;
}

/** A line of a list, mostly a plain one, or what may stand between such lines. */
const listLine = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('- so', '- the word', '  - so', '  - *a* b', '    - so') },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('', '  ', '   ', '    '),
        fc.constantFrom('- ', '1. ', '2. ', '* ', '', '> '),
        fc.constantFrom('so', '*a* b', '', '[@s, ¶ 1]', '[^1]: x'),
      )
      .map((parts) => parts.join('')),
  },
);
const listText = fc
  .tuple(
    fc.array(listLine, { minLength: 1, maxLength: 8 }),
    fc.constantFrom('', '\n', '\n\n', '\n\n\n', '\n\nAnd so'),
  )
  .map(([lines, end]) => lines.join('\n') + end);

describe('simple blocks', () => {
  it('are those of the parser, blanks at the ends of lines among them', () => {
    let simple = 0;
    fc.assert(
      fc.property(text, (written) => {
        if (isSimplyTheSame(written) && / $/m.test(written)) simple++;
      }),
      { numRuns: runs(4000) },
    );
    assert.ok(simple > 50, `${String(simple)} with blanks at the ends of lines`);
  });

  it('are those of the parser in lists, with lists in them and blank lines behind', () => {
    let nested = 0;
    fc.assert(
      fc.property(listText, (written) => {
        if (isSimplyTheSame(written) && /^- .*\n {2}- .*\n\n/m.test(written)) nested++;
      }),
      { numRuns: runs(4000) },
    );
    assert.ok(nested > 20, `${String(nested)} lists in lists with blank lines behind them`);
  });
});
