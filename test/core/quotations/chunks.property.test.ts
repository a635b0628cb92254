import assert from 'node:assert/strict';
import { memoState } from '../../../src/core/memo.ts';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import {
  type Chunk,
  type MarkdownDocument,
  parseMarkdown,
  type PlacedChunk,
} from '../../../src/core/blocks/document.ts';
import type { Quotation } from '../../../src/core/quotations/reading/quotationTypes.ts';
import { quotationPlaces, readQuotations } from '../../../src/core/quotations/quotationsIn.ts';
import { readPiece } from '../../../src/core/quotations/reading/readPiece.ts';
import { resolveQuotation, type QuotationResult } from '../../../src/core/quotations/resolveQuotation.ts';
import { tale } from './sample.ts';
import { studyOf } from './support.ts';
import { runs } from '../../support/runs.ts';

/** A copy of a node `by` units further back. */
function moved<T extends Nodes>(node: T, by: number): T {
  const copy = structuredClone(node);
  const move = (one: Nodes): void => {
    for (const point of [one.position?.start, one.position?.end])
      if (point?.offset !== undefined) point.offset -= by;
    if ('children' in one) one.children.forEach(move);
  };
  move(copy);
  return copy;
}

/**
 * The document in other chunks: cut before the top-level nodes for which `cuts` says so.
 * @param known chunks that are taken over where they read the same
 */
function cutUp(
  text: string,
  cuts: (index: number) => boolean,
  known: readonly Chunk[] = [],
): MarkdownDocument {
  const whole = parseMarkdown(text);
  const { children } = whole.tree;
  const starts = [
    0,
    ...children.flatMap((node, i) => (i > 0 && cuts(i) ? [node.position?.start.offset ?? 0] : [])),
  ];
  const chunks = starts.map((start, i): PlacedChunk => {
    const end = starts[i + 1] ?? text.length;
    const nodes = children
      .filter(({ position }) => {
        const at = position?.start.offset ?? 0;
        return at >= start && (at < end || i === starts.length - 1);
      })
      .map((node) => moved(node, start));
    const chunk = { text: text.slice(start, end), nodes, blocks: nodes, plain: undefined };
    const same = known.find(
      (one) => one.text === chunk.text && JSON.stringify(places(one)) === JSON.stringify(places(chunk)),
    );
    return { start, line: 0, chunk: same ?? chunk };
  });
  return { ...whole, tree: whole.tree, chunks };
}

/** What a chunk says besides lines and columns. */
function places({ nodes }: Chunk): unknown {
  const placeOf = (node: Nodes): unknown => [
    node.type,
    node.position?.start.offset,
    node.position?.end.offset,
    'children' in node ? node.children.map(placeOf) : 'value' in node ? node.value : undefined,
  ];
  return nodes.map(placeOf);
}

function read(document: MarkdownDocument): readonly Quotation[] {
  return readQuotations(document);
}

/** A quotation with its places written out. */
function spelled({ words, ...rest }: Quotation): unknown {
  return {
    ...rest,
    words: { text: words.text, starts: Array.from(words.starts), ends: Array.from(words.ends) },
  };
}

const piece = fc.constantFrom(
  ...[
    ...'“|”|‘|’|"|\'|«|»|„|‹|›|&ldquo;|&rdquo;|…|[sic]|word|the|workers’ state|’90s|it’s|.|,|:|—|*|_|`|[x]{.t}|é|<b>'.split(
      '|',
    ),
    '[@s, ¶ 1]',
    '@s [¶ 2]',
    '@t writes',
    '[^1]',
    '\n\n[^1]: see [@n, ¶ 3]\n\n',
    '\n\n[^1]: nothing\n\n',
    '\n',
    '\n\n',
    '\n\n“',
    '\n\n> ',
    '\n\n> “words of a block”\n\n',
    '\n\n> words of a block\n\n',
    '\n\n> [!NOTE]\n> ',
    '\n> — [@s, ¶ 4]\n\n',
    '\n\n<!-- no -->\n\n',
    '\n\n- ',
    '\n\n# ',
    '\n\n| a “b c” | d [@s] |\n|---|---|\n| “e f” | g |\n\n',
    '\n\n```\n“code”\n```\n\n',
  ],
);
const paper = fc
  .tuple(fc.array(piece, { maxLength: 40 }), fc.boolean())
  .map(([pieces, spaced]) => pieces.join(spaced ? ' ' : ''));

describe('quotations chunk by chunk', () => {
  it('are those of the whole paper, wherever it is cut', () => {
    fc.assert(
      fc.property(paper, fc.infiniteStream(fc.boolean()), (text, cuts) => {
        const decided: boolean[] = [];
        const cut = (index: number): boolean => (decided[index] ??= cuts.next().value ?? true);
        assert.deepEqual(read(cutUp(text, cut)).map(spelled), read(parseMarkdown(text)).map(spelled));
      }),
      { numRuns: runs(300) },
    );
  });

  it('are the same where paragraphs without marks are read, too', () => {
    fc.assert(
      fc.property(paper, (text) => {
        const { tree } = parseMarkdown(text);
        const member = {
          text,
          nodes: tree.children,
          plain: undefined,
          base: 0,
          groups: [],
          firstGroup: 0,
          noteCites: () => false,
        };
        const slow = readPiece([member], true);
        const fast = readPiece([member]);
        const words = ({ drafts }: typeof slow): unknown =>
          drafts.map((draft) => [
            draft.words.text,
            draft.range,
            draft.outer,
            draft.marks,
            draft.lead,
            draft.breaks,
          ]);
        assert.deepEqual(words(fast), words(slow));
        assert.deepEqual([fast.opensWith, fast.leavesOpen], [slow.opensWith, slow.leavesOpen]);
      }),
      { numRuns: runs(300) },
    );
  });

  it('follow edits: what is kept of chunks is what would be read anew', () => {
    fc.assert(
      fc.property(
        paper,
        fc.array(fc.tuple(fc.nat(), piece, fc.nat(12)), { maxLength: 6 }),
        (start, edits) => {
          let text = start;
          let document = cutUp(text, () => true);
          read(document);
          for (const [at, added, removed] of edits) {
            const from = at % (text.length + 1);
            text = text.slice(0, from) + added + text.slice(from + removed);
            document = cutUp(
              text,
              () => true,
              document.chunks.map(({ chunk }) => chunk),
            );
            assert.deepEqual(read(document).map(spelled), read(cutUp(text, () => true)).map(spelled));
          }
        },
      ),
      { numRuns: runs(120) },
    );
  });

  it('are not read again where an edit elsewhere moves them', () => {
    const first = 'A paragraph.\n\n';
    const rest = 'It says “some words” [@s, ¶ 1].\n\n> And a block.\n\n[@s, ¶ 2]\n\n';
    const before = cutUp(first + rest, () => true);
    const chunks = before.chunks.map(({ chunk }) => chunk);
    const old = quotationPlaces(before);
    const after = quotationPlaces(cutUp(`Longer, ${first}${rest}`, () => true, chunks));
    assert.equal(old.length, 2);
    assert.equal(after.length, 2);
    if (!memoState.isPlain) assert.ok(after.every(({ draft }, i) => draft === old[i]?.draft));
    assert.ok(after.every(({ start }, i) => start === (old[i]?.start ?? 0) + 8));
  });

  it('lose nothing to an empty code block in a block quotation', () => {
    const [quotation] = read(parseMarkdown('> one\n>\n> ```\n> ```\n>\n> two\n>\n> ```\n> ```\n'));
    assert.equal(quotation?.words.text, 'one\ntwo');
    assert.deepEqual(quotation.range, { start: 2, end: 27 });
  });

  it('are proved as if they were proved for the first time, wherever edits have moved them', () => {
    const study = studyOf({ 'sources/s.md': tale, 'sources/t.md': tale });
    const cites = fc.constantFrom(
      '[@s, ¶ 1]',
      '[@s, ¶ 4]',
      '[@t, ¶ 1; @s, ¶ 5]',
      '@t [¶ 9]',
      '[@nobody]',
      '',
    );
    const said = fc.constantFrom(
      'The keeper of the light is an old woman',
      'The keeper of the light is a young woman',
      'the law is always right',
      'They mend their nets — all of them — by touch',
      'and turned … to the south',
      'The keepers do not obey it. The people of the islands write another one',
    );
    const sentence = fc
      .tuple(said, cites, fc.constantFrom('It says “', '> ', '> “', 'No, “'))
      .map(
        ([words, citation, open]) =>
          `${open}${words}${open.endsWith('“') ? '”' : ''} ${citation}${open.startsWith('>') ? '' : '.'}`,
      );
    const blocks = fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.array(blocks, { minLength: 2, maxLength: 4 }), (papers) => {
        let chunks: readonly Chunk[] = [];
        for (const paragraphs of papers) {
          const text = paragraphs.map((sentences) => sentences.join('\n')).join('\n\n');
          const document = cutUp(text, () => true, chunks);
          chunks = document.chunks.map(({ chunk }) => chunk);
          const result = (quotation: Quotation): unknown => toldOf(resolveQuotation(quotation, study));
          const fresh = studyOf({ 'sources/s.md': tale, 'sources/t.md': tale });
          assert.deepEqual(
            read(document).map(result),
            read(cutUp(text, () => true)).map((one) => toldOf(resolveQuotation(one, fresh))),
          );
        }
      }),
      { numRuns: runs(40) },
    );
  });
});

/** What a result tells a reader. */
function toldOf(result: QuotationResult | undefined): unknown {
  if (!result) return undefined;
  const { quotation, source, matches, ...rest } = result;
  return {
    ...rest,
    range: quotation.range,
    source: source?.key,
    matches: matches.map((found) => [found.source.key, found.labels, found.places.map(({ range }) => range)]),
  };
}
