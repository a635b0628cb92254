#!/usr/bin/env bash
# Citation.js loses dates that BibLaTeX writes in the Extended Date/Time Format: years before our era, open ranges, seasons, circa.
#
# Tool:    @citation-js/core and @citation-js/plugin-bibtex 0.8.2, BibLaTeX to CSL-JSON and back.
# Guess:   as in Biber and Pandoc: -0042 is 43 BC ([[-43]] in CSL), 1867/ an open range, 1970~ about 1970, 1970-21 spring 1970;
#          and each is written back as it was read.
# Seen:    -0042 is the year 0, written back as "00". 1867/ has null for its end, which no schema of CSL allows, and is
#          written back as no date at all. 1970~ and 1970-21 are plain 1970. ../1900 (BibLaTeX's range without a beginning)
#          is refused, and with it the whole file. Years, months, days and closed ranges are right.
# Matters: an old text in a group's bibliography changes its year, or has none, after one run through a converter.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';

for (const date of ['1943-06', '1867/1894', '-0042', '1867/', '1970~', '1970-21', '../1900']) {
  try {
    const cite = new Cite(`@book{lamp, title = {Lamps}, date = {${date}}}`);
    const back = /date = \{[^}]*\}/.exec(cite.format('biblatex'))?.[0] ?? 'no date';
    console.log(`${date} | ${JSON.stringify(cite.data[0].issued)} | ${back}`);
  } catch (error) {
    console.log(`${date} | refused: ${error.message.split('\n')[0]}`);
  }
}
JS
node probe.mjs >seen.txt 2>/dev/null

cat >expected.txt <<'TXT'
1943-06 | {"date-parts":[[1943,6]]} | date = {1943-06}
1867/1894 | {"date-parts":[[1867],[1894]]} | date = {1867/1894}
-0042 | {"date-parts":[[0]]} | date = {00}
1867/ | {"date-parts":[[1867],null]} | no date
1970~ | {"date-parts":[[1970]]} | date = {1970}
1970-21 | {"date-parts":[[1970]]} | date = {1970}
../1900 | refused: Failed to convert date to issued
TXT
echo 'date in BibLaTeX | in CSL | written back, by Citation.js 0.8.2'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
