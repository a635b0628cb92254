#!/usr/bin/env bash
# Of a bibliography that Asciidoctor writes as DocBook Pandoc reads the heading alone, and of works with fields it drops the titles.
#
# Tool:    Asciidoctor's DocBook converter 2.0.0 with @asciidoctor/core 2.2.9, the usual way from AsciiDoc to Word; Pandoc 3.10 (npm
#          pandoc-wasm 1.1.0), its reader docbook. Asciidoctor's own HTML says what is in the paper.
# Guess:   notes, quotations with author and source, the number a list begins with, and the works of the bibliography come through; in
#          doubt was a note with two marks. Works whose fields are marked (biblioentry) give at least their words.
# Seen:    quotations, lists and references ("[1]") come through. The works do not: what stands in <bibliodiv>, which Asciidoctor always
#          writes, is dropped without a warning, even with --verbose, so that "[1]" leads to nothing. The second mark of a note is
#          gone, too. Without <bibliodiv> works are read, but the <title> of one is dropped and its names are run together ("JoDoe").
# Matters: a paper turned to Word in this way has all of its references and none of the works.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund @asciidoctor/core@2.2.9 @asciidoctor/docbook-converter@2.0.0 \
  pandoc-wasm@1.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { createRequire } from 'node:module';
import { convert } from 'pandoc-wasm';

const require = createRequire(import.meta.url);
const asciidoctor = require('@asciidoctor/core')();
require('@asciidoctor/docbook-converter').register(asciidoctor);
const read = async (docbook) => {
  const { stdout, warnings } = await convert({ from: 'docbook', to: 'markdown', wrap: 'none', verbosity: 'INFO' }, docbook, {});
  return { text: JSON.stringify(stdout.trim()), warnings: (warnings ?? []).map(({ contents, pretty }) => contents ?? pretty).join(', ') || 'none' };
};
const papers = {
  'works': 'So says <<doe>>.\n\n[bibliography]\n== Works\n\n* [[[doe,1]]] Doe. Boats.\n* [[[roe,2]]] Roe. Lamps.',
  'a note with two marks': 'A lamp.footnote:oil[Of oil.] A boat.footnote:oil[]',
  'a quotation': '[quote, Karl Doe, Boats]\n____\nA boat floats.\n____',
  'a list from 5': '[start=5]\n. five\n. six',
};
for (const [name, paper] of Object.entries(papers)) {
  const html = asciidoctor.convert(paper).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim();
  const { text, warnings } = await read(asciidoctor.convert(paper, { backend: 'docbook5', standalone: true }));
  console.log(`${name}\n  Asciidoctor | ${html}\n  Pandoc      | ${text}\n  ignored     | ${warnings}`);
}
const article = (works) => `<article xmlns="http://docbook.org/ns/docbook" version="5.0"><title>T</title><bibliography><title>Works</title>${works}</bibliography></article>`;
const entries = {
  'mixed': '<bibliomixed>Doe. Boats.</bibliomixed>',
  'mixed, in a division': '<bibliodiv><bibliomixed>Doe. Boats.</bibliomixed></bibliodiv>',
  'with fields': '<biblioentry><author><personname><firstname>Jo</firstname><surname>Doe</surname></personname></author><title>Boats</title><pubdate>1848</pubdate></biblioentry>',
};
for (const [name, works] of Object.entries(entries)) console.log(`${name} | ${(await read(article(works))).text}`);
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
works
  Asciidoctor | So says [1] . Works [1] Doe. Boats. [2] Roe. Lamps.
  Pandoc      | "So says [\\[1\\]](#doe).\n\n# Works {#_works}"
  ignored     | none
a note with two marks
  Asciidoctor | A lamp. [ 1 ] A boat. [ 1 ] 1 . Of oil.
  Pandoc      | "A lamp.[^1] A boat.\n\n[^1]: Of oil."
  ignored     | footnoteref
a quotation
  Asciidoctor | A boat floats. &#8212; Karl Doe Boats
  Pandoc      | "> A boat floats.\n>\n> ---  Karl Doe Boats"
  ignored     | citetitle, attribution
a list from 5
  Asciidoctor | five six
  Pandoc      | "5.  five\n\n6.  six"
  ignored     | none
mixed | "# Works\n\nDoe. Boats."
mixed, in a division | "# Works"
with fields | "# Works\n\nJoDoe\n\n1848"
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
