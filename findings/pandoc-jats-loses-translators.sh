#!/usr/bin/env bash
# References that Pandoc writes to JATS have no translator, no original and no end of a range, and 43 BC becomes the year "0-43".
#
# Tool:    Pandoc 3.10 (npm pandoc-wasm 1.1.0), writer jats+element_citations with citeproc, and its reader jats.
# Guess:   JATS has a person-group for translators beside those for authors and editors, so translators are written; the date of the
#          original, for which there is no element, is lost. What Pandoc writes itself it reads back, societies as authors included.
# Seen:    translators are left out, as are the second year of a range and "circa". A year before our era is written with "0-"
#          before it, and read as no date. A society that is an author is written and not read: its work has no author.
# Matters: journals and archives take JATS: the list there names other authors and years than the paper printed from the same file.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pandoc-wasm@1.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { convert } from 'pandoc-wasm';

const works = {
  'translated': { author: [{ family: 'Doe', given: 'Jane' }], translator: [{ family: 'Roe', given: 'Rita' }], issued: { 'date-parts': [[2020]] } },
  'edited': { author: [{ family: 'Doe', given: 'Jane' }], editor: [{ family: 'Roe', given: 'Rita' }], issued: { 'date-parts': [[2020]] } },
  'over years': { author: [{ family: 'Doe', given: 'Jane' }], issued: { 'date-parts': [[1848], [1850]] } },
  'about a year': { author: [{ family: 'Doe', given: 'Jane' }], issued: { 'date-parts': [[1848]], circa: true } },
  'before our era': { author: [{ family: 'Doe', given: 'Jane' }], issued: { 'date-parts': [[-43]] } },
  'by a society': { author: [{ literal: 'Society of Mills' }], issued: { 'date-parts': [[2020]] } },
};
for (const [name, fields] of Object.entries(works)) {
  const work = { id: 'work', type: 'book', title: 'Boats', ...fields };
  const paper = `---\nlang: en\nreferences:\n- ${JSON.stringify(work)}\n---\n\n[@work]\n`;
  const { stdout: jats } = await convert({ from: 'markdown', to: 'jats+element_citations', standalone: true, citeproc: true, wrap: 'none' }, paper, {});
  const { stdout: printed } = await convert({ from: 'markdown', to: 'plain', citeproc: true, wrap: 'none' }, paper, {});
  const { stdout: back } = await convert({ from: 'jats', to: 'csljson' }, jats, {});
  const { id, type, title, ...read } = JSON.parse(back)[0];
  const entry = /<element-citation[^>]*>([^]*)<\/element-citation>/.exec(jats)[1].replaceAll(/\s*\n\s*/g, '');
  console.log(`${name} | ${printed.trim().split('\n').at(-1)} | ${entry} | ${JSON.stringify(read)}`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
translated | Doe, Jane. 2020. Boats. Translated by Rita Roe. | <person-group person-group-type="author"><name><surname>Doe</surname><given-names>Jane</given-names></name></person-group><source>Boats</source><year iso-8601-date="2020">2020</year> | {"author":[{"family":"Doe","given":"Jane"}],"issued":{"date-parts":[[2020]]}}
edited | Doe, Jane. 2020. Boats. Edited by Rita Roe. | <person-group person-group-type="author"><name><surname>Doe</surname><given-names>Jane</given-names></name></person-group><source>Boats</source><person-group person-group-type="editor"><name><surname>Roe</surname><given-names>Rita</given-names></name></person-group><year iso-8601-date="2020">2020</year> | {"author":[{"family":"Doe","given":"Jane"}],"editor":[{"family":"Roe","given":"Rita"}],"issued":{"date-parts":[[2020]]}}
over years | Doe, Jane. 1848–1850. Boats. | <person-group person-group-type="author"><name><surname>Doe</surname><given-names>Jane</given-names></name></person-group><source>Boats</source><year iso-8601-date="1848">1848</year> | {"author":[{"family":"Doe","given":"Jane"}],"issued":{"date-parts":[[1848]]}}
about a year | Doe, Jane. [1848?]. Boats. | <person-group person-group-type="author"><name><surname>Doe</surname><given-names>Jane</given-names></name></person-group><source>Boats</source><year iso-8601-date="1848">1848</year> | {"author":[{"family":"Doe","given":"Jane"}],"issued":{"date-parts":[[1848]]}}
before our era | Doe, Jane. 43 BC. Boats. | <person-group person-group-type="author"><name><surname>Doe</surname><given-names>Jane</given-names></name></person-group><source>Boats</source><year iso-8601-date="0-43">0-43</year> | {"author":[{"family":"Doe","given":"Jane"}],"issued":{"date-parts":[]}}
by a society | Society of Mills. 2020. Boats. | <person-group person-group-type="author"><string-name>Society of Mills</string-name></person-group><source>Boats</source><year iso-8601-date="2020">2020</year> | {"author":[],"issued":{"date-parts":[[2020]]}}
TXT
echo 'work | printed | written to JATS | read from it'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
