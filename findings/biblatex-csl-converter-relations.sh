#!/usr/bin/env bash
# biblatex-csl-converter loses which work a work translates, and the keys of the works.
#
# Tool:    biblatex-csl-converter 3.6.0 (Fidus Writer's BibLaTeX reader and writer), options processUnknown and processUnexpected.
# Guess:   with `processUnknown` every field survives BibLaTeX to BibLaTeX, and CSL has the entry's key as its id.
# Seen:    `related`, `relatedtype` and `ids` are named as unknown and are gone from the BibLaTeX that is written; in CSL
#          the entries are numbered "1", "2" …, so that `[@doe1990]` finds nothing. Only `useEntryKeys` keeps the keys.
# Matters: a translation that has gone through it no longer says what it translates; a paper's citations break.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund biblatex-csl-converter@3.6.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { BibLatexExporter, BibLatexParser, CSLExporter } from 'biblatex-csl-converter';
const written = `@book{doe1990, title = {Lamps}, author = {Doe, Jane}, date = {1990}, related = {doe1921}, relatedtype = {translationof}}
@book{doe1921, title = {Lampen}, author = {Doe, Jane}, date = {1921}, ids = {lampen}}`;
const { entries, errors, warnings } = new BibLatexParser(written, { processUnknown: true, processUnexpected: true }).parse();
console.log(`errors: ${errors.length}; warnings: ${warnings.map(({ type, field_name }) => `${type} ${field_name}`).join(', ')}`);
const again = new BibLatexExporter(entries, false, {}).parse();
for (const field of ['date', 'related', 'relatedtype', 'ids'])
  console.log(`${field} written again: ${new RegExp(`^\\s*${field} = `, 'm').test(again) ? 'yes' : 'no'}`);
console.log(`ids in CSL: ${Object.values(new CSLExporter(entries).parse()).map(({ id }) => id).join(', ')}`);
const keyed = new CSLExporter(entries, undefined, { useEntryKeys: true }).parse();
console.log(`ids with useEntryKeys: ${Object.values(keyed).map(({ id }) => id).join(', ')}`);
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
errors: 0; warnings: unknown_field related, unknown_field relatedtype, unknown_field ids
date written again: yes
related written again: no
relatedtype written again: no
ids written again: no
ids in CSL: 1, 2
ids with useEntryKeys: doe1990, doe1921
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
