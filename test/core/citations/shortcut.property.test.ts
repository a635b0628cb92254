import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readCitations } from '../../../src/core/citations/readCitations.ts';
import { locatorTerms } from '../../../src/core/locators.ts';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import { readBlockTexts } from '../../../src/core/inlines/blockTexts.ts';
import { noReferences } from '../../../src/core/inlines/blockTexts.ts';
import { fragmentsIn } from '../../../src/core/citations/shortcut/fragments.ts';
import { readPlainBlock } from '../../../src/core/citations/shortcut/shortcut.ts';
import { makeCorpus } from '../../bench/support/corpus.ts';
import { sentence, soup } from '../../pandoc/generate.ts';
import { Random } from '../../pandoc/random.ts';
import { runs } from '../../support/runs.ts';

/** The shortcut for plain blocks finds what the whole reader finds. */
function assertSame(text: string): void {
  const quick = readCitations(parseMarkdown(text));
  assert.deepEqual(quick, readCitations(parseMarkdown(text), { thorough: true }), JSON.stringify(text));
}

/** Of the blocks of a text that hold an `@`, how many the shortcut reads. */
function shortcuts(text: string): { blocks: number; read: number } {
  const blocks = parseMarkdown(text).chunks.flatMap(({ chunk }) => readBlockTexts(chunk.nodes, chunk.text));
  const read = blocks.filter((block) =>
    readPlainBlock(block, noReferences, fragmentsIn(locatorTerms(undefined))),
  );
  return { blocks: blocks.length, read: read.length };
}

const words = [
  'word',
  'see ',
  'cf. ',
  'p. ',
  'é',
  '12',
  ' ',
  ' ',
  ' ',
  '\n',
  '\n> ',
  ', ',
  '. ',
  '...',
  '-',
  '--',
  '–',
  '😀',
];
const marks = [
  '*',
  '**',
  '***',
  '_',
  '__',
  '"',
  "'",
  '“',
  '”',
  '‘',
  '’',
  '(',
  ')',
  ';',
  ':',
  '!',
  '?',
  '& ',
  '{',
  '}',
];
const cited = [
  '[@a]',
  '[@a, ¶ 12]',
  '[@a, ¶\n12]',
  '[see @a, ¶ 3; -@b, p. 4 and more]',
  "[@x_y, Marx's view]",
  '[@a;@b]',
  '[ @a ]',
  '@a',
  '-@d',
  '@b [¶ 4]',
  '@c [see also]',
  '@{e.f}',
  '@{g}_h_',
  'me@example.org',
  'x@y',
];
const around = [
  '[foo]',
  '[foo](bar)',
  '[foo](b_r*x@y)',
  '[foo]{.term}',
  '[^1]',
  '[^n]',
  '[a; b]',
  '\n[foo]: /u\n',
];
const unusual = [
  '[',
  ']',
  '`',
  '$',
  '\\',
  '<',
  '~',
  '^',
  '@',
  '&amp;',
  "@a's",
  '[@a](u)',
  '[@a]{.x}',
  '[@a][foo]',
  '[foo][@a]',
  '[a; @b]',
  '[@a; b]',
  '[a "b]',
  '[@a "q" b]',
  '[it *is* @a]',
  'http://a@b/c@d ',
  '\u00a0',
  '\u0094',
];
const space = fc.constantFrom('', ' ', '');
const plainTexts = fc
  .array(fc.tuple(fc.constantFrom(...words, ...words, ...marks, ...cited, ...around), space), {
    maxLength: 60,
  })
  .map((pieces) => pieces.flat().join(''));
const strangeTexts = fc
  .array(fc.tuple(fc.constantFrom(...words, ...marks, ...cited, ...around, ...unusual), space), {
    maxLength: 20,
  })
  .map((pieces) => pieces.flat().join(''));
const blocks = fc.constantFrom(
  (text: string) => text,
  (text: string) => `# ${text}`,
  (text: string) => `- ${text.replace(/\n/g, '\n  ')}`,
  (text: string) => `> ${text.replace(/\n/g, '\n> ')}`,
  (text: string) => text.replace(/\n/g, '\r\n'),
  (text: string) => `${text}\n\n[foo]: /u\n`,
  (text: string) => `${text}\n\n# ¶ 4\n`,
  (text: string) => `(@a) example\n\n${text}`,
  (text: string) => `---\nlang: fr\n---\n\n${text}`,
);

describe('the shortcut for plain blocks', function () {
  this.timeout(120_000);

  it('finds what the whole reader finds in prose with marks of every kind', () => {
    fc.assert(
      fc.property(plainTexts, blocks, (text, block) => {
        assertSame(block(text));
      }),
      { numRuns: runs(500) },
    );
  });

  it('finds what the whole reader finds in strange texts', () => {
    fc.assert(
      fc.property(strangeTexts, blocks, (text, block) => {
        assertSame(block(text));
      }),
      { numRuns: runs(500) },
    );
  });

  it('finds what the whole reader finds in the texts that are compared with Pandoc', () => {
    const random = new Random(1);
    for (let i = 0; i < 600; i++) assertSame(i % 2 === 0 ? sentence(random) : soup(random));
  });

  it('finds what the whole reader finds in whole papers, and reads nearly all of their blocks', () => {
    const corpus = makeCorpus({ papers: 6, words: 1500, sources: 3, paragraphs: 20, terms: 10 });
    const papers = [...corpus].filter(([path]) => path.startsWith('papers/')).map(([, text]) => text);
    const folder = new URL('../../../examples/study-folder/', import.meta.url);
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.md')) papers.push(readFileSync(new URL(name, folder), 'utf8'));
    for (const text of papers) assertSame(text);
    const { blocks, read } = shortcuts(papers.join('\n\n'));
    assert.ok(blocks > 50 && read > 0.9 * blocks, `${read} of ${blocks}`);
  });

  it('finds what the whole reader finds among more marks than it nests', () => {
    for (const mark of ['*', '_', '"', "'", '“', '‘', '*a “b ', '_x_ "y" ', '“a *b* c” ', '**d** ']) {
      const many = `${mark}${mark.endsWith(' ') ? '' : 'a '}`.repeat(30);
      for (const text of [
        many,
        `${many} [@a, ¶ 3] and @b [¶ 4]`,
        `${many}[@a] ${many} @b ${many}`,
        `x ${many}x[@a]`,
      ])
        assertSame(text);
    }
  });

  const read = [
    'Words, “quoted” [@a, ¶ 12] and *more* [see @b, ¶¶ 3–5; -@c, p. 4, with care].',
    '@a [¶ 3] says; so do -@b and @{c.d} [sec. 2].',
    'A [link](http://x.y/z_w), a [span]{.term}, a note[^1], who@example.org & [@a].',
    'Lines\nare joined [@a,\n¶ 12]\nand parted.',
    '> quoted\n> lines [@a, ¶ 3]\n> here',
    '- [@a]\n- b\n  [@c, {¶ 4}]',
    "Don't [@a, Marx's words], dogs' [@b].",
  ];
  for (const text of read)
    it(`reads ${JSON.stringify(text)}`, () => {
      assertSame(text);
      const { blocks, read } = shortcuts(text);
      assert.equal(read, blocks);
    });

  it('keeps no more readings of suffixes than it may, and they stay right', () => {
    const text = Array.from({ length: 9000 }, (_, number) => `[@a, ¶ ${number}]`).join('\n\n');
    const found = readCitations(parseMarkdown(`${text}\n\n[@a, ¶ 3]`));
    assert.equal(found.length, 9001);
    assert.ok(found.slice(0, -1).every(({ locator }, number) => locator?.value === String(number)));
    assert.equal(found[9000]?.locator?.value, '3');
  });
});
