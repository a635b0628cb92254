#!/usr/bin/env bash
# On a page that CETEIcean makes of TEI, words of references and notes stand twice, so that quotations across them are not found.
#
# Tool:    CETEIcean 1.9.5 with its own behaviours, in jsdom 26.1; @apache-annotator/dom 0.2.0 looks for quoted words on the page,
#          and records those that a reader selects, as on any other.
# Guess:   every word of the text is on the page once, in its order; <note place="foot"> is a note with a mark, like place="end", and
#          keeps the number that its `n` gives. Words that a reader selects are found again, from a plain copy of the text too.
# Seen:    of all that a behaviour draws anew the original stays on the page, hidden, before what is drawn: "as therethere says",
#          "A note.(A note.)". Words quoted from the text across a reference are not found; what a reader selects is recorded
#          with the words twice. A foot note is no note but stands in brackets in the sentence, glued to its word, without
#          its number; only place="end" has a mark, which counts from 1 whatever `n` says.
# Matters: annotations of digital editions and quotations from them do not meet, and a quotation copied as recorded is wrong.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund CETEIcean@1.9.5 jsdom@26.1.0 @apache-annotator/dom@0.2.0 \
  @apache-annotator/selector@0.2.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html><body></body>', { url: 'https://edition.test/' });
for (const name of ['window', 'document', 'DOMParser', 'XMLSerializer', 'Node', 'NodeFilter', 'HTMLElement', 'Element', 'Event', 'CustomEvent', 'customElements', 'Range'])
  Object.defineProperty(globalThis, name, { value: name === 'window' ? window : window[name], configurable: true });
const { default: CETEI } = await import('CETEIcean');
const { createTextQuoteSelectorMatcher, describeTextQuote } = await import('@apache-annotator/dom');

const header = '<teiHeader><fileDesc><titleStmt><title>Boats</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>';
const page = (words) => {
  const xml = `<TEI xmlns="http://www.tei-c.org/ns/1.0">${header}<text><body><p>${words}</p></body></text></TEI>`;
  const made = new Promise((resolve) => new CETEI({ documentObject: window.document }).makeHTML5(xml, resolve));
  return made.then((tei) => window.document.body.replaceChildren(tei) ?? window.document.querySelector('tei-text'));
};
for (const [tei, quoted] of [
  ['It is as <ref target="https://doe.test/">Doe</ref> says of boats.', 'as Doe says of'],
  ['The lamp<note place="foot" n="7">Of oil.</note> is full.', 'The lamp is full'],
  ['The lamp<note place="end" n="7">Of oil.</note> is full.', 'The lamp is full'],
  ['It is as <hi rend="italic">Doe</hi> says of boats.', 'as Doe says of'],
]) {
  const text = await page(tei);
  const matches = [];
  for await (const match of createTextQuoteSelectorMatcher({ type: 'TextQuoteSelector', exact: quoted })(text)) matches.push(match);
  const whole = window.document.createRange();
  const { firstChild, lastChild } = text.querySelector('tei-p');
  whole.setStart(firstChild, 0);
  whole.setEnd(lastChild, lastChild.length);
  const { exact } = await describeTextQuote(whole, text);
  const shown = text.cloneNode(true);
  for (const hidden of shown.querySelectorAll('[hidden]')) hidden.remove();
  console.log(`${tei}\n  shown:    ${shown.textContent}\n  recorded: ${exact}\n  “${quoted}” is found: ${matches.length > 0}`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
It is as <ref target="https://doe.test/">Doe</ref> says of boats.
  shown:    It is as Doe says of boats.
  recorded: It is as DoeDoe says of boats.
  “as Doe says of” is found: false
The lamp<note place="foot" n="7">Of oil.</note> is full.
  shown:    The lamp(Of oil.) is full.
  recorded: The lampOf oil.(Of oil.) is full.
  “The lamp is full” is found: false
The lamp<note place="end" n="7">Of oil.</note> is full.
  shown:    The lamp1 is full.
  recorded: The lampOf oil.1 is full.
  “The lamp is full” is found: false
It is as <hi rend="italic">Doe</hi> says of boats.
  shown:    It is as Doe says of boats.
  recorded: It is as Doe says of boats.
  “as Doe says of” is found: true
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
