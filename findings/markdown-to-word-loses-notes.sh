#!/usr/bin/env bash
# Of three writers of Word files from Markdown one loses notes whose label is a word, one second marks, one counts paragraphs as theses.
#
# Tool:    mdast2docx 1.6.1, @mohtasham/md-to-docx 4.0.1 and markdown-docx 1.7.0; Pandoc 3.10 (npm pandoc-wasm 1.1.0) reads the files.
# Guess:   all three name footnotes among what they support, so that each mark leads to its words, whatever its label, the second
#          mark of a note as well; a list that begins at 5 does in Word, and a second paragraph of an item is not counted.
# Seen:    mdast2docx takes the label for a number: of [^boat] the words are in the file, but its mark leads to id 0, the line
#          between text and notes, so that the note is empty. @mohtasham/md-to-docx leaves out the second mark of a note, and makes
#          a quotation of a second paragraph. markdown-docx begins each list at 1 and numbers that paragraph: what was 6 is 3.
# Matters: notes are where the places of a paper stand, and theses are cited by number; none of the three warns.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund mdast2docx@1.6.1 @mohtasham/md-to-docx@4.0.1 markdown-docx@1.7.0 \
  unified@11.0.5 remark-parse@11.0.0 remark-gfm@4.0.1 pandoc-wasm@1.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { convertMarkdownToDocx } from '@mohtasham/md-to-docx';
import markdownDocx, { Packer } from 'markdown-docx';
import { toDocx } from 'mdast2docx';
import { convert } from 'pandoc-wasm';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const say = console.log;
console.log = console.warn = () => {};
const writers = {
  'mdast2docx': (text) => toDocx(unified().use(remarkParse).use(remarkGfm).parse(text)),
  '@mohtasham/md-to-docx': (text) => convertMarkdownToDocx(text),
  'markdown-docx': async (text) => Packer.toBuffer(await markdownDocx(text)),
};
const papers = {
  'labels are numbers': 'A boat[^1] and an oar[^2].\n\n[^1]: It floats.\n\n[^2]: It does not.\n',
  'labels are words': 'A boat[^boat] and an oar[^oar].\n\n[^boat]: It floats.\n\n[^oar]: It does not.\n',
  'one note twice': 'A boat[^1] and an oar[^1].\n\n[^1]: It floats.\n',
  'theses from 5': '5. A boat floats.\n\n   An oar too.\n\n6. A lamp does not.\n',
};
for (const [name, paper] of Object.entries(papers))
  for (const [writer, write] of Object.entries(writers)) {
    if (writer === 'mdast2docx' && name === 'theses from 5') continue; // its lists want a plugin, as it says
    const file = new Blob([await write(paper)]);
    const { stdout } = await convert({ from: 'docx', to: 'gfm', wrap: 'none', 'input-files': ['paper'] }, null, { paper: file });
    say(`${name} | ${writer} | ${stdout.trim().replace(/\n+/g, ' / ')}`);
  }
JS
node probe.mjs >seen.txt 2>warnings.txt || { cat warnings.txt; exit 2; }

cat >expected.txt <<'TXT'
labels are numbers | mdast2docx | A boat[^1] and an oar[^2]. / [^1]: It floats. / [^2]: It does not.
labels are numbers | @mohtasham/md-to-docx | A boat[^1] and an oar[^2]. / [^1]: It floats. / [^2]: It does not.
labels are numbers | markdown-docx | A boat[^1] and an oar[^2]. / [^1]: It floats. / [^2]: It does not.
labels are words | mdast2docx | A boat[^1] and an oar[^2]. / [^1]: / [^2]:
labels are words | @mohtasham/md-to-docx | A boat[^1] and an oar[^2]. / [^1]: It floats. / [^2]: It does not.
labels are words | markdown-docx | A boat[^1] and an oar[^2]. / [^1]: It floats. / [^2]: It does not.
one note twice | mdast2docx | A boat[^1] and an oar[^2]. / [^1]: It floats. / [^2]: It floats.
one note twice | @mohtasham/md-to-docx | A boat[^1] and an oar. / [^1]: It floats.
one note twice | markdown-docx | A boat[^1] and an oar[^2]. / [^1]: It floats. / [^2]: It floats.
theses from 5 | @mohtasham/md-to-docx | 5.  A boat floats. / > An oar too. / 6.  A lamp does not.
theses from 5 | markdown-docx | 1.  A boat floats. / 2.  An oar too. / 3.  A lamp does not.
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
