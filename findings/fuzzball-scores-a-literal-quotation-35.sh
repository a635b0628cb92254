#!/usr/bin/env bash
# In a passage of 200 letters or more fuzzball gives most words that stand there literally less than 100, down to 35.
#
# Tool:    fuzzball 2.2.6 (TheFuzz in JavaScript): partial_ratio, which its page shows finding "test" in "testing" with 100, and extract,
#          which orders passages by it.
# Guess:   words that stand in a passage as they are score 100, however long it is: the best of its stretches is looked for.
# Seen:    up to 199 letters they do. From 200 on letters that are frequent are left out as "junk" when like stretches are looked for, so
#          the right one is not looked at: of all quotations of eight words from the passage below most score less. extract puts a
#          passage with other words first. Without the preparation of the texts (full_process) it is the same, only a little later.
#          With the option autojunk: false all are right; the page names it for another way of counting only.
# Matters: a quotation is said not to be in the paragraph in which it stands, and is "corrected" by words from another one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund fuzzball@2.2.6 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { extract, partial_ratio } from 'fuzzball';

const passage = `A reading group meets on the first evening of each month in the back room of the library. They read one chapter aloud, and then each of them says what she has not understood. Nobody is asked to agree, but everybody is asked to say where the sentence stands that he speaks of. The one who keeps the minutes writes down the page, the words and the name of whoever brought them up. When the chapter has been read to its end they go through the minutes once more and strike out what has been settled in the meantime. What remains is the agenda of the next evening.`;
const other = 'She is not a nobody, and understood.';
const words = passage.split(' ');
for (const [name, options] of [['as it is', {}], ['full_process off', { full_process: false }], ['autojunk off', { autojunk: false }]]) {
  for (const count of [20, 36, 40, 60, words.length]) {
    const text = words.slice(0, count).join(' ');
    const scores = words.slice(0, count - 7).map((_, index) => partial_ratio(words.slice(index, index + 8).join(' '), text, options));
    const low = scores.filter((score) => score < 100);
    console.log(`${name} | ${text.length} letters | ${low.length} of ${scores.length} quotations below 100, the lowest ${Math.min(...scores)}`);
  }
}
const [[best, score], [, second]] = extract('she has not understood. Nobody is', [passage, other], { scorer: partial_ratio });
console.log(`extract | first: ${best === other ? 'the other' : 'the passage'} (${score}), then ${second}`);
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
as it is | 99 letters | 0 of 13 quotations below 100, the lowest 100
as it is | 184 letters | 0 of 29 quotations below 100, the lowest 100
as it is | 204 letters | 6 of 33 quotations below 100, the lowest 46
as it is | 312 letters | 26 of 53 quotations below 100, the lowest 35
as it is | 560 letters | 77 of 101 quotations below 100, the lowest 37
full_process off | 99 letters | 0 of 13 quotations below 100, the lowest 100
full_process off | 184 letters | 0 of 29 quotations below 100, the lowest 100
full_process off | 204 letters | 0 of 33 quotations below 100, the lowest 100
full_process off | 312 letters | 13 of 53 quotations below 100, the lowest 39
full_process off | 560 letters | 56 of 101 quotations below 100, the lowest 39
autojunk off | 99 letters | 0 of 13 quotations below 100, the lowest 100
autojunk off | 184 letters | 0 of 29 quotations below 100, the lowest 100
autojunk off | 204 letters | 0 of 33 quotations below 100, the lowest 100
autojunk off | 312 letters | 0 of 53 quotations below 100, the lowest 100
autojunk off | 560 letters | 0 of 101 quotations below 100, the lowest 100
extract | first: the other (59), then 47
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
