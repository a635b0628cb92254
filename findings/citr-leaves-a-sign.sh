#!/usr/bin/env bash
# Zettlr's reader of citations leaves one of two paragraph signs in the number, and loses a locator after an author's name.
#
# Tool:    @zettlr/citr 1.2.2, the library that Zettlr publishes to read Pandoc's citations.
# Guess:   "[see @tale, ¶¶ 3-5, with care]" gives the label "paragraph" and the locator "3-5"; extractCitations finds
#          "@tale [¶ 12]" whole in a sentence, and parseSingle reads the locator 12 from it.
# Seen:    Of a doubled sign one is left: the locator is "¶ 3-5", of "§§ 2, 4" it is "§ 2, 4". "para." and "pp." are right.
#          extractCitations cuts "@tale [¶ 12]" down to "@tale", so the locator is empty and the label "page".
# Matters: several paragraphs are looked up under "¶ 3-5" and not found; a narrative citation loses its place. Pandoc reads both.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund @zettlr/citr@1.2.2 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import citr from '@zettlr/citr';

const show = (text) => {
  const [{ label, locator, suffix }] = citr.parseSingle(text);
  console.log(`${text} | ${label} | ${locator} | ${suffix}`);
};
['[@tale, ¶ 3]', '[see @tale, ¶¶ 3-5, with care]', '[@tale, §§ 2, 4]', '[@tale, para. 12]', '[@tale, pp. 3-5]'].forEach(show);
const sentence = 'As @tale [¶ 12] says, and so do others [@story, ¶ 4].';
for (const citation of citr.util.extractCitations(sentence)) show(citation);
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
[@tale, ¶ 3] | paragraph | 3 | 
[see @tale, ¶¶ 3-5, with care] | paragraph | ¶ 3-5 | with care
[@tale, §§ 2, 4] | section | § 2, 4 | 
[@tale, para. 12] | paragraph | 12 | 
[@tale, pp. 3-5] | page | 3-5 | 
@tale | page |  | 
[@story, ¶ 4] | paragraph | 4 | 
TXT
echo 'citation | label | locator | suffix, read by @zettlr/citr 1.2.2'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
