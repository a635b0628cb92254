#!/usr/bin/env bash
# The usual reader of Wikipedia's source drops words that a template stresses, romanises or restores: "does {{em|not}} burn" burns.
#
# Tool:    wtf_wikipedia 10.4.2, which makes plain text of wikitext for corpora, quotations and search.
# Guess:   templates that only dress a word leave it in the sentence; an unknown one goes, and in doubt were rare ones alone. Short
#          citations ({{sfn}}, {{harvtxt}}) are among citations(), and the notes of {{efn}} among references.
# Seen:    {{small}}, {{nowrap}}, {{lang}}, {{abbr}}, {{color}} do. {{em}}, {{strong}}, {{smallcaps}}, {{interp}} (what an editor puts into
#          a quotation), {{langx}} (which has taken the place of {{lang-ru}} and its kin), {{transliteration}}, {{linktext}} and
#          {{quotation}} go with their words, and no gap tells of it; {{ins|not}}, a word restored, is "INS not". "As {{harvtxt|Doe|1848}}
#          says" is "As says". {{sfn}} and {{efn}} are no citations and no references.
# Matters: a quotation that is taken from such a text, or looked for in it, says the opposite where the article stresses its "not".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund wtf_wikipedia@10.4.2 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import wtf from 'wtf_wikipedia';

const sentences = ["''not''", '{{small|not}}', '{{nowrap|not}}', '{{color|red|not}}', '{{not a typo|not}}', '{{em|not}}', '{{strong|not}}', '{{smallcaps|not}}',
  '{{interp|not}}', '{{as written|not}}', '{{ins|not}}', '{{linktext|not}}'].map((word) => `A lamp does ${word} burn.`);
sentences.push('The council ({{lang-ru|совет}}) met.', 'The council ({{lang|ru|совет}}) met.', 'The council ({{langx|ru|совет}}) met.', 'A {{transliteration|ru|sovet}} is a council.',
  'As {{harvtxt|Doe|1848}} says.', '{{blockquote|Boats float.|Karl Doe}}', '{{quotation|Boats float.|Karl Doe}}');
for (const sentence of sentences) console.log(`${sentence} | ${wtf(sentence).text()}`);

console.log('\ncitations and references');
for (const text of ['<ref>Doe, p. 12.</ref>', '<ref>{{cite book|last=Doe}}</ref>', '{{sfn|Doe|1848|p=12}}', '{{efn|A note.}}', '{{refn|A note.}}']) {
  const article = wtf(`A lamp burns.${text}`);
  console.log(`${text} | ${article.citations().length} and ${article.references().length}`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
A lamp does ''not'' burn. | A lamp does not burn.
A lamp does {{small|not}} burn. | A lamp does not burn.
A lamp does {{nowrap|not}} burn. | A lamp does not burn.
A lamp does {{color|red|not}} burn. | A lamp does not burn.
A lamp does {{not a typo|not}} burn. | A lamp does not burn.
A lamp does {{em|not}} burn. | A lamp does burn.
A lamp does {{strong|not}} burn. | A lamp does burn.
A lamp does {{smallcaps|not}} burn. | A lamp does burn.
A lamp does {{interp|not}} burn. | A lamp does burn.
A lamp does {{as written|not}} burn. | A lamp does burn.
A lamp does {{ins|not}} burn. | A lamp does INS not burn.
A lamp does {{linktext|not}} burn. | A lamp does burn.
The council ({{lang-ru|совет}}) met. | The council (совет) met.
The council ({{lang|ru|совет}}) met. | The council (совет) met.
The council ({{langx|ru|совет}}) met. | The council met.
A {{transliteration|ru|sovet}} is a council. | A is a council.
As {{harvtxt|Doe|1848}} says. | As says.
{{blockquote|Boats float.|Karl Doe}} | "Boats float."
{{quotation|Boats float.|Karl Doe}} | 

citations and references
<ref>Doe, p. 12.</ref> | 1 and 1
<ref>{{cite book|last=Doe}}</ref> | 1 and 1
{{sfn|Doe|1848|p=12}} | 0 and 0
{{efn|A note.}} | 0 and 0
{{refn|A note.}} | 1 and 1
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
