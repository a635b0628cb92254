import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Block, Run, RunStyle } from '../../../src/convert/blocks/block.ts';
import { decodeBytes } from '../../../src/convert/decode.ts';
import { importSource } from '../../../src/convert/import.ts';
import { writeBlocks } from '../../../src/convert/writing/writeBlocks.ts';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import { readSource } from '../../../src/core/source/readSource.ts';
import { runs } from '../../support/runs.ts';

const flat = (text: string): string => text.replace(/[\s\u0085\u180E]+/gu, ' ').trim();
const paragraph = (runs: readonly Run[]): Block => ({ kind: 'paragraph', runs, line: 1, endLine: 1 });
const passages = (markdown: string) => readSource(parseMarkdown(`---\nid: a\n---\n\n${markdown}\n`)).passages;

/** Words and signs that Markdown might read as markup. */
const pieces = [
  'word',
  'a',
  '1',
  ' ',
  ' ',
  '*',
  '_',
  '**',
  '`',
  '[',
  ']',
  '(',
  ')',
  '#',
  '>',
  '-',
  '+',
  '1.',
  '2)',
  '~',
  '|',
  '\\',
  '<',
  '>',
  '&amp;',
  '&',
  '@key',
  '[^1]',
  '![x](y)',
  '[a](b)',
  '[@k, p. 2]',
  'http://a.b/c_d*e',
  'www.a.bc',
  'a@b.cd',
  '$x$',
  '^',
  '=',
  '---',
  '===',
  '”',
  '—',
  '[T]o',
  '[x] ',
  ':',
  '!',
  '"',
  '{',
  '}',
  'é',
  '\u00A0',
  '.',
  '<b>',
  '<!-- -->',
  'https://x.y)',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 4 })), {
    minLength: 1,
    maxLength: 14,
  })
  .map((parts) => flat(parts.join('').replace(/[\0-\x1F\x7F]/g, '')))
  .filter((words) => words !== '');

describe('writing Markdown', () => {
  it('leaves an editor’s brackets and plain prose without backslashes', () => {
    const prose = '[T]o teach… [to] learn, snake_case & a < b, 3 * 4 (see 1.2): “yes”';
    assert.equal(writeBlocks([paragraph([{ text: prose }])]), prose.replace('*', '\\*'));
  });

  it('gives back the words of any paragraph', () => {
    fc.assert(
      fc.property(text, (words) => {
        const read = passages(writeBlocks([paragraph([{ text: words }])]));
        assert.deepEqual(
          read.map((passage) => [passage.kind, flat(passage.words?.plain.text ?? ''), passage.notes]),
          [['paragraph', words, []]],
        );
      }),
      { numRuns: runs(150) },
    );
  });

  it('gives back the words of any heading, quotation, list item, table cell and note', () => {
    fc.assert(
      fc.property(text, (words) => {
        const block = paragraph([{ text: words }]);
        const source = readSource(
          parseMarkdown(
            writeBlocks([
              { ...block, kind: 'heading', depth: 2 },
              { ...block, quotation: 1 },
              { ...block, kind: 'list', runs: [], items: [[block], [block]] },
              { ...block, kind: 'table', runs: [], rows: [[[{ text: words }], [{ text: 'x' }]]] },
              paragraph([{ text: 'end' }, { text: '', note: '7' }]),
              { ...block, kind: 'note', note: '7' },
            ]),
          ),
        );
        assert.equal(flat(source.headings[0]?.text ?? ''), words);
        const dashed = /^(?:[—―–]|--)/u.test(words);
        const read = source.passages.map((passage) => flat(passage.words?.plain.text ?? ''));
        if (!dashed) assert.deepEqual(read, [words, `${words} ${words}`, `${words} x`, 'end']);
        assert.equal(flat(source.notes[0]?.words?.plain.text ?? ''), words);
      }),
      { numRuns: runs(150) },
    );
  });

  it('gives back the words of any styled runs', () => {
    const style: fc.Arbitrary<RunStyle | undefined> = fc.constantFrom<RunStyle | undefined>(
      undefined,
      undefined,
      { emphasis: true },
      { strong: true },
      { strong: true, emphasis: true },
      { code: true },
      { link: 'https://mill.example/' },
      { deleted: true },
    );
    const run = fc
      .tuple(text, style, fc.constantFrom('', ' '))
      .map(([words, set, space]): Run =>
        set ? { text: words + space, style: set } : { text: words + space },
      );
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 5 }), (runs) => {
        const words = flat(runs.map((one) => one.text).join(''));
        const read = passages(writeBlocks([paragraph(runs)]));
        assert.deepEqual(
          read.map((passage) => flat(passage.words?.plain.text ?? '')),
          [words],
        );
      }),
      { numRuns: runs(150) },
    );
  });
});

describe('decoding', () => {
  it('tells encodings apart', () => {
    const bytes = (...codes: number[]): Uint8Array => Uint8Array.from(codes);
    assert.deepEqual(decodeBytes(bytes(0x93, 0x61, 0x94, 0x85, 0xe9)), {
      text: '“a”…é',
      encoding: 'windows-1252',
    });
    assert.deepEqual(decodeBytes(new TextEncoder().encode('“a”…é')), { text: '“a”…é', encoding: 'utf-8' });
  });

  it('says what is no text', () => {
    for (const bytes of [[], new Array<number>(400).fill(0), [0x20, 0x0a, 0x20]])
      assert.ok('problem' in decodeBytes(Uint8Array.from(bytes)));
  });
});

describe('importing anything', () => {
  const file = fc.constantFrom('a.txt', 'a.md', 'a.html');
  const fragments = [
    '<p>',
    '</p>',
    '<b>',
    '<ul><li>',
    '<table><tr><td>',
    '</table>',
    '<blockquote>',
    '<sup>1</sup>',
    '<a href="#x">1</a>',
    '<p id=x>',
    '<script>',
    '<!--',
    '-->',
    '<br>',
    '[^1]: x',
    '---\n',
    '\n',
    '\n\n',
    '> ',
    '- ',
    '1. ',
    '(1) ',
    '(i) Title',
    'Some words that end here.',
    'He said:',
    'by Ada Holm',
    'Footnote 1: x',
    'word1',
    '\t',
    '\u00A0',
    '\r',
    '\ud800',
    'Leave a Reply',
  ];
  it('never throws, and gives the same again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constantFrom(...fragments), fc.string()), { maxLength: 40 }),
        file,
        async (parts, fileName) => {
          const bytes = new TextEncoder().encode(parts.join(''));
          const first = await importSource({ bytes, fileName, editions: [] });
          assert.deepEqual(await importSource({ bytes, fileName, editions: [] }), first);
          if (!('problem' in first)) {
            readSource(parseMarkdown(first.markdown));
            for (const doubt of first.doubts)
              for (const choice of doubt.options) {
                const decided = await importSource({
                  bytes,
                  fileName,
                  editions: [],
                  decisions: [{ id: doubt.id, choice }],
                });
                assert.ok(
                  'problem' in decided ||
                    decided.doubts.some((one) => one.id === doubt.id && one.chosen === choice),
                );
              }
          }
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it('reads bytes of any kind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), file, async (bytes, fileName) => {
        await importSource({ bytes, fileName, editions: [] });
      }),
      { numRuns: runs(200) },
    );
  });

  it('takes hostile files in its stride', async function () {
    this.timeout(120_000);
    const files: readonly (readonly [string, string])[] = [
      ['a.html', '<div>'.repeat(100_000) + 'deep'],
      ['a.html', '<p><b>'.repeat(20_000) + 'bold'],
      ['a.html', '<!--'.repeat(50_000)],
      ['a.txt', '\n'.repeat(200_000) + 'word'],
      ['a.txt', 'a'.repeat(2_000_000)],
      ['a.md', '*'.repeat(500_000)],
      ['a.md', '['.repeat(500_000)],
      ['a.md', '> '.repeat(20_000) + 'x'],
      ['a.txt', 'A short line\n'.repeat(40_000)],
    ];
    for (const [fileName, content] of files) {
      const result = await importSource({ bytes: new TextEncoder().encode(content), fileName, editions: [] });
      assert.ok('problem' in result || result.markdown !== '');
    }
  });
});
