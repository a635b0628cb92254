#!/usr/bin/env bash
# A passage marked with one library of EPUB readers is lost in another, in plain paragraphs and where a printed page begins.
#
# Tool:    epubjs 0.3.93, its typed successor @likecoin/epub-ts 0.7.2, foliate-js 1.0.1 and, to write alone, @prose-reader/cfi 1.286.0,
#          all with EPUB Canonical Fragment Identifiers (CFI 1.1), in jsdom 26.1.0.
# Guess:   that epub.js trips over comments was known to the guesser. Else what one writes the others read, since the specification
#          has a grammar and an algorithm: a range with offsets alone after the commas included, and characters after an empty
#          element at the start of a paragraph are chunk 3, as foliate-js writes.
# Seen:    `/4/2/1,:4,:11`, the form of prose-reader and of Zotero's reader, throws in foliate-js. epub.js and its successor count text
#          nodes, so that after the mark of a page break, with which paragraphs begin in books with print pages, theirs is chunk 1:
#          foliate-js makes an empty range of it, and they find nothing of what foliate-js wrote. prose-reader writes the offset
#          of a character in the mark itself (/2), which epub.js takes for the text. Only the paragraph with emphasis goes round whole.
# Matters: readers exchange notes as W3C annotations with such a place; the words of the quotation have to go with it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund epubjs@0.3.93 @likecoin/epub-ts@0.7.2 foliate-js@1.0.1 \
  @prose-reader/cfi@1.286.0 jsdom@26.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!DOCTYPE html><body></body>', { pretendToBeVisual: true });
for (const name of ['window', 'document', 'Node', 'NodeFilter', 'Range', 'Text', 'Document', 'Element', 'DOMParser', 'XMLSerializer', 'XPathResult'])
  globalThis[name] = window[name];
const { EpubCFI } = (await import('epubjs')).default;
const { EpubCFI: Successor } = await import('@likecoin/epub-ts');
const foliate = await import('foliate-js/epubcfi.js');
const { generate } = await import('@prose-reader/cfi');

const bodies = {
  'plain': '<p>The lamp is full.</p>',
  'note mark within': '<p>The lamp is<sup>1</sup> full.</p>',
  'emphasis within': '<p>The <em>lamp</em> is full.</p>',
  'page break first': '<p><span epub:type="pagebreak" id="page12"/>The lamp is full.</p>',
  'comment within': '<p>The <!-- p. 12 -->lamp is full.</p>',
};
const namespaces = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"';
const pageOf = (body) => new window.DOMParser().parseFromString(`<html ${namespaces}><head><title>Boats</title></head><body>${body}</body></html>`, 'application/xhtml+xml');
const words = 'lamp is';
function passageOf(page) {
  const walker = page.createTreeWalker(page.body ?? page.documentElement, 4);
  const pieces = [];
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    pieces.push({ node, start: text.length });
    text += node.data;
  }
  const start = text.indexOf(words);
  const first = pieces.findLast((piece) => piece.start <= start);
  const last = pieces.findLast((piece) => piece.start < start + words.length);
  const range = page.createRange();
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, start + words.length - last.start);
  return range;
}
const chapter = '/6/4';
const writers = {
  'epub.js': (range) => new EpubCFI(range, chapter).toString(),
  'epub-ts': (range) => new Successor(range, chapter).toString(),
  'foliate-js': (range) => foliate.joinIndir(chapter, foliate.fromRange(range)),
  'prose-reader': ({ startContainer, startOffset, endContainer, endOffset }) => generate({
    start: { node: startContainer, offset: startOffset, spineIndex: 1 },
    end: { node: endContainer, offset: endOffset, spineIndex: 1 },
  }),
};
const readers = {
  'epub.js': (cfi, page) => new EpubCFI(cfi).toRange(page),
  'epub-ts': (cfi, page) => new Successor(cfi).toRange(page),
  'foliate-js': (cfi, page) => {
    const { parent, start, end } = foliate.parse(cfi);
    return foliate.toRange(page, { parent: parent.slice(1), start, end });
  },
};
const say = console.log;
console.log = () => {};
for (const [name, body] of Object.entries(bodies))
  for (const [writer, write] of Object.entries(writers)) {
    const cfi = write(passageOf(pageOf(body)));
    const found = Object.entries(readers).map(([reader, read]) => {
      try {
        const range = read(cfi, pageOf(body));
        return `${reader}: ${range ? JSON.stringify(String(range)) : 'none'}`;
      } catch {
        return `${reader}: throws`;
      }
    });
    say(`${name} | ${writer} | ${cfi} | ${found.join(', ')}`);
  }
JS
node probe.mjs >seen.txt 2>warnings.txt || { cat warnings.txt; exit 2; }

cat >expected.txt <<'TXT'
plain | epub.js | epubcfi(/6/4!/4/2,/1:4,/1:11) | epub.js: "lamp is", epub-ts: "lamp is", foliate-js: "lamp is"
plain | epub-ts | epubcfi(/6/4!/4/2,/1:4,/1:11) | epub.js: "lamp is", epub-ts: "lamp is", foliate-js: "lamp is"
plain | foliate-js | epubcfi(/6/4!/4/2,/1:4,/1:11) | epub.js: "lamp is", epub-ts: "lamp is", foliate-js: "lamp is"
plain | prose-reader | epubcfi(/6/4!/4/2/1,:4,:11) | epub.js: "lamp is", epub-ts: "lamp is", foliate-js: throws
note mark within | epub.js | epubcfi(/6/4!/4/2,/1:4,/1:11) | epub.js: "lamp is", epub-ts: "lamp is", foliate-js: "lamp is"
note mark within | epub-ts | epubcfi(/6/4!/4/2,/1:4,/1:11) | epub.js: "lamp is", epub-ts: "lamp is", foliate-js: "lamp is"
note mark within | foliate-js | epubcfi(/6/4!/4/2,/1:4,/1:11) | epub.js: "lamp is", epub-ts: "lamp is", foliate-js: "lamp is"
note mark within | prose-reader | epubcfi(/6/4!/4/2/1,:4,:11) | epub.js: "lamp is", epub-ts: "lamp is", foliate-js: throws
emphasis within | epub.js | epubcfi(/6/4!/4/2,/2/1:0,/3:3) | epub.js: "lamp is", epub-ts: "lamp is", foliate-js: "lamp is"
emphasis within | epub-ts | epubcfi(/6/4!/4/2,/2/1:0,/3:3) | epub.js: "lamp is", epub-ts: "lamp is", foliate-js: "lamp is"
emphasis within | foliate-js | epubcfi(/6/4!/4/2,/2/1:0,/3:3) | epub.js: "lamp is", epub-ts: "lamp is", foliate-js: "lamp is"
emphasis within | prose-reader | epubcfi(/6/4!/4/2,/2/1:0,/3:3) | epub.js: "lamp is", epub-ts: "lamp is", foliate-js: "lamp is"
page break first | epub.js | epubcfi(/6/4!/4/2,/1:4,/1:11) | epub.js: "lamp is", epub-ts: "lamp is", foliate-js: ""
page break first | epub-ts | epubcfi(/6/4!/4/2,/1:4,/1:11) | epub.js: "lamp is", epub-ts: "lamp is", foliate-js: ""
page break first | foliate-js | epubcfi(/6/4!/4/2,/3:4,/3:11) | epub.js: none, epub-ts: none, foliate-js: "lamp is"
page break first | prose-reader | epubcfi(/6/4!/4/2/2,:4,:11) | epub.js: "lamp is", epub-ts: "lamp is", foliate-js: throws
comment within | epub.js | epubcfi(/6/4!/4/2,/3:0,/3:7) | epub.js: "lamp is", epub-ts: "lamp is", foliate-js: throws
comment within | epub-ts | epubcfi(/6/4!/4/2,/3:0,/3:7) | epub.js: "lamp is", epub-ts: "lamp is", foliate-js: throws
comment within | foliate-js | epubcfi(/6/4!/4/2,/1:4,/1:11) | epub.js: throws, epub-ts: throws, foliate-js: "lamp is"
comment within | prose-reader | epubcfi(/6/4!/4/2/3,:0,:7) | epub.js: "lamp is", epub-ts: "lamp is", foliate-js: throws
TXT
echo 'paragraph | written by | the place | what others find'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
