#!/usr/bin/env bash
# rumdl's formatter with its Pandoc flavour makes links of citations, headings of numbered theses, and takes tables and verses apart.
#
# Tool:    rumdl 0.2.75 (linter and formatter of Markdown), `rumdl fmt --flavor pandoc`; Pandoc 3.10 (npm pandoc-wasm 1.1.0) as the judge.
# Guess:   the flavour's page counts citations, line blocks, multi-line tables and metadata blocks among what it knows, so that a
#          paper says to Pandoc after formatting what it said before.
# Seen:    a citation right after a bracket, `(her stress)[@doe, p. 3]`, is a link to "@doe, p. 3" and no longer a citation; `#.`
#          items are headings; multi-line and simple tables are no tables; lines of verse lose their indent; YAML that ends with
#          `...`, as Pandoc's manual has it, is text; a wrapped line that begins with "- " is a list. The exit code is 0.
#          Grid tables, notes, example lists, definition lists, divs and keys in braces stay what they are.
# Matters: a formatter that runs on save changes what a paper says; a citation that is gone is gone from the bibliography as well.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund rumdl@0.2.75 pandoc-wasm@1.1.0 >>npm.log 2>&1 ||
  { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { convert } from 'pandoc-wasm';

const papers = {
  'citation after a bracket': 'A boat floats (her stress)[@doe, p. 3].\n',
  'citation after a blank': 'A boat floats (her stress) [@doe, p. 3].\n',
  'numbered theses': '#.  A boat floats.\n#.  An oar does not.\n',
  'multi-line table': '----------------\nBoat   Oar\n------ ---------\none    two\n\nthree  four\n----------------\n',
  'simple table': 'Boat   Oar\n-----  ----\none    two\n',
  'grid table': '+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+\n',
  'verse': '| A boat floats,\n|   an oar does\n| not.\n',
  'metadata': '---\ntitle: Boats\n...\n\nText.\n',
  'wrapped line': 'A boat floats for a reason\n- which is known -\nand sinks for none.\n',
  'note': 'Text[^a].\n\n[^a]: One.\n\n    Two.\n',
  'example list': '(@good)  A thesis.\n\nAs (@good) says.\n',
  'definitions': 'Boat\n:   What floats.\n\n    And sinks.\n',
  'key in braces': 'See [@{https://example.org/x?a=b}, p. 3].\n',
  'div': '::: {.aside}\nText.\n:::\n',
};
const format = (text) => execFileSync('node_modules/.bin/rumdl', ['fmt', '--no-config', '--no-cache', '--flavor', 'pandoc', '--silent', '-'], { input: text, encoding: 'utf8' });
const tree = async (text) => (await convert({ from: 'markdown', to: 'native', standalone: true }, text, {})).stdout;
const html = async (text) => (await convert({ from: 'markdown', to: 'html', wrap: 'none' }, text, {})).stdout;
const flat = (page) => page.replace(/ (class|id|style|role|data-cites)="[^"]*"/g, '').replace(/\u00A0/g, '_').replace(/ *\n */g, '').trim();
for (const [name, paper] of Object.entries(papers)) {
  const formatted = format(paper);
  const same = (await tree(paper)) === (await tree(formatted));
  console.log(`${name}: ${same ? 'the same' : `${flat(await html(paper))} -> ${flat(await html(formatted))}`}`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
citation after a bracket: <p>A boat floats (her stress)<span>[@doe, p. 3]</span>.</p> -> <p>A boat floats <a href="@doe,%20p.%203">her stress</a>.</p>
citation after a blank: the same
numbered theses: <ol><li>A boat floats.</li><li>An oar does not.</li></ol> -> <h1>. A boat floats</h1><h2>. An oar does not</h2>
multi-line table: <table><colgroup><col /><col /></colgroup><thead><tr><th>Boat</th><th>Oar</th></tr></thead><tbody><tr><td>one</td><td>two</td></tr><tr><td>three</td><td>four</td></tr></tbody></table> -> <hr /><p>Boat Oar</p><hr /><p>one two</p><h2>three four</h2>
simple table: <table><thead><tr><th>Boat</th><th>Oar</th></tr></thead><tbody><tr><td>one</td><td>two</td></tr></tbody></table> -> <p>Boat Oar</p><hr /><p>one two</p>
grid table: the same
verse: <div>A boat floats,<br />__an oar does<br />not.</div> -> <div>A boat floats,<br />an oar does<br />not.</div>
metadata: <p>Text.</p> -> <hr /><p>title: Boats …</p><p>Text.</p>
wrapped line: <p>A boat floats for a reason - which is known - and sinks for none.</p> -> <p>A boat floats for a reason</p><ul><li>which is known - and sinks for none.</li></ul>
note: the same
example list: the same
definitions: the same
key in braces: the same
div: the same
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
