#!/usr/bin/env bash
# The usual reader of XLIFF on npm keeps the last sentence of a text that is divided into sentences, and drops terms that are marked.
#
# Tool:    xliff 6.4.0 (XLIFF 1.2 and 2.0 to JavaScript and back; i18next and locize build on it).
# Guess:   what is read and written again says what it said: all segments of a unit, notes, inline elements with their words, states.
#          Proposals of a memory (<alt-trans>) are lost. That was so.
# Seen:    of a unit with two segments, as XLIFF 2.0 has for two sentences of a paragraph, only the second is there, in both
#          languages. "A <mrk type="term">mass line</mrk>." is "A ." in 2.0, though 1.2 keeps it. A blank between two marked stretches
#          is gone ("A boat.A lamp."). "reviewed" and "translated" are lost, so that all is to be translated again. Nothing is said.
# Matters: a paper that comes from a translator sentence by sentence comes home with the last sentence of each paragraph; glossary
#          terms, which such programs mark, leave gaps.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund xliff@6.4.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import xliff from 'xliff';

const formats = {
  1.2: {
    file: (unit) => `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="paper" datatype="plaintext" source-language="en" target-language="fr"><body><trans-unit id="p1"${unit}</trans-unit></body></file></xliff>`,
    read: xliff.xliff12ToJs,
    write: xliff.jsToXliff12,
    units: {
      'a remark': '><source>Lamp</source><target>Lampe</target><note>Noun</note>',
      'a marked term': '><source>A <mrk mtype="term">mass line</mrk>.</source><target>La <mrk mtype="term">ligne</mrk>.</target>',
      'two sentences': '><source>A boat. A lamp.</source><target><mrk mtype="seg" mid="1">Un bateau.</mrk> <mrk mtype="seg" mid="2">Une lampe.</mrk></target>',
      'translated': ' approved="yes"><source>Lamp</source><target state="translated">Lampe</target>',
      'a proposal': '><source>Lamp</source><target>Lampe</target><alt-trans><target>Phare</target></alt-trans>',
    },
  },
  '2.0': {
    file: (unit) => `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fr"><file id="paper"><unit id="p1">${unit}</unit></file></xliff>`,
    read: xliff.xliff2js,
    write: xliff.js2xliff,
    units: {
      'a remark': '<notes><note>Noun</note></notes><segment><source>Lamp</source><target>Lampe</target></segment>',
      'a marked term': '<segment><source>A <mrk id="m1" type="term">mass line</mrk>.</source><target>La <mrk id="m1" type="term">ligne</mrk>.</target></segment>',
      'two sentences': '<segment><source>A boat. </source><target>Un bateau. </target></segment><segment><source>A lamp.</source><target>Une lampe.</target></segment>',
      'translated': '<segment state="reviewed"><source>Lamp</source><target>Lampe</target></segment>',
      'two marked stretches': '<segment><source><pc id="1">A boat.</pc> <pc id="2">A lamp.</pc></source></segment>',
    },
  },
};
for (const [version, { file, read, write, units }] of Object.entries(formats)) {
  for (const [name, unit] of Object.entries(units)) {
    const seen = await read(file(unit));
    console.log(`${version} | ${name} | ${JSON.stringify(seen.resources.paper.p1)}`);
    const again = await read(await write(seen));
    if (JSON.stringify(again) !== JSON.stringify(seen)) console.log(`  written and read again | ${JSON.stringify(again.resources.paper.p1)}`);
  }
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
1.2 | a remark | {"source":"Lamp","target":"Lampe","note":"Noun"}
1.2 | a marked term | {"source":["A ",{"Marker":{"mtype":"term","contents":"mass line"}},"."],"target":["La ",{"Marker":{"mtype":"term","contents":"ligne"}},"."]}
1.2 | two sentences | {"source":"A boat. A lamp.","target":[{"Marker":{"mtype":"seg","mid":"1","contents":"Un bateau."}},{"Marker":{"mtype":"seg","mid":"2","contents":"Une lampe."}}]}
1.2 | translated | {"source":"Lamp","target":"Lampe","additionalAttributes":{"approved":"yes"}}
1.2 | a proposal | {"source":"Lamp","target":"Lampe","additionalElements":[{"type":"element","name":"alt-trans","elements":[{"type":"element","name":"target","elements":[{"type":"text","text":"Phare"}]}]}]}
  written and read again | {"source":"Lamp","target":"Lampe"}
2.0 | a remark | {"note":"Noun","source":"Lamp","target":"Lampe"}
2.0 | a marked term | {"source":["A ","","."],"target":["La ","","."]}
  written and read again | {"source":"A .","target":"La ."}
2.0 | two sentences | {"source":"A lamp.","target":"Une lampe."}
2.0 | translated | {"source":"Lamp","target":"Lampe"}
2.0 | two marked stretches | {"source":[{"Span":{"id":"1","contents":"A boat."}},{"Span":{"id":"2","contents":"A lamp."}}]}
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
