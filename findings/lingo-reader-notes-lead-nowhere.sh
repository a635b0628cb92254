#!/usr/bin/env bash
# In books that lingo-reader's parser opens, marks of notes that stand in their own chapter lead nowhere; a book of EPUB 3 has no contents.
#
# Tool:    @lingo-reader/epub-parser 0.4.6, for web readers of books; the book with notes is an EPUB 3 by Pandoc 3.10 (npm pandoc-wasm 1.1.0),
#          one without the older table of contents (NCX) is made with fflate 0.8.2.
# Guess:   every link of a chapter resolves to a chapter and a place, to notes in the same file as to those in another; the page says that
#          the parser follows EPUB 3.3, so contents and list of pages come from the navigation document.
# Seen:    "notes.xhtml#fn1" resolves. "#fn1", as Pandoc and most others write notes, is made "epub:EPUB/text/#fn1", without the chapter's
#          name, and resolves to undefined, as does the link back. Without an NCX, which EPUB 3 no longer asks for, the contents are
#          empty and there are no pages, though the navigation document has both.
# Matters: the notes of nearly every scholarly book cannot be opened, and places by page ("p. 12") cannot be found in it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund @lingo-reader/epub-parser@0.4.6 fflate@0.8.2 pandoc-wasm@1.1.0 \
  >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { initEpubFile } from '@lingo-reader/epub-parser';
import { strToU8, zipSync } from 'fflate';
import { convert } from 'pandoc-wasm';

const page = (body) => `<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>Boats</title></head><body>${body}</body></html>`;
const item = (id, href, more = '') => `<item id="${id}" href="${href}" media-type="application/xhtml+xml"${more}/>`;
const files = {
  'mimetype': 'application/epub+zip',
  'META-INF/container.xml': `<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
  'OPS/book.opf': `<?xml version="1.0" encoding="UTF-8"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:example:boats</dc:identifier><dc:title>Boats</dc:title><dc:language>en</dc:language>
<meta property="dcterms:modified">2026-01-01T00:00:00Z</meta></metadata>
<manifest>${item('nav', 'nav.xhtml', ' properties="nav"')}${item('one', 'one.xhtml')}${item('notes', 'notes.xhtml')}</manifest>
<spine><itemref idref="one"/><itemref idref="notes" linear="no"/></spine></package>`,
  'OPS/nav.xhtml': page('<nav epub:type="toc"><ol><li><a href="one.xhtml">One</a></li></ol></nav><nav epub:type="page-list"><ol><li><a href="one.xhtml#p3">3</a></li></ol></nav>'),
  'OPS/one.xhtml': page(`<p><span id="p3" epub:type="pagebreak"></span>A lamp<a epub:type="noteref" href="notes.xhtml#fn1">1</a>, a boat<a epub:type="noteref" href="#fn2" id="r2">2</a>.</p>
<aside id="fn2" epub:type="footnote"><p><a href="#r2">2</a> Of wood.</p></aside>`),
  'OPS/notes.xhtml': page('<aside id="fn1" epub:type="footnote"><p>Of oil.</p></aside>'),
};
writeFileSync('made.epub', zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, [strToU8(text), { level: name === 'mimetype' ? 0 : 6 }]]))));
const paper = '# On boats\n\nA lamp[^a] burns.\n\n[^a]: Of oil.\n';
const written = await convert({ from: 'markdown', to: 'epub3', standalone: true, metadata: { title: 'Boats' }, 'output-file': 'pandoc.epub' }, paper, {});
writeFileSync('pandoc.epub', Buffer.from(await written.files['pandoc.epub'].arrayBuffer()));

for (const name of ['pandoc.epub', 'made.epub']) {
  const book = await initEpubFile(`./${name}`);
  console.log(`${name} | contents: ${book.getToc().map(({ label }) => label).filter(Boolean).join(', ') || 'none'} | pages: ${book.getPageList()?.pageTargets?.length ?? 'none'}`);
  for (const { id } of book.getSpine()) {
    const { html } = await book.loadChapter(id);
    for (const [, link] of html.matchAll(/href="([^"]*)"/g)) console.log(`  ${link} | ${JSON.stringify(book.resolveHref(link)) ?? 'undefined'}`);
  }
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
pandoc.epub | contents: Boats, On boats | pages: none
  epub:EPUB/text/#fn1 | undefined
made.epub | contents: none | pages: none
  epub:OPS/notes.xhtml#fn1 | {"id":"notes","selector":"[id=\"fn1\"]"}
  epub:OPS/#fn2 | undefined
  epub:OPS/#r2 | undefined
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
