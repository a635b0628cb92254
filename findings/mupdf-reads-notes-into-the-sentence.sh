#!/usr/bin/env bash
# MuPDF shows the words of a footnote of a Word file within the sentence, without mark or bracket, and those of an endnote nowhere.
#
# Tool:    mupdf 1.28.1 (2026, the makers' own WebAssembly; its readers and PyMuPDF open Word files since 1.25); pandoc-wasm 1.1.0
#          (Pandoc 3.10) says what is in the files.
# Guess:   notes come at the end of the page or the document with their numbers, as from EPUB, HTML and FB2, where MuPDF is right, or not
#          at all; lists have their numbers; what tracked changes took away is not shown, what they put in is.
# Seen:    "A lamp¹ burns" is "A lamp Of oil. burns", and "lamp burns" is not found by its search. Words of endnotes are left out, and
#          so is Word's non-breaking hyphen, so that pages 12-15 are page 1215. Theses have no numbers. Deleted words are left out, but
#          what was moved stands in both places.
# Matters: a quotation of a sentence with a note is not found in it, and the note's words are quoted as the sentence's.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund mupdf@1.28.1 pandoc-wasm@1.1.0 fflate@0.8.3 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { strToU8, zipSync } from 'fflate';
import * as mupdf from 'mupdf';
import { convert } from 'pandoc-wasm';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = (name, body) => `<?xml version="1.0"?><w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${body}</w:${name}>`;
const run = (text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const mark = (kind) => `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:${kind}Reference w:id="2"/></w:r>`;
const notes = (kind, text) => word(`${kind}s`, `<w:${kind} w:id="2"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:${kind}Ref/></w:r>${run(` ${text}`)}</w:p></w:${kind}>`);
const thesis = (text) => `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`;
const changed = (kind, body) => `<w:${kind} w:id="9" w:author="Ada" w:date="2026-01-01T00:00:00Z">${body}</w:${kind}>`;
const numbering = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
const parts = { footnotes: notes('footnote', 'Of oil.'), endnotes: notes('endnote', 'Of wax.'), numbering: word('numbering', numbering) };
const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const relations = (list) => `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([name, target]) => `<Relationship Id="r-${name}" Type="${office}/${name}" Target="${target}"/>`).join('')}</Relationships>`;
function docx(body) {
  const overrides = Object.keys(parts).map((name) => `<Override PartName="/word/${name}.xml" ContentType="${main}.${name}+xml"/>`).join('');
  const files = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}.document.main+xml"/>${overrides}</Types>`,
    '_rels/.rels': relations([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relations(Object.keys(parts).map((name) => [name, `${name}.xml`])),
    'word/document.xml': word('document', `<w:body>${body}<w:sectPr/></w:body>`),
  };
  for (const [name, part] of Object.entries(parts)) files[`word/${name}.xml`] = part;
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}
const papers = {
  'a footnote': `<w:p>${run('A lamp')}${mark('footnote')}${run(' burns.')}</w:p>`,
  'an endnote': `<w:p>${run('A lamp')}${mark('endnote')}${run(' burns.')}</w:p>`,
  'a non-breaking hyphen': `<w:p>${run('pp. 12')}<w:r><w:noBreakHyphen/></w:r>${run('15')}</w:p>`,
  'theses': thesis('A lamp burns.') + thesis('A boat floats.'),
  'a replaced word': `<w:p>${run('A ')}${changed('del', '<w:r><w:delText>boat</w:delText></w:r>')}${changed('ins', run('ship'))}${run(' floats.')}</w:p>`,
  'a moved word': `<w:p>${run('A mill')}${changed('moveFrom', run(' slowly'))}${run(' grinds')}${changed('moveTo', run(' slowly'))}${run('.')}</w:p>`,
};
const joined = (text) => text.trim().replace(/\n+/g, ' / ');
for (const [name, body] of Object.entries(papers)) {
  const file = docx(body);
  const page = mupdf.Document.openDocument(file, 'paper.docx').loadPage(0);
  const { stdout } = await convert({ from: 'docx', to: 'plain', wrap: 'none', 'input-files': ['paper.docx'] }, null, { 'paper.docx': new Blob([file]) });
  const found = name.endsWith('note') ? ` | "lamp burns" found: ${page.search('lamp burns').length}` : '';
  console.log(`${name}\n  Pandoc | ${joined(stdout)}\n  MuPDF  | ${joined(page.toStructuredText('preserve-whitespace').asText())}${found}`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
a footnote
  Pandoc | A lamp[1] burns. / [1] Of oil.
  MuPDF  | A lamp Of oil. burns. | "lamp burns" found: 0
an endnote
  Pandoc | A lamp[1] burns. / [1] Of wax.
  MuPDF  | A lamp burns. | "lamp burns" found: 1
a non-breaking hyphen
  Pandoc | pp. 12‑15
  MuPDF  | pp. 1215
theses
  Pandoc | 5.  A lamp burns. / 6.  A boat floats.
  MuPDF  | A lamp burns. / A boat floats.
a replaced word
  Pandoc | A ship floats.
  MuPDF  | A ship floats.
a moved word
  Pandoc | A mill grinds slowly.
  MuPDF  | A mill slowly grinds slowly.
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
