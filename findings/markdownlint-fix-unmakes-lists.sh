#!/usr/bin/env bash
# markdownlint --fix makes headings of Pandoc's lists and takes line breaks away.
#
# Tool:    markdownlint-cli2 0.22.0 (markdownlint 0.40.0) with --fix and no configuration; Pandoc 3.10 (npm pandoc-wasm 1.1.0)
#          reads the file before and after.
# Guess:   a fix changes how a document is written and not what it is: `#. point` is no heading without a space, so it stays;
#          trailing spaces go, but for line breaks, which the rule (MD009) says it spares.
# Seen:    `#. point` becomes `# . point`, a heading of the first level (MD018). Three spaces at the end of a line, a line
#          break too, are removed; only two are spared.
# Matters: where paragraphs are cited by their number, a list less is another number for all that follow, and the outline has
#          sections that nobody wrote.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund markdownlint-cli2@0.22.0 pandoc-wasm@1.1.0 >>npm.log 2>&1 ||
  { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { convert } from 'pandoc-wasm';
const papers = {
  'numbered list': '# Title\n\n#. One point.\n#. Another point.\n',
  'three spaces': '# Title\n\nOne line,   \nanother.\n',
  'two spaces': '# Title\n\nOne line,  \nanother.\n',
};
const html = async (text) =>
  (await convert({ from: 'markdown-auto_identifiers', to: 'html', wrap: 'none' }, text, {})).stdout.replace(/\n/g, '').replace(/^<h1>Title<\/h1>/, '').replace(/ type="1"/, '');
for (const [name, text] of Object.entries(papers)) {
  writeFileSync('paper.md', text);
  spawnSync(process.execPath, ['node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs', '--fix', 'paper.md']);
  console.log(`${name} | before | ${await html(text)}`);
  console.log(`${name} | after | ${await html(readFileSync('paper.md', 'utf8'))}`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
numbered list | before | <ol><li>One point.</li><li>Another point.</li></ol>
numbered list | after | <h1>. One point.</h1><h1>. Another point.</h1>
three spaces | before | <p>One line,<br />another.</p>
three spaces | after | <p>One line, another.</p>
two spaces | before | <p>One line,<br />another.</p>
two spaces | after | <p>One line,<br />another.</p>
TXT
echo 'paper | when | what Pandoc reads'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
