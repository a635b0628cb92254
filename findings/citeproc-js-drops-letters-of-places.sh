#!/usr/bin/env bash
# citeproc-js, which Zotero prints with, drops the letters of a range of paragraphs: "A12-A14" becomes "12–14".
#
# Tool:    citeproc-js 2.4.63 with the English locale of CSL; Pandoc 3.10 (npm pandoc-wasm 1.1.0) beside it, on the same citations.
# Guess:   a locator is printed as typed, with a dash for the hyphen; only ranges of pages are shortened, and only if the
#          style has a page-range-format.
# Seen:    without any such format, paragraphs, sections, chapters and lines with a letter before both numbers lose it
#          ("paras. 12–14", "secs. 12–14"), as does a list that holds such a range. Pages keep theirs, and so does everybody who
#          types the dash instead of the hyphen. Ranges of numbers with a part ("1.12-1.14") and of roman numbers are whole,
#          but are called one paragraph. Pandoc prints all of them whole, as plurals.
# Matters: paragraphs of editions with prefaces, appendices or parts counted by letter (B12, S1) are others than the author cited.
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
const style = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
<info><title>Probe</title><id>probe</id><updated>2026-01-01T00:00:00+00:00</updated></info>
<citation><layout><group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group></layout></citation></style>`;
const work = { id: 'doe', type: 'book', title: 'Boats' };
const engine = new CSL.Engine({ retrieveLocale: () => english, retrieveItem: () => work }, style, 'en-US', true);
engine.updateItems(['doe']);

const labels = { page: 'p.', paragraph: 'para.', section: 'sec.', chapter: 'chap.', line: 'l.' };
const paragraphs = ['A12–A14', 'A12-A14, B3', 'S1-S5', 'A12a-A14b', 'A12', 'A12, A14', 'A12-14', '12-14', '12a-14b', '1.12-1.14', 'IV-VI'];
const places = [...Object.keys(labels).map((label) => [label, 'A12-A14']), ...paragraphs.map((place) => ['paragraph', place])];
const files = { 'style.csl': new Blob([style]), 'works.json': new Blob([JSON.stringify([work])]) };
const options = { from: 'markdown', to: 'plain', wrap: 'none', citeproc: true, csl: 'style.csl', bibliography: ['works.json'] };
const { stdout } = await convert(options, places.map(([label, place]) => `[@doe, {${labels[label]} ${place}}]`).join('\n\n'), files);
const pandoc = stdout.trim().split('\n\n').map((line) => line.replaceAll('\u00a0', ' '));
places.forEach(([label, locator], at) => {
  const cluster = { citationItems: [{ id: 'doe', locator, label }], properties: { noteIndex: 0 } };
  console.log(`${label} | ${locator} | ${engine.previewCitationCluster(cluster, [], [], 'text')} | ${pandoc[at]}`);
});
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
line | A12-A14 | ll. 12–14 | ll. A12–A14
TXT
echo 'label | typed | citeproc-js 2.4.63 | Pandoc 3.10'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
