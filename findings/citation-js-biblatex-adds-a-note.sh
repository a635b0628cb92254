#!/usr/bin/env bash
# BibLaTeX that citation-js writes has a note that nobody made on every web page, and lacks the site, the degree and the language.
#
# Tool:    @citation-js/core 0.9.0 with @citation-js/plugin-bibtex 0.9.0, CSL-JSON to BibLaTeX; Pandoc 3.10 (npm pandoc-wasm 1.1.0)
#          reads the file as every writer of papers does.
# Guess:   works of the usual kinds come to Pandoc as they were; for what BibLaTeX has no field for there is at most something less.
# Seen:    a page that was looked at on a day, for which there is `urldate`, gets a note besides, "[Online; accessed 2023-04-05]",
#          in English whatever the language of the work or paper. The name of the site goes to `booktitle`,
#          which @online does not have, the degree of a thesis to `entrysubtype` instead of `type`, the language to `language`
#          instead of `langid`: Pandoc knows none of them. "circa" is gone, an archive too, and "von der", which
#          belongs to the name as it is cited, drops out of citations ("Mühlen 2020").
# Matters: who keeps a list of works in CSL-JSON and writes with BibLaTeX has words in it that are not in the list, and misses those that are.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pandoc-wasm@1.1.0 @citation-js/core@0.9.0 \
  @citation-js/plugin-bibtex@0.9.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { convert } from 'pandoc-wasm';

const works = [
  { id: 'page', type: 'webpage', title: 'On boats', 'container-title': 'Mill News', author: [{ family: 'Doe', given: 'Jane' }], accessed: { 'date-parts': [[2023, 4, 5]] }, URL: 'https://example.org/' },
  { id: 'thesis', type: 'thesis', title: 'On lamps', author: [{ family: 'Roe', given: 'Jan' }], genre: 'Diplomarbeit', publisher: 'Universität Gent', issued: { 'date-parts': [[2005]] }, language: 'de-DE' },
  { id: 'papers', type: 'manuscript', title: 'Papers', author: [{ family: 'Lee', given: 'Min' }], archive: 'City Archive', archive_location: 'Box 3', issued: { 'date-parts': [[1900]], circa: true } },
  { id: 'book', type: 'book', title: 'Mills', 'original-title': 'Mühlen', translator: [{ family: 'Poe', given: 'Ed' }], author: [{ family: 'Mühlen', 'non-dropping-particle': 'von der', given: 'Ida' }], 'original-date': { 'date-parts': [[1848]] }, issued: { 'date-parts': [[2020]] } },
];
const { stdout } = await convert({ from: 'biblatex', to: 'csljson' }, new Cite(works).format('biblatex'), {});
const back = JSON.parse(stdout);
for (const work of works) {
  const read = back.find(({ title }) => title === work.title);
  for (const name of new Set([...Object.keys(work), ...Object.keys(read)])) {
    const [before, after] = [JSON.stringify(work[name]), JSON.stringify(read[name])];
    if (name !== 'id') console.log(`${work.id} | ${name} | ${before === after ? 'kept' : `${before ?? 'none'} -> ${after ?? 'none'}`}`);
  }
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
page | type | kept
page | title | kept
page | container-title | "Mill News" -> none
page | author | kept
page | accessed | kept
page | URL | kept
page | note | none -> "[Online; accessed 2023-04-05]"
thesis | type | kept
thesis | title | kept
thesis | author | kept
thesis | genre | "Diplomarbeit" -> none
thesis | publisher | kept
thesis | issued | kept
thesis | language | "de-DE" -> none
papers | type | kept
papers | title | kept
papers | author | kept
papers | archive | "City Archive" -> none
papers | archive_location | "Box 3" -> none
papers | issued | {"date-parts":[[1900]],"circa":true} -> {"date-parts":[[1900]]}
book | type | kept
book | title | kept
book | original-title | kept
book | translator | kept
book | author | [{"family":"Mühlen","non-dropping-particle":"von der","given":"Ida"}] -> [{"dropping-particle":"von der","family":"Mühlen","given":"Ida"}]
book | original-date | kept
book | issued | kept
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
