import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inRoot } from '../../scripts/support/paths.ts';
import { plainOf } from '../../src/convert/blocks.ts';
import { archiveLimits } from '../../src/convert/archive.ts';
import { inWords } from '../../src/core/messages.ts';
import { markdownFormat } from '../../src/convert/markdown.ts';
import { importEndings, importFormats, readPage } from '../../src/convert/formats.ts';
import { docxOf, odtOf, wordParagraph } from '../support/officeFiles.ts';

const encoder = new TextEncoder();

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

async function formatOf(text: string, fileName: string): Promise<string> {
  const page = await readPage({ bytes: encoder.encode(text), fileName });
  return 'problem' in page ? inWords(page.problem) : page.format;
}

async function problemWith(bytes: Uint8Array, fileName: string): Promise<string> {
  const page = await readPage({ bytes, fileName });
  return 'problem' in page ? inWords(page.problem) : assert.fail('it was read');
}

/** An Office file of before 2007, which is little more than its directory of names. */
function compoundFile(...names: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(1024);
  bytes.set(latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'));
  bytes[30] = 9;
  names.forEach((name, at) => {
    bytes.set(Buffer.from(name, 'utf16le'), 512 + 128 * at);
  });
  return bytes;
}

describe('the formats of texts', () => {
  it('are all named where a person chooses between a file and the clipboard', () => {
    const dialog = readFileSync(inRoot('src', 'extension', 'importText.ts'), 'utf8');
    const named = /detail: l10n\.t\('([^']+)'\)/.exec(dialog)?.[1] ?? '';
    assert.equal(named.split(/, | or /).length, importFormats.length, named);
    assert.ok(named.length < 70, 'it would be cut off');
  });

  it('are chosen by the content of a file, then by its name', async () => {
    const page = '<!DOCTYPE html><html><body><p>A lamp.</p></body></html>';
    assert.equal(await formatOf(page, 'a.txt'), 'html');
    assert.equal(await formatOf(page, 'a'), 'html');
    assert.equal(await formatOf('# A\n\nA *lamp*.', 'a.b.MD'), 'markdown');
    assert.equal(await formatOf('# A\n\nA *lamp*.', 'a.qmd'), 'markdown');
    assert.equal(await formatOf(`# A\n\n*A*\n\n${page}`, 'a.md'), 'markdown');
    assert.equal(await formatOf('A lamp.', 'a.XHTML'), 'html');
    assert.equal(await formatOf('A lamp.', 'md'), 'text');
    assert.equal(await formatOf('A lamp.', 'a.md.old'), 'text');
  });

  it('are those of their content where a file of a word processor has the ending of a book', async () => {
    for (const bytes of [
      odtOf({ body: '<text:p>A lamp.</text:p>' }),
      docxOf({ body: wordParagraph('A lamp.') }),
    ]) {
      const page = await readPage({ bytes, fileName: 'a.epub' });
      assert.ok(!('problem' in page));
      assert.deepEqual(
        page.blocks.map(({ runs }) => plainOf(runs)),
        ['A lamp.'],
      );
    }
  });

  it('have endings, each once', () => {
    const { all, texts } = importEndings();
    assert.equal(new Set(all).size, all.length);
    assert.equal(all.length, importFormats.flatMap(({ extensions }) => extensions).length);
    assert.ok(texts.includes('md'));
  });

  it('are offered in the explorer, but for Markdown, which most papers are', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      contributes: { menus: Record<string, { command: string; when?: string }[]> };
    };
    const item = contributes.menus['explorer/context']?.find(
      ({ command }) => command === 'pilcrow.importSource',
    );
    const [, pattern = '', flags] = /=~ \/(.*)\/(i?)$/.exec(item?.when ?? '') ?? [];
    const offered = new RegExp(pattern, flags);
    const missing = importEndings().all.filter((ending) => !offered.test(`.${ending}`));
    assert.deepEqual(missing, markdownFormat.extensions);
    assert.ok(!offered.test('.json'));
  });

  it('are told of by docs/importing.md, with all their endings and the limits', () => {
    const page = readFileSync(inRoot('docs/importing.md'), 'utf8');
    const rows = page.split('\n').filter((line) => line.startsWith('| '));
    for (const { extensions } of importFormats) {
      const row = rows.find((line) => line.includes(`\`.${extensions[0] ?? ''}\``));
      for (const extension of extensions) assert.ok(row?.includes(`\`.${extension}\``), extension);
    }
    for (const limit of Object.values(archiveLimits))
      assert.ok(page.includes(`${String(limit / 1024 / 1024)} MB`), String(limit));
  });

  it('are missed with a word on what to do', async () => {
    const cases: readonly (readonly [string | Uint8Array, string, RegExp])[] = [
      [compoundFile('Root Entry', 'WordDocument'), 'a.doc', /before 2007.* save it as \.docx/],
      [compoundFile('Root Entry', 'WordDocument'), 'a.txt', /before 2007.* save it as \.docx/],
      [compoundFile('Root Entry', 'EncryptedPackage'), 'a', /protected by a password/],
      [compoundFile('Root Entry', 'Workbook'), 'a.docx', /protected by a password/],
      [compoundFile(), 'a.xls', /an Office file of before 2007/],
      ['{\\rtf1 A lamp.}', 'a.doc', /RTF file.* save it as \.docx/],
      [
        '<?xml version="1.0"?>\n<FictionBook xmlns="x"><body/></FictionBook>',
        'a.fb2',
        /FB2.*calibre.*\.epub/,
      ],
      [`${'%'.repeat(200)}\n% A lamp.\n\\documentclass{article}`, 'a.tex', /LaTeX.*Pandoc.*\.docx/],
      ['<?xml version="1.0"?>\n<TEI><text>A lamp.</text></TEI>', 'a.txt', /is an XML document, not text/],
      [`${'\0'.repeat(60)}BOOKMOBI${'\0'.repeat(40)}`, 'a.azw', /Kindle.*calibre.*\.epub/],
      ['<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', 'a.xml', /\.docx/],
      ['\x89PNG\r\n', 'a.txt', /a picture, not text/],
      ['\x7fELF', 'a', /a program, not text/],
      ['PK\x03\x04 and no more', 'a.docx', /damaged/],
      ['', 'a.md', /empty/],
    ];
    for (const [bytes, name, message] of cases)
      assert.match(await problemWith(typeof bytes === 'string' ? latin1(bytes) : bytes, name), message);
  });
});
