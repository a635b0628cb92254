#!/usr/bin/env bash
# bibutils makes a translator an author in Word, a society two people, "and others" a person, and Plato write in our era.
#
# Tool:    bibutils 7.2-2 (Debian; converts bibliographies by way of MODS): biblatex2xml, then xml2bib, xml2ris and xml2wordbib; Pandoc 3.10
#          (npm pandoc-wasm 1.1.0) reads the BibTeX. dpkg and apt-get fetch and unpack bibutils, nothing is installed.
# Guess:   what BibTeX, RIS and Word's sources have a place for is kept: translators, a society in braces, "and others" as what it
#          says, the kinds of works, years. The date of the original and the second year of a range are lost.
# Seen:    the society loses its braces, so that "Society of Mills and Boats" is read as two people, the first of whom is called
#          Society. RIS has no translator, an author called "others", and a computer program where a web page was; Word's sources have
#          the translator among the authors, "Jr." as a middle name and a collection as a conference. 347 BC is the year 346,
#          and "about 1848" is 1848 with a blank. Of these only what is left of the range is named in a message.
# Matters: a translation is cited as its translator's own, in just the program where most people would not look at the file.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pandoc-wasm@1.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }
apt-get download -q bibutils=7.2-2 libbibutils8=7.2-2 >apt.log 2>&1 || { cat apt.log; exit 2; }
for package in *.deb; do dpkg -x "$package" tools; done
LD_LIBRARY_PATH=$(dirname "$(find "$folder/tools" -name 'libbibutils.so*' | head -1)")
export LD_LIBRARY_PATH PATH="$folder/tools/usr/bin:$PATH"

cat >works.bib <<'BIB'
@book{mill, author = {Doe, Jr., Karl}, translator = {Poe, Eve}, title = {Mills}, date = {1998/1999}, publisher = {Press}}
@article{lamps, author = {{Society of Mills and Boats}}, title = {Lamps}, journaltitle = {Review}, date = {1848}}
@book{oars, author = {Roe, Ann and others}, title = {Oars}, date = {1848~}}
@incollection{part, author = {Roe, Ann}, title = {Part}, booktitle = {Whole}, date = {2001}}
@online{page, author = {Roe, Ann}, title = {Page}, date = {2020-05-06}, url = {https://example.org/}}
@book{laws, author = {Plato}, title = {Laws}, date = {-0346}}
BIB
biblatex2xml works.bib >works.xml 2>messages.txt
for to in bib ris wordbib; do "xml2$to" works.xml >again.$to 2>>messages.txt; done

cat >read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { convert } from 'pandoc-wasm';

const nameOf = ({ literal, family, given, suffix, 'dropping-particle': particle }) => literal ?? [given, particle, family, suffix].filter(Boolean).join(' ');
for (const [file, from] of [['works.bib', 'biblatex'], ['again.bib', 'bibtex']]) {
  const { stdout } = await convert({ from, to: 'csljson' }, readFileSync(file, 'utf8'), {});
  for (const { id, author, translator, issued } of JSON.parse(stdout))
    console.log(`  ${id} | ${author.map(nameOf).join(' + ')}${translator ? `, translated by ${translator.map(nameOf)}` : ''} | ${JSON.stringify(issued)}`);
  if (from === 'biblatex') console.log('BibTeX, as Pandoc reads it');
}
JS
{
  echo 'BibLaTeX, as Pandoc reads it'
  node read.mjs
  echo 'RIS'
  sed 's/^\xEF\xBB\xBF//' again.ris | grep -E '^(TY|AU|A[1-4]|ED|PY|TI) ' | tr -d '\r' | sed -E 's/^(.. +- .*)$/  \1|/'
  echo "Word's sources"
  grep -oE '<b:(SourceType|Last|First|Middle|Year|Title|ConferenceName|BookTitle|Translator)>[^<]*' again.wordbib | sed 's/^<b:/  /'
} >seen.txt

cat >expected.txt <<'TXT'
BibLaTeX, as Pandoc reads it
  mill | Karl Doe Jr., translated by Eve Poe | {"date-parts":[[1998],[1999]]}
  lamps | Society of Mills and Boats | {"date-parts":[[1848]]}
  oars | Ann Roe + others | {"circa":true,"date-parts":[[1848]]}
  part | Ann Roe | {"date-parts":[[2001]]}
  page | Ann Roe | {"date-parts":[[2020,5,6]]}
  laws | Plato | {"date-parts":[[-347]]}
BibTeX, as Pandoc reads it
  mill | Karl Doe Jr., translated by Eve Poe | {"date-parts":[[1998]]}
  lamps | Society of Mills + Boats | {"date-parts":[[1848]]}
  oars | Ann Roe + others | {"date-parts":[[1848]]}
  part | Ann Roe | {"date-parts":[[2001]]}
  page | Ann Roe | {"date-parts":[[2020,5,6]]}
  laws | Plato | {"date-parts":[[346]]}
RIS
  TY  - BOOK|
  AU  - Doe Jr., Karl|
  PY  - 1998|
  TI  - Mills|
  TY  - JOUR|
  AU  - Society of Mills and Boats|
  PY  - 1848|
  TI  - Lamps|
  TY  - BOOK|
  AU  - Roe, Ann|
  AU  - others|
  PY  - 1848 |
  TI  - Oars|
  TY  - CHAP|
  AU  - Roe, Ann|
  PY  - 2001|
  TI  - Part|
  TY  - COMP|
  AU  - Roe, Ann|
  PY  - 2020|
  TI  - Page|
  TY  - BOOK|
  AU  - Plato|
  PY  - 0346|
  TI  - Laws|
Word's sources
  SourceType>Book
  Year>1998
  Last>Doe
  First>Karl
  Middle>Jr.
  Last>Poe
  First>Eve
  Title>Mills
  SourceType>ArticleInAPeriodical
  Year>1848
  Last>Society of Mills and Boats
  Title>Lamps
  SourceType>Book
  Year>1848 
  Last>Roe
  First>Ann
  Last>others
  Title>Oars
  SourceType>BookSection
  Year>2001
  ConferenceName>Whole
  Last>Roe
  First>Ann
  Title>Part
  SourceType>Misc
  Year>2020
  Last>Roe
  First>Ann
  Title>Page
  SourceType>Book
  Year>0346
  Last>Plato
  Title>Laws
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
