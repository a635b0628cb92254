#!/usr/bin/env bash
# Typst names the collection of a part twice, gives a volume a part that nobody wrote, and takes "and others" for a person.
#
# Tool:    Typst 0.14.2 (npm: @myriaddreamin/typst-ts-node-compiler 0.7.0), reading BibLaTeX, its own styles.
# Guess:   what BibLaTeX's manual defines comes out as from Biber: `booktitle`, or the title of what a `crossref` names, as the
#          collection, `maintitle` and `volume` as "vol. 2 of Works", `and others` as "et al."
# Seen:    an @incollection stands "In Collected Boats, edited by E. Eds, Collected Boats", by `crossref` and by `booktitle` alike;
#          the volume is "Vol. 2, pt. 2. Works" (in APA "Volume Two: 2"); "and others" is "Roe and others", in APA "Roe & others".
# Matters: collected works are what study groups cite most; readers look for a part that there is not.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund @myriaddreamin/typst-ts-node-compiler@0.7.0 \
  >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >works.bib <<'BIB'
@book{volume, author = {Poe, P.}, title = {Volume Two}, maintitle = {Works}, volume = {2}, date = {1902}, publisher = {Press}}
@collection{boats, editor = {Eds, E.}, title = {Collected Boats}, date = {1990}, publisher = {Press}}
@incollection{referring, author = {Doe, Jane}, title = {A Part}, crossref = {boats}}
@incollection{whole, author = {Doe, Jane}, title = {A Part}, booktitle = {Collected Boats}, editor = {Eds, E.}, date = {1990}, publisher = {Press}}
@book{others, author = {Roe, R. and others}, title = {Oars}, date = {1901}, publisher = {Press}}
BIB
cat >probe.cjs <<'JS'
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');

for (const style of ['chicago-author-date', 'apa'])
  for (const key of ['volume', 'referring', 'whole', 'others']) {
    const compiler = NodeCompiler.create({ workspace: process.cwd() });
    const text = `#cite(<${key}>)\n\n#bibliography("works.bib", style: "${style}", title: none)`;
    const { result } = compiler.tryHtml({ mainFileContent: text });
    const words = result.body().replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').replace(/ (?=[.,:)])/g, '').replace('&amp;', '&');
    console.log(`${style} | ${key} | ${words.trim()}`);
  }
JS
node probe.cjs >seen.txt

cat >expected.txt <<'TXT'
chicago-author-date | volume | ( Poe 1902) Poe, P. 1902. Volume Two. Vol. 2, pt. 2. Works. Press.
chicago-author-date | referring | ( Doe 1990) Doe, Jane. 1990. “A Part.” In Collected Boats, edited by E. Eds, Collected Boats. Press.
chicago-author-date | whole | ( Doe 1990) Doe, Jane. 1990. “A Part.” In Collected Boats, edited by E. Eds, Collected Boats. Press.
chicago-author-date | others | ( Roe and others 1901) Roe, R., and others. 1901. Oars. Press.
apa | volume | ( Poe, 1902) Poe, P. (1902). Volume Two: 2 (Vol. 2). Press.
apa | referring | ( Doe, 1990) Doe, J. (1990). A Part. In E. Eds (Ed.), Collected Boats: Collected Boats. Press.
apa | whole | ( Doe, 1990) Doe, J. (1990). A Part. In E. Eds (Ed.), Collected Boats: Collected Boats. Press.
apa | others | ( Roe & others, 1901) Roe, R., &amp; others. (1901). Oars. Press.
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
