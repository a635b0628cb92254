import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { RootContent } from 'mdast';
import {
  placedCitations,
  readChunkCitations,
  readCitations,
} from '../../../src/core/citations/readCitations.ts';
import { type Chunk, type MarkdownDocument, parseMarkdown } from '../../../src/core/blocks/document.ts';
import { readSuppressions } from '../../../src/core/check/findings.ts';
import { asOneChunk, copyOf, cutIntoChunks } from '../blocks/chunking.ts';
import { runs } from '../../support/runs.ts';
import { itKeeps } from '../../support/keeping.ts';

const pieces = [
  'Words [@a, ¶ 1].',
  '@a [¶ 4] and @b [foo].',
  '@b [¶ 4]',
  '[@a][foo] [foo]',
  'See [^n], [^m] [@a].',
  '@ex says [@a].',
  '[foo]: /u',
  '[^n]: A note [@n, ¶ 2].',
  '# ¶ 4',
  '# foo',
  '(@ex) An example [@a].',
  'Term\n:   [@d] is it',
  'Term',
  '    [@code] in a definition?',
  '    [@more] of it',
  '```\n[@fenced]\n```',
  '> quoted [@q]\n> - item @r',
  '- a [@s]\n\n  b [@t, ¶ 3]',
  '| a [@u] | b |\n|---|---|\n| c | @v |',
  '<div>\n[@w]\n</div>',
  '<!-- pilcrow-ignore citation/unknown-key: why -->',
  '<!-- another comment -->',
  '---',
  'no citation here',
];
const texts = fc
  .tuple(
    fc.array(fc.constantFrom(...pieces), { maxLength: 12 }),
    fc.constantFrom('\n\n', '\n\n\n', '\n', '\r\n\r\n'),
  )
  .map(([parts, gap]) => parts.join(gap));

/** A copy of a document in which the given chunk stands by itself, read by nobody yet. */
function fresh(document: MarkdownDocument): MarkdownDocument {
  return {
    ...document,
    chunks: document.chunks.map((placed) => ({ ...placed, chunk: copyOf(placed.chunk) })),
  };
}

describe('citations chunk by chunk', () => {
  it('are those of the document as one chunk, however it is cut', () => {
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.boolean()), (text, cuts) => {
        const document = asOneChunk(parseMarkdown(text));
        const whole = readCitations(document);
        const cut = cutIntoChunks(document, () => cuts.next().value === true);
        assert.deepEqual(readCitations(cut), whole);
        assert.deepEqual(readCitations(cut), whole);
        assert.deepEqual(readSuppressions(cut), readSuppressions(document));
      }),
      { numRuns: runs(350) },
    );
  });

  it('are those of a fresh reading where chunks come, go and move', () => {
    const some = fc.array(fc.constantFrom(...pieces), { maxLength: 5 });
    fc.assert(
      fc.property(some, some, some, fc.array(some, { maxLength: 4 }), (before, behind, first, versions) => {
        const known = new Map<string, Chunk>();
        for (const middle of [first, ...versions]) {
          const text = [...before, ...middle, ...behind].join('\n\n');
          const cut = cutIntoChunks(asOneChunk(parseMarkdown(text)), () => true, known);
          assert.deepEqual(readCitations(cut), readCitations(fresh(cut)));
          assert.deepEqual(readCitations(cut, { lang: 'fr' }), readCitations(fresh(cut), { lang: 'fr' }));
        }
      }),
      { numRuns: runs(150) },
    );
  });

  itKeeps(
    'what is read where only other chunks changed, nor where labels changed that they do not ask for',
    () => {
      const chunksOf = (text: string, known: Map<string, Chunk>) =>
        readChunkCitations(cutIntoChunks(asOneChunk(parseMarkdown(text)), () => true, known)).flatMap(
          (chunk) => chunk ?? [],
        );
      const known = new Map<string, Chunk>();
      const [first] = chunksOf('[@a, ¶ 1] [x]\n\nword', known);
      const [moved] = chunksOf('New.\n\n[@a, ¶ 1] [x]\n\nword\n\n[y]: /u\n\n# head', known);
      assert.ok(first);
      assert.equal(moved, first);
      const [start, startMoved] = [0, 6].map((at) => placedCitations(first, at)[0]?.range.start);
      assert.equal(startMoved, (start ?? 0) + 6);
      const [bracketed] = chunksOf('@a [¶ 4]', known);
      const [linked] = chunksOf('@a [¶ 4]\n\n# ¶ 4', known);
      assert.notEqual(linked, bracketed);
      assert.equal(bracketed?.citations[0]?.suffix, '¶ 4');
      assert.equal(linked?.citations[0]?.suffix, '');
    },
  );

  it('hold no node and no text of the document that is not theirs', () => {
    const document = parseMarkdown('Some words [@a, ¶ 12].');
    const nodes = new Set<RootContent>(document.chunks.flatMap(({ chunk }) => chunk.nodes));
    const visit = (value: unknown): void => {
      assert.ok(typeof value !== 'function');
      if (typeof value !== 'object' || value === null) return;
      assert.ok(!nodes.has(value as RootContent) && !ArrayBuffer.isView(value));
      Object.values(value).forEach(visit);
    };
    visit(readCitations(document));
  });
});
