#!/usr/bin/env bash
# An Org note within the line ends at the citation or the link in it for uniorg, and at an interpolated "[sic]" for Pandoc.
#
# Tool:    uniorg-parse 3.2.2 (Org in unified, for sites and note-taking), Pandoc 3.10 (npm pandoc-wasm 1.1.0); orga 4.7.1 beside them.
# Guess:   brackets within a note have to be balanced, says Org's syntax, so that a citation, a link and a word in brackets belong to
#          the note, for all three; both were expected to agree on which text is cited.
# Seen:    uniorg ends a note at the first closing bracket: the citation in it is half a link, "p. 3" is the last of the note, and
#          the rest stands in the sentence. Pandoc knows citations and links there, but ends the note at a word in brackets.
#          orga reads all of them whole.
# Matters: words of the note become words of the author's sentence, and its sources are not cited; nothing warns.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund uniorg-parse@3.2.2 orga@4.7.1 pandoc-wasm@1.1.0 >>npm.log 2>&1 ||
  { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { parse as orga } from 'orga';
import { convert } from 'pandoc-wasm';
import { parse as uniorg } from 'uniorg-parse/lib/parser.js';

const papers = {
  'citation': 'A boat[fn::See [cite:@doe p. 3] on it.] floats.',
  'link': 'A boat[fn::See [[https://example.org][a page]] on it.] floats.',
  'interpolation': 'A boat[fn::He says “it flots [sic] well”.] floats.',
  'no bracket': 'A boat[fn::See page 3 on it.] floats.',
};
const children = (node) => node.children ?? [];
/** The paragraph as it reads, with each note in braces and each citation as its key. */
function read(node) {
  if (node.type === 'footnote-reference' || node.type === 'footnote.reference') return `{${children(node).map(read).join('')}}`;
  if (node.type === 'citation-key') return `@${node.key}`;
  return node.type === 'text' ? node.value : children(node).map(read).join('');
}
function readPandoc({ t, c }) {
  if (t === 'Note') return `{${c.flatMap(({ c: inlines }) => inlines).map(readPandoc).join('')}}`;
  if (t === 'Cite') return c[0].map(({ citationId, citationSuffix }) => `@${citationId}${citationSuffix.map(readPandoc).join('')}`).join(';');
  if (t === 'Quoted') return `“${c[1].map(readPandoc).join('')}”`;
  if (t === 'Link') return c[1].map(readPandoc).join('');
  return t === 'Space' ? ' ' : c;
}
for (const [name, paper] of Object.entries(papers)) {
  const { stdout } = await convert({ from: 'org', to: 'json' }, paper, {});
  console.log(`${name} | uniorg | ${read(uniorg(paper)).trim()}`);
  console.log(`${name} | pandoc | ${JSON.parse(stdout).blocks[0].c.map(readPandoc).join('')}`);
  console.log(`${name} | orga | ${read(orga(paper)).trim()}`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
citation | uniorg | A boat{See [ p. 3} on it.] floats.
citation | pandoc | A boat{See @doe p. 3 on it.} floats.
citation | orga | A boat{See [cite:@doe p. 3] on it.} floats.
link | uniorg | A boat{See [[}[a page]] on it.] floats.
link | pandoc | A boat{See a page on it.} floats.
link | orga | A boat{See a page on it.} floats.
interpolation | uniorg | A boat{He says “it flots [sic} well”.] floats.
interpolation | pandoc | A boat{He says “it flots [sic} well”.] floats.
interpolation | orga | A boat{He says “it flots [sic] well”.} floats.
no bracket | uniorg | A boat{See page 3 on it.} floats.
no bracket | pandoc | A boat{See page 3 on it.} floats.
no bracket | orga | A boat{See page 3 on it.} floats.
TXT
echo 'note with | reader | the sentence, its note in braces'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
