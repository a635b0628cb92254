#!/usr/bin/env bash
# In pages that pdf-lib copies, the marks of notes lead to a second, unseen copy of their page, and pages that are left out come along.
#
# Tool:    pdf-lib 1.17.1 and its maintained fork @cantoo/pdf-lib 2.11.1; the PDF is by Typst 0.14 (npm: typst-ts-node-compiler 0.7.0),
#          which links marks to notes and back; MuPDF (npm mupdf 1.28.1) says where links lead.
# Guess:   links between copied pages lead to the copied pages; those to pages left out lead nowhere, and nothing of such pages is
#          in the file.
# Seen:    each page that a link by place leads to, as all marks of notes are, is in the file twice: once as a page, once unseen, and
#          the links lead to the unseen one, for MuPDF to page 1. So it is even if all pages are copied in one call. Links by name
#          (to a heading with a label) lead nowhere. A page of contents copied alone brings along the page that it leads to. A page
#          that pdf-lib's removePage takes away stays in the file (the fork leaves it out), and links to it lead to page 1.
# Matters: of a reader that a group puts together from excerpts no note can be clicked; and who hands out one page of a text that is
#          not theirs to share hands out more of it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pdf-lib@1.17.1 @cantoo/pdf-lib@2.11.1 mupdf@1.28.1 \
  @myriaddreamin/typst-ts-node-compiler@0.7.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { createRequire } from 'node:module';
import * as mupdf from 'mupdf';

const { NodeCompiler } = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler');
const paper = `#set page(width: 12cm, height: 8cm)
#outline()
#pagebreak()
= On boats
A boat#footnote[Of wood.] floats, as @lamps says.
#pagebreak()
= On lamps <lamps>
A lamp#footnote[Of oil.] burns.`.replace('@lamps', '#link(<lamps>)[the next page]');
const source = NodeCompiler.create({ workspace: process.cwd() }).pdf({ mainFileContent: paper });

for (const library of ['pdf-lib', '@cantoo/pdf-lib']) {
  const { PDFDict, PDFDocument, PDFName } = await import(library);
  const open = (bytes) => PDFDocument.load(bytes, { updateMetadata: false });
  const isPage = ([, object]) => object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Page');
  const show = async (name, document) => {
    const bytes = await document.save();
    const inFile = (await open(bytes)).context.enumerateIndirectObjects().filter(isPage).length;
    const pdf = mupdf.Document.openDocument(bytes, 'application/pdf');
    const pages = [...Array(pdf.countPages()).keys()].map((number) => pdf.loadPage(number));
    const links = pages.map((page, number) => `${number + 1} to ${page.getLinks().map((link) => pdf.resolveLink(link) + 1 || 'nowhere').join(', ')}`);
    console.log(`${name} | ${pages.length} pages, ${inFile} in the file | links of ${links.join('; of ')}`);
  };
  const copied = async (numbers) => {
    const target = await PDFDocument.create();
    for (const page of await target.copyPages(await open(source), numbers.map((number) => number - 1))) target.addPage(page);
    return target;
  };
  console.log(library);
  await show('  as Typst wrote it', await open(source));
  await show('  all pages copied', await copied([1, 2, 3]));
  await show('  pages 2 and 3', await copied([2, 3]));
  await show('  page 1', await copied([1]));
  const rest = await open(source);
  rest.removePage(2);
  await show('  page 3 removed', rest);
}
JS
node probe.mjs >seen.txt 2>mupdf.log

cat >expected.txt <<'TXT'
pdf-lib
  as Typst wrote it | 3 pages, 3 in the file | links of 1 to 2, 3; of 2 to 2, 3, 2; of 3 to 3, 3
  all pages copied | 3 pages, 5 in the file | links of 1 to 1, nowhere; of 2 to 1, nowhere, 1; of 3 to 1, 1
  pages 2 and 3 | 2 pages, 4 in the file | links of 1 to 1, nowhere, 1; of 2 to 1, 1
  page 1 | 1 pages, 2 in the file | links of 1 to 1, nowhere
  page 3 removed | 2 pages, 3 in the file | links of 1 to 2, 1; of 2 to 2, 1, 2
@cantoo/pdf-lib
  as Typst wrote it | 3 pages, 3 in the file | links of 1 to 2, 3; of 2 to 2, 3, 2; of 3 to 3, 3
  all pages copied | 3 pages, 5 in the file | links of 1 to 1, nowhere; of 2 to 1, nowhere, 1; of 3 to 1, 1
  pages 2 and 3 | 2 pages, 4 in the file | links of 1 to 1, nowhere, 1; of 2 to 1, 1
  page 1 | 1 pages, 2 in the file | links of 1 to 1, nowhere
  page 3 removed | 2 pages, 2 in the file | links of 1 to 2, 1; of 2 to 2, 1, 2
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
