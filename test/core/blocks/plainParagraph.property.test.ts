import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type MarkdownDocument, parseMarkdown } from '../../../src/core/blocks/document.ts';
import { readLinks } from '../../../src/core/blocks/notesAndLinks.ts';
import { plainTextOf } from '../../../src/core/blocks/plainTextOf.ts';
import { noLabels } from '../../../src/core/blocks/chunks/labels.ts';
import { parseWithRemark } from '../../../src/core/blocks/chunks/remark.ts';
import { readPlainParagraph } from '../../../src/core/blocks/simple/plainParagraph.ts';
import { readCitations } from '../../../src/core/citations.ts';
import { readGlossary } from '../../../src/core/glossary/readGlossary.ts';
import { readSource } from '../../../src/core/source/readSource.ts';
import { readQuotations } from '../../../src/core/quotations/quotationsIn.ts';
import { asOneChunk } from './chunking.ts';
import { runs } from '../../support/runs.ts';

const pieces = [
  ...'word|the|Mühle|“|”|‘|’|"|\'|«|»|.|,|:|;|—|-|…|*|**|_|(|)|[|]|!|@|#|+|1.|a)|i.|é|İ|\u2028|\ufeff|`|<|&|\\|^|~|$|{|}|\t|\r|  '.split(
    '|',
  ),
  '|',
  ...'[@s, ¶ 1]|[see @s, ¶ 2; -@t]|[@s]: x|[@s](x)|@s [¶ 2]|[a](b.md)|[a](b.md){.c}|[a](b.md "c")|![a](b)|[a]|[^1]|*a b*|**a**|_a_|*a* b*'.split(
    '|',
  ),
  ...'https://example.org|a@b.org|&amp;|<b>|snake_case|2 * 3 * 4|“*a* b”|("a")|Table: a|---|==='.split('|'),
  '\\,',
  "\\'",
  '\\-',
  '\n',
  '\r\n',
  '\r\n\r\n',
  '\n\n',
  '\n    ',
  ' \n',
];
/** What most of a paper is made of. */
const usual = ['word', 'the', 'Mühle', '“so it”', '[@s, ¶ 1]', '*a b*', '[a](b.md)', '.', ',', '\n', '’'];
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...usual) },
  { weight: 1, arbitrary: fc.constantFrom(...pieces) },
);
const text = fc
  .tuple(fc.array(piece, { minLength: 1, maxLength: 14 }), fc.boolean(), fc.boolean())
  .map(([some, isSpaced, isBegun]) => (isBegun ? 'word ' : '') + some.join(isSpaced ? ' ' : ''));

function passagesOf(document: MarkdownDocument): unknown {
  return readSource(document).passages.map(({ words, attribution, ...passage }) => ({
    ...passage,
    range: words?.range,
    words: words?.plain.text,
    starts: words?.plain.starts,
    attribution: attribution?.text,
  }));
}

function definitionsOf(document: MarkdownDocument): unknown {
  return readGlossary(document).entries.map(({ name, range, aliases, definition, definedAt }) => ({
    name,
    range,
    aliases,
    definedAt,
    plain: definition.plain.map((words) => [words.text, words.starts]),
    citations: definition.citations,
  }));
}

describe('a plain paragraph', () => {
  it('is what the parser reads: one paragraph, whose words are its text without what is hidden', () => {
    let plains = 0;
    fc.assert(
      fc.property(text, (written) => {
        const plain = readPlainParagraph(written);
        if (!plain) return;
        plains++;
        const { children } = parseWithRemark(written, true, noLabels);
        assert.deepEqual(
          children.map(({ type, position }) => [type, position?.start.offset, position?.end.offset]),
          [['paragraph', 0, plain.end]],
        );
        let words = '';
        let from = 0;
        for (let at = 0; at < plain.hidden.length; at += 2) {
          words += written.slice(from, plain.hidden[at]);
          from = plain.hidden[at + 1] ?? 0;
        }
        words += written.slice(from, plain.end);
        assert.equal(words, plainTextOf(children, written).text);
      }),
      { numRuns: runs(1500) },
    );
    assert.ok(plains > 150, `only ${String(plains)} were plain`);
  });

  it('has the citations, links and quotations that a document of nodes has', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (some) => {
        const document = parseMarkdown(some.join('\n\n'));
        const whole = asOneChunk(document);
        assert.deepEqual(readCitations(document), readCitations(whole, { thorough: true }));
        assert.deepEqual(readLinks(document), readLinks(whole));
        assert.deepEqual(readQuotations(document).map(spelled), readQuotations(whole).map(spelled));
      }),
      { numRuns: runs(500) },
    );
  });

  it('is a passage and a definition with the words that a document of nodes has', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), fc.boolean(), (some, inPrint) => {
        const head = inPrint ? '---\nnumbering: printed\n---\n\n' : '## Entry\n\n';
        const document = parseMarkdown(head + some.join('\n\n'));
        const whole = asOneChunk(document);
        assert.deepEqual(passagesOf(document), passagesOf(whole));
        assert.deepEqual(definitionsOf(document), definitionsOf(whole));
      }),
      { numRuns: runs(400) },
    );
  });

  it('is none where a label of the document makes a link of its brackets', () => {
    const written = 'So it is [@a, ¶ 3].\n\n[@a, ¶ 3]: x\n\nSo it is [@b, ¶ 4].\n';
    const whole = asOneChunk(parseMarkdown(written));
    assert.deepEqual(readCitations(parseMarkdown(written)), readCitations(whole, { thorough: true }));
  });
});

function spelled({ words, ...rest }: ReturnType<typeof readQuotations>[number]): unknown {
  return { ...rest, words: { text: words.text, starts: [...words.starts], ends: [...words.ends] } };
}
