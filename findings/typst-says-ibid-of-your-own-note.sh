#!/usr/bin/env bash
# In Typst "Ibid." follows the author's own note and a note with two works, and a style's "see note 3" never has a number.
#
# Tool:    Typst 0.14.2 (@myriaddreamin/typst-ts-node-compiler 0.7.0) with a CSL style for notes, as OSCOLA's; citeproc-js 2.4.63
#          (Zotero) gives what CSL 1.0.2 says of positions and of first-reference-note-number.
# Guess:   cites in notes are told apart as CSL says: ibid only where the note before has that one work alone, near-note within the distance
#          that the style gives, the number of the first note otherwise.
# Seen:    a style that has it gets "ibid" whenever the last cite before, in whatever note, was of the same work: behind "Lamps; Boats" and
#          behind a note of the author's own, too. near-note is never given, first-reference-note-number always empty. That a cite with no
#          place behind one with a place is no ibid, both know.
# Matters: "Ibid." sends readers to a note that cites another work or none, and "Lamps n. 1" comes without its number, in styles made for it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund @myriaddreamin/typst-ts-node-compiler@0.7.0 citeproc@2.4.63 \
  >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >notes.csl <<'XML'
<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="en-US">
  <info><title>Notes</title><id>http://example.org/notes</id><updated>2026-01-01T00:00:00+00:00</updated><category citation-format="note"/></info>
  <citation near-note-distance="2">
    <layout delimiter="; ">
      <choose>
        <if position="ibid-with-locator ibid" match="any"><text value="Ibid."/></if>
        <else-if position="near-note"><text variable="title"/><text value=" above"/></else-if>
        <else-if position="subsequent"><text variable="title"/><text variable="first-reference-note-number" prefix=" n. "/></else-if>
        <else><text variable="title"/><text variable="publisher" prefix=" "/></else>
      </choose>
      <text variable="locator" prefix=" "/>
    </layout>
  </citation>
  <bibliography><layout><text variable="title"/></layout></bibliography>
</style>
XML
cat >probe.cjs <<'JS'
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
const CSL = require('citeproc');
const { readFileSync, writeFileSync } = require('node:fs');

const titles = { a: 'Lamps', b: 'Boats', c: 'Mills' };
writeFileSync('works.bib', Object.entries(titles).map(([key, title]) => `@book{${key}, title = {${title}}, publisher = {Press}}\n`).join(''));
const style = readFileSync('notes.csl', 'utf8');
const locale = '<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US"><terms><term name="et-al">et al.</term><term name="and">and</term><term name="page">page</term></terms></locale>';
const retrieveItem = (id) => ({ id, 'type': 'book', 'title': titles[id], 'publisher': 'Press' });
const split = (cite) => cite.split(':');
function byTypst(notes) {
  const cites = (note) => note.map(split).map(([key, place]) => `#cite(<${key}>${place ? `, supplement: [${place}]` : ''})`).join('');
  const text = notes.map((note) => `Text${typeof note === 'string' ? `#footnote[${note}]` : cites(note)}.`).join('\n\n');
  const { result } = NodeCompiler.create({ workspace: process.cwd() }).tryHtml({ mainFileContent: `${text}\n\n#bibliography("works.bib", style: "notes.csl", title: none)` });
  const printed = result.body().split(/<section[^>]*doc-endnotes[^>]*>/)[1];
  return printed.split(/<li[^>]*>/).slice(1).map((note) => note.replace(/<sup>.*?<\/sup>/g, '').replace(/<[^>]+>|&#x20;/g, ' ').replace(/\s+/g, ' ').trim().replace(/ ([;.])/g, '$1'));
}
function byCiteproc(notes) {
  const engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem }, style);
  const before = [];
  return notes.map((note, at) => {
    if (typeof note === 'string') return note;
    const citationItems = note.map(split).map(([id, locator]) => (locator ? { id, locator, label: 'page' } : { id }));
    const [, changed] = engine.processCitationCluster({ citationItems, properties: { noteIndex: at + 1 } }, [...before], []);
    before.push([changed.at(-1)[2], at + 1]);
    return changed.at(-1)[1];
  });
}
const papers = {
  'the same again': [['a:5'], ['a:5'], ['a:6']],
  'no place any more': [['a:5'], ['a']],
  'after two works': [['a', 'b'], ['b']],
  'after a note of one’s own': [['a:5'], 'Roe denies it.', ['a:5']],
  'near': [['a'], ['b'], ['a']],
  'far': [['a'], ['b'], ['c'], ['a']],
};
for (const [name, notes] of Object.entries(papers)) console.log(`${name}\n  Typst    | ${byTypst(notes).join(' | ')}\n  citeproc | ${byCiteproc(notes).join(' | ')}`);
JS
node probe.cjs >seen.txt

cat >expected.txt <<'TXT'
the same again
  Typst    | Lamps; Press 5 | Ibid. 5 | Ibid. 6
  citeproc | Lamps Press 5 | Ibid. 5 | Ibid. 6
no place any more
  Typst    | Lamps; Press 5 | Lamps
  citeproc | Lamps Press 5 | Lamps above
after two works
  Typst    | Lamps; Press; Boats; Press | Ibid.
  citeproc | Lamps Press; Boats Press | Boats above
after a note of one’s own
  Typst    | Lamps; Press 5 | Roe denies it. | Ibid. 5
  citeproc | Lamps Press 5 | Roe denies it. | Lamps above 5
near
  Typst    | Lamps; Press | Boats; Press | Lamps
  citeproc | Lamps Press | Boats Press | Lamps above
far
  Typst    | Lamps; Press | Boats; Press | Mills; Press | Lamps
  citeproc | Lamps Press | Boats Press | Mills Press | Lamps n. 1
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
