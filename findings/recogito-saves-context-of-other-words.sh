#!/usr/bin/env bash
# Recogito demands quotation and position of a W3C annotation, goes by position alone, and saves the quotation with other words' context.
#
# Tool:    @recogito/text-annotator 4.1.1 (annotation of texts on web pages), its W3CTextFormat, in jsdom 26.1.0.
# Guess:   since an annotation without a position and one without a quotation are both refused, the quotation is what a position is
#          checked by: after an edit above it the note is placed by its quotation, or said to be lost; what is saved agrees with itself.
# Seen:    with one word put in above, the note is on other words and `isRevived` says true, also where the quotation stands nowhere.
#          What is saved has the old `exact`, which is not there, and `prefix` and `suffix` of the words that are: the context by
#          which other readers would have found the place is overwritten.
# Matters: opening and saving a page after a small edit spoils the annotations for every client, not for this one alone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund @recogito/text-annotator@4.1.1 jsdom@26.1.0 >>npm.log 2>&1 ||
  { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!DOCTYPE html><body></body>', { pretendToBeVisual: true, url: 'https://example.org/page' });
for (const name of Object.getOwnPropertyNames(window)) if (!(name in globalThis)) globalThis[name] = window[name];
const { W3CTextFormat, isRevived, reviveAnnotation } = await import('@recogito/text-annotator');

const text = 'The lamp is full of oil and the wick is dry. The oar floats.';
const exact = 'the wick is dry';
const start = text.indexOf(exact);
const quotation = { type: 'TextQuoteSelector', exact, prefix: text.slice(start - 10, start), suffix: text.slice(start + exact.length).slice(0, 10) };
const position = { type: 'TextPositionSelector', start, end: start + exact.length };
const source = 'https://example.org/page';
const annotation = (selector) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'https://example.org/note',
  type: 'Annotation',
  body: [{ type: 'TextualBody', purpose: 'commenting', value: 'Why?' }],
  target: { source, selector },
});
const pageOf = (words) => {
  window.document.body.innerHTML = `<div id="page"><p>${words}</p></div>`;
  return window.document.getElementById('page');
};
/** What a note with `selector` is after the page has been opened with `words` and saved. */
function openAndSave(words, selector) {
  const page = pageOf(words);
  const format = W3CTextFormat(source, page);
  const { parsed, error } = format.parse(annotation(selector));
  if (error) return `refused (${error.message.split(' for ')[0]})`;
  const opened = reviveAnnotation(parsed, page);
  const [saved] = [format.serialize(opened).target].flat()[0].selector;
  const placed = isRevived(opened.target.selector) ? `placed on "${opened.target.selector[0].range}"` : 'not placed';
  return `${placed}, saved: ${saved.prefix}[${saved.exact}]${saved.suffix}`;
}
console.log(`quotation alone: ${openAndSave(text, [quotation])}`);
console.log(`position alone: ${openAndSave(text, [position])}`);
console.log(`both, same page: ${openAndSave(text, [quotation, position])}`);
console.log(`both, a word more above: ${openAndSave(`Now ${text}`, [quotation, position])}`);
console.log(`both, the quotation is gone: ${openAndSave(text.replace(exact, 'a candle burns'), [quotation, position])}`);
JS
node probe.mjs >seen.txt 2>warnings.txt || { cat warnings.txt; exit 2; }

cat >expected.txt <<'TXT'
quotation alone: refused (Missing selector types: TextPositionSelector)
position alone: refused (Missing selector types: TextQuoteSelector)
both, same page: placed on "the wick is dry", saved: f oil and [the wick is dry]. The oar 
both, a word more above: placed on "and the wick is", saved: ll of oil [the wick is dry] dry. The 
both, the quotation is gone: placed on "a candle burns.", saved: f oil and [the wick is dry] The oar f
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
