#!/usr/bin/env bash
# Pandoc prints [@a; @b, p. 5; @c] as "(Doe 2020a–c)" where the style joins years to ranges: page 5 is gone.
#
# Tool:    pandoc-wasm 1.1.0 (Pandoc 3.10) with --citeproc and a small style with collapse="year-suffix-ranged", of CSL 1.0.2; citeproc-js
#          2.4.63 (Zotero) beside it.
# Guess:   works of one author and year make a range only where nothing stands between them; a cite with a place, a prefix or a suffix
#          ends it, as Pandoc has it for the other ways of collapsing.
# Seen:    the place of a work in the middle of a range is left out, and one at the first work stands as "2020a, p. 5–c". A prefix or a
#          suffix ends a range, a place does not. With collapse="year-suffix", and with two works, all places are kept; so are they in
#          citeproc-js. Fourteen of Debian's styles collapse to ranges.
# Matters: the place of a quotation is lost in the printed paper, though the author typed it and no warning is given.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pandoc-wasm@1.1.0 citeproc@2.4.63 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import CSL from 'citeproc';
import { convert } from 'pandoc-wasm';

const locale = '<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US"><terms><term name="et-al">et al.</term><term name="and">and</term><term name="page" form="short"><single>p.</single><multiple>pp.</multiple></term></terms></locale>';
const titles = { a: 'Boats', b: 'Lamps', c: 'Mills', d: 'Oars' };
const item = (id) => ({ id, 'type': 'book', 'title': titles[id], 'author': [{ family: 'Doe', given: 'Jane' }], 'issued': { 'date-parts': [[2020]] } });
const style = (collapse) => `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US"><info><title>R</title><id>http://example.org/r</id><updated>2026-01-01T00:00:00+00:00</updated></info><citation disambiguate-add-year-suffix="true" collapse="${collapse}" year-suffix-delimiter=", "><layout prefix="(" suffix=")" delimiter="; "><group delimiter=", "><group delimiter=" "><names variable="author"><name form="short"/></names><date variable="issued"><date-part name="year"/></date></group><group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group></group></layout></citation><bibliography><sort><key variable="title"/></sort><layout><text variable="title"/></layout></bibliography></style>`;
const cites = [['a', 'b', 'c'], ['a, p. 5', 'b', 'c'], ['a', 'b, p. 5', 'c'], ['a', 'b', 'c, p. 5'], ['a', 'b, p. 5', 'c', 'd'], ['a', 'b in passing', 'c'], ['a', 'but cf. b', 'c'], ['a', 'b, p. 5']];
const parts = (cite) => cite.match(/^(but cf\. )?([a-d])(?:, p\. (\d+))?( in passing)?$/);
async function byPandoc(csl) {
  const all = `[${Object.keys(titles).map((key) => `@${key}`).join('; ')}]`;
  const written = cites.map((keys) => `[${keys.map((cite) => cite.replace(/\b([a-d])(?=$|,| in)/, '@$1')).join('; ')}]`);
  const files = { 'style.csl': new Blob([csl]), 'works.json': new Blob([JSON.stringify(Object.keys(titles).map(item))]) };
  const settings = { from: 'markdown', to: 'plain', wrap: 'none', citeproc: true, csl: 'style.csl', bibliography: ['works.json'] };
  return (await convert(settings, [all, ...written].join('\n\n'), files)).stdout.split('\n\n').slice(1, cites.length + 1);
}
function byCiteproc(csl) {
  const engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: item }, csl);
  engine.updateItems(Object.keys(titles));
  const list = cites.map((keys) => ({
    citationItems: keys.map((cite) => {
      const [, prefix, id, locator, suffix] = parts(cite);
      return { id, ...(locator && { locator, label: 'page' }), ...(prefix && { prefix }), ...(suffix && { suffix }) };
    }),
    properties: { noteIndex: 0 },
  }));
  return list.map((citation) => engine.previewCitationCluster(citation, [], [], 'text'));
}
for (const collapse of ['year-suffix-ranged', 'year-suffix']) {
  const [pandoc, citeproc] = [await byPandoc(style(collapse)), byCiteproc(style(collapse))];
  console.log(collapse);
  cites.forEach((keys, at) => console.log(`  ${keys.join('; ')} | Pandoc ${pandoc[at].trim()} | citeproc-js ${citeproc[at]}`));
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
year-suffix-ranged
  a; b; c | Pandoc (Doe 2020a–c) | citeproc-js (Doe 2020a–c)
  a, p. 5; b; c | Pandoc (Doe 2020a, p. 5–c) | citeproc-js (Doe 2020a, p. 5, b, c)
  a; b, p. 5; c | Pandoc (Doe 2020a–c) | citeproc-js (Doe 2020a, b, p. 5, c)
  a; b; c, p. 5 | Pandoc (Doe 2020a–c, p. 5) | citeproc-js (Doe 2020a, b, c, p. 5)
  a; b, p. 5; c; d | Pandoc (Doe 2020a–d) | citeproc-js (Doe 2020a, b, p. 5, c, d)
  a; b in passing; c | Pandoc (Doe 2020a; Doe 2020b in passing; Doe 2020c) | citeproc-js (Doe 2020a, b in passing, c)
  a; but cf. b; c | Pandoc (Doe 2020a; but cf. Doe 2020b, c) | citeproc-js (Doe 2020a, but cf. b, c)
  a; b, p. 5 | Pandoc (Doe 2020a, b, p. 5) | citeproc-js (Doe 2020a, b, p. 5)
year-suffix
  a; b; c | Pandoc (Doe 2020a, b, c) | citeproc-js (Doe 2020a, b, c)
  a, p. 5; b; c | Pandoc (Doe 2020a, p. 5, b, c) | citeproc-js (Doe 2020a, p. 5, b, c)
  a; b, p. 5; c | Pandoc (Doe 2020a, b, p. 5, c) | citeproc-js (Doe 2020a, b, p. 5, c)
  a; b; c, p. 5 | Pandoc (Doe 2020a, b, c, p. 5) | citeproc-js (Doe 2020a, b, c, p. 5)
  a; b, p. 5; c; d | Pandoc (Doe 2020a, b, p. 5, c, d) | citeproc-js (Doe 2020a, b, p. 5, c, d)
  a; b in passing; c | Pandoc (Doe 2020a; Doe 2020b in passing; Doe 2020c) | citeproc-js (Doe 2020a, b in passing, c)
  a; but cf. b; c | Pandoc (Doe 2020a; but cf. Doe 2020b, c) | citeproc-js (Doe 2020a, but cf. b, c)
  a; b, p. 5 | Pandoc (Doe 2020a, b, p. 5) | citeproc-js (Doe 2020a, b, p. 5)
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
