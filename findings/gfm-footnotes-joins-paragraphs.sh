#!/usr/bin/env bash
# The tool that prunes unused notes from Markdown prunes none, and joins the paragraphs of those that are used.
#
# Tool:    gfm-footnotes 2.0.0 ("Prune unused footnote references") with the marked-footnote 1.4.0 that npm installs with it;
#          micromark 4 with micromark-extension-gfm-footnote 2.1, by the book of GitHub, says what a reader sees.
# Guess:   a note that no mark calls goes, with all of its paragraphs; everything else stays as it is. In doubt: a note that only
#          another note calls, or only a mark in code.
# Seen:    every note stays, even in a paper of two lines; 1.0.2 does the same. Empty lines within a note and between the items of a
#          list go, so that two paragraphs of a note become one, and the items of a loose list lose their paragraphs.
# Matters: who runs it before sending a paper round believes the notes to be in order, and every longer note has been changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund gfm-footnotes@2.0.0 marked-footnote@1.4.0 \
  micromark@4.0.2 micromark-extension-gfm-footnote@2.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import prune from 'gfm-footnotes';
import { micromark } from 'micromark';
import { gfmFootnote, gfmFootnoteHtml } from 'micromark-extension-gfm-footnote';

const read = (text) => micromark(text, { extensions: [gfmFootnote()], htmlExtensions: [gfmFootnoteHtml()] });
const count = (text, tag) => read(text).split(`<${tag}>`).length - 1;
const notes = (text) => [...text.matchAll(/^\[\^(\w+)\]:/gm)].map(([, name]) => name).join(' ');
for (const [name, text] of Object.entries({
  'one of two is unused': 'Boats[^a].\n\n[^a]: One.\n\n[^b]: Two.\n',
  'all are unused': 'Boats.\n\n[^a]: One.\n\n[^b]: Two.\n',
  'a note of two paragraphs': 'Boats[^a].\n\n[^a]: Of oak.\n\n    And of ash.\n',
  'a loose list': 'Boats[^a]:\n\n- of oak\n\n- of ash\n\n[^a]: One.\n',
})) {
  const pruned = prune(text);
  console.log(`${name} | notes ${notes(text)} -> ${notes(pruned)} | paragraphs read ${count(text, 'p')} -> ${count(pruned, 'p')}`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
one of two is unused | notes a b -> a b | paragraphs read 2 -> 2
all are unused | notes a b -> a b | paragraphs read 1 -> 1
a note of two paragraphs | notes a -> a | paragraphs read 3 -> 2
a loose list | notes a -> a | paragraphs read 4 -> 2
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
