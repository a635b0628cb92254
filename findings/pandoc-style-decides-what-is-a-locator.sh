#!/usr/bin/env bash
# Whether Pandoc's citeproc takes "ch. 2" for a locator depends on the citation style.
#
# Tool:    Pandoc 3.10 (npm pandoc-wasm 1.1.0), Markdown with --citeproc, two CSL styles that differ in one term alone.
# Guess:   which words name a place is a matter of the language of the paper: the terms of its locale.
# Seen:    a style that has a term of its own for chapters, "ch.", as that of the MLA has, makes `ch. 2` a chapter. Without it the
#          same words are a suffix: printed where a suffix stands, with its comma, and not with the label of the style.
# Matters: whoever reads locators of Markdown without the style reads other places than Pandoc prints, and a paper that changes
#          its style changes what it cites.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pandoc-wasm@1.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { convert } from 'pandoc-wasm';
const works = [{ id: 'doe', type: 'book', title: 'Mills', author: [{ family: 'Doe' }], issued: { 'date-parts': [[2026]] } }];
const own = '<locale><terms><term name="chapter" form="short">ch.</term></terms></locale>';
const style = (terms) => `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
<info><title>Probe</title><id>probe</id><updated>2026-01-01T00:00:00+00:00</updated></info>${terms}
<citation><layout prefix="(" suffix=")" delimiter="; "><group delimiter=" "><names variable="author"><name form="short"/></names>
<group delimiter=" " prefix="&lt;" suffix="&gt;"><label variable="locator" form="long"/><text variable="locator"/></group></group></layout></citation></style>`;
for (const citation of ['[@doe, ch. 2]', '[@doe, chap. 2]', '[@doe, p. 2]'])
  for (const [name, terms] of [['of the locale', ''], ['of the style', own]]) {
    const text = `---\nlang: en\nsuppress-bibliography: true\n---\n\n${citation}\n`;
    const files = { 'works.json': new Blob([JSON.stringify(works)]), 'style.csl': new Blob([style(terms)]) };
    const options = { from: 'markdown', to: 'plain', wrap: 'none', citeproc: true, csl: 'style.csl', bibliography: ['works.json'] };
    const { stdout } = await convert(options, text, files);
    console.log(`${citation} | ${name} | ${stdout.trim().replace(/\u00a0/g, ' ')}`);
  }
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
[@doe, ch. 2] | of the locale | (Doe, ch. 2)
[@doe, ch. 2] | of the style | (Doe <chapter 2>)
[@doe, chap. 2] | of the locale | (Doe <chapter 2>)
[@doe, chap. 2] | of the style | (Doe <chapter 2>)
[@doe, p. 2] | of the locale | (Doe <page 2>)
[@doe, p. 2] | of the style | (Doe <page 2>)
TXT
echo 'written | terms | result of Pandoc 3.10'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
