import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Parent } from 'mdast';
import { type Labels, noLabels } from '../../../src/core/blocks/chunks/labels.ts';
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
  const isLeaf = ['paragraph', 'heading', 'definitionTerm'].includes(own.type ?? '');
  return { ...own, children: isLeaf ? [] : children.map(outlineOf) };
}

/** Compares with the parser what is read simply; false where it is not read so. */
function isSimplyTheSame(written: string, labels: Labels = noLabels): boolean {
  const read = readSimpleBlocks(written, whole, labels);
  const outline = readSimpleBlocks(written, whole, undefined);
  if (!read && !outline) return false;
  const { children } = parseWithRemark(written, true, labels);
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

/** Labels of links, and what may stand beside them. */
const referencePieces = [
  ...'[x]|[x]|[X  y]|[x][]|[w][x]|[w v][x y]|[x][w]|[z]|[@s]|[@s, ¶ 1]|[x](b.md)|[^1]'.split('|'),
  ...'word|word|and so| | | |.|,|: |[|]|(|^|!|*|`|\\|<|\n|\n\n|{.a}|> |- '.split('|'),
  ...[
    '\n\n[x]: /u\n',
    '\n\n[x]: /u\n',
    '\n\n[x]: /u\n\n',
    '\n\n[x y]: https://a.org/b_c?d=e#f\n\n',
    '[X]: u',
    ' "title"',
    '[ x ]: u\n',
    '[x]:u',
  ],
];
const referenceText = fc
  .array(fc.constantFrom(...referencePieces), { minLength: 1, maxLength: 10 })
  .map((all) => all.join(''));
const linkLabels: Labels = { links: new Set(['X', 'X Y']), notes: new Set(['1']) };

/** Definition lists, mostly of one line each, and what may stand between them. */
const definitionText = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          'Term\n:   text [@s, ¶ 1].\n\n',
          'Two words\n: more *so*\n\n',
          'A “b”\n:  c\n\n\n',
        ),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          ...[
            'Term\n',
            ': text\n',
            ':    more\n',
            '~ so\n',
            '\n',
            '    in\n',
            '  in\n',
            '- a\n',
            '> a\n',
            '# A\n',
          ],
          ...[
            'words\n\n',
            ': - a\n\n',
            ': 1. a\n\n',
            'T \n: b \n\n',
            '| a | b |\n|---|---|\n',
            '[^1]: n\n',
            ':\n',
            ': `c`\n\n',
          ],
          ...[
            'Term\n\n: text\n\n',
            'T\n: [x]: y\n\n',
            '---\n',
            '*T*\n: `c`\n\n',
            '@s\n: b\n\n',
            '1917. T\n: b\n\n',
            'T\r\n: b\r\n\r\n',
          ],
        ),
      },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) => all.join(''));

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

  it('are those of the parser in texts with defined links', () => {
    let [references, definitions] = [0, 0];
    fc.assert(
      fc.property(referenceText, (written) => {
        if (!isSimplyTheSame(written, linkLabels)) return;
        if (/\[(?:x|X {2}y)\](?!:)/.test(written)) references++;
        if (/^\[x\]: \/u$/m.test(written)) definitions++;
      }),
      { numRuns: runs(4000) },
    );
    assert.ok(references > 100, `${String(references)} texts with references`);
    assert.ok(definitions > 50, `${String(definitions)} texts with definitions`);
  });

  it('are those of the parser in definition lists', () => {
    let simple = 0;
    fc.assert(
      fc.property(definitionText, (written) => {
        if (isSimplyTheSame(written) && /^:/m.test(written)) simple++;
      }),
      { numRuns: runs(4000) },
    );
    assert.ok(simple > 300, `${String(simple)} texts with definitions`);
  });
});
