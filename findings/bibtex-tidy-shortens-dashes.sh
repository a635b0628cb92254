#!/usr/bin/env bash
# bibtex-tidy makes an en dash of every em dash, and leaves en dashes as they are.
#
# Tool:    bibtex-tidy 1.14.0 with its own settings, the usual formatter of BibTeX and BibLaTeX files in editors and hooks.
# Guess:   it lays the file out anew and leaves what titles say; where it writes characters as LaTeX, an em dash becomes "---"
#          and an en dash "--", as they are written there.
# Seen:    "Boats — a history" becomes "Boats -- a history", which LaTeX, Biber, Pandoc and Zotero print with an en dash. An en
#          dash stays one character. A group that runs it on every commit has both signs as one after the first.
# Matters: a title in the list of works, and a quotation in a note field, no longer has the sign that the work has.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund bibtex-tidy@1.14.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { tidy } from 'bibtex-tidy';

for (const title of ['Boats — a history', 'Boats—a history', 'Boats – a history', 'Boats --- a history', '1848–1850']) {
  const { bibtex } = tidy(`@book{doe, title = {${title}}}`);
  console.log(`${title} | ${/\{(.+)\}\n/.exec(bibtex)[1]}`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
Boats — a history | Boats -- a history
Boats—a history | Boats--a history
Boats – a history | Boats – a history
Boats --- a history | Boats --- a history
1848–1850 | 1848–1850
TXT
echo 'title | written by bibtex-tidy 1.14.0'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
