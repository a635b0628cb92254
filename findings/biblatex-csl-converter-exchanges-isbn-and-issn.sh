#!/usr/bin/env bash
# From RIS biblatex-csl-converter reads ISBNs as ISSNs, ISSNs as ISBNs, and "PhD thesis" as a DOI; EndNote's pages 12-20 become 1220.
#
# Tool:    biblatex-csl-converter 3.6.0 (Fidus Writer; its readers of RIS and EndNote's tagged format are new); @citation-js/core 0.9.0 with
#          plugin-ris 0.8.2 and plugin-enw 0.3.0 writes the files, in the form Zotero has too, and reads its own RIS beside.
# Guess:   what both formats have a field for comes through: names with their part, pages, numbers, the kind of a thesis, the day. A tag
#          that is not known is among the warnings.
# Seen:    SN is an ISSN for books and chapters and an ISBN for articles. M3, the kind of a work, is the DOI of a thesis. The translator
#          (A4) and the day (DA, next to PY) are lost. From EndNote's format "12-20" comes as "1220" in CSL and a tag that is no letter
#          ("%? Voe, Cy", the translator) is taken into the line before it: the author is "Jane %? Voe Doe", a year is no date any
#          more. Only A4, ID and %8 are warned of.
# Matters: references that look whole lead to a thesis at "doi.org/PhD thesis" and to page 1220.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund --legacy-peer-deps biblatex-csl-converter@3.6.0 @citation-js/core@0.9.0 \
  @citation-js/plugin-ris@0.8.2 @citation-js/plugin-enw@0.3.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { CSLExporter, ENWParser, RISParser } from 'biblatex-csl-converter';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { Cite } = require('@citation-js/core');
require('@citation-js/plugin-ris');
require('@citation-js/plugin-enw');
const doe = [{ family: 'Doe', given: 'Jane' }];
const translator = [{ family: 'Voe', given: 'Cy' }];
const book = { issued: { 'date-parts': [[1848, 5, 3]] }, publisher: 'Mill Press', ISBN: '978-3-16-148410-0' };
const works = [
  { id: 'book', type: 'book', title: 'Boats', author: doe, translator, ...book },
  { id: 'chapter', type: 'chapter', title: 'On boats', 'container-title': 'Letters', author: doe, translator, page: '12-20', ...book },
  { id: 'article', type: 'article-journal', title: 'Lamps', 'container-title': 'Mills', author: doe, page: '1-9', issued: { 'date-parts': [[1998]] }, ISSN: '1234-5679' },
  { id: 'thesis', type: 'thesis', title: 'Mills', author: doe, genre: 'PhD thesis', publisher: 'University', issued: { 'date-parts': [[1998]] } },
];
const shown = ({ title, 'container-title': container, type, id, _graph, publisher, ...fields }) => JSON.stringify(Object.fromEntries(Object.entries(fields).sort()));
for (const work of works) {
  console.log(`${work.id}\n  written | ${shown(work)}`);
  for (const [format, Parser] of [['ris', RISParser], ['enw', ENWParser]]) {
    const text = new Cite([work]).format(format);
    if (format === 'ris') console.log(`  ris, by citation-js | ${shown(new Cite(text).data[0])}`);
    const { entries, warnings } = new Parser(text).parse();
    const [read] = Object.values(new CSLExporter(entries).parse());
    console.log(`  ${format} | ${shown(read)} | warned of: ${warnings.map(({ tag }) => tag).join(' ') || 'nothing'}`);
  }
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
book
  written | {"ISBN":"978-3-16-148410-0","author":[{"family":"Doe","given":"Jane"}],"issued":{"date-parts":[[1848,5,3]]},"translator":[{"family":"Voe","given":"Cy"}]}
  ris, by citation-js | {"ISBN":"978-3-16-148410-0","author":[{"family":"Doe","given":"Jane"}],"issued":{"date-parts":[[1848,5,3]]},"translator":[{"family":"Voe","given":"Cy"}]}
  ris | {"ISSN":"978-3-16-148410-0","author":[{"given":"Jane","family":"Doe"}],"issued":{"date-parts":[[1848]]}} | warned of: A4 ID
  enw | {"ISBN":"978-3-16-148410-0","author":[{"given":"Jane","family":"Doe"}]} | warned of: %8
chapter
  written | {"ISBN":"978-3-16-148410-0","author":[{"family":"Doe","given":"Jane"}],"issued":{"date-parts":[[1848,5,3]]},"page":"12-20","translator":[{"family":"Voe","given":"Cy"}]}
  ris, by citation-js | {"ISBN":"978-3-16-148410-0","author":[{"family":"Doe","given":"Jane"}],"issued":{"date-parts":[[1848]]},"page":"12-20","translator":[{"family":"Voe","given":"Cy"}]}
  ris | {"ISSN":"978-3-16-148410-0","author":[{"given":"Jane","family":"Doe"}],"issued":{"date-parts":[[1848]]},"page":"12-20"} | warned of: A4 ID
  enw | {"ISBN":"978-3-16-148410-0","author":[{"given":"Jane\n%? Voe","family":"Doe"}],"issued":{"date-parts":[[1848]]},"page":"1220"} | warned of: nothing
article
  written | {"ISSN":"1234-5679","author":[{"family":"Doe","given":"Jane"}],"issued":{"date-parts":[[1998]]},"page":"1-9"}
  ris, by citation-js | {"ISSN":"1234-5679","author":[{"family":"Doe","given":"Jane"}],"issued":{"date-parts":[[1998]]},"page":"1-9"}
  ris | {"ISBN":"1234-5679","author":[{"given":"Jane","family":"Doe"}],"issued":{"date-parts":[[1998]]},"page":"1-9"} | warned of: ID
  enw | {"ISBN":"1234-5679","author":[{"given":"Jane","family":"Doe"}],"issued":{"date-parts":[[1998]]},"page":"19"} | warned of: %8
thesis
  written | {"author":[{"family":"Doe","given":"Jane"}],"genre":"PhD thesis","issued":{"date-parts":[[1998]]}}
  ris, by citation-js | {"author":[{"family":"Doe","given":"Jane"}],"genre":"PhD thesis","issued":{"date-parts":[[1998]]}}
  ris | {"DOI":"PhD thesis","author":[{"given":"Jane","family":"Doe"}],"issued":{"date-parts":[[1998]]}} | warned of: ID
  enw | {"author":[{"given":"Jane","family":"Doe"}],"issued":{"date-parts":[[1998]]},"volume":"PhD thesis"} | warned of: %8
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
