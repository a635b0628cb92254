#!/usr/bin/env bash
# What Word and LibreOffice hide, Pandoc prints among the words.
#
# Tool:    Pandoc 3.10 (npm pandoc-wasm 1.1.0), readers docx and odt; fflate 0.8.2 makes the files.
# Guess:   text that is formatted as hidden (w:vanish) is left out, as from Word's own print and PDF.
# Seen:    it stands in the text like every other word, from a run of its own, from a character style that hides, and from
#          text:display="none" of an ODT file. Nothing marks it, nothing warns.
# Matters: hidden words are how index entries, editors' remarks and answers for teachers are kept in a file. A source that is
#          made from it has words that no reader of the text has seen, and quotations across them are no longer its words.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pandoc-wasm@1.1.0 fflate@0.8.2 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { strToU8, zipSync } from 'fflate';
import { convert } from 'pandoc-wasm';

const zip = (parts) => zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
const xml = 'http://schemas.openxmlformats.org';
const word = `${xml}/wordprocessingml/2006/main`;
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const run = (words, properties = '') => `<w:r>${properties}<w:t xml:space="preserve">${words}</w:t></w:r>`;
const docx = (properties) => zip({
  '[Content_Types].xml': `<Types xmlns="${xml}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${xml}/package/2006/relationships"><Relationship Id="r1" Type="${xml}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `<Relationships xmlns="${xml}/package/2006/relationships"><Relationship Id="r2" Type="${xml}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
  'word/styles.xml': `<w:styles xmlns:w="${word}"><w:style w:type="character" w:styleId="Aside"><w:name w:val="Aside"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`,
  'word/document.xml': `<w:document xmlns:w="${word}"><w:body><w:p>${run('The lamp ')}${run('does not ', properties)}${run('burn.')}</w:p></w:body></w:document>`,
});
const urn = 'urn:oasis:names:tc:opendocument:xmlns';
const ns = `xmlns:office="${urn}:office:1.0" xmlns:text="${urn}:text:1.0" xmlns:style="${urn}:style:1.0"`;
const odt = zip({
  mimetype: 'application/vnd.oasis.opendocument.text',
  'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="${urn}:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
  'styles.xml': `<office:document-styles ${ns}><office:styles/></office:document-styles>`,
  'content.xml': `<office:document-content ${ns}><office:automatic-styles><style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style></office:automatic-styles><office:body><office:text><text:p>The lamp <text:span text:style-name="H">does not </text:span>burn.</text:p></office:text></office:body></office:document-content>`,
});
const files = {
  'docx, a hidden run': docx('<w:rPr><w:vanish/></w:rPr>'),
  'docx, a style that hides': docx('<w:rPr><w:rStyle w:val="Aside"/></w:rPr>'),
  'odt': odt,
};
for (const [name, bytes] of Object.entries(files)) {
  const from = name.slice(0, name.indexOf(',') < 0 ? undefined : name.indexOf(','));
  const options = { from, to: 'plain', 'input-files': ['a'] };
  const { stdout, stderr } = await convert(options, null, { a: new Blob([bytes]) });
  console.log(`${name}: ${stdout.trim()}${stderr}`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
docx, a hidden run: The lamp does not burn.
docx, a style that hides: The lamp does not burn.
odt: The lamp does not burn.
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
