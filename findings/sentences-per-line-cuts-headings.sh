#!/usr/bin/env bash
# The plugin that puts each sentence on a line of its own cuts headings and tables in two, and makes lists of what was said.
#
# Tool:    prettier-plugin-sentences-per-line 0.2.3 with Prettier 3.10.1, which authors of papers use so that differences between two
#          versions are sentences; Pandoc 3.10 (npm pandoc-wasm 1.1.0) reads what Prettier gives without and with it, as GitHub's Markdown.
# Guess:   a reader sees the same: only paragraphs are broken, never so that a line begins with what begins a list, a heading or a
#          quotation. It knows the shortest words of citations: "p. 12", "cf.", "vol. 2", "Dr."
# Seen:    "## Dr. Roe on boats" is the heading "Dr." and a paragraph; a cell with two sentences takes its table apart. A line
#          begins with "- ", "1.", ">" or "#" where a sentence did, and is a list, a quotation, a heading. Citations are cut behind "p.",
#          "cf.", "vol.", "sec.", initials and "Dr.": they read the same, but a line is no sentence. Notes, lists and quotations
#          are right.
# Matters: with "format on save" the outline of a paper changes under its author's hands, and only a rendered page shows it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund prettier@3.10.1 prettier-plugin-sentences-per-line@0.2.3 \
  pandoc-wasm@1.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { convert } from 'pandoc-wasm';
import prettier from 'prettier';

const shown = async (text) => {
  const { stdout } = await convert({ from: 'gfm', to: 'html', wrap: 'none' }, text, {});
  return stdout.replace(/ (id|class|href|role|type)="[^"]*"/g, '').replace(/\s+/g, ' ').replaceAll('> <', '><').trim();
};
const papers = ['## Dr. Roe on boats\n', '## Ch. 2: Lamps\n', '| mill | lamps |\n| --- | --- |\n| old | Two. One is lit. |\n', 'It was so. - Not so, said he.\n',
  'Two things. 1. It is lit. 2. It burns.\n', 'Few came. > 5 is few.\n', '- One. Two.\n- Three.\n', '> A boat floats. A lamp burns.\n>\n> — K. Doe, *Boats*\n',
  'A lamp burns.[^1] A boat floats.\n\n[^1]: Of oil. Of wax.\n', 'So it is (cf. Doe, vol. 2, p. 12). So says Dr. J. R. Roe.\n'];
for (const paper of papers) {
  const plain = await prettier.format(paper, { parser: 'markdown' });
  const lines = await prettier.format(paper, { parser: 'markdown', plugins: ['prettier-plugin-sentences-per-line'] });
  console.log(JSON.stringify(lines));
  const [before, after] = [await shown(plain), await shown(lines)];
  console.log(before === after ? '  reads the same' : `  ${before}\n  ${after}`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
"## Dr.\nRoe on boats\n"
  <h2>Dr. Roe on boats</h2>
  <h2>Dr.</h2><p>Roe on boats</p>
"## Ch.\n2: Lamps\n"
  <h2>Ch. 2: Lamps</h2>
  <h2>Ch.</h2><p>2: Lamps</p>
"| mill | lamps           |\n| ---- | --------------- |\n| old  | Two.\nOne is lit. |\n"
  <table><thead><tr><th>mill</th><th>lamps</th></tr></thead><tbody><tr><td>old</td><td>Two. One is lit.</td></tr></tbody></table>
  <table><thead><tr><th>mill</th><th>lamps</th></tr></thead><tbody><tr><td>old</td><td>Two.</td></tr><tr><td>One is lit.</td><td></td></tr></tbody></table>
"It was so.\n- Not so, said he.\n"
  <p>It was so. - Not so, said he.</p>
  <p>It was so.</p><ul><li>Not so, said he.</li></ul>
"Two things.\n1. It is lit.\n2. It burns.\n"
  <p>Two things. 1. It is lit. 2. It burns.</p>
  <p>Two things.</p><ol><li>It is lit.</li><li>It burns.</li></ol>
"Few came.\n> 5 is few.\n"
  <p>Few came. &gt; 5 is few.</p>
  <p>Few came.</p><blockquote><p>5 is few.</p></blockquote>
"- One.\n  Two.\n- Three.\n"
  reads the same
"> A boat floats.\n> A lamp burns.\n>\n> — K.\n> Doe, _Boats_\n"
  reads the same
"A lamp burns.[^1] A boat floats.\n\n[^1]: Of oil.\nOf wax.\n"
  reads the same
"So it is (cf.\nDoe, vol.\n2, p.\n12).\nSo says Dr.\nJ.\nR.\nRoe.\n"
  reads the same
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
