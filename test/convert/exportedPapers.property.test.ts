import assert from 'node:assert/strict';
import fc from 'fast-check';
import { manuscriptOfFixture, shownBlocks } from '../publish/support.ts';
import { runs } from '../support/runs.ts';
import { broughtBack } from './broughtBack.ts';

/** Blocks of a paper, and in boxes, quotations and items others, so deep. */
function blocksMarkdown(depth: number, isInner = false): fc.Arbitrary<string> {
  const words = fc.constantFrom(
    'Words.',
    'More *words* here.',
    'A `code` and **bold**.',
    '1\\. no list',
    'z',
  );
  const table = fc
    .tuple(fc.constantFrom('---', '--:', ':-:'), words)
    .map(([side, cell]) => `| a | b |\n| --- | ${side} |\n| ${cell.replace('\\', '')} | 2 |`);
  const plain = fc.oneof(words, table, fc.constant('* * *'), fc.constant('## Heading'));
  if (depth === 0) return words;
  const inner = blocksMarkdown(depth - 1, true);
  const box = fc
    .tuple(fc.constantFrom('.note', '#b .call-out', '.a .b'), isInner ? inner : fc.oneof(inner, plain))
    .map(([names, content]) => `::: {${names}}\n\n${content}\n\n:::`);
  const item = fc.oneof(
    words,
    fc.tuple(words, inner).map((parts) => parts.join('\n\n')),
  );
  const list = fc
    .tuple(
      fc.constantFrom(['- ', '- '], ['1. ', '2. '], ['c) ', 'd) '], ['(iv) ', '(v) '], ['B.  ', 'C.  ']),
      item,
      item,
    )
    .map(([[one = '', two = ''], ...items]) =>
      [one, two].map((mark, at) => mark + indented(items[at] ?? '', ' '.repeat(mark.length))).join('\n\n'),
    );
  const quotation = fc
    .oneof(
      words,
      words.map((one) => `::: {.note}\n\n${one}\n\n:::`),
    )
    .map((content) => indented(`> ${content}`, '> '));
  return fc
    .array(isInner ? fc.oneof(words, box, list) : fc.oneof(plain, box, list, quotation), {
      minLength: 1,
      maxLength: 3,
    })
    .map((blocks) =>
      // Between lists, and between quotations, words stand: what those would be else is layout.
      blocks.join('\n\nBetween.\n\n'),
    );
}

function indented(text: string, prefix: string): string {
  return text.replaceAll('\n', `\n${prefix}`);
}

/** The tree of a paper without what is layout. */
function treeOf(text: string): string {
  return shownBlocks(manuscriptOfFixture(`\n${text}\n`).blocks).replaceAll(' tight', '');
}

describe('any paper that was exported', () => {
  for (const format of ['docx', 'odt'] as const)
    it(`has its blocks in each other again from ${format}`, async () => {
      await fc.assert(
        fc.asyncProperty(blocksMarkdown(2), async (text) => {
          assert.equal(treeOf(await broughtBack(text, format)), treeOf(text));
        }),
        { numRuns: runs(25) },
      );
    });
});
