#!/usr/bin/env bash
# Of three readers of Word files two leave out what somebody inserted with tracking, and one prints what was deleted.
#
# Tool:    @docen/import-docx 0.2.9 (Word to tiptap), @habibrosyad/docx-extractor 0.1.2 and @thasmorato/docx-parser 1.4.0; Pandoc 3.10 (npm
#          pandoc-wasm 1.1.0) makes the file, and reads it beside.
# Guess:   all of them give the words that Word shows when the changes are accepted: inserted ones, not deleted ones. Some keep notes,
#          and some the number of a list that begins with 5.
# Seen:    the first two leave inserted words out together with deleted ones: "does [not] burn" burns, and a paragraph that was
#          inserted as a whole is empty. The third prints both. Notes are lost by the first two; the third puts their words at
#          the end without a mark. The first begins with 5 again after the second paragraph of an item, the others have no numbers.
# Matters: papers are sent round with tracked changes; what a member put in is not there for those who import the file, least of all a "not".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund @docen/import-docx@0.2.9 @habibrosyad/docx-extractor@0.1.2 \
  @thasmorato/docx-parser@1.4.0 pandoc-wasm@1.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { parseDOCX } from '@docen/import-docx';
import { DocxExtractor } from '@habibrosyad/docx-extractor';
import { extractText } from '@thasmorato/docx-parser';
import { convert } from 'pandoc-wasm';

const change = (kind, words) => `[${words}]{.${kind} author="Ada" date="2026-01-01T00:00:00Z"}`;
const words = (node) => {
  if (node.type === 'text') return node.text;
  const inside = (node.content ?? []).map(words).join('');
  const start = node.type === 'orderedList' ? `(list from ${node.attrs?.start ?? 1}) ` : '';
  return start + inside + (node.type === 'paragraph' ? ' / ' : '');
};
const runs = (value) => {
  if (Array.isArray(value)) return value.map(runs).join('');
  if (value === null || typeof value !== 'object') return '';
  if (typeof value.text === 'string' && !value.runs) return value.text;
  return value.runs ? `${runs(value.runs)} / ` : '';
};
const readers = {
  'Pandoc': async (file) =>
    (await convert({ from: 'docx', to: 'markdown', wrap: 'none', 'input-files': ['paper.docx'] }, null, { 'paper.docx': new Blob([file]) })).stdout.replace(/\n+/g, ' / '),
  '@docen/import-docx': async (file) => words(await parseDOCX(file)),
  '@habibrosyad/docx-extractor': async (file) => runs((await new DocxExtractor().extract(file)).paragraphs),
  '@thasmorato/docx-parser': async (file) => (await extractText(file)).replace(/\n+/g, ' / '),
};
const papers = {
  'inserted': `A lamp does ${change('insertion', 'not')} burn.`,
  'replaced': `A ${change('deletion', 'boat')}${change('insertion', 'ship')} floats.`,
  'a whole paragraph': `First.\n\n${change('insertion', 'A new one.')}\n\nLast.`,
  'a note': 'A lamp[^a] burns.\n\n[^a]: Of oil.',
  'theses': '5. five\n\n   more of five\n6. six',
};
const log = console.log;
for (const [name, paper] of Object.entries(papers)) {
  const { files } = await convert({ from: 'markdown', to: 'docx', standalone: true, 'track-changes': 'all', 'output-file': 'paper.docx' }, paper, {});
  const file = Buffer.from(await files['paper.docx'].arrayBuffer());
  log(name);
  for (const [reader, read] of Object.entries(readers)) {
    console.log = () => {};
    const seen = await read(file);
    console.log = log;
    log(`  ${reader} | ${seen.replace(/\s+/g, ' ').replace(/[ /]+$/, '')}`);
  }
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
inserted
  Pandoc | A lamp does not burn.
  @docen/import-docx | A lamp does burn.
  @habibrosyad/docx-extractor | A lamp does burn.
  @thasmorato/docx-parser | A lamp does not burn.
replaced
  Pandoc | A ship floats.
  @docen/import-docx | A floats.
  @habibrosyad/docx-extractor | A floats.
  @thasmorato/docx-parser | A boat ship floats.
a whole paragraph
  Pandoc | First. / A new one. / Last.
  @docen/import-docx | First. / / Last.
  @habibrosyad/docx-extractor | First. / / Last.
  @thasmorato/docx-parser | First. / A new one. / Last.
a note
  Pandoc | A lamp[^1] burns. / [^1]: Of oil.
  @docen/import-docx | A lamp burns.
  @habibrosyad/docx-extractor | A lamp burns.
  @thasmorato/docx-parser | A lamp burns. / Of oil.
theses
  Pandoc | 5. five / - more of five / 6. six
  @docen/import-docx | (list from 5) five / more of five / (list from 5) six
  @habibrosyad/docx-extractor | five / more of five / six
  @thasmorato/docx-parser | five / more of five / six
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
