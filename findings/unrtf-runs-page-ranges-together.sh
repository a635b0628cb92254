#!/usr/bin/env bash
# unrtf makes "p. 12–15" of a file of Word "p. 1215", and of Pandoc's file “so” an empty pair of quotation marks.
#
# Tool:    unrtf 0.21.10-clean-1 (Debian 12), which file managers, search engines and textract call for RTF; outputs --text, --latex, --html.
# Guess:   curly quotes and dashes are kept, or become plain ones, in all outputs and in each of the forms that the format allows for
#          them: with a stand-in of the code page (Word, LibreOffice) or of plain letters (Pandoc). Notes come at their place or the end.
# Seen:    with Word's and LibreOffice's stand-ins text and LaTeX have neither marks nor dashes, so that page ranges run together; HTML
#          is right. With plain stand-ins text is right, and HTML drops the letters after each mark and dash up to the next blank. The
#          words of a note of Word's stand within the sentence with nothing around them, Pandoc's notes ({\*\footnote) are left out.
# Matters: page 1215 is cited, quoted words are searched for in vain, and a note's words are read as the author's sentence.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -q unrtf=0.21.10-clean-1 >apt.log 2>&1 || { cat apt.log; exit 2; }
dpkg -x unrtf_*.deb tools

write() { # NAME BODY
  printf '{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times;}}\n\\pard %s\\par\n}\n' "$2" >"$1.rtf"
}
write word "They say \\u8220\\'93so\\u8221\\'94, p. 12\\u8211\\'9615{\\super\\chftn{\\footnote\\pard\\plain{\\super\\chftn} Of oil.}} end."
write libreoffice "They say {\\uc1\\u8220\\'93so\\u8221\\'94, p. 12\\u8211\\'9615}{\\super\\chftn{\\footnote {\\super\\chftn} Of oil.}} end."
# shellcheck disable=SC1003
write pandoc '{They say \u8220"so\u8221", p. 12\u8211-15{\super\chftn}{\*\footnote\chftn\~\plain\pard {\pard \ql Of oil.\par}
} end.}'
for file in word libreoffice pandoc; do
  for output in text latex html; do
    echo "$file, $output | $(tools/usr/bin/unrtf -P tools/usr/share/unrtf "--$output" "$file.rtf" 2>>errors.log | grep 'They' | sed 's/<[^>]*>//g')"
  done
done >seen.txt

cat >expected.txt <<'TXT'
word, text | They say so, p. 1215 Of oil. end.
word, latex | They say so, p. 1215$^{}$$^{}$ Of oil.$^{}$ end.\par
word, html | They say &ldquo;so&rdquo;, p. 12&ndash;15 Of oil. end.
libreoffice, text | They say so, p. 1215 Of oil. end.
libreoffice, latex | They say so, p. 1215$^{}$$^{}$$^{ Of oil.}$$^{}$ end.\par
libreoffice, html | They say &ldquo;so&rdquo;, p. 12&ndash;15 Of oil. end.
pandoc, text | They say "so", p. 12-15 end.
pandoc, latex | They say "so", p. 12-15$^{}$ end.\par
pandoc, html | They say &ldquo;&rdquo; p. 12&ndash; end.
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
