import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { parseWithRemark } from '../../../src/core/blocks/chunks/remark.ts';
import {
  type Chunk,
  type MarkdownDocument,
  parseMarkdown,
  reparseMarkdown,
} from '../../../src/core/blocks/document.ts';
import {
  adversarialEdit,
  adversarialText,
  asRead,
  textOfWholeBlocks,
} from '../../support/adversarialMarkdown.ts';
import { runs } from '../../support/runs.ts';
import { itKeeps } from '../../support/keeping.ts';

const numRuns = runs(100);

function edited(
  before: string,
  { at, remove, insert }: { at: number; remove: number; insert: string },
): string {
  const offset = Math.floor(at * before.length);
  return asRead(before.slice(0, offset) + insert + before.slice(offset + remove));
}

/** The tree as data. A task’s box outside of a list makes `remark-gfm` mark the root as a task, which nobody wants. */
function plain(tree: Root): unknown {
  const { children, position } = JSON.parse(JSON.stringify(tree)) as Root;
  return { children, position };
}

function assertSame(document: MarkdownDocument): void {
  assert.deepEqual(plain(document.tree), plain(parseWithRemark(document.text)));
  for (const { chunk } of document.chunks)
    assert.deepEqual(chunk.blocks.map(withoutContent), chunk.nodes.map(withoutContent));
}

/** A block as data, without what stands in the lines of paragraphs and headings. */
function withoutContent(node: Nodes): unknown {
  if (!('children' in node)) return JSON.parse(JSON.stringify(node));
  const isContent = node.type === 'paragraph' || node.type === 'heading';
  const children = isContent ? [] : node.children.map(withoutContent);
  return JSON.parse(JSON.stringify({ ...node, children }));
}

describe('a document in chunks', function () {
  this.timeout(0);

  it('is the tree that remark makes of it, whatever stands in it', () => {
    fc.assert(
      fc.property(adversarialText, (written) => assertSame(parseMarkdown(written))),
      { numRuns },
    );
  });

  it('is so where blocks that hold blank lines stand behind others', () => {
    fc.assert(
      fc.property(textOfWholeBlocks, (written) => assertSame(parseMarkdown(written))),
      { numRuns: runs(1000) },
    );
  });

  it('reads the same where it is too long for its nodes to be kept', () => {
    const paragraph = `${'Plain words and '.repeat(240)}more.\n\n`;
    const many = paragraph.repeat(8_100_000 / paragraph.length);
    fc.assert(
      fc.property(adversarialText, adversarialEdit, (written, edit) => {
        const rest = asRead(`\n\n${written}`);
        let [short, long] = [parseMarkdown(paragraph + rest), parseMarkdown(many + rest)];
        for (const next of [rest, edited(rest, edit)]) {
          short = reparseMarkdown(short, paragraph + next);
          long = reparseMarkdown(long, many + next);
          const behind = (document: MarkdownDocument): unknown =>
            document.chunks
              .filter(({ start }) => start >= document.text.length - next.length)
              .map(({ chunk }) => JSON.stringify([chunk.text, chunk.nodes, chunk.blocks]));
          assert.deepEqual(behind(long), behind(short));
        }
        const isKept = ({ nodes }: Chunk, again: Chunk): boolean => nodes === again.nodes;
        const kept = long.chunks.filter(({ chunk }) => !chunk.plain && isKept(chunk, chunk));
        assert.deepEqual(kept, []);
      }),
      { numRuns: runs(10) },
    );
  });

  it('is so after any sequence of edits', () => {
    fc.assert(
      fc.property(
        fc.oneof(adversarialText, textOfWholeBlocks),
        fc.array(adversarialEdit, { minLength: 1, maxLength: 8 }),
        (written, edits) => {
          let document = parseMarkdown(written);
          for (const each of edits) {
            document = reparseMarkdown(document, edited(document.text, each));
            assertSame(document);
          }
        },
      ),
      { numRuns },
    );
  });

  it('is so behind front matter that nothing closes, and when edits open and close it', () => {
    const rule = fc.constantFrom('---\n', '--- \n', '---\r\n', '---\n\n');
    const fences = fc.constantFrom(
      { at: 0, remove: 0, insert: '---\n' },
      { at: 0, remove: 4, insert: '' },
      { at: 0.5, remove: 0, insert: '\n---\n' },
      { at: 1, remove: 0, insert: '\n---' },
    );
    fc.assert(
      fc.property(
        rule,
        adversarialText,
        fc.array(fc.oneof(adversarialEdit, fences), { maxLength: 6 }),
        (opening, written, edits) => {
          let document = parseMarkdown(opening + written);
          assertSame(document);
          for (const each of edits) {
            document = reparseMarkdown(document, edited(document.text, each));
            assertSame(document);
          }
        },
      ),
      { numRuns },
    );
  });

  itKeeps('the chunks that an edit leaves alone behind front matter that nothing closes', () => {
    const blocks = Array.from({ length: 50 }, (_, index) => `Paragraph ${String(index)}\n- of some words.`);
    const before = parseMarkdown(`---\ntitle: Nothing\n\n${blocks.join('\n\n')}`);
    const after = reparseMarkdown(before, before.text.replace('Paragraph 20', 'Paragraph twenty'));
    assertSame(after);
    const kept = new Set(before.chunks.map(({ chunk }) => chunk));
    assert.equal(after.chunks.filter(({ chunk }) => !kept.has(chunk)).length, 1);
  });

  it('covers the text without gaps, and places what it parsed', () => {
    fc.assert(
      fc.property(adversarialText, (written) => {
        const { chunks } = parseMarkdown(written);
        assert.equal(chunks.map(({ chunk }) => chunk.text).join(''), written);
        let start = 0;
        for (const placed of chunks) {
          assert.equal(placed.start, start);
          assert.equal(placed.line, written.slice(0, start).split(/\r\n|\r|\n/).length - 1);
          start += placed.chunk.text.length;
        }
      }),
      { numRuns },
    );
  });

  itKeeps('the chunks that an edit leaves alone', () => {
    const paragraphs = Array.from({ length: 50 }, (_, index) => `Paragraph ${String(index)} of some words.`);
    const before = parseMarkdown(paragraphs.join('\n\n'));
    const after = reparseMarkdown(before, before.text.replace('Paragraph 20', 'Paragraph twenty'));
    const kept = new Set(before.chunks.map(({ chunk }) => chunk));
    assert.equal(after.chunks.length, 50);
    const readAgain = (edited: MarkdownDocument): number[] =>
      edited.chunks.flatMap(({ chunk }, index) => (kept.has(chunk) ? [] : [index]));
    assert.deepEqual(readAgain(after), [20]);
    // The chunk before an edit is read again where what follows may belong to it now.
    assert.deepEqual(
      readAgain(reparseMarkdown(before, before.text.replace('\n\nParagraph 20', '\n\n\tcode'))),
      [19],
    );
  });

  itKeeps('all chunks but those that use a label which appears or goes', () => {
    const filler = Array.from({ length: 10 }, (_, index) => `Filler ${String(index)}.`).join('\n\n');
    const before = parseMarkdown(`See [there] and [^n].\n\n${filler}\n\nEnd.`);
    const after = reparseMarkdown(before, `${before.text}\n\n[there]: address\n\n[^n]: Note.\n`);
    assertSame(after);
    const kept = new Set(before.chunks.map(({ chunk }) => chunk));
    assert.equal(after.chunks.filter(({ chunk }) => kept.has(chunk)).length, 10);
    assertSame(reparseMarkdown(after, before.text));
  });

  for (const [name, written] of Object.entries({
    'indented code before what looks like a list': '    code\n\n2. foo',
    'indented code before a quotation': '    code\n\n>-',
    'front matter that nothing closes': '---\nfoo\n\n- a\n\n- b\n\n[@key, ¶ 1]',
    'code in a list that nothing closes': '- ```\n\n>',
    'HTML in a list that nothing closes': '-\t<!--\n\n>\n\nfoo',
    'a heading that refers to a note': '[^n]:\n\n# [^n] ',
    'emphasis at the beginning of an indented line': '_a_\n __b__',
    'a list behind a list of another kind': '- a\n\n* b\n\n1. c\n\n2) d',
    'a list in a list': '- a\n  - b\n    1. c\n- d\n\ne',
    'a list that cannot begin in an item': '- a\n  0. b',
    'front matter whose fence has a space behind it': '---\na: b\n--- \n\nfoo\n\n---\n',
    'a comment over blank lines': '<!--\n\nfoo\n\n-->\n\nbar',
  }))
    it(`reads ${name} as remark does`, () => {
      assertSame(parseMarkdown(written));
      for (let at = 0; at <= written.length; at++)
        assertSame(reparseMarkdown(parseMarkdown(written.slice(0, at)), written));
    });
});
