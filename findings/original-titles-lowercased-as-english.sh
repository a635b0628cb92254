#!/usr/bin/env bash
# The title of the original of a translation is lowercased as if it were English, by Pandoc and by Better BibTeX's reader.
#
# Tool:    Pandoc 3.10 (npm pandoc-wasm 1.1.0) and @retorquere/bibtex-parser 9.0.29 (Better BibTeX for Zotero), from BibLaTeX;
#          @citation-js/plugin-bibtex 0.8.2 beside them.
# Guess:   English titles are set in sentence case, as both say, because CSL wants it. The title of the original is in another
#          language, at the latest where origlanguage says so: it stays as it is written, "Das Märchen der Mühlen".
# Seen:    "Das märchen der mühlen" in both, whatever origlanguage says, unless the translation itself is said to be German. The
#          names of "Nachricht von Rita Roe" go with the nouns. A second pair of braces keeps all as it is in Pandoc, as it would
#          for a title, not in the other. citation-js, which changes no case, leaves all as written.
# Matters: German nouns and names of persons come out wrong wherever a style prints the original, and no style can set them right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pandoc-wasm@1.1.0 @retorquere/bibtex-parser@9.0.29 \
  @citation-js/core@0.8.2 @citation-js/plugin-bibtex@0.8.2 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { createRequire } from 'node:module';
import { parse } from '@retorquere/bibtex-parser';
import { convert } from 'pandoc-wasm';

const require = createRequire(import.meta.url);
const { Cite } = require('@citation-js/core');
require('@citation-js/plugin-bibtex');

const languages = ['', 'origlanguage = {german}, ', 'langid = {english}, origlanguage = {german}, ', 'langid = {german}, '];
const originals = ['Das Märchen der Mühlen', 'Nachricht von Rita Roe', '{Das Märchen der Mühlen}'];
for (const fields of languages)
  for (const original of originals) {
    const work = `@book{doe, ${fields}author = {Doe, Jane}, translator = {Roe, Rita}, title = {The Tale of the Mills}, origtitle = {${original}}, date = {2020}}`;
    const { stdout } = await convert({ from: 'biblatex', to: 'csljson' }, work, {});
    const [ofPandoc] = JSON.parse(stdout);
    const { entries } = await parse(work);
    const [ofCitation] = new Cite(work).data;
    const titles = [ofPandoc['original-title'], entries[0].fields.origtitle, ofCitation['original-title']];
    console.log(`${fields}${original} | ${titles.map((title) => title.replaceAll(/<[^>]+>/g, '')).join(' | ')}`);
  }
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
Das Märchen der Mühlen | Das märchen der mühlen | Das märchen der mühlen | Das Märchen der Mühlen
Nachricht von Rita Roe | Nachricht von rita roe | Nachricht von rita roe | Nachricht von Rita Roe
{Das Märchen der Mühlen} | Das Märchen der Mühlen | Das märchen der mühlen | Das Märchen der Mühlen
origlanguage = {german}, Das Märchen der Mühlen | Das märchen der mühlen | Das märchen der mühlen | Das Märchen der Mühlen
origlanguage = {german}, Nachricht von Rita Roe | Nachricht von rita roe | Nachricht von rita roe | Nachricht von Rita Roe
origlanguage = {german}, {Das Märchen der Mühlen} | Das Märchen der Mühlen | Das märchen der mühlen | Das Märchen der Mühlen
langid = {english}, origlanguage = {german}, Das Märchen der Mühlen | Das märchen der mühlen | Das märchen der mühlen | Das Märchen der Mühlen
langid = {english}, origlanguage = {german}, Nachricht von Rita Roe | Nachricht von rita roe | Nachricht von rita roe | Nachricht von Rita Roe
langid = {english}, origlanguage = {german}, {Das Märchen der Mühlen} | Das Märchen der Mühlen | Das märchen der mühlen | Das Märchen der Mühlen
langid = {german}, Das Märchen der Mühlen | Das Märchen der Mühlen | Das Märchen der Mühlen | Das Märchen der Mühlen
langid = {german}, Nachricht von Rita Roe | Nachricht von Rita Roe | Nachricht von Rita Roe | Nachricht von Rita Roe
langid = {german}, {Das Märchen der Mühlen} | Das Märchen der Mühlen | Das Märchen der Mühlen | Das Märchen der Mühlen
TXT
echo 'fields and original title | Pandoc 3.10 | Better BibTeX | citation-js'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
