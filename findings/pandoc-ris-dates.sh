#!/usr/bin/env bash
# Of a date in RIS Pandoc prints "n.d." if it has a day, and "2020–" if a year is written with its slashes.
#
# Tool:    Pandoc 3.10 (npm pandoc-wasm 1.1.0), its reader ris, to CSL-JSON and as the bibliography of a paper.
# Guess:   RIS writes dates as year/month/day/other, where slashes stay if parts are empty: "2020///" is 2020, "1848/05/03/" a day.
#          The translator (A4, as EndNote and Zotero write it) and the place of the publisher (CY) are read.
# Seen:    "2020///" is 2020 and three times the year 0, printed as the begin of a range. A month and a day, with or without a
#          slash after them, or a season leave no date at all. Translator and place are left out, and the number of a book
#          (SN) is an ISSN. DA is not read.
# Matters: catalogues and old programs give RIS with slashes: each of their works is cited under another year, or under none.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pandoc-wasm@1.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { convert } from 'pandoc-wasm';

const fields = {
  'a year': ['PY  - 2020'],
  'a year with slashes': ['PY  - 2020///'],
  'a day': ['PY  - 1848/05/03'],
  'a day with slashes': ['PY  - 1848/05/03/'],
  'a season': ['PY  - 1848///spring'],
  'a year in Y1': ['Y1  - 2020///'],
  'a day in DA': ['DA  - 1848/05/03'],
  'translator': ['PY  - 2020', 'A4  - Roe, Rita'],
  'place': ['PY  - 2020', 'PB  - Press', 'CY  - Berlin'],
  'number of the book': ['PY  - 2020', 'SN  - 978-3-16-148410-0'],
};
for (const [name, lines] of Object.entries(fields)) {
  const entry = ['TY  - BOOK', 'ID  - doe', 'AU  - Doe, Jane', 'TI  - Boats', ...lines, 'ER  - ', ''].join('\n');
  const { stdout } = await convert({ from: 'ris', to: 'csljson' }, entry, {});
  const { id, type, title, author, ...read } = JSON.parse(stdout)[0];
  const files = { 'works.ris': new Blob([entry]) };
  const options = { from: 'markdown', to: 'plain', citeproc: true, wrap: 'none', bibliography: ['works.ris'] };
  const { stdout: printed } = await convert(options, '---\nlang: en\n---\n\n[@doe]\n', files);
  console.log(`${lines.join(', ')} (${name}) | ${JSON.stringify(read)} | ${printed.trim().split(/\n+/).join(' / ')}`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
PY  - 2020 (a year) | {"issued":{"date-parts":[[2020]]}} | (Doe 2020) / Doe, Jane. 2020. Boats.
PY  - 2020/// (a year with slashes) | {"issued":{"date-parts":[[2020],[0],[0],[0]]}} | (Doe 2020–) / Doe, Jane. 2020–. Boats.
PY  - 1848/05/03 (a day) | {"issued":{"date-parts":[]}} | (Doe, n.d.) / Doe, Jane. n.d. Boats.
PY  - 1848/05/03/ (a day with slashes) | {"issued":{"date-parts":[]}} | (Doe, n.d.) / Doe, Jane. n.d. Boats.
PY  - 1848///spring (a season) | {"issued":{"date-parts":[]}} | (Doe, n.d.) / Doe, Jane. n.d. Boats.
Y1  - 2020/// (a year in Y1) | {"issued":{"date-parts":[[2020],[0],[0],[0]]}} | (Doe 2020–) / Doe, Jane. 2020–. Boats.
DA  - 1848/05/03 (a day in DA) | {} | (Doe, n.d.) / Doe, Jane. n.d. Boats.
PY  - 2020, A4  - Roe, Rita (translator) | {"issued":{"date-parts":[[2020]]}} | (Doe 2020) / Doe, Jane. 2020. Boats.
PY  - 2020, PB  - Press, CY  - Berlin (place) | {"issued":{"date-parts":[[2020]]},"publisher":"Press"} | (Doe 2020) / Doe, Jane. 2020. Boats. Press.
PY  - 2020, SN  - 978-3-16-148410-0 (number of the book) | {"ISSN":"978-3-16-148410-0","issued":{"date-parts":[[2020]]}} | (Doe 2020) / Doe, Jane. 2020. Boats.
TXT
echo 'written | read by Pandoc 3.10 | printed'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
