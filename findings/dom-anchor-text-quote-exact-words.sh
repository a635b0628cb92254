#!/usr/bin/env bash
# dom-anchor-text-quote puts a quotation that stands in the text once, letter for letter, on other words.
#
# Tool:    dom-anchor-text-quote 4.0.2 (TextQuoteSelector to Range; annotation clients are built on it), in jsdom 26.1.0.
# Guess:   `toRange` looks for the exact words first: words that stand once are found where they stand, and of words that
#          stand five times without a context that tells, the first is taken, or none.
# Seen:    a quotation of more than 32 characters is looked for by its first 32, roughly, from the middle of the text
#          outwards: 61 characters that stand exactly once, at the end of the first paragraph, come out as the third
#          paragraph's words, in which two names differ. Words that stand in every paragraph, and words whose prefix
#          stands nowhere, are found in the middle one.
# Matters: a note ends up on a look-alike, and nothing says that it is a guess. Its `exact` has to be compared with the text
#          of the Range that comes back.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund dom-anchor-text-quote@4.0.2 jsdom@26.1.0 >>npm.log 2>&1 ||
  { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { JSDOM } from 'jsdom';

const paragraph = (name) => `<p>${name} said that the lamp is full of oil and the wick is ${name}. All know it well here.</p>`;
const { window } = new JSDOM(`<body>${['Ann', 'Bea', 'Cid', 'Dot', 'Eve'].map(paragraph).join('')}</body>`);
for (const name of ['document', 'Node', 'NodeFilter', 'Range', 'Text', 'Document', 'Element']) globalThis[name] = window[name];
const { toRange } = await import('dom-anchor-text-quote');
const body = window.document.body;

const onceOnly = 'the wick is Ann. All know it well here.Bea said that the lamp';
console.log(`stands ${body.textContent.split(onceOnly).length - 1} time(s): ${onceOnly}`);
const show = (range) => (range ? `paragraph of ${range.startContainer.textContent.slice(0, 3)}: ${range}` : 'none');
console.log(`found: ${show(toRange(body, { exact: onceOnly }))}`);
const often = 'the lamp is full';
console.log(`stands ${body.textContent.split(often).length - 1} time(s): ${often}`);
console.log(`found: ${show(toRange(body, { exact: often }))}`);
console.log(`with the prefix "Bea said that ": ${show(toRange(body, { exact: often, prefix: 'Bea said that ' }))}`);
console.log(`with the prefix "Fay said that ": ${show(toRange(body, { exact: often, prefix: 'Fay said that ' }))}`);
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
stands 1 time(s): the wick is Ann. All know it well here.Bea said that the lamp
found: paragraph of Cid: the wick is Cid. All know it well here.Dot said that the lamp
stands 5 time(s): the lamp is full
found: paragraph of Cid: the lamp is full
with the prefix "Bea said that ": paragraph of Bea: the lamp is full
with the prefix "Fay said that ": paragraph of Cid: the lamp is full
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
