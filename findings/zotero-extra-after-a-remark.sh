#!/usr/bin/env bash
# A remark before them turns Zotero's extra variables off in Pandoc, and prints them.
#
# Tool:    Pandoc 3.10 (npm pandoc-wasm 1.1.0) and citeproc-js 2.4.63, which Zotero uses, on the same CSL-JSON.
# Guess:   "original-date: 1921" in a work's note (Zotero's Extra field) is read wherever it stands on a line of its own; or,
#          as it is no part of CSL, Pandoc does not read it at all.
# Seen:    Pandoc reads it in the first lines only. One line of plain remark before it, and it is neither read nor left
#          out: "Read in March original-date: 1921" is printed as the note. The same holds for the older form in braces
#          after other words. citeproc-js reads all of them.
# Matters: original dates and titles of translations are kept in this field; a remark typed above them puts them on
#          the printed page.
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
const style = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
<info><title>t</title><id>t</id><updated>2020-01-01T00:00:00Z</updated></info>
<citation><layout><group delimiter=", ">
<group delimiter=" "><text value="first published"/><date variable="original-date" form="numeric"/></group><text variable="note"/>
</group></layout></citation></style>`;
const notes = ['original-date: 1921', 'original-date: 1921\nRead in March', 'Read in March\noriginal-date: 1921', 'Read in March {:original-date: 1921}'];
const works = notes.map((note, at) => ({ id: `w${at}`, type: 'book', title: 'Lamps', note }));
const engine = new CSL.Engine(
  { retrieveLocale: () => english, retrieveItem: (id) => works.find((work) => work.id === id) }, style, 'en-US', true);
engine.updateItems(works.map(({ id }) => id));
const { stdout } = await convert(
  { from: 'markdown', to: 'plain', citeproc: true, wrap: 'none', csl: 's.csl', bibliography: ['works.json'] },
  works.map(({ id }) => `[@${id}]`).join('\n\n'),
  { 's.csl': new Blob([style]), 'works.json': new Blob([JSON.stringify(works)]) });
const pandoc = stdout.trim().split('\n\n');
works.forEach(({ id, note }, at) => {
  const other = engine.previewCitationCluster({ citationItems: [{ id }], properties: { noteIndex: 0 } }, [], [], 'text');
  console.log(`${JSON.stringify(note)} | ${pandoc[at]} | ${other}`);
});
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
"original-date: 1921" | first published 1921 | first published 1921
"original-date: 1921\nRead in March" | first published 1921, Read in March | first published 1921, Read in March
"Read in March\noriginal-date: 1921" | Read in March original-date: 1921 | first published 1921, Read in March
"Read in March {:original-date: 1921}" | Read in March {:original-date: 1921} | first published 1921, Read in March
TXT
echo 'note | Pandoc 3.10 | citeproc-js 2.4.63'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
