#!/usr/bin/env bash
# Of six programs that make Markdown of web pages, two give numbered theses other numbers and four change what a reader reads.
#
# Tool:    turndown 7.2.5, rehype-remark 10.0.1, node-html-markdown 2.0.0, html-to-md 0.8.8, dom-to-semantic-markdown 1.5.0 and
#          @kreuzberg/html-to-markdown-wasm 3.7.2, with what they do by themselves; Pandoc 3.10 (npm pandoc-wasm 1.1.0) reads what
#          they write, as CommonMark.
# Guess:   a list that begins with 5 goes on with 5, and quoted words in <q> keep quotation marks, as HTML draws them. Of years and
#          items of two paragraphs nothing was guessed, nor of turndown and rehype-remark, which came in beside the others.
# Seen:    node-html-markdown and dom-to-semantic-markdown begin every list with 1. In node-html-markdown a second paragraph of an item is a
#          line of the first; in dom-to-semantic-markdown it falls out of the list. "1848. The boats left." becomes item 1848 of a
#          list in dom-to-semantic-markdown and html-to-markdown-wasm. Of <q> turndown, node-html-markdown and
#          dom-to-semantic-markdown leave bare words.
# Matters: theses are cited by their numbers, and what somebody said is told from what the author says by its marks alone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pandoc-wasm@1.1.0 jsdom@26.1.0 turndown@7.2.5 unified@11.0.5 \
  rehype-parse@9.0.1 rehype-remark@10.0.1 remark-stringify@11.0.0 node-html-markdown@2.0.0 html-to-md@0.8.8 \
  dom-to-semantic-markdown@1.5.0 @kreuzberg/html-to-markdown-wasm@3.7.2 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { convert as byKreuzberg } from '@kreuzberg/html-to-markdown-wasm';
import { convertHtmlToMarkdown } from 'dom-to-semantic-markdown';
import htmlToMd from 'html-to-md';
import { JSDOM } from 'jsdom';
import { NodeHtmlMarkdown } from 'node-html-markdown';
import { convert } from 'pandoc-wasm';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkStringify from 'remark-stringify';
import Turndown from 'turndown';
import { unified } from 'unified';

const { DOMParser } = new JSDOM('').window;
const byUnified = unified().use(rehypeParse, { fragment: true }).use(rehypeRemark).use(remarkStringify);
const programs = {
  'turndown': (html) => new Turndown().turndown(html),
  'rehype-remark': (html) => String(byUnified.processSync(html)),
  'html-to-md': (html) => htmlToMd(html),
  'html-to-markdown-wasm': (html) => byKreuzberg(html).content,
  'node-html-markdown': (html) => NodeHtmlMarkdown.translate(html),
  'dom-to-semantic-markdown': (html) => convertHtmlToMarkdown(html, { overrideDOMParser: new DOMParser() }),
};
async function read(from, text) {
  const { stdout } = await convert({ from, to: 'html', wrap: 'none' }, text, {});
  return stdout.replaceAll(/\s*\n\s*/g, '').replaceAll(/ type="1"|<li><p>([^<]*)<\/p><\/li>/g, (all, words) => (words ? `<li>${words}</li>` : ''));
}
const pages = {
  'theses from 5': '<ol start="5"><li>Boats.</li><li>Lamps.</li></ol>',
  'an item of two paragraphs': '<ol><li><p>Boats.</p><p>And oars.</p></li><li><p>Lamps.</p></li></ol>',
  'a year first': '<p>1848. The boats left.</p>',
  'quoted words': '<p>He says <q>the lamp is full</q> of it.</p>',
};
for (const [name, html] of Object.entries(pages))
  for (const [program, write] of Object.entries(programs)) {
    const [before, after] = [(await read('html', html)).replaceAll(/[“”"]/g, '"'), (await read('commonmark', write(html))).replaceAll(/<q>|<\/q>|[“”]|&quot;/g, '"')];
    console.log(`${name} | ${program} | ${after === before.replaceAll(/<\/?q>/g, '"') ? 'the same' : after}`);
  }
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
theses from 5 | turndown | the same
theses from 5 | rehype-remark | the same
theses from 5 | html-to-md | the same
theses from 5 | html-to-markdown-wasm | the same
theses from 5 | node-html-markdown | <ol><li>Boats.</li><li>Lamps.</li></ol>
theses from 5 | dom-to-semantic-markdown | <ol><li>Boats.</li><li>Lamps.</li></ol>
an item of two paragraphs | turndown | the same
an item of two paragraphs | rehype-remark | the same
an item of two paragraphs | html-to-md | the same
an item of two paragraphs | html-to-markdown-wasm | the same
an item of two paragraphs | node-html-markdown | <ol><li>Boats.<br />And oars.</li><li>Lamps.</li></ol>
an item of two paragraphs | dom-to-semantic-markdown | <ol><li>Boats.</li></ol><p>And oars. 2. Lamps.</p>
a year first | turndown | the same
a year first | rehype-remark | the same
a year first | html-to-md | the same
a year first | html-to-markdown-wasm | <ol start="1848"><li>The boats left.</li></ol>
a year first | node-html-markdown | the same
a year first | dom-to-semantic-markdown | <ol start="1848"><li>The boats left.</li></ol>
quoted words | turndown | <p>He says the lamp is full of it.</p>
quoted words | rehype-remark | the same
quoted words | html-to-md | the same
quoted words | html-to-markdown-wasm | the same
quoted words | node-html-markdown | <p>He says the lamp is full of it.</p>
quoted words | dom-to-semantic-markdown | <p>He says the lamp is full of it.</p>
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
