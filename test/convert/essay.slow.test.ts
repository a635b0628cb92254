import { inWords } from '../../src/core/messages.ts';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEdition, type Edition } from '../../src/core/source/edition.ts';
import { fingerprint } from '../../src/core/text/strings.ts';
import * as forms from './essayVariants.ts';
import { doubts, imported } from './importing.ts';

interface TruthBlock {
  readonly n: number | null;
  readonly kind: string;
  readonly text: string;
  readonly label?: string | null;
  readonly level?: number;
  readonly startLine: number;
  readonly sha256: string;
  readonly belongsTo?: number;
  readonly anchoredIn?: number;
  readonly footnoteMarkers?: readonly { readonly id: string; readonly charsBefore: string }[];
}

const root = join(import.meta.dirname, '../..');
const folder = join(root, '../shared/essay');
const read = (file: string): Buffer => readFileSync(join(folder, file));

describe('import of the essay', function () {
  this.timeout(120_000);
  let blocks: readonly TruthBlock[] = [];
  let edition: Edition;
  let text = '';

  before(function () {
    if (!existsSync(join(folder, 'truth.json'))) {
      console.log('      skipped: the essay is not at ../shared/essay');
      this.skip();
    }
    blocks = (JSON.parse(read('truth.json').toString('utf8')) as { blocks: TruthBlock[] }).blocks;
    const frozen = readEdition(readFileSync(join(root, 'editions/masswork/edition.json'), 'utf8'));
    if ('problem' in frozen) assert.fail(inWords(frozen.problem));
    edition = frozen.edition;
    text = read('essay.txt').toString('utf8');
  });

  const of = (kind: string): TruthBlock[] => blocks.filter((block) => block.kind === kind);
  const startOf = (number: number): number =>
    (blocks.find((block) => block.n === number)?.startLine ?? 0) - 1;

  /** What truth.json says, against what the written source file says when it is read again. */
  async function assertTrue(
    bytes: Uint8Array | string,
    fileName: string,
    editions: readonly Edition[],
  ): Promise<void> {
    const { source } = await imported(bytes, { fileName, editions });
    const numbered = blocks.filter((block) => block.n !== null);
    assert.deepEqual(
      source.passages.map((passage) => `${passage.number} ${passage.kind} ${passage.fingerprint}`),
      numbered.map((block) => `${block.n ?? 0} ${block.kind} ${block.sha256}`),
    );
    assert.deepEqual(
      source.headings.map((heading) => [heading.depth, fingerprint(heading.text)]),
      of('heading').map((block) => [block.level, fingerprint(`${block.label ?? ''} ${block.text}`)]),
    );
    assert.deepEqual(
      source.notes.map((note) => [note.label, note.anchor, note.fingerprint]),
      of('footnote').map((block, index) => [String(index + 1), block.anchoredIn, block.sha256]),
    );
    for (const block of of('attribution')) {
      const attribution = source.passages[(block.belongsTo ?? 0) - 1]?.attribution?.text ?? '';
      assert.equal(fingerprint(attribution.replace(/^\s*—\s*/u, '')), block.sha256);
    }
    const front = source.frontMatter.data;
    assert.equal(front['title'], of('title')[0]?.text);
    assert.deepEqual(front['author'], [{ literal: of('byline')[0]?.text.replace(/^by /, '') }]);
    assert.equal(fingerprint(String(front['abstract'])), of('standfirst')[0]?.sha256);
  }

  const headingLine = (_line: string, number: number): boolean =>
    of('heading').some((block) => block.startLine === number);
  const anchors = () =>
    blocks.flatMap((block) =>
      (block.footnoteMarkers ?? []).map((mark) => ({
        before: mark.charsBefore.slice(-8),
        digit: mark.id.slice(1),
      })),
    );

  const textForms: Readonly<Record<string, () => string | Uint8Array>> = {
    'as saved': () => text,
    CRLF: () => forms.crlf(text),
    'lone CR': () => forms.loneCr(text),
    'a last line end': () => forms.finalNewline(text),
    'Windows-1252': () => forms.toWindows1252(text),
    'UTF-8 with a byte order mark': () => forms.utf8(text, true),
    'UTF-16 LE': () => forms.utf16(text, 'le', true),
    'UTF-16 BE': () => forms.utf16(text, 'be', true),
    'UTF-16 without a mark': () => forms.utf16(text, 'le', false),
    'wrapped at 60': () => forms.wrapped(60)(text),
    'wrapped at 66': () => forms.wrapped(66)(text),
    'wrapped at 80': () => forms.wrapped(80)(text),
    'wrapped at hyphens': () => forms.wrappedAtHyphens(72)(text),
    'straight quotation marks': () => forms.straightQuotes(text),
    'double blank lines': () => forms.doubleBlank(text),
    'odd white space': () => forms.oddSpaces(text),
    'indented paragraphs': () => forms.indented(text),
    'no blank line behind headings': () => forms.noBlankAfterHeading([60])(text),
    'marks in brackets': () => forms.markForms((digit) => `[${digit}]`, anchors())(text),
    'marks raised': () => forms.markForms((digit) => '¹²³'[Number(digit) - 1] ?? digit, anchors())(text),
    'marks apart': () => forms.markForms((digit) => ` [${digit}]`, anchors())(text),
    'page frame': () => forms.framed(text),
    'wrapped and double spaced': () => forms.wrapped(72)(text).replaceAll('\n', '\n\n'),
  };
  const editionForms: Readonly<Record<string, () => string | Uint8Array>> = {
    'typewriter signs': () => forms.typewriter(text),
    'no blank lines': () => forms.noBlankLines(text),
    'wrapped, no blank lines': () => forms.noBlankLines(forms.wrapped(72)(text)),
    'wrapped, no blank lines, CRLF, Windows-1252, straight marks': () =>
      forms.toWindows1252(forms.crlf(forms.noBlankLines(forms.wrapped(65)(forms.straightQuotes(text))))),
    'odd white space, wrapped': () => forms.oddSpaces(forms.wrapped(72)(text)),
    'one line': () => text.replace(/\s+/g, ' '),
  };
  const htmlForms: Readonly<Record<string, () => string | Uint8Array>> = {
    headings: () => forms.html('h2', headingLine, false)(text),
    'bold paragraphs': () => forms.html('bold', headingLine, false)(text),
    'whole page': () => forms.html('h2', headingLine, true)(text),
    'whole page, bold, Windows-1252': () => forms.toWindows1252(forms.html('bold', headingLine, true)(text)),
    'every wrapped line a paragraph': () => forms.html('bold', () => false, true)(forms.wrapped(70)(text)),
  };

  describe('with its edition', () => {
    for (const [name, form] of Object.entries({ ...textForms, ...editionForms }))
      it(`text: ${name}`, async () => await assertTrue(form(), 'essay.txt', [edition]));
    for (const [name, form] of Object.entries(htmlForms))
      it(`HTML: ${name}`, async () => await assertTrue(form(), 'essay.html', [edition]));
    for (const file of ['essay.md', 'variants/crlf.txt', 'variants/wrapped-72.txt', 'variants/page.html'])
      it(file, async () => await assertTrue(read(file), file, [edition]));
    it('a plain text called Markdown', async () => await assertTrue(text, 'essay.md', [edition]));
  });

  describe('without an edition', () => {
    for (const [name, form] of Object.entries(textForms))
      it(`text: ${name}`, async () => await assertTrue(form(), 'essay.txt', []));
    it('a web page', async () => await assertTrue(read('variants/page.html'), 'page.html', []));
    it('has doubts at the ambiguous places alone', async () => {
      const { result } = await imported(text);
      assert.deepEqual(doubts(result), [
        '5:abstract',
        '12:paragraph',
        '38:quotation',
        '52:quotation',
        '54:attribution',
        '60:heading',
        '181:quotation',
        '183:attribution',
        '197:furniture',
      ]);
      assert.deepEqual(
        result.dropped.map((part) => part.line),
        of('furniture').flatMap((block) => (block.startLine === 201 ? [201, 202] : [block.startLine])),
      );
    });
  });

  describe('a copy that differs', () => {
    const edited = (change: (lines: string[]) => void): string => {
      const lines = text.split('\n');
      change(lines);
      return lines.join('\n');
    };
    const layouts = {
      'as saved': (copy: string) => copy,
      wrapped: forms.wrapped(70),
      'without blank lines': forms.noBlankLines,
    };
    for (const [name, layout] of Object.entries(layouts)) {
      it(`is recognised with a word changed, ${name}`, async () => {
        const copy = edited((lines) => {
          lines[startOf(11)] = lines[startOf(11)]?.replace('Another', 'A further') ?? '';
          lines[startOf(1)] = lines[startOf(1)]?.replace('remains', 'stays') ?? '';
          lines[startOf(22)] = lines[startOf(22)]?.replace('skilled', 'able') ?? '';
        });
        const { result, source } = await imported(layout(copy), { editions: [edition] });
        assert.equal(result.recognised?.matched, 79);
        assert.deepEqual(
          result.recognised.differing.map((one) => one.number),
          [1, 11, 22],
        );
        assert.equal(source.passages.length, 82);
        assert.equal(source.passages[21]?.kind, 'blockquote');
        assert.deepEqual(
          source.notes.map((note) => note.anchor),
          [1, 28, 70],
        );
      });
      it(`is recognised with a paragraph missing, ${name}`, async () => {
        const copy = edited((lines) => lines.splice(startOf(30), 2));
        const { result, source } = await imported(layout(copy), { editions: [edition] });
        assert.deepEqual(result.recognised?.missing, [30]);
        assert.equal(source.passages.length, 81);
      });
      it(`asks about a paragraph added, ${name}`, async () => {
        const own = 'Here an editor has put in a remark of his own, which stands in no edition.';
        const copy = layout(edited((lines) => lines.splice(startOf(30) + 1, 0, '', own)));
        const { result, source } = await imported(copy, { editions: [edition] });
        assert.equal(result.recognised?.matched, 82);
        assert.equal(source.passages.length, 83);
        const doubt = result.doubts[0];
        assert.equal(doubt?.chosen, 'paragraph');
        const without = await imported(copy, {
          editions: [edition],
          decisions: [{ id: doubt.id, choice: 'furniture' }],
        });
        assert.equal(without.source.passages.length, 82);
      });
      it(`counts words added to a paragraph as a difference, ${name}`, async () => {
        const copy = edited((lines) => (lines[startOf(40)] = `${lines[startOf(40)] ?? ''} Indeed so.`));
        const { result, source } = await imported(layout(copy), { editions: [edition] });
        assert.deepEqual(
          result.recognised?.differing.map((one) => one.number),
          [40],
        );
        assert.match(source.passages[39]?.words?.normalised ?? '', /Indeed so\.$/);
      });
    }
    it('is not recognised with half of it missing', async () => {
      const copy = edited((lines) => lines.splice(startOf(35)));
      assert.equal((await imported(copy, { editions: [edition] })).result.recognised, undefined);
    });
  });
});
