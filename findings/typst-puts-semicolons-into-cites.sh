#!/usr/bin/env bash
# A third of the CSL styles for notes have stray semicolons in Typst: "Jane Doe, ; Lamps ;, London", though one work is cited.
#
# Tool:    Typst 0.14.2 (@myriaddreamin/typst-ts-node-compiler 0.7.0) with the 420 independent note styles of Debian's package
#          citation-style-language-styles 0~20230209.153790a-1; citeproc-js 2.4.63 (Zotero) prints the same cite beside it.
# Guess:   the delimiter of <layout> stands between cites, as CSL 1.0.2 says, so never within one; of the styles, which Zotero's and
#          Pandoc's readers use unchanged, Typst reads 95 in a hundred and prints nearly all of them alike.
# Seen:    elements of a branch of <choose> that stands right in <layout> are joined by the delimiter that is meant for cites; CSL has
#          such a rule for <group>, where both do so. 113 of the 420 styles print "; " within the cite. 72 have no
#          bibliography and are not read ("not suitable for bibliographies").
# Matters: who sends a paper in Typst to a journal with a note style has to mend each note or the style; nothing warns.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -q citation-style-language-styles=0~20230209.153790a-1 citation-style-language-locales=0~20230122.9b9366b-1 >apt.log 2>&1 || { cat apt.log; exit 2; }
for package in *.deb; do dpkg -x "$package" .; done
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund @myriaddreamin/typst-ts-node-compiler@0.7.0 citeproc@2.4.63 \
  >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.cjs <<'JS'
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
const CSL = require('citeproc');
const { readFileSync, readdirSync, writeFileSync } = require('node:fs');

const data = 'usr/share/citation-style-language';
const locale = readFileSync(`${data}/locales/locales-en-US.xml`, 'utf8');
writeFileSync('works.bib', '@book{doe, author = {Doe, Jane}, title = {Lamps}, publisher = {Press}, address = {London}, date = {2020}}\n');
const work = { 'id': 'doe', 'type': 'book', 'title': 'Lamps', 'author': [{ family: 'Doe', given: 'Jane' }], 'publisher': 'Press', 'publisher-place': 'London', 'issued': { 'date-parts': [[2020]] } };
const plain = (html) => html.replace(/<[^>]+>|&#x20;/g, ' ').replace(/\s+/g, ' ').trim();
const compiler = NodeCompiler.create({ workspace: process.cwd() });
function byTypst(style) {
  writeFileSync('style.csl', style);
  const { result } = compiler.tryHtml({ mainFileContent: 'Text#cite(<doe>, supplement: [12]).\n\n#bibliography("works.bib", style: "style.csl", title: none)' });
  compiler.evictCache(0);
  return result && plain((result.body().split(/<section[^>]*doc-endnotes[^>]*>/)[1] ?? '').replace(/<sup>.*?<\/sup>/g, ''));
}
function byCiteproc(style) {
  const engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: () => work }, style);
  const citation = { citationItems: [{ id: 'doe', locator: '12', label: 'page' }], properties: { noteIndex: 1 } };
  return plain(engine.processCitationCluster(citation, [], [])[1].at(-1)[1]);
}
const elements = '<text variable="title"/><text variable="publisher" prefix=", "/>';
const small = (body) => `<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><info><title>S</title><id>http://example.org/s</id><updated>2026-01-01T00:00:00+00:00</updated></info><citation><layout delimiter="; ">${body}</layout></citation><bibliography><layout><text variable="title"/></layout></bibliography></style>`;
const bodies = {
  'in the layout': elements,
  'in a branch': `<choose><if type="book">${elements}</if></choose>`,
  'in a branch in a group': `<group delimiter=" + "><choose><if type="book">${elements}</if></choose></group>`,
};
for (const [name, body] of Object.entries(bodies)) console.log(`${name} | Typst: ${byTypst(small(body))} | citeproc: ${byCiteproc(small(body))}`);

const count = (text) => text.split(';').length;
const seen = { styles: 0, unread: 0, bare: 0, semicolons: 0 };
for (const file of readdirSync(`${data}/styles`).sort()) {
  if (!file.endsWith('.csl')) continue;
  const style = readFileSync(`${data}/styles/${file}`, 'utf8').replace(/default-locale="[^"]*"/, 'default-locale="en-US"');
  if (!style.includes('citation-format="note"')) continue;
  seen.styles++;
  const typst = byTypst(style);
  if (!style.includes('<bibliography')) seen.bare++;
  if (typst === null) seen.unread++;
  else if (count(typst) > count(byCiteproc(style))) {
    seen.semicolons++;
    if (/^(?:al-jamiah-j|austrian-legal|australian-guide)/.test(file)) console.log(`${file}\n  Typst    | ${typst}\n  citeproc | ${byCiteproc(style)}`);
  }
}
console.log(`note styles ${seen.styles}, not read ${seen.unread}, without a bibliography ${seen.bare}, with semicolons of their own ${seen.semicolons}`);
JS
node probe.cjs >seen.txt

cat >expected.txt <<'TXT'
in the layout | Typst: Lamps, Press | citeproc: Lamps, Press
in a branch | Typst: Lamps; , Press | citeproc: Lamps, Press
in a branch in a group | Typst: Lamps + , Press | citeproc: Lamps + , Press
al-jamiah-journal-of-islamic-studies.csl
  Typst    | Jane Doe, Lamps ; (London: Press, 2020); , 12 .
  citeproc | Jane Doe, Lamps (London: Press, 2020), p. 12.
australian-guide-to-legal-citation.csl
  Typst    | Jane Doe, Lamps (Press, 2020); 12 (“ Lamps ”) .
  citeproc | Jane Doe, Lamps (Press, 2020) 12.
austrian-legal.csl
  Typst    | Doe , ; Lamps; (2020); 12 .
  citeproc | Doe , Lamps (2020) 12.
note styles 420, not read 72, without a bibliography 72, with semicolons of their own 113
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
