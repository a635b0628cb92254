#!/usr/bin/env bash
# Of an AsciiDoc bibliography Pandoc keeps the references to "[1]" and drops the labels they refer to; named attributions go as well.
#
# Tool:    Pandoc 3.10 (npm pandoc-wasm 1.1.0), its new reader asciidoc; Asciidoctor.js (@asciidoctor/core 4.1.0) as the judge.
# Guess:   the words of a page are those that Asciidoctor prints: "[1]" where `<<doe>>` stands and before the entry `[[[doe,1]]]`,
#          the author of a quotation, by place or by name, and the text that `reftext` gives a cross-reference. (A quotation in
#          Markdown's form and a paragraph in quotation marks with its author were expected to be plain text, and are.)
# Seen:    the reference is "1" without brackets, or nothing where the entry has no label of its own, and no entry shows its label.
#          `[quote, Karl Doe, Boats]` keeps its author, `[quote, attribution=Karl Doe, citetitle=Boats]` does not; the text of
#          `reftext` is left out, and an attribute within the value of an attribute is printed as "{boat}".
# Matters: a source that is read from AsciiDoc has quotations without their author, and numbers that lead to no work.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund @asciidoctor/core@4.1.0 pandoc-wasm@1.1.0 >>npm.log 2>&1 ||
  { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { convert as asciidoctor } from '@asciidoctor/core';
import { convert } from 'pandoc-wasm';

const pages = {
  'bibliography': 'See <<doe>> and <<roe>>.\n\n[bibliography]\n== Works\n\n* [[[doe,1]]] Doe. Boats.\n* [[[roe]]] Roe. Oars.\n',
  'author by place': '[quote, Karl Doe, Boats]\n____\nA boat floats.\n____\n',
  'author by name': '[quote, attribution=Karl Doe, citetitle=Boats]\n____\nA boat floats.\n____\n',
  'text for references': '[#two,reftext="Part Two"]\n== Two\n\nSee <<two>>.\n',
  'attribute in attribute': ':boat: lamp boat\n:boats: {boat}s\n\nThe {boats} float.\n',
  'Markdown quotation': '> A boat floats.\n> -- Karl Doe, Boats\n',
  'quoted paragraph': '"A boat floats."\n-- Karl Doe, Boats\n',
  'note twice': 'A boat.footnote:a[It floats.] An oar.footnote:a[]\n',
};
const words = (html) => html.replace(/<[^>]+>/g, ' ').replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code)).replace(/&#x(\w+);/g, (_, code) => String.fromCodePoint(parseInt(code, 16)))
  .replace(/&gt;/g, '>').replace(/\s+/g, ' ').replace(/ (?=[.,])/g, '').replace(/ ?↩︎/g, '').trim();
for (const [name, page] of Object.entries(pages)) {
  const { stdout, stderr } = await convert({ from: 'asciidoc', to: 'html', wrap: 'none' }, page, {});
  console.log(`${name} | Asciidoctor | ${words(String(await asciidoctor(page)))}`);
  console.log(`${name} | Pandoc | ${words(stdout + stderr)}`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
bibliography | Asciidoctor | See [1] and [roe]. Works [1] Doe. Boats. [roe] Roe. Oars.
bibliography | Pandoc | See 1 and. Works Doe. Boats. Roe. Oars.
author by place | Asciidoctor | A boat floats. — Karl Doe Boats
author by place | Pandoc | A boat floats. — Karl Doe, Boats
author by name | Asciidoctor | A boat floats. — Karl Doe Boats
author by name | Pandoc | A boat floats.
text for references | Asciidoctor | Two See Part Two.
text for references | Pandoc | Two See Two.
attribute in attribute | Asciidoctor | The lamp boats float.
attribute in attribute | Pandoc | The {boat}s float.
Markdown quotation | Asciidoctor | A boat floats. — Karl Doe Boats
Markdown quotation | Pandoc | > A boat floats. > — Karl Doe, Boats
quoted paragraph | Asciidoctor | A boat floats. — Karl Doe Boats
quoted paragraph | Pandoc | "A boat floats." -- Karl Doe, Boats
note twice | Asciidoctor | A boat. [ 1 ] An oar. [ 1 ] 1. It floats.
note twice | Pandoc | A boat. 1 An oar. 2 It floats. It floats.
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
