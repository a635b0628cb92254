#!/usr/bin/env bash
# In Orama with English stemming a search for "contradict" finds no "contradiction", "oppress" no "oppression".
#
# Tool:    @orama/orama 3.1.18, its tokenizer with stemming: true, and with the stemmer of @orama/stemmers 3.1.18; lunr 2.3.9, whose
#          stemmer is Porter's too, beside.
# Guess:   Porter's rules, as in every search with English stemming: "-ion" goes after s or t, so that verb and noun meet; pairs that
#          Porter keeps apart (decide, decision) stay apart.
# Seen:    "-tion" and "-sion" go as a whole: contradic, oppres, construc, elec, collec. The verbs keep their t and s, so they do not find
#          the nouns. The nouns find the verbs only since words are sought by their beginnings. After a short stem nothing goes
#          ("condition" and "position" stay whole). Of the pairs below lunr brings all together, both ways.
# Matters: who looks in the group's papers for where someone speaks of contradiction or oppression gets half of the places, and no sign.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund @orama/orama@3.1.18 @orama/stemmers@3.1.18 lunr@2.3.9 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { create, insert, search } from '@orama/orama';
import { language, stemmer } from '@orama/stemmers/english';
import lunr from 'lunr';

const inOrama = (more) => async (word, sought) => {
  const database = create({ schema: { text: 'string' }, components: { tokenizer: { stemming: true, ...more } } });
  await insert(database, { text: `they speak of ${word} here` });
  return (await search(database, { term: sought })).count;
};
const inLunr = (word, sought) =>
  lunr(function () {
    this.ref('id');
    this.field('text');
    this.add({ id: 1, text: `they speak of ${word} here` });
  }).search(sought).length;
const engines = { 'Orama': inOrama({}), 'Orama, @orama/stemmers': inOrama({ stemmer, language }), 'lunr': inLunr };
const pairs = ['contradict contradiction', 'oppress oppression', 'construct construction', 'collect collection', 'elect election', 'restrict restriction', 'discuss discussion', 'agitate agitation', 'nation national'];
for (const pair of pairs) {
  const [verb, noun] = pair.split(' ');
  const seen = [];
  for (const [name, found] of Object.entries(engines)) seen.push(`${name}: ${await found(noun, verb)} ${await found(verb, noun)}`);
  console.log(`${verb} for ${noun}, and back | ${seen.join(' | ')} | ${stemmer(verb)}, ${stemmer(noun)}`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
contradict for contradiction, and back | Orama: 0 1 | Orama, @orama/stemmers: 0 1 | lunr: 1 1 | contradict, contradic
oppress for oppression, and back | Orama: 0 1 | Orama, @orama/stemmers: 0 1 | lunr: 1 1 | oppress, oppres
construct for construction, and back | Orama: 0 1 | Orama, @orama/stemmers: 0 1 | lunr: 1 1 | construct, construc
collect for collection, and back | Orama: 0 1 | Orama, @orama/stemmers: 0 1 | lunr: 1 1 | collect, collec
elect for election, and back | Orama: 0 1 | Orama, @orama/stemmers: 0 1 | lunr: 1 1 | elect, elec
restrict for restriction, and back | Orama: 0 1 | Orama, @orama/stemmers: 0 1 | lunr: 1 1 | restrict, restric
discuss for discussion, and back | Orama: 0 1 | Orama, @orama/stemmers: 0 1 | lunr: 1 1 | discuss, discus
agitate for agitation, and back | Orama: 1 1 | Orama, @orama/stemmers: 1 1 | lunr: 1 1 | agit, agit
nation for national, and back | Orama: 1 1 | Orama, @orama/stemmers: 1 1 | lunr: 1 1 | nation, nation
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
