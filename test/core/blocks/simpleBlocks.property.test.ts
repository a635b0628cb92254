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

describe('simple blocks', () => {
  it('are those of the parser, blanks at the ends of lines among them', () => {
    let [simple, nested] = [0, 0];
    fc.assert(
      fc.property(text, (written) => {
        const read = readSimpleBlocks(written, whole, noLabels);
        const outline = readSimpleBlocks(written, whole, undefined);
        if (!read && !outline) return;
        const { children } = parseWithRemark(written, true, noLabels);
        // As JSON: the parser leaves fields out that are undefined.
        if (read) assert.deepEqual(JSON.parse(JSON.stringify(read)), JSON.parse(JSON.stringify(children)));
        if (outline) assert.deepEqual(outline.map(outlineOf), children.map(outlineOf));
        if (read && / $/m.test(written)) simple++;
        if (read && /^- .*\n {2}- .*\n\n/m.test(written)) nested++;
      }),
      { numRuns: runs(4000) },
    );
    assert.ok(simple > 50, `${String(simple)} with blanks at the ends of lines`);
    assert.ok(nested > 5, `${String(nested)} lists in lists with blank lines behind them`);
  });
});
