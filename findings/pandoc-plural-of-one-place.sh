#!/usr/bin/env bash
# Pandoc's citeproc calls one paragraph "paragraphs" as soon as its locator holds a blank.
#
# Tool:    Pandoc 3.10 (npm pandoc-wasm 1.1.0), a style that prints the locator's term as a sign; citeproc-js 2.4.63 beside it.
# Guess:   a locator is plural where it holds two numbers: "12-14", "12, 14", "12 & 14", "12 and 14". "12 passim", "12 f.",
#          "12 bis" and "12 b" name one paragraph, so they are singular, as they are for citeproc-js, which is what Zotero
#          prints.
# Seen:    Pandoc prints two signs for all of them ("¶¶ 12 passim", "¶¶ 12 f."), and one for "12f.", "12ff." and "12b":
#          the blank decides, not a second number. citeproc-js does as guessed.
# Matters: who delimits a locator with braces, `[@doe, {¶ 12 passim}]`, gets a plural; without braces Pandoc cuts the
#          locator at the blank itself and is right, but for what looks like a roman number: "¶ 12 I" is two again.
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
const english = Object.fromEntries(
  Object.entries(require('@citation-js/plugin-csl/lib/locales.json')),
)['en-US'];
const style = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
<info><title>t</title><id>t</id><updated>2020-01-01T00:00:00Z</updated></info>
<citation><layout><group delimiter=" "><label variable="locator" form="symbol"/><text variable="locator"/></group></layout></citation>
</style>`;
const work = { id: 'doe', type: 'book', title: 'Lamps', author: [{ family: 'Doe', given: 'Jane' }] };
const locators = ['12', '12-14', '12, 14', '12 & 14', '12 passim', '12 f.', '12 bis', '12 b', '12f.', '12ff.', '12b'];

const engine = new CSL.Engine({ retrieveLocale: () => english, retrieveItem: () => work }, style, 'en-US', true);
engine.updateItems(['doe']);
const zotero = locators.map((locator) =>
  engine.previewCitationCluster(
    { citationItems: [{ id: 'doe', locator, label: 'paragraph' }], properties: { noteIndex: 0 } }, [], [], 'text'),
);

const head = `---\ncsl: s.csl\nreferences:\n- ${JSON.stringify(work)}\n---\n\n`;
const paper = head + locators.map((locator) => `[@doe, {¶ ${locator}}]`).join('\n\n');
const { stdout } = await convert(
  { from: 'markdown', to: 'plain', citeproc: true, wrap: 'none' }, paper, { 's.csl': new Blob([style]) });
const pandoc = stdout.trim().split('\n\n');
locators.forEach((locator, at) => console.log(`${locator} | ${pandoc[at]} | ${zotero[at]}`));
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
12 | ¶ 12 | ¶ 12
12-14 | ¶¶ 12–14 | ¶¶ 12–14
12, 14 | ¶¶ 12, 14 | ¶¶ 12, 14
12 & 14 | ¶¶ 12 & 14 | ¶¶ 12 & 14
12 passim | ¶¶ 12 passim | ¶ 12 passim
12 f. | ¶¶ 12 f. | ¶ 12 f.
12 bis | ¶¶ 12 bis | ¶ 12 bis
12 b | ¶¶ 12 b | ¶ 12 b
12f. | ¶ 12f. | ¶ 12f.
12ff. | ¶ 12ff. | ¶ 12ff.
12b | ¶ 12b | ¶ 12b
TXT
echo 'locator | Pandoc 3.10 | citeproc-js 2.4.63'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
