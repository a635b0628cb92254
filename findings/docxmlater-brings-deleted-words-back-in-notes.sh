#!/usr/bin/env bash
# A Word file that docxmlater opens and saves has the deleted words of its notes back, beside the new ones, and no change can be rejected.
#
# Tool:    docxmlater 10.1.0 (its page: track changes, footnotes with a full round trip; changes are accepted on loading unless
#          revisionHandling says otherwise); Pandoc 3.10 (npm pandoc-wasm 1.1.0) writes the file and reads it with changes accepted, rejected.
# Guess:   accept and strip give what Pandoc gives with accept, preserve leaves both readings, in the text as in notes, tables and links.
# Seen:    text, tables and lists are so. In a note "not", deleted with tracking, is plain text afterwards, in all three ways, and what
#          was inserted is plain as well: the note says neither what it said before nor what it is to say. With preserve a changed
#          word of a link is gone in both readings. Nothing is reported.
# Matters: a source that a co-author struck out of a note is cited again, and a "not" is back.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund docxmlater@10.1.0 pandoc-wasm@1.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { readFileSync, writeFileSync } from 'node:fs';
import { Document } from 'docxmlater';
import { convert } from 'pandoc-wasm';

const change = (kind, words) => `[${words}]{.${kind} author="Ada" date="2026-01-01T00:00:00Z"}`;
const changed = `${change('deletion', 'not')}${change('insertion', 'surely')}`;
const papers = {
  'text': `It is ${changed} so.`,
  'table': `| mill | lamps |\n|---|---|\n| old | ${changed} |`,
  'link': `[It is ${changed} so](https://example.org)`,
  'note': `A lamp[^a].\n\n[^a]: It is ${changed} so.`,
};
const read = async (bytes, changes) => {
  const settings = { from: 'docx', to: 'plain', wrap: 'none', 'track-changes': changes, 'input-files': ['paper.docx'] };
  return (await convert(settings, null, { 'paper.docx': new Blob([bytes]) })).stdout.replace(/[\s-]+/g, ' ').trim();
};
const both = async (bytes) => `accepted: ${await read(bytes, 'accept')} | rejected: ${await read(bytes, 'reject')}`;
for (const [name, paper] of Object.entries(papers)) {
  const { files } = await convert({ from: 'markdown', to: 'docx', standalone: true, 'track-changes': 'all', 'output-file': 'paper.docx' }, paper, {});
  const bytes = Buffer.from(await files['paper.docx'].arrayBuffer());
  writeFileSync('paper.docx', bytes);
  console.log(`${name}\n  as it is | ${await both(bytes)}`);
  for (const revisionHandling of ['accept', 'strip', 'preserve']) {
    const document = await Document.load('paper.docx', { revisionHandling });
    await document.save('saved.docx');
    console.log(`  ${revisionHandling} | ${await both(readFileSync('saved.docx'))}`);
  }
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
text
  as it is | accepted: It is surely so. | rejected: It is not so.
  accept | accepted: It is surely so. | rejected: It is surely so.
  strip | accepted: It is surely so. | rejected: It is surely so.
  preserve | accepted: It is surely so. | rejected: It is not so.
table
  as it is | accepted: mill lamps old surely | rejected: mill lamps old not
  accept | accepted: mill lamps old surely | rejected: mill lamps old surely
  strip | accepted: mill lamps old surely | rejected: mill lamps old surely
  preserve | accepted: mill lamps old surely | rejected: mill lamps old not
link
  as it is | accepted: It is surely so | rejected: It is not so
  accept | accepted: It is surely so | rejected: It is surely so
  strip | accepted: It is surely so | rejected: It is surely so
  preserve | accepted: It is so | rejected: It is so
note
  as it is | accepted: A lamp[1]. [1] It is surely so. | rejected: A lamp[1]. [1] It is not so.
  accept | accepted: A lamp[1]. [1] It is notsurely so. | rejected: A lamp[1]. [1] It is notsurely so.
  strip | accepted: A lamp[1]. [1] It is notsurely so. | rejected: A lamp[1]. [1] It is notsurely so.
  preserve | accepted: A lamp[1]. [1] It is notsurely so. | rejected: A lamp[1]. [1] It is notsurely so.
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
