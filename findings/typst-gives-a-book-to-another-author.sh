#!/usr/bin/env bash
# Typst's Chicago style prints works by Doe, Roe and Doe, cited in this order, as "(Doe 2020; Doe 2021; 1848)": Roe is gone, 1848 Doe's.
#
# Tool:    Typst 0.14.2 (@myriaddreamin/typst-ts-node-compiler 0.7.0) with styles that it brings with it; citeproc-js 2.4.63 (Zotero) for
#          what CSL says of collapse="year" in a small style.
# Guess:   the two works by Doe are drawn together, "(Doe 2020, 2021; Roe 1848)", or stay where the author put them; each work has its
#          author before it in any order, and years of one author are parted by a comma, CSL's default.
# Seen:    Doe's second work is moved to the first with its name, and the name is taken from the work that stood in the middle. So it is
#          in styles that collapse and do not sort (Chicago, Turabian, ISO 690, GB/T 7714); with Doe, Doe, Roe, with two works between,
#          or where the style sorts (APA) all have their names. The years of one author are parted like works of two authors, by a semicolon.
# Matters: the paper says that Doe wrote in 1848 what Roe wrote, and no reader can tell.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund @myriaddreamin/typst-ts-node-compiler@0.7.0 citeproc@2.4.63 \
  >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.cjs <<'JS'
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
const CSL = require('citeproc');
const { writeFileSync } = require('node:fs');

const works = { doe20: ['Doe', 'Jane', 'Lamps', 2020], doe21: ['Doe', 'Jane', 'Mills', 2021], roe48: ['Roe', 'Richard', 'Boats', 1848], poe00: ['Poe', 'Edna', 'Oars', 1900] };
const entry = ([key, [family, given, title, year]]) => `@book{${key}, author = {${family}, ${given}}, title = {${title}}, date = {${year}}}\n`;
writeFileSync('works.bib', Object.entries(works).map(entry).join(''));
const style = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>Y</title><id>http://example.org/y</id><updated>2026-01-01T00:00:00+00:00</updated></info><citation collapse="year"><layout prefix="(" suffix=")" delimiter="; "><group delimiter=" "><names variable="author"><name form="short"/></names><date variable="issued"><date-part name="year"/></date></group></layout></citation><bibliography><layout><text variable="title"/></layout></bibliography></style>';
writeFileSync('small.csl', style);
const locale = '<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US"><terms><term name="et-al">et al.</term><term name="and">and</term></terms></locale>';
function item(id) {
  const [family, given, title, year] = works[id];
  return { id, 'type': 'book', title, 'author': [{ family, given }], 'issued': { 'date-parts': [[year]] } };
}
function byTypst(keys, name) {
  const { result } = NodeCompiler.create({ workspace: process.cwd() }).tryHtml({ mainFileContent: `${keys.map((key) => `@${key}`).join(' ')}\n\n#bibliography("works.bib", style: "${name}", title: none)` });
  return result.body().match(/<p>([^]*?)<\/p>/)[1].replace(/<[^>]+>|&#x20;/g, ' ').replace(/\s+/g, ' ').replace(/ (?=[,;)])|(?<=\() /g, '').trim();
}
function byCiteproc(keys) {
  const engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: item }, style);
  return engine.processCitationCluster({ citationItems: keys.map((id) => ({ id })), properties: { noteIndex: 0 } }, [], [])[1].at(-1)[1];
}
const orders = [['doe20', 'roe48', 'doe21'], ['doe20', 'doe21', 'roe48'], ['roe48', 'doe20', 'doe21'], ['doe20', 'roe48', 'poe00', 'doe21']];
for (const keys of orders) {
  console.log(keys.map((key) => `@${key}`).join(' '));
  for (const name of ['small.csl', 'chicago-author-date', 'turabian-author-date', 'iso-690-author-date', 'gb-7714-2015-author-date', 'apa']) console.log(`  Typst, ${name} | ${byTypst(keys, name)}`);
  console.log(`  citeproc-js, small.csl | ${byCiteproc(keys)}`);
}
JS
node probe.cjs >seen.txt

cat >expected.txt <<'TXT'
@doe20 @roe48 @doe21
  Typst, small.csl | (Doe 2020; Doe 2021; 1848)
  Typst, chicago-author-date | (Doe 2020; Doe 2021; 1848)
  Typst, turabian-author-date | (Doe 2020; Doe 2021; 1848)
  Typst, iso-690-author-date | (Doe 2020; Doe 2021; 1848)
  Typst, gb-7714-2015-author-date | (Doe, 2020; Doe, 2021; 1848)
  Typst, apa | (Doe, 2020; 2021; Roe, 1848)
  citeproc-js, small.csl | (Doe 2020; Roe 1848; Doe 2021)
@doe20 @doe21 @roe48
  Typst, small.csl | (Doe 2020; 2021; Roe 1848)
  Typst, chicago-author-date | (Doe 2020; 2021; Roe 1848)
  Typst, turabian-author-date | (Doe 2020; 2021; Roe 1848)
  Typst, iso-690-author-date | (Doe 2020; 2021; Roe 1848)
  Typst, gb-7714-2015-author-date | (Doe, 2020; 2021; Roe, 1848)
  Typst, apa | (Doe, 2020; 2021; Roe, 1848)
  citeproc-js, small.csl | (Doe 2020, 2021; Roe 1848)
@roe48 @doe20 @doe21
  Typst, small.csl | (Roe 1848; Doe 2020; 2021)
  Typst, chicago-author-date | (Roe 1848; Doe 2020; 2021)
  Typst, turabian-author-date | (Roe 1848; Doe 2020; 2021)
  Typst, iso-690-author-date | (Roe 1848; Doe 2020; 2021)
  Typst, gb-7714-2015-author-date | (Roe, 1848; Doe, 2020; 2021)
  Typst, apa | (Doe, 2020; 2021; Roe, 1848)
  citeproc-js, small.csl | (Roe 1848; Doe 2020, 2021)
@doe20 @roe48 @poe00 @doe21
  Typst, small.csl | (Doe 2020; Doe 2021; Roe 1848; Poe 1900)
  Typst, chicago-author-date | (Doe 2020; Doe 2021; Roe 1848; Poe 1900)
  Typst, turabian-author-date | (Doe 2020; Doe 2021; Roe 1848; Poe 1900)
  Typst, iso-690-author-date | (Doe 2020; Doe 2021; Roe 1848; Poe 1900)
  Typst, gb-7714-2015-author-date | (Doe, 2020; Doe, 2021; Roe, 1848; Poe, 1900)
  Typst, apa | (Doe, 2020; 2021; Poe, 1900; Roe, 1848)
  citeproc-js, small.csl | (Doe 2020; Roe 1848; Poe 1900; Doe 2021)
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
