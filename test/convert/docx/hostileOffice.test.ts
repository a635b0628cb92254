import assert from 'node:assert/strict';
import { importSource } from '../../../src/convert/import.ts';
import { inWords } from '../../../src/core/messages.ts';
import { docxOf, fodtOf, odtOf, wordParagraph } from '../../support/officeFiles.ts';
import { zipOf } from '../../support/zip.ts';

const whole = docxOf({ body: wordParagraph('A lamp burns.').repeat(400) });
const wholeOdt = odtOf({ body: '<text:p>A lamp burns.</text:p>'.repeat(400) });
const bomb = `<!DOCTYPE a [<!ENTITY b "oil"><!ENTITY c "${'&b;'.repeat(99)}">]>`;
const xml = (content: string): string =>
  `${bomb}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${content}</w:body></w:document>`;

/** What the import of a file says, and what it costs of a processor, in milliseconds. */
async function said(bytes: Uint8Array, fileName: string): Promise<{ message: string; cost: number }> {
  const start = process.cpuUsage();
  const result = await importSource({ bytes, fileName, editions: [] });
  const { user, system } = process.cpuUsage(start);
  return { message: 'problem' in result ? inWords(result.problem) : 'read', cost: (user + system) / 1000 };
}

describe('a file of a word processor that is broken, locked or made to do harm', () => {
  const cases: readonly (readonly [what: string, bytes: Uint8Array, name: string, message: RegExp])[] = [
    ['whole', whole, 'a.docx', /^read$/],
    ['whole', wholeOdt, 'a.odt', /^read$/],
    ['named like another', whole, 'a.txt', /^read$/],
    ['named like another', wholeOdt, 'a.docx', /^read$/],
    ['cut off', whole.subarray(0, whole.length - 100), 'a.docx', /damaged, or was not copied whole/],
    ['cut off', wholeOdt.subarray(0, 200), 'a.odt', /damaged, or was not copied whole/],
    ['no archive', new TextEncoder().encode('A lamp.'), 'a.docx', /damaged/],
    [
      'of parts that are not there',
      zipOf({ 'word/styles.xml': '<a/>', '[Content_Types].xml': '<a/>' }),
      'a.docx',
      /damaged/,
    ],
    [
      'not well formed',
      docxOf({ body: '' }, { 'word/document.xml': '<w:document><w:body>' }),
      'a.docx',
      /“word\/document\.xml”/,
    ],
    [
      'with entities',
      docxOf({ body: '' }, { 'word/document.xml': xml('&c;') }),
      'a.docx',
      /“word\/document\.xml”/,
    ],
    ['too deep', docxOf({ body: '<w:ins>'.repeat(5000) }), 'a.docx', /nested too deeply/],
    ['too deep', odtOf({ body: '<text:section>'.repeat(5000) }), 'a.odt', /nested too deeply/],
    [
      'larger than it says',
      docxOf({ body: '' }, { 'word/document.xml': { content: ' '.repeat(9_000_000), statedSize: 900 } }),
      'a.docx',
      /damaged/,
    ],
    [
      'too large',
      docxOf({ body: '' }, { 'word/document.xml': { content: '', statedSize: 300e6 } }),
      'a.docx',
      /too large unpacked/,
    ],
    [
      'locked',
      odtOf(
        { body: '' },
        {
          'META-INF/manifest.xml':
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:encryption-data/></manifest:manifest>',
        },
      ),
      'a.odt',
      /protected by a password/,
    ],
    [
      'locked',
      docxOf({ body: '' }, { 'word/document.xml': { content: 'x', isEncrypted: true } }),
      'a.docx',
      /protected by a password/,
    ],
    [
      'leading out',
      zipOf({ '../../lamp': 'oil', 'word/document.xml': '<a/>' }),
      'a.docx',
      /“\.\.\/\.\.\/lamp”/,
    ],
    [
      'a spreadsheet',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }),
      'a.odt',
      /a spreadsheet, not text/,
    ],
    [
      'a spreadsheet',
      zipOf({ '[Content_Types].xml': '<a/>', 'xl/workbook.xml': '<a/>' }),
      'a.docx',
      /a spreadsheet, not text/,
    ],
    ['a flat spreadsheet', fodtOf({ body: '' }).slice(), 'a.fodt', /no text/],
    ['another archive', zipOf({ 'a.txt': 'A lamp.' }), 'a.zip', /Unpack it/],
    ['without words', docxOf({ body: '' }), 'a.docx', /no text in it/],
  ];
  for (const [what, bytes, name, message] of cases)
    it(`${what}: .${name.slice(2)} gets a word at once`, async () => {
      const { message: words, cost } = await said(bytes, name);
      assert.match(words, message);
      assert.ok(cost < 1000, `${String(cost)} ms`);
    });

  it('is read however deep its tables are, and however many its marks', async () => {
    const table = (inner: string): string => `<w:tbl><w:tr><w:tc>${inner}</w:tc></w:tr></w:tbl>`;
    let nested = wordParagraph('A lamp.');
    for (let depth = 0; depth < 200; depth++) nested = table(nested);
    assert.equal((await said(docxOf({ body: nested }), 'a.docx')).message, 'read');
    const runs = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(20_000);
    const { message, cost } = await said(
      docxOf({ body: wordParagraph(`<w:r><w:t>A lamp.</w:t></w:r>${runs}`) }),
      'a.docx',
    );
    assert.equal(message, 'read');
    assert.ok(cost < 3000, `${String(cost)} ms`);
  });
});
