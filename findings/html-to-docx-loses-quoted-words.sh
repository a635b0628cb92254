#!/usr/bin/env bash
# html-to-docx leaves out what stands in <q> and <cite>, captions of tables, and the gap between quoted paragraphs.
#
# Tool:    @turbodocx/html-to-docx 1.23.1, the maintained fork; html-to-docx 1.8.0, which it comes from, does the same.
# Guess:   words of elements that it has no style for are written as plain words; <q> with quotation marks, as browsers draw it.
# Seen:    "He says <q>quoted words</q> in <cite>Boats</cite>." is "He says  in ." in the Word file. The caption of a table is gone.
#          Two paragraphs of one <blockquote> become one, without a blank between their sentences. Nothing is thrown or logged.
# Matters: a paper exported as web page, or pasted from one, loses its quotations and the titles it cites, unnoticed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund @turbodocx/html-to-docx@1.23.1 html-to-docx@1.8.0 jszip@3.10.1 \
  >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.cjs <<'JS'
const JSZip = require('jszip');

const pages = [
  '<p>He says <q>quoted words</q> in <cite>Boats</cite>.</p>',
  '<p>He says <em>stressed words</em> in <b>Boats</b>.</p>',
  '<blockquote><p>One sentence.</p><p>Another.</p></blockquote>',
  '<table><caption>The caption</caption><tr><td>cell</td></tr></table>',
];
async function main() {
  for (const name of ['@turbodocx/html-to-docx', 'html-to-docx'])
    for (const page of pages) {
      const convert = require(name).default ?? require(name);
      const made = await convert(`<!DOCTYPE html><html><body>${page}</body></html>`);
      const { files } = await JSZip.loadAsync(made.arrayBuffer ? await made.arrayBuffer() : made);
      const xml = await files['word/document.xml'].async('string');
      const paragraphs = xml.match(/<w:p[ >].*?<\/w:p>/gs) ?? [];
      const words = paragraphs.map((paragraph) => [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, text]) => text).join(''));
      console.log(`${name} | ${page} | ${words.map((each) => each.trim()).filter(Boolean).join(' / ')}`);
    }
}
main();
JS
node probe.cjs >seen.txt

cat >expected.txt <<'TXT'
@turbodocx/html-to-docx | <p>He says <q>quoted words</q> in <cite>Boats</cite>.</p> | He says  in .
@turbodocx/html-to-docx | <p>He says <em>stressed words</em> in <b>Boats</b>.</p> | He says stressed words in Boats.
@turbodocx/html-to-docx | <blockquote><p>One sentence.</p><p>Another.</p></blockquote> | One sentence.Another.
@turbodocx/html-to-docx | <table><caption>The caption</caption><tr><td>cell</td></tr></table> | cell
html-to-docx | <p>He says <q>quoted words</q> in <cite>Boats</cite>.</p> | He says  in .
html-to-docx | <p>He says <em>stressed words</em> in <b>Boats</b>.</p> | He says stressed words in Boats.
html-to-docx | <blockquote><p>One sentence.</p><p>Another.</p></blockquote> | One sentence.Another.
html-to-docx | <table><caption>The caption</caption><tr><td>cell</td></tr></table> | cell
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
