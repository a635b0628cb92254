#!/usr/bin/env bash
# tmexchange reads a translation memory as empty where its languages have regions or its source is "*all*", and takes marked words out.
#
# Tool:    tmexchange 2.0.6 (TMX to JavaScript and back, by the makers of i18next and of xliff), with TMX 1.4.
# Guess:   a segment with inline marks (<hi>, <ph>) keeps all of its words; a source language that the header calls "en" is found where
#          the units say "en-GB" or "EN" (names of languages have no case), and "*all*", which TMX has for this, takes each unit as it
#          stands. Notes and properties are lost; of two translations of one sentence the last stays. That was so.
# Seen:    in all of these cases there are no units and no message. A marked word is taken out of its segment ("A  burns." and "lamp"
#          apart), which then cannot be written again; without `tuid` one such segment makes the whole file an error. What is
#          written again says that its units are sentences, where they were paragraphs.
# Matters: memories are how aligned translations are passed on; one from a program that counts regions, or that holds one emphasis,
#          comes home empty or with gaps in its sentences.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund tmexchange@2.0.6 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { js2tmx, tmx2js } from 'tmexchange';

const memory = (units, source = 'en') => `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="own" creationtoolversion="1" segtype="paragraph" o-tmf="own" adminlang="en" srclang="${source}" datatype="plaintext"/>
<body>${units}</body></tmx>`;
const unit = (source, target, id = '', language = 'en') =>
  `<tu${id && ` tuid="${id}"`}><tuv xml:lang="${language}"><seg>${source}</seg></tuv><tuv xml:lang="fr"><seg>${target}</seg></tuv></tu>`;
const cases = {
  'plain': memory(unit('A lamp burns.', 'Une lampe brûle.')),
  'source en-GB, header en': memory(unit('A lamp burns.', 'Une lampe brûle.', '', 'en-GB')),
  'source en, header en-US': memory(unit('A lamp burns.', 'Une lampe brûle.'), 'en-US'),
  'source EN, header en': memory(unit('A lamp burns.', 'Une lampe brûle.', '', 'EN')),
  'header *all*': memory(unit('A lamp burns.', 'Une lampe brûle.'), '*all*'),
  'a marked word': memory(unit('A <hi type="term">lamp</hi> burns.', 'Une lampe brûle.') + unit('A boat.', 'Un bateau.')),
  'a marked word, tuid': memory(unit('A <hi type="term">lamp</hi> burns.', 'Une lampe brûle.', '1') + unit('A boat.', 'Un bateau.', '2')),
  'the mark of a note, tuid': memory(unit('A lamp<ph>[1]</ph> burns.', 'Une lampe<ph>[1]</ph> brûle.', '1')),
  'two translations': memory(unit('A lamp.', 'Une lampe.') + unit('A lamp.', 'Un phare.')),
};
for (const [name, file] of Object.entries(cases)) {
  try {
    const read = await tmx2js(file);
    console.log(`${name} | ${JSON.stringify(read.resources)}`);
    const again = await js2tmx(read);
    console.log(`  written again: ${[...again.matchAll(/segtype="\w+"|<seg>.*?<\/seg>/g)].join(' ')}`);
  } catch (error) {
    console.log(`  ${name}: ${error.constructor.name}`);
  }
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
plain | {"A lamp burns.":{"en":"A lamp burns.","fr":"Une lampe brûle."}}
  written again: segtype="sentence" <seg>A lamp burns.</seg> <seg>Une lampe brûle.</seg>
source en-GB, header en | {}
  written again: segtype="sentence"
source en, header en-US | {}
  written again: segtype="sentence"
source EN, header en | {}
  written again: segtype="sentence"
header *all* | {}
  written again: segtype="sentence"
  a marked word: TypeError
a marked word, tuid | {"1":{"en":{"_":"A  burns.","hi":[{"_":"lamp","$":{"type":"term"}}]},"fr":"Une lampe brûle."},"2":{"en":"A boat.","fr":"Un bateau."}}
  a marked word, tuid: TypeError
the mark of a note, tuid | {"1":{"en":{"_":"A lamp burns.","ph":["[1]"]},"fr":{"_":"Une lampe brûle.","ph":["[1]"]}}}
  the mark of a note, tuid: TypeError
two translations | {"A lamp.":{"en":"A lamp.","fr":"Un phare."}}
  written again: segtype="sentence" <seg>A lamp.</seg> <seg>Un phare.</seg>
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
