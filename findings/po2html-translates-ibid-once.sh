#!/usr/bin/env bash
# Of equal sentences, which html2po hands out one by one with a context each, po2html prints the first one's translation in all places.
#
# Tool:    translate-toolkit 3.8.4-1 (Debian 12; also behind Weblate and Pootle), html2po with po2html and txt2po with po2txt.
# Guess:   html2po tells equal sentences apart (msgctxt with the line and column of each), so that each place gets what the translator
#          wrote for it, and an untranslated one stays as it is in its own place.
# Seen:    contexts are written and not read: every place gets the translation of the first. Where the first is left or marked as doubtful
#          (fuzzy), po2html translates none of them, though their translations are in the file; po2txt takes the second's for all.
# Matters: in an interview "So." and "Yes." are answers to different questions ("Si." and "Oui."), in a list of notes "Ibid." is "Ebenda."
#          and "Ebenda," by place; and a paper that is wholly translated in the file is printed half in the first language.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -q translate-toolkit=3.8.4-1 python3-translate=3.8.4-1 >apt.log 2>&1 || { cat apt.log; exit 2; }
for package in *.deb; do dpkg -x "$package" tools; done
export PYTHONPATH=$folder/tools/usr/lib/python3/dist-packages
run() { /usr/bin/python3 "tools/usr/bin/$1" --progress=none "${@:2}"; }

printf '<p>Is it paid?</p>\n<p>Yes.</p>\n<p>Is it not paid?</p>\n<p>Yes.</p>\n' >page.html
printf 'Is it paid?\n\nYes.\n\nIs it not paid?\n\nYes.\n' >page.txt
run html2po page.html html.po
run txt2po page.txt txt.po
translated() { # FORMAT FIRST SECOND [fuzzy]
  awk -v first="$2" -v second="$3" -v doubt="${4:-}" '
    /^msgctxt/ { if (doubt != "" && !seen) print "#, fuzzy"; seen = 1 }
    /^msgid/ { id = $0 }
    /^msgstr ""/ {
      if (id ~ /"Is it paid/) $0 = "msgstr \"Est-ce payé ?\""
      if (id ~ /"Is it not/) $0 = "msgstr \"N’est-ce pas payé ?\""
      if (id ~ /"Yes/) $0 = "msgstr \"" (count++ ? second : first) "\""
    }
    { print }' "$1.po" >"$1-done.po"
  run "po2$1" --nofuzzy -t "page.$1" "$1-done.po" "done.$1"
  sed 's/<[^>]*>//g' "done.$1" | paste -sd' ' | tr -s ' '
}
{
  echo "contexts in html.po: $(grep -c '^msgctxt' html.po), in txt.po: $(grep -c '^msgctxt' txt.po)"
  for format in html txt; do
    echo "$format, both translated    | $(translated $format Oui. Si.)"
    echo "$format, the first is left  | $(translated $format '' Si.)"
    echo "$format, the first is fuzzy | $(translated $format Oui. Si. fuzzy)"
  done
} >seen.txt

cat >expected.txt <<'TXT'
contexts in html.po: 2, in txt.po: 2
html, both translated    | Est-ce payé ? Oui. N’est-ce pas payé ? Oui.
html, the first is left  | Est-ce payé ? Yes. N’est-ce pas payé ? Yes.
html, the first is fuzzy | Est-ce payé ? Yes. N’est-ce pas payé ? Yes.
txt, both translated    | Est-ce payé ? Oui. N’est-ce pas payé ? Oui.
txt, the first is left  | Est-ce payé ? Si. N’est-ce pas payé ? Si.
txt, the first is fuzzy | Est-ce payé ? Si. N’est-ce pas payé ? Si.
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
