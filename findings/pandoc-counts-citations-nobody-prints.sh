#!/usr/bin/env bash
# A citation in a metadata field that is printed nowhere makes the first printed one "ibid." in Pandoc, and takes its number.
#
# Tool:    Pandoc 3.10 (npm pandoc-wasm 1.1.0), Markdown with --citeproc to plain text with its own template and to LaTeX without one,
#          a numeric style and a style with notes. Pandoc 2.17 does the same.
# Guess:   a field that the template does not print (`remark: "Compare [@doe]"`) is read, so that its works may stand in the list,
#          but what counts as first, "ibid." and numbers is what a reader sees, in the order in which it is printed.
# Seen:    fields count as if they stood before the text, in the alphabetical order of their names, printed or not. The first
#          note says "ibid."; in LaTeX the full reference is nowhere, in plain text it is a note 1 that nothing leads to. A
#          numeric paper begins with [2], and the title of one with an abstract, which is printed below it, as well.
# Matters: remarks to oneself in the front matter change what is printed, and may take the full reference with them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pandoc-wasm@1.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { convert } from 'pandoc-wasm';

const works = ['doe', 'roe'].map((id) => ({ id, type: 'book', title: `Boats of ${id}` }));
const style = (kind, layout) => `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="${kind}" version="1.0" default-locale="en-US">
<info><title>Probe</title><id>probe</id><updated>2026-01-01T00:00:00+00:00</updated></info>
<citation><layout prefix="[" suffix="]">${layout}</layout></citation></style>`;
const styles = {
  numbers: style('in-text', '<text variable="citation-number"/>'),
  notes: style('note', `<choose><if position="ibid"><text value="ibid."/></if>
<else-if position="subsequent"><text variable="title" form="short" suffix=", as above"/></else-if>
<else><text variable="title" suffix=", in full"/></else></choose>`),
};
const text = 'Mills [@doe], then lamps [@roe].';
const fronts = ['', 'remark: "Compare [@doe]"', 'remark: "Compare [@roe]"', 'title: "On [@doe]"\nabstract: "As [@roe]"'];
for (const front of fronts)
  for (const [name, csl] of Object.entries(styles)) {
    const files = { 'style.csl': new Blob([csl]), 'works.json': new Blob([JSON.stringify(works)]) };
    const options = { from: 'markdown', wrap: 'none', citeproc: true, csl: 'style.csl', bibliography: ['works.json'] };
    for (const to of ['plain', 'latex']) {
      const paper = `---\nlang: en\nsuppress-bibliography: true\n${front}\n---\n\n${text}\n`;
      const { stdout } = await convert({ ...options, to, standalone: to === 'plain' }, paper, files);
      const printed = stdout.trim().split(/\n+/).join(' / ').replaceAll(/\{\[\}|\{\]\}/g, (brace) => brace[1]);
      console.log(`${front.replace('\n', ', ') || 'none'} | ${name}, ${to} | ${printed}`);
    }
  }
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
none | numbers, plain | Mills [1], then lamps [2].
none | numbers, latex | Mills [1], then lamps [2].
none | notes, plain | Mills,[1] then lamps.[2] / [1] [Boats of doe, in full] / [2] [Boats of roe, in full]
none | notes, latex | Mills,\footnote{[Boats of doe, in full]} then lamps.\footnote{[Boats of roe, in full]}
remark: "Compare [@doe]" | numbers, plain | Mills [1], then lamps [2].
remark: "Compare [@doe]" | numbers, latex | Mills [1], then lamps [2].
remark: "Compare [@doe]" | notes, plain | Mills,[2] then lamps.[3] / [1] [Boats of doe, in full] / [2] [Ibid.] / [3] [Boats of roe, in full]
remark: "Compare [@doe]" | notes, latex | Mills,\footnote{[Ibid.]} then lamps.\footnote{[Boats of roe, in full]}
remark: "Compare [@roe]" | numbers, plain | Mills [2], then lamps [1].
remark: "Compare [@roe]" | numbers, latex | Mills [2], then lamps [1].
remark: "Compare [@roe]" | notes, plain | Mills,[2] then lamps.[3] / [1] [Boats of roe, in full] / [2] [Boats of doe, in full] / [3] [Boats of roe, as above]
remark: "Compare [@roe]" | notes, latex | Mills,\footnote{[Boats of doe, in full]} then lamps.\footnote{[Boats of roe, as above]}
title: "On [@doe]", abstract: "As [@roe]" | numbers, plain | On [2] / Mills [2], then lamps [1].
title: "On [@doe]", abstract: "As [@roe]" | numbers, latex | Mills [2], then lamps [1].
title: "On [@doe]", abstract: "As [@roe]" | notes, plain | On[2] / Mills,[3] then lamps.[4] / [1] [Boats of roe, in full] / [2] [Boats of doe, in full] / [3] [Ibid.] / [4] [Boats of roe, as above]
title: "On [@doe]", abstract: "As [@roe]" | notes, latex | Mills,\footnote{[Ibid.]} then lamps.\footnote{[Boats of roe, as above]}
TXT
echo 'fields | style | printed by Pandoc 3.10'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
