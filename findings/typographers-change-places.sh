#!/usr/bin/env bash
# Programs that mend typography change the places and keys of citations: typograf makes sec. 2(c) sec. 2©, typopo another key.
#
# Tool:    typograf 7.8.0 and typopo 3.1.0, each for American English; typopo may not take lines away.
# Guess:   both know that (c) and (r) after a number are no signs of copyright, and leave the letters of places, the keys of citations,
#          names of notes and attributes alone; ranges get their dash, quotation marks their curl.
# Seen:    both cut a key with a colon in two. typograf makes "sec. 2(c)", "¶ 3(r)" and "p. 1/2" into "sec. 2©", "¶ 3®" and "p. ½",
#          and begins a thesis "(c)" with ©. typopo gives the hyphen in the key doe2020-21 a dash, so that no bibliography knows it,
#          makes `title: "Boats"` into `title, “Boats”`, curls the quotation marks of attributes, glues an identifier to the class
#          after it, and takes the marks of code in a line for apostrophes.
# Matters: a corrected paper cites paragraphs that do not exist and works that nobody lists, and reads as well as before.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund typograf@7.8.0 typopo@3.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import Typograf from 'typograf';
import { fixTypos } from 'typopo';

const typograf = new Typograf({ locale: ['en-US'] });
// Which spaces may break is not asked.
const answer = (text, mended) => (mended.replaceAll(/\s/g, ' ') === text.replaceAll(/\s/g, ' ') ? 'the same' : JSON.stringify(mended).slice(1, -1));
for (const text of [
  'See sec. 2(c) of it.', 'So says ¶ 3(r).', 'See sec. 1(b) and 1(d).', '(c) The third thesis.', 'On p. 1/2 he adds',
  'See [@doe:lamps, p. 3].', 'See [@doe2020-21, p. 3].', 'See [@doe, pp. 3-4].', 'It is so.[^1848-49]',
  '::: {#one .thesis}', '[boats]{.term key="a b"}', 'The sign `[@doe, p. 3]` cites.', '---\ntitle: "Boats"\n---',
]) console.log(`${JSON.stringify(text).slice(1, -1)} | ${answer(text, typograf.execute(text))} | ${answer(text, fixTypos(text, 'en-us', { removeLines: false }))}`);
JS
echo 'written | typograf | typopo' >seen.txt
node probe.mjs >>seen.txt

cat >expected.txt <<'TXT'
written | typograf | typopo
See sec. 2(c) of it. | See sec. 2© of it. | the same
So says ¶ 3(r). | So says ¶ 3®. | the same
See sec. 1(b) and 1(d). | the same | the same
(c) The third thesis. | © The third thesis. | the same
On p. 1/2 he adds | On p. ½ he adds | the same
See [@doe:lamps, p. 3]. | See [@doe: lamps, p. 3]. | See [@doe: lamps, p. 3].
See [@doe2020-21, p. 3]. | the same | See [@doe2020–21, p. 3].
See [@doe, pp. 3-4]. | the same | See [@doe, pp. 3–4].
It is so.[^1848-49] | the same | It is so.[^1848–49]
::: {#one .thesis} | the same | ::: {#one.thesis}
[boats]{.term key=\"a b\"} | the same | [boats]{.term key=“a b”}
The sign `[@doe, p. 3]` cites. | the same | The sign ’[@doe, p. 3]’ cites.
---\ntitle: \"Boats\"\n--- | ---\ntitle: “Boats”\n--- | ---\ntitle, “Boats”\n---
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
