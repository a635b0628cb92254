#!/usr/bin/env bash
# Pandoc's citeproc reads how far a note may be to count as near from <style>, where CSL has no such setting, and not from <citation>.
#
# Tool:    Pandoc 3.10 (npm pandoc-wasm 1.1.0), a style with notes that prints what Pandoc takes a citation for; citeproc-js 2.4.63
#          beside it. Pandoc 2.17 does the same.
# Guess:   `<citation near-note-distance="2">` makes a note near up to two notes away; without it the distance is 5, as the
#          specification says. first-reference-note-number ("see note 1") is there at later citations alone.
# Seen:    on <citation>, where the specification has it, it is ignored, whatever it says, and near means less than 5; on <style>
#          it is obeyed, again as "less than". citeproc-js, which was not asked about <style>, does as guessed.
#          In Pandoc the first citation of a work has a note of its first citation as well: its own.
# Matters: styles that repeat the author in far notes print short forms where Zotero prints long ones and the other way round; those
#          that ask for the number instead of the position send the reader of note 1 to note 1.
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
const style = (onStyle, onCitation) => `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="en-US" ${onStyle}>
<info><title>Probe</title><id>probe</id><updated>2026-01-01T00:00:00+00:00</updated></info>
<citation ${onCitation}><layout><choose><if position="near-note"><text value="near"/></if><else-if position="subsequent"><text value="far"/></else-if>
<else><text value="first"/></else></choose><text variable="first-reference-note-number" prefix=", see note "/></layout></citation></style>`;
const works = Array.from({ length: 9 }, (_, at) => ({ id: `w${at}`, type: 'book', title: `Boats ${at}` }));

async function ofPandoc(csl, ids) {
  const files = { 'style.csl': new Blob([csl]), 'works.json': new Blob([JSON.stringify(works)]) };
  const options = { from: 'markdown', to: 'plain', wrap: 'none', citeproc: true, csl: 'style.csl', bibliography: ['works.json'] };
  const { stdout } = await convert(options, ids.map((id) => `Mills.^[@${id}]`).join('\n\n'), files);
  return stdout.trim().split(/\n+/).slice(ids.length).map((line) => line.replace(/^\[\d+\] /, '').toLowerCase());
}
function ofCiteproc(csl, ids) {
  const retrieveItem = (id) => works.find((work) => work.id === id);
  const engine = new CSL.Engine({ retrieveLocale: () => english, retrieveItem }, csl, 'en-US', true);
  engine.updateItems(works.map(({ id }) => id));
  const before = [];
  return ids.map((id, at) => {
    const cluster = { citationID: `c${at}`, citationItems: [{ id }], properties: { noteIndex: at + 1 } };
    const [, changed] = engine.processCitationCluster(cluster, before.map((pair) => [...pair]), []);
    before.push([`c${at}`, at + 1]);
    return changed.find(([index]) => index === at)[1];
  });
}
const distance = 'near-note-distance="2"';
for (const [name, csl] of [['nowhere', style('', '')], ['2 on <citation>', style('', distance)], ['2 on <style>', style(distance, '')]])
  for (const gap of [2, 3, 4, 5, 6]) {
    const ids = ['w0', ...works.slice(1, gap).map(({ id }) => id), 'w0'];
    const [pandoc, other] = [await ofPandoc(csl, ids), name === '2 on <style>' ? ['-'] : ofCiteproc(csl, ids)];
    if (gap === 2) console.log(`${name} | first note | ${pandoc[0]} | ${other[0]}`);
    console.log(`${name} | ${gap} notes on | ${pandoc.at(-1)} | ${other.at(-1)}`);
  }
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
nowhere | first note | first, see note 1 | first
nowhere | 2 notes on | near, see note 1 | near, see note 1
nowhere | 3 notes on | near, see note 1 | near, see note 1
nowhere | 4 notes on | near, see note 1 | near, see note 1
nowhere | 5 notes on | far, see note 1 | near, see note 1
nowhere | 6 notes on | far, see note 1 | far, see note 1
2 on <citation> | first note | first, see note 1 | first
2 on <citation> | 2 notes on | near, see note 1 | near, see note 1
2 on <citation> | 3 notes on | near, see note 1 | far, see note 1
2 on <citation> | 4 notes on | near, see note 1 | far, see note 1
2 on <citation> | 5 notes on | far, see note 1 | far, see note 1
2 on <citation> | 6 notes on | far, see note 1 | far, see note 1
2 on <style> | first note | first, see note 1 | -
2 on <style> | 2 notes on | far, see note 1 | -
2 on <style> | 3 notes on | far, see note 1 | -
2 on <style> | 4 notes on | far, see note 1 | -
2 on <style> | 5 notes on | far, see note 1 | -
2 on <style> | 6 notes on | far, see note 1 | -
TXT
echo 'distance set | note | Pandoc 3.10 | citeproc-js 2.4.63'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
