#!/usr/bin/env bash
# Pandoc writes BibLaTeX without the original of a translation, and what it does not know of CSL is gone for good.
#
# Tool:    pandoc 3.10 (npm pandoc-wasm 1.1.0), from csljson to biblatex and back.
# Guess:   BibLaTeX has origtitle, origdate, origpublisher and origlocation, Pandoc's citeproc reads CSL's original-title and
#          its kin, so a translated book goes out with them and comes back the same.
# Seen:    All four are dropped without a word, as are container-author (bookauthor) and number-of-volumes (volumes); the
#          translator stays. Coming back, the entry is that of a book written in the year of its translation.
# Matters: a group that keeps one bibliography in Zotero's CSL and another in BibLaTeX loses which text its edition translates.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pandoc-wasm@1.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { convert } from 'pandoc-wasm';

const pandoc = async (from, to, text) => (await convert({ from, to, standalone: true }, text, {})).stdout;
const book = {
  id: 'mill',
  type: 'book',
  title: 'Mill',
  author: [{ family: 'Roe', given: 'T.' }],
  translator: [{ family: 'Doe', given: 'J.' }],
  issued: { 'date-parts': [[1975]] },
  'number-of-volumes': '3',
  'original-title': 'Mühle',
  'original-date': { 'date-parts': [[1920]] },
  'original-publisher': 'Verlag',
  'original-publisher-place': 'Berlin',
};
const chapter = { id: 'wheels', type: 'chapter', title: 'Wheels', 'container-title': 'Mills', 'container-author': [{ family: 'Poe', given: 'E.' }] };
const biblatex = await pandoc('csljson', 'biblatex', JSON.stringify([book, chapter]));
console.log(biblatex.trim());
const back = JSON.parse(await pandoc('biblatex', 'csljson', biblatex));
const lost = [book, chapter].flatMap((entry, at) => Object.keys(entry).filter((name) => !(name in back[at])));
console.log(`lost: ${lost.join(', ')}`);
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
@book{mill,
  author = {Roe, T.},
  translator = {Doe, J.},
  title = {Mill},
  date = {1975}
}
@inbook{wheels,
  title = {Wheels},
  booktitle = {Mills}
}
lost: number-of-volumes, original-title, original-date, original-publisher, original-publisher-place, container-author
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
