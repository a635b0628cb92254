#!/usr/bin/env bash
# Numbers that the author of an ODT file set are other numbers in Pandoc.
#
# Tool:    Pandoc 3.10 (npm pandoc-wasm 1.1.0), reader odt; fflate 0.8.2 makes the file.
# Guess:   a list whose first item says text:start-value="12" begins with 12, and the next list, which says
#          text:continue-numbering="true", goes on with 14 behind a paragraph, as LibreOffice shows them.
# Seen:    the first list begins with 1; the next one counts its items on from there, 3. A list that names the list that it
#          continues (text:continue-list, what LibreOffice writes today) begins with 1. Nothing warns. The reader of DOCX
#          does go on counting.
# Matters: theses 12 to 14 of a text are cited by the numbers that their author gave them; after the conversion those are 1 to 3.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pandoc-wasm@1.1.0 fflate@0.8.2 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { strToU8, zipSync } from 'fflate';
import { convert } from 'pandoc-wasm';

const urn = 'urn:oasis:names:tc:opendocument:xmlns';
const ns = `xmlns:office="${urn}:office:1.0" xmlns:text="${urn}:text:1.0" xmlns:style="${urn}:style:1.0"`;
const style = '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>';
const file = (body) => zipSync(Object.fromEntries(Object.entries({
  mimetype: 'application/vnd.oasis.opendocument.text',
  'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="${urn}:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
  'styles.xml': `<office:document-styles ${ns}><office:styles/></office:document-styles>`,
  'content.xml': `<office:document-content ${ns}><office:automatic-styles>${style}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
}).map(([name, text]) => [name, strToU8(text)])));
const item = (words, attributes = '') => `<text:list-item${attributes}><text:p>${words}</text:p></text:list-item>`;
const list = (items, attributes = '') => `<text:list text:style-name="L1"${attributes}>${items}</text:list>`;
const between = '<text:p>Between them.</text:p>';
const texts = {
  'start-value, continue-numbering':
    list(item('Twelve', ' text:start-value="12"') + item('Thirteen')) + between + list(item('Fourteen'), ' text:continue-numbering="true"'),
  'continue-list':
    list(item('One'), ' xml:id="a"') + between + list(item('Two'), ' text:continue-list="a"'),
};
for (const [name, body] of Object.entries(texts)) {
  const options = { from: 'odt', to: 'markdown', 'input-files': ['a.odt'] };
  const { stdout, stderr } = await convert(options, null, { 'a.odt': new Blob([file(body)]) });
  console.log(`${name}: ${stdout.split('\n').filter((line) => line !== '').join(' | ')}${stderr}`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
start-value, continue-numbering: 1.  Twelve | 2.  Thirteen | Between them. | 3.  Fourteen
continue-list: 1.  One | Between them. | 1.  Two
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
