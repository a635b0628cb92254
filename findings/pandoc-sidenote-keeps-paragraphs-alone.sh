#!/usr/bin/env bash
# pandoc-sidenote leaves out of a note what is no paragraph: the quotation, the list, the table, the code. The note then ends with a colon.
#
# Tool:    pandoc-sidenote 0.22.1.0-2+b4 (Debian 12), the filter for notes in the margin, with Debian's pandoc 2.17.1.1 (both must be of
#          one Debian 12).
# Guess:   what Pandoc itself prints in the note is printed in the margin; in doubt was the look of a list there.
# Seen:    paragraphs and lines of verse are kept. A quotation, a list, a table or code in a note is gone, without a warning; the filter
#          ends well. Marks, numbers and notes in headings and tables are right.
# Matters: a note that gives the German words of a quoted passage as a block quotation says "The German has:" and nothing more.
set -euo pipefail
[[ $(pandoc --version) == 'pandoc 2.17.1.1'* ]] || { echo 'needs pandoc 2.17.1.1 (Debian 12)'; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -q pandoc-sidenote=0.22.1.0-2+b4 >apt.log 2>&1 || { cat apt.log; exit 2; }
dpkg -x pandoc-sidenote_*.deb tools

words() { tr '\n' ' ' | sed 's/<[^>]*>/ /g; s/  */ /g; s/^ //; s/ $//'; }
try() { # NAME BLOCK
  printf 'A lamp.[^a]\n\n[^a]: The German has:\n\n%s\n' "$(printf '%b' "$2" | sed 's/^/    /')" >note.md
  echo "$1 | by Pandoc: $(pandoc --to html note.md | words)"
  echo "$1 | in the margin: $(pandoc --to html --filter tools/usr/bin/pandoc-sidenote note.md | words)"
}
{
  try 'a paragraph' 'Eine Lampe.'
  try 'verse' '| Eine Lampe\n| brennt.'
  try 'a quotation' '> Eine Lampe.'
  try 'a list' '- Eine Lampe.'
  try 'a table' '| Lampe |\n|-------|\n| eine  |'
  try 'code' '    Eine Lampe.'
} >seen.txt

cat >expected.txt <<'TXT'
a paragraph | by Pandoc: A lamp. 1 The German has: Eine Lampe. ↩︎
a paragraph | in the margin: A lamp. The German has: Eine Lampe.
verse | by Pandoc: A lamp. 1 The German has: Eine Lampe brennt. ↩︎
verse | in the margin: A lamp. The German has: Eine Lampe brennt.
a quotation | by Pandoc: A lamp. 1 The German has: Eine Lampe. ↩︎
a quotation | in the margin: A lamp. The German has:
a list | by Pandoc: A lamp. 1 The German has: Eine Lampe. ↩︎
a list | in the margin: A lamp. The German has:
a table | by Pandoc: A lamp. 1 The German has: Lampe eine ↩︎
a table | in the margin: A lamp. The German has:
code | by Pandoc: A lamp. 1 The German has: Eine Lampe. ↩︎
code | in the margin: A lamp. The German has:
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
