#!/usr/bin/env bash
# Typst's form "prose" in a notes style prints title and place in the text, with a bracket that nothing closes, and no note.
#
# Tool:    Typst 0.14.2 (npm: @myriaddreamin/typst-ts-node-compiler 0.7.0), its style "chicago-notes".
# Guess:   `#cite(<doe>, form: "prose", supplement: [¶ 12])`, which Pandoc writes for `@doe [¶ 12]`, prints the author in the
#          sentence and the rest in a note, as Pandoc's citeproc does.
# Seen:    "Jane Doe (Lamps (Press, 2020), ¶ 12." stands in the sentence, with a full stop of its own; there is no note. In author-date styles the
#          same is right, "Doe (2020, ¶ 12)", and in notes styles the form "normal" is.
# Matters: a paper that was written for author-date and is given a notes style has broken sentences, and no message says so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund @myriaddreamin/typst-ts-node-compiler@0.7.0 \
  >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.cjs <<'JS'
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
const { writeFileSync } = require('node:fs');

writeFileSync('works.bib', '@book{doe, author = {Doe, Jane}, title = {Lamps}, date = {2020}, publisher = {Press}}\n');
for (const style of ['chicago-author-date', 'chicago-notes'])
  for (const form of ['normal', 'prose']) {
    const compiler = NodeCompiler.create({ workspace: process.cwd() });
    const text = `So says #cite(<doe>, form: "${form}", supplement: [¶ 12]) of them.\n\n#bibliography("works.bib", style: "${style}", title: none)`;
    const { result } = compiler.tryHtml({ mainFileContent: text });
    console.log(`${style} | ${form} | ${result.body().replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim()}`);
  }
JS
node probe.cjs >seen.txt

cat >expected.txt <<'TXT'
chicago-author-date | normal | So says ( Doe 2020, ¶ 12 ) of them. Doe, Jane. 2020. Lamps . Press.
chicago-author-date | prose | So says Doe (2020, ¶ 12) of them. Doe, Jane. 2020. Lamps . Press.
chicago-notes | normal | So says 1 of them. Doe, Jane. Lamps . Press, 2020. 1 Jane Doe, Lamps (Press, 2020), ¶ 12 .
chicago-notes | prose | So says Jane Doe ( Lamps (Press, 2020), ¶ 12. of them. Doe, Jane. Lamps . Press, 2020.
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
