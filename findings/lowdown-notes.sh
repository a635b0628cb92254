#!/usr/bin/env bash
# lowdown leaves the second mark of a note as typed, numbers notes of tables twice in Gemini, and its diff does not say which notes are new.
#
# Tool:    lowdown and lowdown-diff 1.0.0-2 (Debian; a Markdown translator with diffs and output for LaTeX, Gemini and terminals), and
#          discount 2.2.7-2 (Debian) beside them. dpkg and apt-get fetch and unpack the packages, nothing is installed.
# Guess:   two marks with one label lead to one note, as in Pandoc and on GitHub: the manual names no limit. All outputs have the
#          same numbers. Of a diff, what is not inserted is the old paper and what is not deleted the new one, notes included.
# Seen:    the second "[^a]" is printed as typed, by lowdown and discount alike. In Gemini the only note of a paper, called in a
#          cell, is [2] at its mark and stands twice, under [1] and [2]. In the diff only the marks in the text are struck out
#          or new: the list holds the notes of both papers, withdrawn, changed and new, without telling them apart.
#          A list that begins with 5 begins with 1 in LaTeX.
# Matters: whoever reviews changed notes with the diff takes the withdrawn ones for those that are printed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -q lowdown=1.0.0-2 liblowdown1=1.0.0-2 discount=2.2.7-2 libmarkdown2=2.2.7-2 >apt.log 2>&1 || { cat apt.log; exit 2; }
for package in *.deb; do dpkg -x "$package" tools; done
LD_LIBRARY_PATH=$(dirname "$(find "$folder/tools" -name 'liblowdown.so*' | head -1)")
export LD_LIBRARY_PATH
export PATH="$folder/tools/usr/bin:$PATH"

printf 'The lamp[^a] is full[^b], very full[^a].\n\n[^a]: Of oil.\n\n[^b]: To the brim.\n' >twice.md
printf '| mill | lamps |\n|------|-------|\n| old[^c] | 2 |\n\n[^c]: Since May.\n' >cell.md
printf '5. five\n6. six\n' >list.md
printf 'The lamp[^a] is full, a boat floats[^b].\n\n[^a]: Of oil.\n\n[^b]: Mostly.\n' >old.md
printf 'The lamp[^a] is full, a boat floats.\n\n[^a]: Of wax.\n' >new.md

flat() { tr -s '\n' ' ' | sed -E 's/<(hr|\/?(div|p|a))( [^>]*)?\/?>|<\/?ol>//g; s/ (id|class)="[^"]*"//g; s/&#160;&#8617;|&#8617;//g; s/ +/ /g; s/^ | $//g'; echo; }
{
  for tool in 'lowdown -Thtml' 'lowdown -Tlatex' 'lowdown -Tgemini' 'markdown -f footnote'; do
    echo "two marks, $tool | $($tool twice.md | flat)"
  done
  for to in html latex gemini; do echo "cell, $to | $(lowdown -T$to cell.md | flat)"; done
  for to in html latex gemini; do echo "list, $to | $(lowdown -T$to list.md | flat)"; done
  echo "diff | $(lowdown-diff -Thtml old.md new.md | flat)"
} >seen.txt

cat >expected.txt <<'TXT'
two marks, lowdown -Thtml | The lamp<sup>1</sup> is full<sup>2</sup>, very full[^a]. <li> Of oil. </li> <li> To the brim. </li>
two marks, lowdown -Tlatex | The lamp\footnote[1]{ Of oil. } is full\footnote[2]{ To the brim. } , very full[\textasciicircum{}a].
two marks, lowdown -Tgemini | The lamp[1] is full[2], very full[^a]. ~~~~~~~~ [1] Of oil. [2] To the brim.
two marks, markdown -f footnote | The lamp<sup>1</sup> is full<sup>2</sup>, very full[^a]. <li> Of oil.</li> <li> To the brim.</li>
cell, html | <table> <thead> <tr> <th>mill</th> <th>lamps</th> </tr> </thead> <tbody> <tr> <td>old<sup>1</sup></td> <td>2</td> </tr> </tbody> </table> <li> Since May. </li>
cell, latex | \begin{longtable}[]{ll} mill & lamps \\ old\footnote[1]{ Since May. } & 2 \\ \end{longtable}
cell, gemini | ``` mill | lamps -------|------- old[2] | 2 ``` ~~~~~~~~ [1] Since May. [2] Since May.
list, html | <ol start="5"> <li>five</li> <li>six</li>
list, latex | \begin{enumerate} \itemsep -0.2em \item five \item six \end{enumerate}
list, gemini | 5. five 6. six
diff | The lamp<del><sup>1</sup></del><ins><sup>2</sup></ins> is full, a boat <ins>floats.</ins><del>floats</del><del><sup>3</sup></del><del>.</del> <li> Of oil. </li> <li> Of wax. </li> <li> Mostly. </li>
TXT
echo 'paper, output | printed'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
