#!/usr/bin/env bash
# Put together by pdfunite, a second paper's notes and cross-references lead into the first paper; by qpdf its cross-references do.
#
# Tool:    pdfunite of poppler-utils 22.12 (Debian 12; it must be on the PATH in that version) and qpdf 11.3.0 (Debian 12); the papers are
#          set by Typst 0.14 (npm @myriaddreamin/typst-ts-node-compiler 0.7.0), pdf.js 5.6.205 follows their links.
# Guess:   each paper's links lead to its own pages. Page labels are lost by pdfunite and kept by qpdf, contents are kept or lost whole.
# Seen:    Typst, as LaTeX, names the places of headings ("intro") and gives notes a place without a name. After pdfunite all links of the
#          second paper, also from its notes' marks to their words, lead to pages of the first. After qpdf notes are right; of names
#          the first paper's hold for both, and with --empty, its own advice for equal papers, there are none and no such link
#          leads anywhere. No program says so, and the papers look well.
# Matters: who follows "see § 2" in the second paper of a volume reads the first paper's § 2.
set -euo pipefail
[[ $(pdfunite -v 2>&1) == *'version 22.12'* ]] || { echo 'needs pdfunite 22.12 (Debian 12: poppler-utils)'; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund @myriaddreamin/typst-ts-node-compiler@0.7.0 pdfjs-dist@5.6.205 \
  >>npm.log 2>&1 || { cat npm.log; exit 2; }
apt-get download -q qpdf=11.3.0-1+deb12u1 libqpdf29=11.3.0-1+deb12u1 >apt.log 2>&1 || { cat apt.log; exit 2; }
for package in *.deb; do dpkg -x "$package" tools; done
qpdf() { LD_LIBRARY_PATH=$(dirname "$(find tools -name 'libqpdf.so*' | head -1)") tools/usr/bin/qpdf "$@"; }

cat >write.mjs <<'JS'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { writeFileSync } from 'node:fs';

const compiler = NodeCompiler.create();
for (const [file, subject] of [['one.pdf', 'lamp'], ['two.pdf', 'boat']]) {
  const mainFileContent = `#set page(width: 120mm, height: 100mm)
#set heading(numbering: "1.")
= First <intro>
See @end.
#pagebreak()
= Second <end>
A ${subject}#footnote[Of it.], as in @intro.`;
  writeFileSync(file, compiler.pdf({ mainFileContent }));
}
JS
cat >follow.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

for (const file of process.argv.slice(2)) {
  const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  const links = [];
  for (let number = 1; number <= document.numPages; number++) {
    for (const { subtype, dest } of await (await document.getPage(number)).getAnnotations()) {
      if (subtype !== 'Link') continue;
      const place = typeof dest === 'string' ? await document.getDestination(dest) : dest;
      links.push(`${typeof dest === 'string' ? dest : 'note'} on ${number}: ${place ? (await document.getPageIndex(place[0])) + 1 : 'nowhere'}`);
    }
  }
  console.log(`${file} | ${document.numPages} pages | ${links.join(', ')}`);
}
JS
node write.mjs
pdfunite one.pdf two.pdf pdfunite.pdf
qpdf one.pdf --pages . two.pdf -- qpdf.pdf
qpdf --empty --pages one.pdf two.pdf -- qpdf-empty.pdf
node follow.mjs one.pdf two.pdf pdfunite.pdf qpdf.pdf qpdf-empty.pdf >seen.txt

cat >expected.txt <<'TXT'
one.pdf | 2 pages | end on 1: 2, note on 2: 2, intro on 2: 1, note on 2: 2
two.pdf | 2 pages | end on 1: 2, note on 2: 2, intro on 2: 1, note on 2: 2
pdfunite.pdf | 4 pages | end on 1: 2, note on 2: 2, intro on 2: 1, note on 2: 2, end on 3: 2, note on 4: 2, intro on 4: 1, note on 4: 2
qpdf.pdf | 4 pages | end on 1: 2, note on 2: 2, intro on 2: 1, note on 2: 2, end on 3: 2, note on 4: 4, intro on 4: 1, note on 4: 4
qpdf-empty.pdf | 4 pages | end on 1: nowhere, note on 2: 2, intro on 2: nowhere, note on 2: 2, end on 3: nowhere, note on 4: 4, intro on 4: nowhere, note on 4: 4
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
