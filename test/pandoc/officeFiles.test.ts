import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { importSource } from '../../src/convert/import.ts';
import { docxOf, odtOf, wordParagraph, wordRun, wordStyle } from '../support/officeFiles.ts';

/** Paragraphs; a longer run sets PILCROW_PANDOC_RUNS (and another PILCROW_PANDOC_SEED). */
const count = Number(process.env['PILCROW_PANDOC_RUNS'] ?? 300);
const seed = Number(process.env['PILCROW_PANDOC_SEED'] ?? 1);

/** A stretch of text as two formats write it. */
interface Written {
  readonly word: string;
  readonly odf: string;
}

const author = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"';
const note = (words: string): Written => ({
  word: `${wordRun('noted')}<w:r><w:footnoteReference w:id="${words}"/></w:r>`,
  odf: `noted<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>${words}.</text:p></text:note-body></text:note>`,
});
const styled = (text: string, properties: string, style: string): Written => ({
  word: wordRun(text, properties),
  odf: `<text:span text:style-name="${style}">${text}</text:span>`,
});
const noun = fc.constantFrom(
  'lamp',
  'oil',
  'wick',
  'mill',
  'grain',
  'Öl',
  'sluice',
  'a &amp; b',
  '“night”',
  '* star',
  '_x_',
  '1. barrel',
);
const words = fc.array(noun, { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));

const stretch: fc.Arbitrary<Written> = fc.oneof(
  { weight: 5, arbitrary: words.map((text) => ({ word: wordRun(text), odf: text })) },
  words.map((text) => styled(text, '<w:i/>', 'I')),
  words.map((text) => styled(text, '<w:b w:val="1"/>', 'B')),
  words.map((text) => styled(text, '<w:b/><w:i/>', 'BI')),
  words.map((text) => styled(text, '<w:strike/>', 'S')),
  words.map((text) => ({
    word: `<w:ins ${author}>${wordRun(text)}</w:ins>`,
    odf: `<text:change-start text:change-id="c"/>${text}<text:change-end text:change-id="c"/>`,
  })),
  words.map((text) => ({
    word: `<w:del ${author}><w:r><w:delText>${text}</w:delText></w:r></w:del>`,
    odf: '<text:change text:change-id="c"/>',
  })),
  words.map((text) => ({
    word: `<w:hyperlink r:id="l">${wordRun(text)}</w:hyperlink>`,
    odf: `<text:a xlink:href="https://example.org/a">${text}</text:a>`,
  })),
  fc.constant({ word: `${wordRun('line')}<w:r><w:br/></w:r>`, odf: 'line<text:line-break/>' }),
  fc.constant({
    word: '<w:bookmarkStart w:id="0" w:name="b"/><w:proofErr w:type="spellStart"/>',
    odf: '<text:bookmark text:name="b"/>',
  }),
  fc.constantFrom('1', '2').map(note),
);

const space: Written = { word: wordRun(' '), odf: ' ' };
const prose = 'The keeper of the mill lit the lamp each evening, and in the morning he put it out again.';

/** A paragraph that begins and ends with words, so that no rule takes it for a title or heading. */
const paragraph = fc.record({
  stretches: fc.array(stretch, { minLength: 1, maxLength: 6 }),
  kind: fc.constantFrom('text', 'text', 'text', 'quotation', 'heading'),
});

function joined(stretches: readonly Written[], format: keyof Written): string {
  return stretches.map((one) => one[format] + space[format]).join('');
}

type Paragraphs = readonly { readonly stretches: readonly Written[]; readonly kind: string }[];

function wordFile(paragraphs: Paragraphs): Uint8Array {
  const body = paragraphs.map(({ stretches, kind }) => {
    if (kind === 'heading') return wordParagraph(wordRun('Of lamps and mills'), '<w:pStyle w:val="H2"/>');
    const content = `${wordRun('So it was: ')}${joined(stretches, 'word')}${wordRun('ends here.')}`;
    return wordParagraph(content, kind === 'quotation' ? '<w:pStyle w:val="Q"/>' : '') + wordParagraph(prose);
  });
  return docxOf({
    body: wordParagraph(prose) + body.join(''),
    styles:
      wordStyle('H2', 'heading 2', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>') + wordStyle('Q', 'Block Text'),
    footnotes: ['1', '2']
      .map((id) => `<w:footnote w:id="${id}">${wordParagraph(`${id}.`)}</w:footnote>`)
      .join(''),
    links: { l: 'https://example.org/a' },
  });
}

function odtFile(paragraphs: Paragraphs): Uint8Array {
  const looks = (name: string, attributes: string): string =>
    `<style:style style:name="${name}" style:family="text"><style:text-properties ${attributes}/></style:style>`;
  const body = paragraphs.map(({ stretches, kind }) => {
    if (kind === 'heading') return '<text:h text:outline-level="2">Of lamps and mills</text:h>';
    const style = kind === 'quotation' ? ' text:style-name="Quotations"' : '';
    return `<text:p${style}>So it was: ${joined(stretches, 'odf')}ends here.</text:p><text:p>${prose}</text:p>`;
  });
  return odtOf({
    body: `<text:p>${prose}</text:p>${body.join('')}`,
    styles:
      '<style:style style:name="Quotations" style:family="paragraph"><style:paragraph-properties fo:margin-left="1cm" fo:margin-right="1cm"/></style:style>',
    automatic: [
      looks('I', 'fo:font-style="italic"'),
      looks('B', 'fo:font-weight="bold"'),
      looks('BI', 'fo:font-weight="bold" fo:font-style="italic"'),
      looks('S', 'style:text-line-through-style="solid"'),
    ].join(''),
  });
}

/** What two ways of writing the same leave different: names of headings, the nesting of bold and italics, notes’ own names. */
function comparable(html: string): string {
  return html
    .replace(/ (?:id|class|role|epub:type|style)="[^"]*"/g, '')
    .replace(/<em><strong>/g, '<strong><em>')
    .replace(/<\/strong><\/em>/g, '</em></strong>')
    .replace(/<span><\/span>/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=<br)/g, '')
    .replace(/(<\/(?:p|h\d|blockquote|li)>|<br \/>|<blockquote>) ?/g, '$1\n');
}

describe('files of word processors, as Pandoc reads them', function () {
  this.timeout(120_000);
  let folder = '';

  before(function () {
    if (spawnSync('pandoc', ['--version']).error) {
      console.log('      skipped: there is no Pandoc');
      this.skip();
    }
    folder = mkdtempSync(join(tmpdir(), 'pilcrow-office-'));
  });

  after(() => {
    if (folder !== '') rmSync(folder, { recursive: true });
  });

  const asHtml = (name: string, content: string | Uint8Array, from: string): string => {
    writeFileSync(join(folder, name), content);
    const options = ['-f', from, '-t', 'html', '--wrap=none', join(folder, name)];
    return comparable(execFileSync('pandoc', options, { encoding: 'utf8', maxBuffer: 1 << 28 }));
  };

  for (const [format, write] of [
    ['docx', wordFile],
    ['odt', odtFile],
  ] as const)
    it(`give the same paragraphs, quotations, headings, notes and emphasis: ${format}`, async () => {
      const paragraphs = fc.sample(paragraph, { numRuns: count, seed });
      const bytes = write(paragraphs);
      const result = await importSource({ bytes, fileName: `a.${format}`, editions: [] });
      assert.ok('markdown' in result);
      const ours = asHtml('a.md', result.markdown, 'markdown').split('\n');
      const theirs = asHtml(`a.${format}`, bytes, format).split('\n');
      assert.deepEqual(
        ours.filter((line, at) => line !== theirs[at]).slice(0, 5),
        theirs.filter((line, at) => line !== ours[at]).slice(0, 5),
      );
    });
});
