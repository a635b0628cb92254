#!/usr/bin/env bash
# Defuddle keeps the notes of the last chapter only: those of the chapters before become lists that nothing leads to.
#
# Tool:    defuddle 0.19.4 (the reader behind Obsidian's Web Clipper) with jsdom 29.1.1.
# Guess:   a page whose notes begin at 1 again in each of two chapters, every one with an id of its own, comes out with four
#          notes: numbered on, or in two lists, but each reference leads to its own words.
# Seen:    References of the last chapter become [^1] and [^2]. Those of the first stay "<sup><a href="#n1-1">1</a></sup>" in
#          the Markdown, and the ids they lead to are gone. The last list stands there twice, as a list and as notes.
# Matters: a clipped book page has two notes 1, of which one is a dead link and one the other chapter's; a citation "n. 1" or a
#          later import takes the words of the wrong one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund defuddle@0.19.4 jsdom@29.1.1 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { Defuddle } from 'defuddle/node';
import { JSDOM } from 'jsdom';

const paragraph = (chapter, number, note) =>
  `<p>The mill stood at the river for a long time, and nobody who came by in year ${chapter}${number} could say why it had been ` +
  `built there${note ? `<sup><a id="r${chapter}-${note}" href="#n${chapter}-${note}">${note}</a></sup>` : ''}.</p>`;
const item = (chapter, note) =>
  `<li id="n${chapter}-${note}">Ledger of chapter ${chapter}, note ${note}. <a href="#r${chapter}-${note}">↩</a></li>`;
const chapter = (number) =>
  `<h2>Chapter ${number}</h2>${paragraph(number, 1, 1)}${paragraph(number, 2)}${paragraph(number, 3, 2)}` +
  `<h3>Notes to chapter ${number}</h3><ol>${item(number, 1)}${item(number, 2)}</ol>`;
const page = `<!doctype html><html><head><title>On Mills</title></head><body><article><h1>On Mills</h1>${chapter(1)}${chapter(2)}</article></body></html>`;

const url = 'https://example.org/mills';
const { content } = await Defuddle(new JSDOM(page, { url }).window.document, url, { markdown: true });
const count = (pattern) => content.match(pattern)?.length ?? 0;
console.log(`references that are notes: ${count(/there\[\^\d\]/g)}`);
console.log(`references that are dead links: ${count(/<a href="#n\d-\d">/g)}`);
console.log(`places with the id of a note of chapter 1: ${count(/id="n1-/g)}`);
console.log(`definitions: ${(content.match(/^\[\^\d\]:.*$/gm) ?? []).join(' | ')}`);
console.log(`times that note 1 of chapter 2 is printed: ${count(/Ledger of chapter 2, note 1/g)}`);
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
references that are notes: 2
references that are dead links: 2
places with the id of a note of chapter 1: 0
definitions: [^1]: Ledger of chapter 2, note 1. | [^2]: Ledger of chapter 2, note 2.
times that note 1 of chapter 2 is printed: 2
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
