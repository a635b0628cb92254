#!/usr/bin/env bash
# The Markdown that SuperDoc makes of a Word file has no footnotes, begins each list at 1, and prints deleted words together with new ones.
#
# Tool:    SuperDoc's command line 0.22.2 (2026, npm: @superdoc-dev/cli-linux-x64), a Word engine that assistants read and edit files
#          with; Pandoc 3.10 (npm pandoc-wasm 1.1.0) makes the file, and reads it beside.
# Guess:   get-markdown keeps notes, and 5 where a list begins with 5; words are found though a note's mark stands between them. Edits
#          and comments do not harm the notes. Of deleted words in Markdown nothing was guessed.
# Seen:    edits and comments are right. But the words of a note are in none of get-markdown, get-text, get-html and extract, and no mark
#          tells of them; get-text begins a new line at each. A list from 5 begins with 1. "a ~boat~ +ship+ floats" is "a boatship
#          floats" in Markdown, while the text has "a ship floats". "lamp is full" is not found where a mark follows "lamp", nor "a ship
#          floats" across the deleted word. The first note of the file says that its number to display is 9.
# Matters: an assistant that sums up or checks a paper sees none of its sources, cites thesis 5 as 1 and quotes words that nobody wrote.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund @superdoc-dev/cli-linux-x64@0.22.2 pandoc-wasm@1.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }
superdoc=node_modules/@superdoc-dev/cli-linux-x64/bin/superdoc
chmod +x "$superdoc"

cat >write.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { convert } from 'pandoc-wasm';

const change = (kind, words) => `[${words}]{.${kind} author="Ada" date="2026-01-01T00:00:00Z"}`;
const paper = `A lamp[^a] is full, a ${change('deletion', 'boat')}${change('insertion', 'ship')} floats.

5. five
6. six

[^a]: Of oil.
`;
const { files } = await convert({ from: 'markdown', to: 'docx', standalone: true, 'track-changes': 'all', 'output-file': 'paper.docx' }, paper, {});
const bytes = Buffer.from(await files['paper.docx'].arrayBuffer());
writeFileSync('paper.docx', bytes);
const { stdout } = await convert({ from: 'docx', to: 'markdown', wrap: 'none', 'input-files': ['paper.docx'] }, null, { 'paper.docx': new Blob([bytes]) });
console.log(`Pandoc | ${JSON.stringify(stdout.trim())}`);
JS
cat >field.mjs <<'JS'
import { readFileSync } from 'node:fs';

const [, , name, ...path] = process.argv;
const answer = JSON.parse(readFileSync(0, 'utf8').split('\n').find((line) => line.startsWith('{')));
console.log(`${name} | ${JSON.stringify(path.reduce((value, key) => value[key], answer.data))}`);
JS
{
  node write.mjs
  "$superdoc" get-markdown paper.docx 2>>errors.log | node field.mjs get-markdown markdown
  "$superdoc" get-text paper.docx 2>>errors.log | node field.mjs get-text text
  for command in get-markdown get-text get-html extract; do
    echo "$command has the words of the note | $("$superdoc" "$command" paper.docx 2>>errors.log | grep -c 'Of oil' || true)"
  done
  for words in 'is full' 'lamp is full' 'ship' 'a ship floats'; do
    "$superdoc" query match paper.docx --select-json "{\"type\":\"text\",\"pattern\":\"$words\"}" 2>>errors.log | node field.mjs "found: $words" result total
  done
  "$superdoc" footnotes list paper.docx 2>>errors.log | node field.mjs 'number of the first note' result items 0 displayNumber
} >seen.txt

cat >expected.txt <<'TXT'
Pandoc | "A lamp[^1] is full, a ship floats.\n\n5.  five\n6.  six\n\n[^1]: Of oil."
get-markdown | "A lamp is full, a boatship floats.\n\n1. five\n2. six\n"
get-text | "A lamp\n is full, a ship floats.\nfive\nsix"
get-markdown has the words of the note | 0
get-text has the words of the note | 0
get-html has the words of the note | 0
extract has the words of the note | 0
found: is full | 1
found: lamp is full | 0
found: ship | 1
found: a ship floats | 0
number of the first note | "9"
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
