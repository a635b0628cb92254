#!/usr/bin/env bash
# Pandoc's citeproc prints spring as the thirteenth or the twenty-first month.
#
# Tool:    Pandoc 3.10 (npm pandoc-wasm 1.1.0) and citeproc-js 2.4.63 on the same CSL-JSON and the same small style.
# Guess:   a style that prints dates in numbers leaves a season out, or names it; no processor has a month 13.
# Seen:    Pandoc prints "13/1921" for a season, for "Spring 1921" and for month 13, and "21/1921" for month 21, which is how
#          EDTF, and so BibLaTeX and Zotero, write spring. citeproc-js prints "1921", or names the season. In words
#          ("form=text") both say "Spring 1921".
# Matters: periodicals dated by season come out with a month that does not exist in every style with numeric dates.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pandoc-wasm@1.1.0 citeproc@2.4.63 \
  @citation-js/plugin-csl@0.7.21 @citation-js/core@0.7.21 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { createRequire } from 'node:module';
import { convert } from 'pandoc-wasm';

const require = createRequire(import.meta.url);
const CSL = require('citeproc');
const english = require('@citation-js/plugin-csl/lib/locales.json')['en-US'];
const dates = [
  { 'date-parts': [[1921, 3]] },
  { 'date-parts': [[1921]], season: 1 },
  { 'date-parts': [[1921, 13]] },
  { 'date-parts': [[1921, 21]] },
  { raw: 'Spring 1921' },
];
const works = dates.map((issued, at) => ({ id: `w${at}`, type: 'book', title: 'Lamps', issued }));
for (const form of ['numeric', 'text']) {
  const style = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
<info><title>t</title><id>t</id><updated>2020-01-01T00:00:00Z</updated></info>
<citation><layout><date variable="issued" form="${form}"/></layout></citation></style>`;
  const engine = new CSL.Engine(
    { retrieveLocale: () => english, retrieveItem: (id) => works.find((work) => work.id === id) }, style, 'en-US', true);
  engine.updateItems(works.map(({ id }) => id));
  const { stdout } = await convert(
    { from: 'markdown', to: 'plain', citeproc: true, csl: 's.csl', bibliography: ['works.json'] },
    works.map(({ id }) => `[@${id}]`).join('\n\n'),
    { 's.csl': new Blob([style]), 'works.json': new Blob([JSON.stringify(works)]) });
  const pandoc = stdout.trim().split('\n\n');
  works.forEach(({ id, issued }, at) => {
    const other = engine.previewCitationCluster({ citationItems: [{ id }], properties: { noteIndex: 0 } }, [], [], 'text');
    console.log(`${form} | ${JSON.stringify(issued)} | ${pandoc[at]} | ${other}`);
  });
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
numeric | {"date-parts":[[1921,3]]} | 03/1921 | 03/1921
numeric | {"date-parts":[[1921]],"season":1} | 13/1921 | Spring/1921
numeric | {"date-parts":[[1921,13]]} | 13/1921 | 1921
numeric | {"date-parts":[[1921,21]]} | 21/1921 | 1921
numeric | {"raw":"Spring 1921"} | 13/1921 | 1921
text | {"date-parts":[[1921,3]]} | March 1921 | March 1921
text | {"date-parts":[[1921]],"season":1} | Spring 1921 | Spring 1921
text | {"date-parts":[[1921,13]]} | Spring 1921 | Spring 1921
text | {"date-parts":[[1921,21]]} | Spring 1921 | Spring 1921
text | {"raw":"Spring 1921"} | Spring 1921 | Spring 1921
TXT
echo 'form | date | Pandoc 3.10 | citeproc-js 2.4.63'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
