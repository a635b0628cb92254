#!/usr/bin/env bash
# Places of Zotero citations in a Word file keep English terms in Pandoc, so that other languages do not know them.
#
# Tool:    Pandoc 3.10 (npm pandoc-wasm 1.1.0), reader docx+citations, citeproc with its own style; fflate 0.8.2 makes the file.
# Guess:   a Zotero field says "paragraph" and "12" apart, so that citeproc prints the term of the document's language, as
#          Zotero does in Word: "Abs. 12" in German.
# Seen:    the reader joins them to the English words "paragraph 12" behind the key. Citeproc looks for terms of the
#          document's language alone: German, French, Spanish, Italian and Russian print "paragraph 12", German "page 12" and
#          "note 3", too. "sub-verbo", CSL's own name, is a term in no language, English included. Nothing warns. Every
#          place that nothing follows has a blank before the closing bracket.
# Matters: a member's Word file, taken to Markdown with its citations, has no place that Pandoc understands unless it is
#          in English.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pandoc-wasm@1.1.0 fflate@0.8.2 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { strToU8, zipSync } from 'fflate';
import { convert } from 'pandoc-wasm';

const book = {
  id: 7,
  uris: ['http://zotero.org/users/1/items/ABCD1234'],
  itemData: {
    id: 7, type: 'book', title: 'Lamps', author: [{ family: 'Doe', given: 'A.' }], issued: { 'date-parts': [['2020']] },
  },
};
const items = [
  { locator: '12', label: 'paragraph' }, { locator: '12', label: 'page' }, { locator: '3', label: 'note' },
  { locator: 'lamp', label: 'sub-verbo' }, { locator: '12', label: 'paragraph', suffix: 'with care' },
];
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const run = (content) => `<w:r>${content}</w:r>`;
const mark = (type) => run(`<w:fldChar w:fldCharType="${type}"/>`);
const paragraph = (item) => {
  const field = JSON.stringify({
    citationID: 'a', properties: { plainCitation: '(Doe)', noteIndex: 0 }, citationItems: [{ ...book, ...item }],
    schema: 'https://github.com/citation-style-language/schema/raw/master/csl-citation.json',
  });
  const code = run(`<w:instrText xml:space="preserve"> ADDIN ZOTERO_ITEM CSL_CITATION ${escape(field)} </w:instrText>`);
  return `<w:p>${mark('begin')}${code}${mark('separate')}${run('<w:t>(Doe)</w:t>')}${mark('end')}</w:p>`;
};
const ns = 'http://schemas.openxmlformats.org';
const word = `${ns}/wordprocessingml/2006/main`;
const parts = {
  '[Content_Types].xml': `<Types xmlns="${ns}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${ns}/package/2006/relationships"><Relationship Id="r1" Type="${ns}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/document.xml': `<w:document xmlns:w="${word}"><w:body>${items.map(paragraph).join('')}</w:body></w:document>`,
};
const file = new Blob([zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))]);
const show = async (name, options) => {
  const settings = { from: 'docx+citations', 'input-files': ['a.docx'], wrap: 'none', ...options };
  const { stdout, stderr } = await convert(settings, null, { 'a.docx': file });
  const lines = stdout.split('\n').filter((line) => line !== '' && !line.startsWith('Doe,'));
  console.log(`${name} | ${lines.join(' | ')}${stderr}`);
};
await show('markdown', { to: 'markdown' });
for (const lang of ['en-US', 'de-DE', 'fr-FR', 'es-ES', 'it-IT', 'ru-RU'])
  await show(lang, { to: 'plain', citeproc: true, metadata: { lang } });
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
markdown | [@7, paragraph 12 ] | [@7, page 12 ] | [@7, note 3 ] | [@7, sub-verbo lamp ] | [@7, paragraph 12 with care]
en-US | (Doe 2020, para. 12 ) | (Doe 2020, 12 ) | (Doe 2020, n. 3 ) | (Doe 2020, sub-verbo lamp ) | (Doe 2020, para. 12 with care)
de-DE | (Doe 2020, paragraph 12 ) | (Doe 2020, page 12 ) | (Doe 2020, note 3 ) | (Doe 2020, sub-verbo lamp ) | (Doe 2020, paragraph 12 with care)
fr-FR | (Doe 2020, paragraph 12 ) | (Doe 2020, 12 ) | (Doe 2020, n. 3 ) | (Doe 2020, sub-verbo lamp ) | (Doe 2020, paragraph 12 with care)
es-ES | (Doe 2020, paragraph 12 ) | (Doe 2020, page 12 ) | (Doe 2020, note 3 ) | (Doe 2020, sub-verbo lamp ) | (Doe 2020, paragraph 12 with care)
it-IT | (Doe 2020, paragraph 12 ) | (Doe 2020, page 12 ) | (Doe 2020, n. 3 ) | (Doe 2020, sub-verbo lamp ) | (Doe 2020, paragraph 12 with care)
ru-RU | (Doe 2020 г., paragraph 12 ) | (Doe 2020 г., page 12 ) | (Doe 2020 г., note 3 ) | (Doe 2020 г., sub-verbo lamp ) | (Doe 2020 г., paragraph 12 with care)
TXT
echo 'language | result of Pandoc 3.10'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
