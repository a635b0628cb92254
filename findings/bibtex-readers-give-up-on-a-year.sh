#!/usr/bin/env bash
# Of four readers of BibTeX two give up on a file whose entry ends with a year without braces, one on an "@", two glue letters.
#
# Tool:    bibtex-parse-js 0.0.24, ORCID's copy of it (@orcid/bibtex-parse-js 0.0.25), bibtex-parse 2.1.0 and bibtex 0.9.0; Pandoc 3.10
#          (npm pandoc-wasm 1.1.0) beside them.
# Guess:   all read what BibTeX's own manual shows: numbers without braces, @string, `#`, names of months, quotation marks in
#          braces; "@" and "%" are signs like others in an address. In doubt was only whether the first joins strings.
# Seen:    bibtex-parse-js and ORCID's stop at "year = 1848" if the entry's brace stands on the next line, at any @string (they call a
#          function that is not there), and lose what follows `{"}`. bibtex stops at an "@" in any field, such as an address of
#          Mastodon, at @comment and at month = may. bibtex-parse and bibtex take braces away but not the commands in them: "{\O}re" is
#          "\Ore", "\emph{so}" is "\emphso". One entry that a reader gives up on costs the whole file.
# Matters: a bibliography that LaTeX and Pandoc print is refused, or read with commands that do not exist, on the pages where people
#          bring in their works.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund bibtex-parse-js@0.0.24 @orcid/bibtex-parse-js@0.0.25 \
  bibtex-parse@2.1.0 bibtex@0.9.0 pandoc-wasm@1.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { createRequire } from 'node:module';
import { convert } from 'pandoc-wasm';

const require = createRequire(import.meta.url);
const tags = ({ entryTags, ...entry }) => JSON.stringify(entryTags ?? entry);
const kept = (entry) => JSON.stringify(Object.fromEntries(Object.entries(entry).filter(([name]) => !['key', 'type', 'id'].includes(name))));
const readers = {
  'bibtex-parse-js': (file) => require('bibtex-parse-js').toJSON(file).map(tags),
  "ORCID's": (file) => require('@orcid/bibtex-parse-js').toJSON(file).map(tags),
  'bibtex-parse': (file) => require('bibtex-parse').entries(file).map(kept),
  'bibtex': (file) => Object.values(require('bibtex').parseBibFile(file).entries$)
    .map((entry) => JSON.stringify(Object.fromEntries(Object.keys(entry.fields).map((name) => [name, String(entry.getFieldAsString(name))])))),
  'Pandoc': async (file) => JSON.parse((await convert({ from: 'bibtex', to: 'csljson' }, file, {})).stdout).map(kept),
};
const files = [
  '@book{v, title = {Boats}, year = {1848}}',
  '@book{v, title = {Boats}, year = 1848\n}',
  '@book{v, title = {Boats}, month = may}',
  '@string{mill = "Mill Press"}\n@book{v, publisher = mill # ", Old Town"}',
  '@book{v, title = "On {"}boats{"} again", year = {1848}}',
  '@online{v, title = {Boats}, url = {https://social.example/@ada/1}}',
  '@book{v, title = {{\\O}re and \\emph{so} on}}',
  '@comment{jabref-meta: databaseType:bibtex;}\n@book{v, title = {Boats}}',
  '@online{v, url = {https://example.org/a%20b}}',
];
for (const file of files) {
  console.log(file.replaceAll('\n', '⏎'));
  for (const [name, read] of Object.entries(readers)) {
    let seen;
    try {
      seen = (await read(file)).join(' ') || 'nothing';
    } catch (error) {
      seen = `gives up: ${String(error.message ?? error).replace(/\s+/g, ' ').slice(0, 50)}`;
    }
    console.log(`  ${name} | ${seen}`);
  }
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
@book{v, title = {Boats}, year = {1848}}
  bibtex-parse-js | {"title":"Boats","year":"1848"}
  ORCID's | {"title":"Boats","year":"1848"}
  bibtex-parse | {"TITLE":"Boats","YEAR":"1848"}
  bibtex | {"title":"Boats","year":"1848"}
  Pandoc | {"issued":{"date-parts":[[1848]]},"title":"Boats"}
@book{v, title = {Boats}, year = 1848⏎}
  bibtex-parse-js | gives up: Value expected:1848 } for key: 1848 
  ORCID's | gives up: Value expected: single_value1848 } for key: 1848 
  bibtex-parse | {"TITLE":"Boats","YEAR":1848}
  bibtex | {"title":"Boats","year":"1848"}
  Pandoc | {"issued":{"date-parts":[[1848]]},"title":"Boats"}
@book{v, title = {Boats}, month = may}
  bibtex-parse-js | {"title":"Boats","month":"may"}
  ORCID's | {"title":"Boats","month":"may"}
  bibtex-parse | {"TITLE":"Boats","MONTH":"May"}
  bibtex | gives up: Unresolved reference: "may" ({"braceDepth":0,"stri
  Pandoc | {"title":"Boats"}
@string{mill = "Mill Press"}⏎@book{v, publisher = mill # ", Old Town"}
  bibtex-parse-js | gives up: this.string is not a function
  ORCID's | gives up: this.string is not a function
  bibtex-parse | {"PUBLISHER":"Mill Press, Old Town"}
  bibtex | {"mill":"Mill Press","publisher":"Mill Press, Old Town"}
  Pandoc | {"publisher":"Mill Press, Old Town"}
@book{v, title = "On {"}boats{"} again", year = {1848}}
  bibtex-parse-js | {"title":"On {"}
  ORCID's | {"title":"On {"}
  bibtex-parse | {"TITLE":"On \"boats\" again","YEAR":"1848"}
  bibtex | {"title":"On \"boats\" again","year":"1848"}
  Pandoc | {"issued":{"date-parts":[[1848]]},"title":"On \"boats\" again"}
@online{v, title = {Boats}, url = {https://social.example/@ada/1}}
  bibtex-parse-js | {"title":"Boats","url":"https://social.example/@ada/1"}
  ORCID's | {"title":"Boats","url":"https://social.example/@ada/1"}
  bibtex-parse | {"TITLE":"Boats","URL":"https://social.example/@ada/1"}
  bibtex | gives up: Cannot read properties of undefined (reading 'map'
  Pandoc | {"URL":"https://social.example/@ada/1","title":"Boats"}
@book{v, title = {{\O}re and \emph{so} on}}
  bibtex-parse-js | {"title":"{\\O}re and \\emph{so} on"}
  ORCID's | {"title":"{\\O}re and \\emph{so} on"}
  bibtex-parse | {"TITLE":"\\Ore and \\emphso on"}
  bibtex | {"title":"\\Ore and \\emphso on"}
  Pandoc | {"title":"Øre and <i>so</i> on"}
@comment{jabref-meta: databaseType:bibtex;}⏎@book{v, title = {Boats}}
  bibtex-parse-js | {"entryType":"COMMENT","entry":"jabref-meta:databaseType:bibtex;"} {"title":"Boats"}
  ORCID's | {"entryType":"COMMENT","entry":"jabref-meta:databaseType:bibtex;"} {"title":"Boats"}
  bibtex-parse | {"TITLE":"Boats"}
  bibtex | gives up: Unexpected entry parsed: comment
  Pandoc | {"title":"Boats"}
@online{v, url = {https://example.org/a%20b}}
  bibtex-parse-js | {"url":"https://example.org/a%20b"}
  ORCID's | {"url":"https://example.org/a%20b"}
  bibtex-parse | {"URL":"https://example.org/a%20b"}
  bibtex | {"url":"https://example.org/a%20b"}
  Pandoc | {"URL":"https://example.org/a%20b"}
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
