#!/usr/bin/env bash
# A bibliography read and written by pybtex has "p.~12" as "p.\textasciitilde 12" and "\&" as "\\&", one backslash more each time.
#
# Tool:    pybtex 0.24.0-3 with latexcodec 2.0.1-2 (Debian 12; what Sphinx's bibliographies and many scripts read .bib files with);
#          pandoc-wasm 1.1.0 (Pandoc 3.10) reads what was written.
# Guess:   reading and writing leaves the values as they are, as they are kept in TeX's spelling in between; if anything is escaped then
#          plain signs, once, and never in addresses. YAML and BibTeXML, which pybtex writes as well, are right in that.
# Seen:    on writing all is escaped again: blanks that must not break are printed tildes, "\&" and "\%" are line breaks followed by a bare
#          sign (of which TeX takes % and all after it for a comment), addresses have "\_", and each further pass adds to it.
# Matters: one script that sorts or completes a bibliography breaks titles, places and addresses of entries it never touched.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -q python3-pybtex=0.24.0-3 python3-latexcodec=2.0.1-2 python3-six=1.16.0-4 python3-yaml=6.0-3+b2 >apt.log 2>&1 || { cat apt.log; exit 2; }
for package in *.deb; do dpkg -x "$package" tools; done
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pandoc-wasm@1.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >0.bib <<'BIB'
@book{doe, author = "Doe, Jane", title = "Boats \& Mills", publisher = "Roe \& Poe", url = "https://example.org/a_b", note = "p.~12: 50\% of all"}
BIB
cat >pass.py <<'PY'
from pybtex.database import parse_file, parse_string
for number in range(2):
    bibliography = parse_file(f'{number}.bib')
    bibliography.to_file(f'{number + 1}.bib', 'bibtex')
    for other in ('yaml', 'bibtexml'):
        same = parse_string(bibliography.to_string(other), other).entries['doe'].fields == bibliography.entries['doe'].fields
        if number == 0:
            print(f'fields by way of {other}: {"the same" if same else "others"}')
PY
PYTHONPATH=$folder/tools/usr/lib/python3/dist-packages /usr/bin/python3 pass.py >seen.txt
cat >read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { convert } from 'pandoc-wasm';

for (const number of [0, 1, 2]) {
  const text = readFileSync(`${number}.bib`, 'utf8');
  const fields = ['title', 'publisher', 'url', 'note'].map((name) => text.match(new RegExp(`${name} = "([^"]*)"`))[1]);
  const { stdout, stderr } = await convert({ from: 'bibtex', to: 'csljson' }, text, {});
  const [entry] = stdout ? JSON.parse(stdout) : [];
  const read = entry ? JSON.stringify([entry.title, entry.publisher, entry.URL, entry.note]).slice(1, -1) : stderr.split('\n').find((line) => line.includes('unexpected'));
  console.log(`passes: ${number}\n  written | ${fields.join(' | ')}\n  Pandoc  | ${read}`);
}
JS
node read.mjs >>seen.txt

cat >expected.txt <<'TXT'
fields by way of yaml: the same
fields by way of bibtexml: the same
passes: 0
  written | Boats \& Mills | Roe \& Poe | https://example.org/a_b | p.~12: 50\% of all
  Pandoc  | "Boats & mills","Roe & Poe","https://example.org/a_b","p. 12: 50% of all"
passes: 1
  written | Boats \\& Mills | Roe \\& Poe | https://example.org/a\_b | p.\textasciitilde 12: 50\\% of all
  Pandoc  | "Boats\n& mills","Roe\n& Poe","https://example.org/a\\_b","p.~12: 50\n"
passes: 2
  written | Boats \\\& Mills | Roe \\\& Poe | https://example.org/a\\_b | p.\textasciitilde 12: 50\\\% of all
  Pandoc  | "Boats\n& mills","Roe\n& Poe","https://example.org/a\\\\_b","p.~12: 50\n% of all"
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
