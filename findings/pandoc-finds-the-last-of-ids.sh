#!/usr/bin/env bash
# Pandoc knows BibLaTeX's further names of an entry (ids), but of a list with commas it finds only the last.
#
# Tool:    pandoc 3.10 (npm pandoc-wasm 1.1.0), --citeproc with a BibLaTeX bibliography.
# Guess:   ids = {old, older} gives the entry two further names, as biber reads it (the field is a list with commas), so that a
#          paper that cites either is printed with author and year.
# Seen:    The field is cut at white space: the first name is "old,", comma included, and @old is printed as (old?); @older is
#          found. Without a space after the comma neither is. Names with spaces between them are all found.
# Matters: a group that renames its keys and keeps the old ones in ids, as BibLaTeX's manual advises, loses all but one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pandoc-wasm@1.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { convert } from 'pandoc-wasm';

const paper = '[@mill], [@old], [@older].';
for (const ids of ['old, older', 'old,older', 'old older']) {
  const entry = `@book{mill, ids = {${ids}}, title = {On Mills}, author = {Roe, T.}, year = {1975}}`;
  const options = { from: 'markdown', to: 'plain', citeproc: true, bibliography: ['works.bib'] };
  const { stdout } = await convert(options, paper, { 'works.bib': entry });
  console.log(`{${ids}}: ${stdout.split('\n')[0]}`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
{old, older}: (Roe 1975), (old?), (Roe 1975).
{old,older}: (Roe 1975), (old?), (older?).
{old older}: (Roe 1975), (Roe 1975), (Roe 1975).
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
