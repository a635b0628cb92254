#!/usr/bin/env bash
# The tool that brings translations of VS Code extensions home drops words that a translator's program marks, and their placeholders.
#
# Tool:    @vscode/l10n-dev 0.0.35, getL10nXlf and getL10nFilesFromXlf (what `vscode-l10n-dev import-xlf` runs), with XLIFF 1.2.
# Guess:   a file that the tool wrote itself comes back with each message under its key. Inline marks of XLIFF (<g>, <mrk>, <x/>) stay
#          as their text, as programs for translators write them (a <mrk> for each sentence, an <x/> for a placeholder), a
#          message without a translation is left out, and so is what a translation memory proposes (<alt-trans>).
# Seen:    its own file comes back whole. But "Voir <g>la note</g> ici" becomes "Voir  ici", "{0}" as <x equiv-text="{0}"/> is gone,
#          and messages in a <group> are not there, all without a word. Sentences marked with <mrk>, or one message with an empty
#          <target/>, make the whole file an error ("does not contain full localization data"), translated messages included.
# Matters: an extension's translators work in such programs: a sentence comes out without its object or its number, in a language
#          that the developer does not read, and a half-finished file cannot be tried.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund @vscode/l10n-dev@0.0.35 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { getL10nFilesFromXlf, getL10nXlf } from '@vscode/l10n-dev';

const read = async (name, xliff) => {
  try {
    const [{ messages }] = await getL10nFilesFromXlf(xliff);
    console.log(`${name} | ${JSON.stringify(messages)}`);
  } catch (error) {
    console.log(`${name} | ${error.message}`);
  }
};
const own = { 'See “{0}” & more': 'See “{0}” & more', 'open/note': { message: 'open', comment: ['note'] }, 'open/file': { message: 'open', comment: ['file'] } };
const written = getL10nXlf(new Map([['bundle', own]]), { sourceLanguage: 'en' });
await read('its own file', written.replaceAll(/<source[^>]*>([^<]*)<\/source>/g, '$&<target>$1</target>').replace('<file ', '<file target-language="fr" '));

const file = (units) => `<?xml version="1.0" encoding="utf-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="package" source-language="en" target-language="fr" datatype="plaintext">
<body>${units}<trans-unit id="lamp"><source>Lamp</source><target>Lampe</target></trans-unit></body></file></xliff>`;
const unit = (source, target) => `<trans-unit id="note"><source>${source}</source>${target}</trans-unit>`;
const cases = {
  'plain': unit('Note', '<target>Remarque</target>'),
  'a group': `<group id="views">${unit('Note', '<target>Remarque</target>')}</group>`,
  'a marked stretch': unit('See <g id="1">the note</g> here', '<target>Voir <g id="1">la note</g> ici</target>'),
  'a placeholder': unit('<x id="0" equiv-text="{0}"/> notes', '<target><x id="0" equiv-text="{0}"/> remarques</target>'),
  'sentences': unit('See. Read.', '<seg-source><mrk mtype="seg" mid="0">See.</mrk> <mrk mtype="seg" mid="1">Read.</mrk></seg-source><target><mrk mtype="seg" mid="0">Voyez.</mrk> <mrk mtype="seg" mid="1">Lisez.</mrk></target>'),
  'not translated, no target': unit('Note', ''),
  'not translated, empty target': unit('Note', '<target/>'),
  'a proposal': unit('Note', '<alt-trans><target>Remarque</target></alt-trans>'),
};
for (const [name, units] of Object.entries(cases)) await read(name, file(units));
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
its own file | {"See “{0}” & more":"See “{0}” & more","open/file":"open","open/note":"open"}
plain | {"lamp":"Lampe","note":"Remarque"}
a group | {"lamp":"Lampe"}
a marked stretch | {"lamp":"Lampe","note":"Voir  ici"}
a placeholder | {"lamp":"Lampe","note":" remarques"}
sentences | XLIFF file does not contain full localization data. target node in one of the trans-unit nodes is not present.
not translated, no target | {"lamp":"Lampe"}
not translated, empty target | XLIFF file does not contain full localization data. target node in one of the trans-unit nodes is not present.
a proposal | {"lamp":"Lampe"}
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
