#!/usr/bin/env bash
# A paper that po4a translates word for word loses notes, tables, line ends and paragraphs of its abstract, and may gain a list.
#
# Tool:    po4a 0.69-1 (Debian; translations of Markdown by way of PO files), `-o markdown`, every text translated by itself; Pandoc 3.10
#          (npm pandoc-wasm 1.1.0) reads the paper before and after. dpkg and apt-get fetch and unpack po4a, nothing is installed.
# Guess:   a reader sees the same words before and after; in doubt were definition lists, verse in line blocks and second paragraphs
#          of notes. Wrapping at 76 columns begins no line with what would begin a list there. `-o neverwrap` cures the rest.
# Seen:    those three are right. But of two notes one below the other, as most people write them, the second is text of the first and
#          its mark stays "[^b]"; a table with bars is one line unless its columns are aligned with blanks; a backslash at the end of a line becomes a blank that does not
#          break; an abstract of two paragraphs in the metadata is one. "1." at a line's beginning begins a list where Markdown is
#          GitHub's. With neverwrap all is right but the abstract.
# Matters: who keeps a paper in two languages has another paper in the second one, though every text was translated right; the
#          translator sees "| a | b | |---|---|" and does not know that it should be a table.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pandoc-wasm@1.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }
apt-get download -q po4a=0.69-1 libyaml-tiny-perl libsyntax-keyword-try-perl libxs-parse-keyword-perl libpod-parser-perl \
  libunicode-linebreak-perl libterm-readkey-perl gettext libunistring2 libxml2 libgomp1 >apt.log 2>&1 || { cat apt.log; exit 2; }
for package in *.deb; do dpkg -x "$package" tools; done
PERL5LIB=$folder/tools/usr/share/perl5:$(echo "$folder"/tools/usr/lib/*/perl5/*)
LD_LIBRARY_PATH=$(dirname "$(find "$folder/tools" -name 'libunistring.so*' | head -1)")
export PERL5LIB LD_LIBRARY_PATH PATH="$folder/tools/usr/bin:$PATH"

printf 'A lamp[^a], a boat[^b].\n\n[^a]: Of oil.\n[^b]: Of wood.\n' >notes.md
printf 'A lamp[^a].\n\n[^a]: Of oil.\n\n    More of it.\n' >long-note.md
printf '| mill | lamps |\n|---|---|\n| old | 2 |\n' >table.md
printf '| mill | lamps |\n|------|-------|\n| old  | 2     |\n' >aligned.md
printf 'A boat floats,\\\nas they say.\n' >line-end.md
printf -- '---\nabstract: |\n  Of boats.\n\n  Of lamps.\n---\n\n# Text\n' >abstract.md
printf '| A verse\n|    of two lines\n\nBoat\n\n:   It floats,\n    mostly.\n' >verse.md
printf 'The word that the author has for boats in each of these letters is on page 1. There it stands.\n' >wrapped.md

cat >read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { convert } from 'pandoc-wasm';

const [, , file, from] = process.argv;
const text = readFileSync(file, 'utf8');
const { stdout } = await convert({ from, to: 'html', wrap: 'none' }, text, {});
const template = await convert({ from, to: 'html', wrap: 'none', standalone: true, template: 'abstract.html' }, text, { 'abstract.html': '$abstract$' });
const shown = file.startsWith('abstract') ? template.stdout : stdout;
console.log(shown.replaceAll('\u00a0', '␣').replace(/ (id|class|role|href|style)="[^"]*"|<\/?(section|hr|div|col|colgroup|thead|tbody|a)[^>]*>|↩︎/g, '').replace(/\s+/g, ' ').trim());
JS
{
  for options in '' '-o neverwrap'; do
    for paper in notes long-note table aligned line-end abstract verse wrapped; do
      cp $paper.md paper.txt
      printf '[po4a_langs] fr\n[po4a_paths] all.pot $lang:$lang.po\n[type: text] paper.txt $lang:out.txt opt:"-o markdown %s -k 0 -M UTF-8 -L UTF-8"\n' "$options" >po4a.cfg
      rm -f all.pot fr.po out.txt
      po4a po4a.cfg >po4a.log 2>&1
      msgen all.pot -o fr.po
      po4a po4a.cfg >po4a.log 2>&1
      from=markdown
      [ $paper != wrapped ] || from=gfm
      cp out.txt $paper-again.md
      before=$(node read.mjs $paper.md $from)
      after=$(node read.mjs $paper-again.md $from)
      if [ "$before" = "$after" ]; then after='the same'; fi
      echo "$paper $options | ${before} | $after"
    done
  done
} >seen.txt

cat >expected.txt <<'TXT'
notes  | <p>A lamp<sup>1</sup>, a boat<sup>2</sup>.</p> <ol> <li><p>Of oil.</p></li> <li><p>Of wood.</p></li> </ol> | <p>A lamp<sup>1</sup>, a boat[^b].</p> <ol> <li><p>Of oil. [^b]: Of wood.</p></li> </ol>
long-note  | <p>A lamp<sup>1</sup>.</p> <ol> <li><p>Of oil.</p> <p>More of it.</p></li> </ol> | the same
table  | <table> <tr> <th>mill</th> <th>lamps</th> </tr> <tr> <td>old</td> <td>2</td> </tr> </table> | mill | lamps | |—|—| | old | 2 |
aligned  | <table> <tr> <th>mill</th> <th>lamps</th> </tr> <tr> <td>old</td> <td>2</td> </tr> </table> | the same
line-end  | <p>A boat floats,<br /> as they say.</p> | <p>A boat floats,␣as they say.</p>
abstract  | <p>Of boats.</p> <p>Of lamps.</p> | <p>Of boats. Of lamps.</p>
verse  | A verse<br /> ␣␣␣of two lines <dl> <dt>Boat</dt> <dd> <p>It floats, mostly.</p> </dd> </dl> | the same
wrapped  | <p>The word that the author has for boats in each of these letters is on page 1. There it stands.</p> | <p>The word that the author has for boats in each of these letters is on page</p> <ol type="1"> <li>There it stands.</li> </ol>
notes -o neverwrap | <p>A lamp<sup>1</sup>, a boat<sup>2</sup>.</p> <ol> <li><p>Of oil.</p></li> <li><p>Of wood.</p></li> </ol> | the same
long-note -o neverwrap | <p>A lamp<sup>1</sup>.</p> <ol> <li><p>Of oil.</p> <p>More of it.</p></li> </ol> | the same
table -o neverwrap | <table> <tr> <th>mill</th> <th>lamps</th> </tr> <tr> <td>old</td> <td>2</td> </tr> </table> | the same
aligned -o neverwrap | <table> <tr> <th>mill</th> <th>lamps</th> </tr> <tr> <td>old</td> <td>2</td> </tr> </table> | the same
line-end -o neverwrap | <p>A boat floats,<br /> as they say.</p> | the same
abstract -o neverwrap | <p>Of boats.</p> <p>Of lamps.</p> | <p>Of boats. Of lamps.</p>
verse -o neverwrap | A verse<br /> ␣␣␣of two lines <dl> <dt>Boat</dt> <dd> <p>It floats, mostly.</p> </dd> </dl> | the same
wrapped -o neverwrap | <p>The word that the author has for boats in each of these letters is on page 1. There it stands.</p> | the same
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
