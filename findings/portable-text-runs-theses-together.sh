#!/usr/bin/env bash
# Sanity's Markdown runs the paragraphs of a list item together ("full.The boat"), and words after a quotation in a quotation leave it.
#
# Tool:    @portabletext/markdown 2.2.0 (2026): markdownToPortableText and back; its page says that content is kept where structure is not,
#          that what is lost is told to onDegradation, and that its default schema has lists and block quotations.
# Guess:   two paragraphs of an item become two blocks, or one with a line break; numbers of a list begin with 1, which is told; two
#          quotations side by side stay two or become one; notes and citations stay as typed.
# Seen:    the paragraphs of an item are one text, without a blank between them. What stands after an inner quotation is no quotation any
#          more. <br> is dropped, and the words on both sides of it are one. A quotation within an item becomes an item of its own,
#          beside an empty one. Theses 5 and 6 are 1 and 2. Of all this onDegradation is told only that HTML was dropped.
# Matters: quotations from such an item are not found, and words of the quoted author stand as the paper's own.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund @portabletext/markdown@2.2.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { markdownToPortableText, portableTextToMarkdown } from '@portabletext/markdown';

const papers = {
  'two paragraphs of an item': '- The lamp is full.\n\n  The boat floats.\n- A mill.',
  'a quotation in a quotation': '> Doe says:\n>\n> > A boat floats.\n>\n> So far Roe.',
  'a line break': 'A lamp<br>burns.',
  'a quotation in an item': '- > A boat floats.\n- A mill.',
  'theses': '5. five\n6. six',
  'a note and a citation': 'A lamp[^a], says [@doe, p. 3].',
};
for (const [name, markdown] of Object.entries(papers)) {
  let told = [];
  const blocks = markdownToPortableText(markdown, { onDegradation: ({ degradations }) => (told = degradations) });
  const shown = blocks.map(({ style, listItem, children }) => `${[style, listItem].filter(Boolean).join(' ')} ${JSON.stringify(children.map(({ text }) => text).join(''))}`);
  console.log(`${name}\n  blocks | ${shown.join(', ')}\n  back   | ${JSON.stringify(portableTextToMarkdown(blocks))}\n  told   | ${told.map(({ type }) => type).join(', ') || 'nothing'}`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
two paragraphs of an item
  blocks | normal bullet "The lamp is full.The boat floats.", normal bullet "A mill."
  back   | "- The lamp is full.The boat floats.\n- A mill."
  told   | nothing
a quotation in a quotation
  blocks | blockquote "Doe says:", blockquote "A boat floats.", normal "So far Roe."
  back   | "> Doe says:\n>\n> A boat floats.\n\nSo far Roe."
  told   | nothing
a line break
  blocks | normal "A lampburns."
  back   | "A lampburns."
  told   | inline-html-dropped
a quotation in an item
  blocks | normal bullet "", blockquote bullet "A boat floats.", normal bullet "A mill."
  back   | "- \n- > A boat floats.\n- A mill."
  told   | nothing
theses
  blocks | normal number "five", normal number "six"
  back   | "1. five\n2. six"
  told   | nothing
a note and a citation
  blocks | normal "A lamp[^a], says [@doe, p. 3]."
  back   | "A lamp[^a], says [@doe, p. 3]."
  told   | nothing
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
