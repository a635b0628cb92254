#!/usr/bin/env bash
# The same footnotes are other footnotes in Pandoc, in GitHub's Markdown and in markdown-it.
#
# Tool:    Pandoc 3.10 (npm pandoc-wasm 1.1.0), remark-gfm 4.0.1, markdown-it 14.1.0 with markdown-it-footnote 4.0.0.
# Guess:   labels of notes are matched as labels of links are, whatever their case, in Pandoc and remark; markdown-it-footnote
#          tells them apart. (Of two definitions Pandoc was expected to take the last and remark the first, and does.)
# Seen:    Pandoc and markdown-it-footnote tell `[^A]` from `[^a]`, remark does not. Of two definitions Pandoc takes the
#          last, remark the first, markdown-it-footnote the last. A reference inside a note is plain text in Pandoc and
#          a note in the other two.
# Matters: a paper that looks right in the editor's preview prints "[^b]" in Pandoc's PDF, or another note.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pandoc-wasm@1.1.0 unified@11.0.5 remark-parse@11.0.0 \
  remark-gfm@4.0.1 remark-rehype@11.1.2 rehype-stringify@10.0.1 markdown-it@14.1.0 markdown-it-footnote@4.0.0 >>npm.log 2>&1 ||
  { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import MarkdownIt from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { convert } from 'pandoc-wasm';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const papers = {
  'another case': 'Text[^A].\n\n[^a]: Lamp.\n',
  'defined twice': 'Text[^a].\n\n[^a]: Lamp.\n\n[^a]: Wick.\n',
  'note in a note': 'Text[^a].\n\n[^a]: Lamp[^b].\n\n[^b]: Wick.\n',
};
const readers = {
  pandoc: async (text) => (await convert({ from: 'markdown', to: 'html', wrap: 'none' }, text, {})).stdout,
  remark: async (text) =>
    String(await unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify).process(text)),
  'markdown-it': async (text) => new MarkdownIt().use(footnote).render(text),
};
for (const [name, text] of Object.entries(papers))
  for (const [reader, read] of Object.entries(readers)) {
    const html = await read(text);
    const words = html.replace(/<sup[^>]*>.*?<\/sup>/g, '*').replace(/<[^>]+>/g, ' ').replace(/[↩︎\uFE0E]/g, '');
    console.log(`${name} | ${reader} | ${words.replace(/\s+/g, ' ').replace(/ ([.*])/g, '$1').trim()}`);
  }
JS
node probe.mjs >seen.txt 2>warnings.txt

cat >expected.txt <<'TXT'
another case | pandoc | Text[^A].
another case | remark | Text*. Footnotes Lamp.
another case | markdown-it | Text[^A].
defined twice | pandoc | Text*. Wick.
defined twice | remark | Text*. Footnotes Lamp.
defined twice | markdown-it | Text*. Wick.
note in a note | pandoc | Text*. Lamp[^b].
note in a note | remark | Text*. Footnotes Lamp*. Wick.
note in a note | markdown-it | Text*. Lamp*. Wick.
TXT
echo 'paper | reader | words shown (* is a mark of a note)'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
