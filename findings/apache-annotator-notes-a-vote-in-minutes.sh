#!/usr/bin/env bash
# To describe a "yes" in a table of votes Apache Annotator takes eight times as long for twice as many rows, and stores most of the page.
#
# Tool:    @apache-annotator/dom 0.2.0 (with @apache-annotator/selector 0.2.0), describeTextQuote, in jsdom 26.1.0; processor time.
# Guess:   the time grows with the page, or with the page times the places where the words stand: under a second for a chapter of prose,
#          some seconds for a table of 400 rows whose cells repeat. Context is added until one place is left.
# Seen:    prose and refrains are described in a fraction of a second, numbered rows grow with the square of their number. In rows
#          without a number, as of a vote or of questions and answers, time grows with the cube: 3 s for 100 rows (815 characters), 23 s
#          for 200, on the machine where it was seen. What comes is a quotation of three letters with hundreds of letters of context.
# Matters: a reader who marks an answer in the minutes of a meeting takes the page for broken; context of that length no edit leaves whole.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund @apache-annotator/dom@0.2.0 @apache-annotator/selector@0.2.0 jsdom@26.1.0 \
  >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { describeTextQuote } from '@apache-annotator/dom';
import { JSDOM } from 'jsdom';

const rows = (count, row) => `<table>${Array.from({ length: count }, (_, index) => `<tr>${row(index)}</tr>`).join('')}</table>`;
const pages = {
  'prose': (count) => Array.from({ length: count }, (_, index) => `<p>They say ${index * 7919}, yes, and more of ${index * 104729}.</p>`).join(''),
  'votes': (count) => rows(count, (index) => `<td>yes</td><td>${index % 7 ? 'no' : 'yes'}</td><td>yes</td>`),
};
const described = async (html) => {
  const { window } = new JSDOM(`<body>${html}</body>`);
  Object.assign(globalThis, { document: window.document, Node: window.Node, NodeFilter: window.NodeFilter, Range: window.Range });
  const texts = window.document.createTreeWalker(window.document.body, window.NodeFilter.SHOW_TEXT);
  const places = [];
  while (texts.nextNode()) if (texts.currentNode.data.includes('yes')) places.push(texts.currentNode);
  const place = places[places.length >> 1];
  const range = window.document.createRange();
  range.setStart(place, place.data.indexOf('yes'));
  range.setEnd(place, place.data.indexOf('yes') + 3);
  const start = process.cpuUsage();
  const { prefix, suffix } = await describeTextQuote(range, window.document.body);
  const { user, system } = process.cpuUsage(start);
  const context = prefix.length + suffix.length;
  return { seconds: (user + system) / 1e6, share: context / window.document.body.textContent.length };
};
await described(pages.votes(40));
const times = {};
for (const [name, page] of Object.entries(pages)) {
  const [half, whole] = [await described(page(60)), await described(page(120))];
  times[name] = whole.seconds;
  console.log(`${name}: ${half.seconds.toFixed(2)} s for 60 rows, ${whole.seconds.toFixed(2)} s for 120, context ${Math.round(100 * whole.share)} % of the page`);
  if (name === 'votes' && (whole.seconds / half.seconds < 5 || whole.share < 0.6)) process.exitCode = 1;
}
if (times.votes < 20 * times.prose) process.exitCode = 1;
JS
node probe.mjs
echo 'As stated.'
