#!/usr/bin/env bash
# foliate-js finds "a boat never floats" where "never" is stressed, and shows it as "a boat  floats"; the last word of a chapter makes it throw.
#
# Tool:    foliate-js 1.0.1, the engine of the reader Foliate and of others: its search.js with its text-walker.js, as its view uses them;
#          pages are read by jsdom 26.1.0.
# Guess:   what is listed is what is found: the words, with 50 characters on either side. A phrase over stressed words is found, "strasse"
#          and "egalite" find Straße and égalité unless diacritics are to be matched, and a place at the end of a chapter is like any other.
# Seen:    the range is right, but the excerpt has only the first and the last text node of a phrase: what stands in <em> between them
#          is missing, the mark of a note too. With "match diacritics" a place at the very end of a chapter throws, and the search
#          of the whole book ends there. "strasse" finds Straße only as a whole word, and no whole word is found after "l’".
# Matters: who looks a quotation up reads the opposite in the list of places, and a book whose chapter ends with the word has no places.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund foliate-js@1.0.1 jsdom@26.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('');
Object.assign(globalThis, { document: window.document, NodeFilter: window.NodeFilter });
const { searchMatcher } = await import('foliate-js/search.js');
const { textWalker } = await import('foliate-js/text-walker.js');
const ways = { 'as it is': {}, 'diacritics': { matchDiacritics: true }, 'whole words': { matchWholeWords: true } };
const searches = [
  ['They say: a boat <em>never</em> floats here.', 'boat never floats'],
  ['They say: a boat<sup>1</sup> floats here.', 'boat1 floats'],
  ['So burns the lamp.', 'the lamp'],
  ['So burns the lamp', 'the lamp'],
  ['Die Straße ist lang.', 'strasse'],
  ['De l’égalité des hommes.', 'égalité'],
];
for (const [text, words] of searches) {
  console.log(`${text} | ${words}`);
  for (const [way, options] of Object.entries(ways)) {
    const page = new window.DOMParser().parseFromString(`<html><body><p>${text}</p></body></html>`, 'text/html');
    try {
      const places = [...searchMatcher(textWalker, { defaultLocale: 'en', ...options })(page, words)];
      console.log(`  ${way} | ${places.map(({ range, excerpt }) => `found: ${range}, shown: ${excerpt.pre}[${excerpt.match}]${excerpt.post}`).join('; ') || 'not found'}`);
    } catch (error) {
      console.log(`  ${way} | throws: ${error.message}`);
    }
  }
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
They say: a boat <em>never</em> floats here. | boat never floats
  as it is | found: boat never floats, shown: They say: a [boat  floats] here.
  diacritics | found: boat never floats, shown: They say: a [boat  floats] here.
  whole words | found: boat never floats, shown: They say: a [boat  floats] here.
They say: a boat<sup>1</sup> floats here. | boat1 floats
  as it is | found: boat1 floats, shown: They say: a [boat floats] here.
  diacritics | found: boat1 floats, shown: They say: a [boat floats] here.
  whole words | not found
So burns the lamp. | the lamp
  as it is | found: the lamp, shown: So burns [the lamp].
  diacritics | found: the lamp, shown: So burns [the lamp].
  whole words | found: the lamp, shown: So burns [the lamp].
So burns the lamp | the lamp
  as it is | found: the lamp, shown: So burns [the lamp]
  diacritics | throws: Cannot read properties of undefined (reading 'length')
  whole words | found: the lamp, shown: So burns [the lamp]
Die Straße ist lang. | strasse
  as it is | not found
  diacritics | not found
  whole words | found: Straße, shown: Die [Straße] ist lang.
De l’égalité des hommes. | égalité
  as it is | found: égalité, shown: De l’[égalité] des hommes.
  diacritics | found: égalité, shown: De l’[égalité] des hommes.
  whole words | not found
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
