#!/usr/bin/env bash
# On the way from djot.js to Pandoc a table with a caption loses all columns but the first, and references to headings lead nowhere.
#
# Tool:    @djot/djot 0.3.2 (the reference implementation of Djot), its toPandoc; Pandoc 3.10 (npm pandoc-wasm 1.1.0) prints what it
#          gives, and reads the same text with its own reader of Djot beside it.
# Guess:   both come from the author of both formats, so that a paper printed by way of djot.js is the one that Pandoc reads itself,
#          but for the odd wrapper around a section.
# Seen:    of a table with a caption only the first column is printed; without one it is whole. "[Mills][]", Djot's reference to
#          a heading, is a link to nothing. Attributes of paragraphs and quotations are gone ("{.thesis #one}"). A mark whose
#          note is missing is a superscript letter, and identifiers are set twice. Notes, lists, quotation marks are alike.
# Matters: theses that are numbered by attributes, and tables of them, are lost on the usual way from Djot to Word or PDF.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pandoc-wasm@1.1.0 @djot/djot@0.3.2 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { parse, toPandoc } from '@djot/djot';
import { convert } from 'pandoc-wasm';

const table = '| mill | lamp | boat |\n|------|------|------|\n| 1 | 2 | 3 |\n';
const texts = {
  'table': table,
  'table with a caption': `${table}\n^ Counted in May\n`,
  'reference to a heading': '# Mills\n\nSee [Mills][].\n',
  'link to a heading': '# Mills\n\nSee [there](#Mills).\n',
  'quotation with attributes': '{.thesis #one}\n> The lamp is full.\n',
  'paragraph with attributes': '{.thesis #one}\nThe lamp is full.\n',
  'part with attributes': '{#one}\n::: thesis\nThe lamp is full.\n:::\n',
  'note': 'Full[^a].\n\n[^a]: Of oil.\n\n  And to the brim.\n',
  'missing note': 'Full[^a].\n',
  'list from 5': '5. five\n6. six\n',
  'quotation marks': 'He said "so it\'s full".\n',
};
const wrappers = /<section[^>]*class="footnotes[^]*?<ol>|<\/?(?:thead|tbody)>|<caption><\/caption>|(?<=<(?:td|th|caption)>)<p>|<\/p>(?=<\/(?:td|th|caption)>)/g;
async function printed(from, text) {
  const { stdout } = await convert({ from, to: 'html', wrap: 'none' }, text, {});
  return stdout.replaceAll(/\s*\n\s*/g, '').replaceAll(wrappers, '');
}
const warn = () => {};
for (const [name, text] of Object.entries(texts)) {
  const [viaTree, directly] = [await printed('json', JSON.stringify(toPandoc(parse(text, { warn }), { warn }))), await printed('djot', text)];
  console.log(`${name} | ${viaTree === directly ? 'alike' : `${viaTree} | ${directly}`}`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
table | alike
table with a caption | <table><caption>Counted in May</caption><tr><th>mill</th></tr><tr><td>1</td></tr></table> | <table><caption>Counted in May</caption><tr><th>mill</th><th>lamp</th><th>boat</th></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>
reference to a heading | <section id="Mills" id="Mills"><h1>Mills</h1><p>See <a href="">Mills</a>.</p></section> | <h1 id="Mills">Mills</h1><p>See <a href="#Mills">Mills</a>.</p>
link to a heading | <section id="Mills" id="Mills"><h1>Mills</h1><p>See <a href="#Mills">there</a>.</p></section> | <h1 id="Mills">Mills</h1><p>See <a href="#Mills">there</a>.</p>
quotation with attributes | <blockquote><p>The lamp is full.</p></blockquote> | <blockquote id="one" class="thesis"><p>The lamp is full.</p></blockquote>
paragraph with attributes | <p>The lamp is full.</p> | <p id="one" class="thesis">The lamp is full.</p>
part with attributes | <div id="one" class="thesis" id="one"><p>The lamp is full.</p></div> | <div id="one" class="thesis"><p>The lamp is full.</p></div>
note | alike
missing note | <p>Full<sup>a</sup>.</p> | <p>Full.</p>
list from 5 | alike
quotation marks | alike
TXT
echo 'written | by way of djot.js | read by Pandoc 3.10'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
