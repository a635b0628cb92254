#!/usr/bin/env bash
# MyST reads a citation in a bracket only where it stands on one line, and only a key without braces.
#
# Tool:    myst-parser 1.7.3 (what mystmd reads papers with), its documented Pandoc-like citations.
# Guess:   a line end inside a bracket is a space, as everywhere in Markdown; `@{doe}` and `-@doe` are read as in Pandoc,
#          whose syntax it says it takes.
# Seen:    `[@doe,\n¶ 12]` is the text "[", a citation in the sentence without its place, and more text. So is
#          `[@{doe}, ¶ 12]`. `[-@doe, ¶ 12]` is read as `[@doe, ¶ 12]`. A line end after a semicolon, or before the bracket
#          of `@doe [¶ 12]`, does no harm.
# Matters: an editor that wraps lines at 80 characters turns citations into other ones, and nothing warns.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund myst-parser@1.7.3 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { mystParse } from 'myst-parser';
const citations = ['[@doe, ¶ 12]', '[@doe,\n¶ 12]', '[see @doe, ¶ 12;\n@roe, ¶ 3]', '[-@doe, ¶ 12]', '[@{doe}, ¶ 12]', '@doe [¶ 12]', '@doe\n[¶ 12]'];
const read = (node) =>
  node.type === 'cite' ? [`${node.kind} ${node.label} “${node.suffix ?? ''}”`] : (node.children ?? []).flatMap(read);
for (const citation of citations)
  console.log(`${citation.replaceAll('\n', '⏎')} | ${read(mystParse(`Words ${citation}.`)).join(', ')}`);
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
[@doe, ¶ 12] | parenthetical doe “¶ 12”
[@doe,⏎¶ 12] | narrative doe “”
[see @doe, ¶ 12;⏎@roe, ¶ 3] | parenthetical doe “¶ 12”, parenthetical roe “¶ 3”
[-@doe, ¶ 12] | parenthetical doe “¶ 12”
[@{doe}, ¶ 12] | narrative doe “”
@doe [¶ 12] | narrative doe “¶ 12”
@doe⏎[¶ 12] | narrative doe “¶ 12”
TXT
echo 'written | what myst-parser 1.7.3 reads'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
