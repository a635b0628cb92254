#!/usr/bin/env bash
# Joined by docx-merger, the second paper's marks lead to the first paper's notes, its links to the first paper's pages.
#
# Tool:    docx-merger 1.2.2 and its newer fork @scholarcy/docx-merger 0.3.0, which put Word files one after another; Pandoc 3.10 (npm
#          pandoc-wasm 1.1.0) writes the papers and reads the result.
# Guess:   notes of both are there, each with its own words (both pages say that they merge documents; neither says anything of notes),
#          links and comments too. In doubt were the numbers of lists: that the second goes on counting.
# Seen:    the parts of the second file are not taken along, but its marks are: note 1 of the second paper has the words of the
#          first paper's note 1, a note 2 without a counterpart is empty. A link leads where the first paper's does, a comment says
#          what the first one's says. Lists lose their numbers (docx-merger) or go on counting, a bullet list too, with 7 (the fork).
# Matters: a volume of papers put together like this cites the wrong works throughout, and looks well.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund docx-merger@1.2.2 @scholarcy/docx-merger@0.3.0 pandoc-wasm@1.1.0 \
  >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import { convert } from 'pandoc-wasm';

const require = createRequire(import.meta.url);
const write = async (paper) => {
  const { files } = await convert({ from: 'markdown', to: 'docx', standalone: true, 'output-file': 'paper.docx' }, paper, {});
  return Buffer.from(await files['paper.docx'].arrayBuffer());
};
const read = async (bytes) => {
  const settings = { from: 'docx', to: 'markdown', wrap: 'none', 'track-changes': 'all', 'input-files': ['paper.docx'] };
  return JSON.stringify((await convert(settings, null, { 'paper.docx': new Blob([bytes]) })).stdout.trim());
};
const Merger = require('docx-merger');
const Fork = require('@scholarcy/docx-merger');
const mergers = {
  'docx-merger': (first, second) =>
    new Promise((done) => new Merger({ pageBreak: false }, [first.toString('binary'), second.toString('binary')]).save('nodebuffer', done)),
  '@scholarcy': async (first, second) => {
    const merger = new Fork();
    await merger.initialize({ pageBreak: false }, [first, second]);
    await setTimeout(1000); // its first steps are not waited for
    return merger.save('nodebuffer');
  },
};
const comment = (number, words) => `[${words}]{.comment-start id="${number}" author="Ada" date="2026-01-01T00:00:00Z"}here[]{.comment-end id="${number}"}`;
const papers = {
  'notes': ['A lamp[^a].\n\n[^a]: Of oil.\n', 'A boat[^a], a mill[^b].\n\n[^a]: Of wood.\n[^b]: Of stone.\n'],
  'links': ['[lamps](https://example.org/lamps)', '[boats](https://example.org/boats)'],
  'comments': [`A lamp ${comment(0, 'Oil?')}.`, `A boat ${comment(0, 'Wood?')}.`],
  'lists': ['5. five\n6. six\n', '- a boat\n'],
};
for (const [name, [first, second]] of Object.entries(papers)) {
  for (const [merger, merge] of Object.entries(mergers)) console.log(`${name} | ${merger} | ${await read(await merge(await write(first), await write(second)))}`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
notes | docx-merger | "A lamp[^1].\n\nA boat[^2], a mill[^3].\n\n[^1]: Of oil.\n\n[^2]: Of oil.\n\n[^3]:"
notes | @scholarcy | "A lamp[^1].\n\nA boat[^2], a mill[^3].\n\n[^1]: Of oil.\n\n[^2]: Of oil.\n\n[^3]:"
links | docx-merger | "[lamps](https://example.org/lamps)\n\n[boats](https://example.org/lamps)"
links | @scholarcy | "[lamps](https://example.org/lamps)\n\n[boats](https://example.org/lamps)"
comments | docx-merger | "A lamp [Oil?]{.comment-start id=\"0\" author=\"Ada\" date=\"2026-01-01T00:00:00Z\"}here[]{.comment-end id=\"0\"}.\n\nA boat [Oil?]{.comment-start id=\"0\" author=\"Ada\" date=\"2026-01-01T00:00:00Z\"}here[]{.comment-end id=\"0\"}."
comments | @scholarcy | "A lamp [Oil?]{.comment-start id=\"0\" author=\"Ada\" date=\"2026-01-01T00:00:00Z\"}here[]{.comment-end id=\"0\"}.\n\nA boat [Oil?]{.comment-start id=\"0\" author=\"Ada\" date=\"2026-01-01T00:00:00Z\"}here[]{.comment-end id=\"0\"}."
lists | docx-merger | "five\n\nsix\n\na boat"
lists | @scholarcy | "5.  five\n6.  six\n7.  a boat"
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
