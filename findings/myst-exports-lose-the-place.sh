#!/usr/bin/env bash
# MyST reads prefix, locator and a left-out author of Pandoc's citations, and writes none of them to LaTeX or Markdown.
#
# Tool:    myst-parser 1.7.3, myst-to-tex 1.0.45, myst-to-md 1.0.16 and myst-to-typst 0.0.36, the parts of mystmd 1.8.
# Guess:   what was read is written again: natbib's options in LaTeX, `\citep[see][¶ 12]{doe}`, and the same citation in Markdown.
# Seen:    read is everything: prefix, suffix, and `partial: year` for "-@doe". LaTeX gets `\citep{doe, roe}`, Markdown
#          `{cite:p}` with bare keys, for all of them. Typst gets the locators, but no prefix, and the author that was left out.
#          No message says so. (The exporter to JATS has all of it.)
# Matters: a paper that cites its text paragraph by paragraph goes to a journal, or to a colleague, without a single place.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund myst-parser@1.7.3 myst-to-tex@1.0.45 myst-to-md@1.0.16 \
  myst-to-typst@0.0.36 unified@11.0.5 vfile@6.0.3 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { mystParse } from 'myst-parser';
import toMarkdown from 'myst-to-md';
import toLatex from 'myst-to-tex';
import toTypst from 'myst-to-typst';
import { unified } from 'unified';
import { VFile } from 'vfile';

const read = ({ type, children = [], identifier, prefix, suffix, partial }) =>
  type === 'cite' ? [[prefix, partial, identifier, suffix].filter(Boolean).join(' ')] : children.flatMap(read);
for (const citation of ['[@doe, ¶ 12]', '[see @doe, ¶ 12; also @roe, p. 3]', '@doe [¶ 12]', '[-@doe, ¶ 12]']) {
  console.log(`${citation} | read: ${read(mystParse(citation)).join('; ')}`);
  for (const [name, writer] of Object.entries({ toLatex, toMarkdown, toTypst })) {
    const file = new VFile();
    const { result, value } = unified().use(writer).stringify(mystParse(citation), file);
    console.log(`  ${name}: ${(result?.value ?? result ?? value).trim()} (${String(file.messages.length)} messages)`);
  }
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
[@doe, ¶ 12] | read: doe ¶ 12
  toLatex: \citep{doe} (0 messages)
  toMarkdown: {cite:p}`doe` (0 messages)
  toTypst: #cite(<doe>, supplement: [¶ 12]) (0 messages)
[see @doe, ¶ 12; also @roe, p. 3] | read: see doe ¶ 12; also roe p. 3
  toLatex: \citep{doe, roe} (0 messages)
  toMarkdown: {cite:p}`doe,roe` (0 messages)
  toTypst: #cite(<doe>, supplement: [¶ 12]) #cite(<roe>, supplement: [p. 3]) (0 messages)
@doe [¶ 12] | read: doe ¶ 12
  toLatex: \cite{doe} (0 messages)
  toMarkdown: {cite}`doe` (0 messages)
  toTypst: #cite(<doe>, form: "prose", supplement: [¶ 12]) (0 messages)
[-@doe, ¶ 12] | read: year doe ¶ 12
  toLatex: \citep{doe} (0 messages)
  toMarkdown: {cite:p}`doe` (0 messages)
  toTypst: #cite(<doe>, supplement: [¶ 12]) (0 messages)
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
