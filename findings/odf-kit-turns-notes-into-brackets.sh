#!/usr/bin/env bash
# odf-kit turns the notes of a Word file into text in brackets, and drops those that stand in tables; its HTML of an ODT file breaks at each.
#
# Tool:    odf-kit 0.13.14 (2026, no dependence on LibreOffice; its list of changes says that its reader of Word reads footnotes): docxToOdt,
#          odtToHtml, odtToMarkdown. Pandoc 3.10 (npm pandoc-wasm 1.1.0) writes the files and reads the ODT, jsdom 26.1.0 the HTML.
# Guess:   notes stay notes in all three, with two paragraphs as well; lists keep the number they begin with; what cannot be kept
#          is among the warnings, which docxToOdt gives.
# Seen:    Word to ODT: "[1]" raised, and at the end a heading "Footnotes" with "[1] Of oil.More of it."; of the note in a table neither
#          mark nor words are there, and there is no warning. Of theses 5 and 6 both begin a list with 5, if 5 has two paragraphs. ODT to
#          HTML: the note is an <aside> within <p>, where a browser ends the paragraph, so the rest of the sentence comes after the
#          note, in no paragraph. ODT to Markdown: a blank line within ^[…] ends the note, and the mark stays as typed.
# Matters: a paper that goes through it has no notes any more, fewer sources, and thesis 6 is cited as thesis 5.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund odf-kit@0.13.14 pandoc-wasm@1.1.0 jsdom@26.1.0 fflate@0.8.2 \
  >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { docxToOdt } from 'odf-kit/docx';
import { odtToMarkdown } from 'odf-kit/markdown';
import { odtToHtml } from 'odf-kit/odt-reader';
import { convert } from 'pandoc-wasm';

const write = async (paper, to) => {
  const name = `paper.${to}`;
  const { files } = await convert({ from: 'markdown', to, standalone: true, 'output-file': name }, paper, {});
  return Buffer.from(await files[name].arrayBuffer());
};
const read = async (bytes, from) => {
  const name = `paper.${from}`;
  return (await convert({ from, to: 'markdown', wrap: 'none', 'input-files': [name] }, null, { [name]: new Blob([bytes]) })).stdout;
};
const blocks = (html) => {
  const { body } = new JSDOM(`<!doctype html><body>${html}</body>`).window.document;
  return [...body.childNodes].map((node) => [node.nodeName, node.textContent.trim()]).filter(([, text]) => text);
};
const papers = {
  'a note': 'A lamp[^a] is full.\n\n[^a]: Of oil.\n\n    More of it.\n',
  'a note in a table': '| mill | lamps |\n|---|---|\n| old | 2[^a] |\n\n[^a]: Of oil.\n',
};
for (const [name, paper] of Object.entries(papers)) {
  const [docx, odt] = [await write(paper, 'docx'), await write(paper, 'odt')];
  const { bytes, warnings } = await docxToOdt(docx);
  console.log(name);
  console.log(`  Word, by Pandoc | ${JSON.stringify(await read(docx, 'docx'))}`);
  console.log(`  Word to ODT     | ${JSON.stringify(await read(Buffer.from(bytes), 'odt'))} | warnings: ${warnings.length}`);
  console.log(`  ODT, by Pandoc  | ${JSON.stringify(await read(odt, 'odt'))}`);
  console.log(`  ODT to Markdown | ${JSON.stringify(odtToMarkdown(odt))}`);
  if (name === 'a note') console.log(`  ODT to HTML     | ${JSON.stringify(blocks(odtToHtml(odt, { fragment: true })))}`);
}
const { bytes } = await docxToOdt(await write('5. five\n\n    more of five\n\n6. six\n', 'docx'));
const content = strFromU8(unzipSync(bytes)['content.xml']);
const items = [...content.matchAll(/<text:list-item([^>]*)>\s*<text:p[^>]*>([^<]*)/g)].map(([, start, words]) => `${words}${start}`);
console.log(`theses, Word to ODT | ${items.join(', ')}`);
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
a note
  Word, by Pandoc | "A lamp[^1] is full.\n\n[^1]: Of oil.\n\n    More of it.\n"
  Word to ODT     | "A lamp ^\\[1\\]^ is full.\n\n###### Footnotes\n\n\\[1\\] Of oil.More of it.\n" | warnings: 0
  ODT, by Pandoc  | "A lamp[^1] is full.\n\n[^1]: Of oil.\n\n    More of it.\n"
  ODT to Markdown | "A lamp^[Of oil\\.\n\nMore of it\\.] is full\\."
  ODT to HTML     | [["P","A lamp1"],["ASIDE","Of oil.More of it."],["SPAN","is full."]]
a note in a table
  Word, by Pandoc | "  -------------------------------------------------------------\n  mill                           lamps\n  ------------------------------ ------------------------------\n  old                            2[^1]\n\n  -------------------------------------------------------------\n\n[^1]: Of oil.\n"
  Word to ODT     | "  ------ -------\n  mill   lamps\n  old    2\n  ------ -------\n" | warnings: 0
  ODT, by Pandoc  | "  mill   lamps\n  ------ -------\n  old    2[^1]\n\n[^1]: Of oil.\n"
  ODT to Markdown | "| **mill** | **lamps** |\n| --- | --- |\n| old | 2^[Of oil\\\\.] |"
theses, Word to ODT | five text:start-value="5", more of five, six text:start-value="5"
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
