#!/usr/bin/env bash
# EbookLib saves a book with a list of pages that has a page "1" for the mark of note 1, a page "footnotes" and a page "fn1".
#
# Tool:    EbookLib 0.18 (Debian 12: python3-ebooklib 0.18-2), the usual library for EPUB in Python, run by Debian's Python 3.11; the book is
#          an EPUB 3 by Pandoc 3.10 (npm pandoc-wasm 1.1.0). It is read and written, and nothing is changed.
# Guess:   chapters, notes, contents and landmarks are the same again; a book without pages gets none.
# Seen:    a <nav epub:type="page-list"> is added with an entry for everything that has an epub:type and an id: each note's mark, its
#          words, the section of notes. The head of each chapter is emptied (title and styles), and the landmarks are replaced by
#          one of its own. Only the option epub3_pages, on by default, hinders the pages.
# Matters: "go to page 2" leads to note 2, and who cites by the list of pages cites numbers of notes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pandoc-wasm@1.1.0 fflate@0.8.2 >>npm.log 2>&1 || { cat npm.log; exit 2; }
apt-get download -q python3-ebooklib=0.18-2 python3-lxml python3-six libxslt1.1 libxml2 >apt.log 2>&1 || { cat apt.log; exit 2; }
for package in *.deb; do dpkg -x "$package" tools; done
PYTHONPATH=$folder/tools/usr/lib/python3/dist-packages
LD_LIBRARY_PATH=$(dirname "$(find "$folder/tools" -name 'libxslt.so*' | head -1)")
export PYTHONPATH

cat >write.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { convert } from 'pandoc-wasm';

const paper = '# On boats\n\nA lamp[^a] is full, a boat[^b] floats.\n\n[^a]: Of oil.\n[^b]: Of wood.\n';
const { files } = await convert({ from: 'markdown', to: 'epub3', standalone: true, metadata: { title: 'Boats' }, 'output-file': 'book.epub' }, paper, {});
writeFileSync('book.epub', Buffer.from(await files['book.epub'].arrayBuffer()));
JS
cat >save.py <<'PY'
from ebooklib import epub

book = epub.read_epub('book.epub')
epub.write_epub('saved.epub', book)
epub.write_epub('no-pages.epub', book, {'epub3_pages': False})
PY
cat >show.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';

for (const name of ['book', 'saved', 'no-pages']) {
  const files = unzipSync(readFileSync(`${name}.epub`));
  const lists = strFromU8(files['EPUB/nav.xhtml']).matchAll(/<nav[^>]*epub:type="([^"]*)"[^>]*>([^]*?)<\/nav>/g);
  for (const [, kind, list] of lists) {
    const entries = [...list.matchAll(/<a\b[^>]*href="([^"]*)"[^>]*>([^<]*)/g)].map(([, link, label]) => `${label} (${link.replace('text/', '')})`);
    console.log(`${name} | ${kind} | ${entries.join(', ')}`);
  }
  const head = /<head>([^]*)<\/head>/.exec(strFromU8(files['EPUB/text/ch001.xhtml']))?.[1].replace(/\s+/g, ' ').trim();
  console.log(`${name} | head of the chapter | ${head ?? 'empty'}`);
}
JS
{
  node write.mjs
  LD_LIBRARY_PATH=$LD_LIBRARY_PATH /usr/bin/python3 -W ignore save.py
  node show.mjs
} >seen.txt

cat >expected.txt <<'TXT'
book | toc | On boats (ch001.xhtml#on-boats)
book | landmarks | Title Page (title_page.xhtml)
book | head of the chapter | <meta charset="utf-8" /> <meta name="generator" content="pandoc" /> <title>ch001.xhtml</title> <style> </style> <link rel="stylesheet" type="text/css" href="../styles/stylesheet1.css" />
saved | toc | Boats (title_page.xhtml), On boats (ch001.xhtml#on-boats)
saved | landmarks | Boats (nav.xhtml)
saved | page-list | 1 (ch001.xhtml#fnref1), 2 (ch001.xhtml#fnref2), footnotes (ch001.xhtml#footnotes), fn1 (ch001.xhtml#fn1), fn2 (ch001.xhtml#fn2)
saved | head of the chapter | empty
no-pages | toc | Boats (title_page.xhtml), On boats (ch001.xhtml#on-boats)
no-pages | landmarks | Boats (nav.xhtml)
no-pages | head of the chapter | empty
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
