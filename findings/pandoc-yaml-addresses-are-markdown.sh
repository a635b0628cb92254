#!/usr/bin/env bash
# An address in YAML references is read as Markdown by Pandoc: of two tildes in a URL, as in personal pages, a subscript is made.
#
# Tool:    Pandoc 3.10 (npm pandoc-wasm 1.1.0), references in the metadata of a paper, as CSL-YAML. Pandoc 2.17 does the same.
# Guess:   URL and DOI are no prose: both come out as they were written, in CSL-JSON and in the printed bibliography.
# Seen:    https://example.org/~ada/papers/~old becomes https://example.org/<sub>ada/papers/</sub>old: the tildes are gone from
#          what is printed, and the link leads nowhere. With one tilde, and in CSL-JSON with the same URL, nothing changes.
#          Of a DOI with <aid> in it the part in brackets is gone. A backslash before each tilde keeps them.
# Matters: addresses copied into the front matter of a paper are wrong on paper, without a warning.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pandoc-wasm@1.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { convert } from 'pandoc-wasm';

const addresses = {
  one: 'https://example.org/~ada/papers/old',
  two: 'https://example.org/~ada/papers/~old',
  escaped: 'https://example.org/\\~ada/papers/\\~old',
};
const yaml = Object.entries(addresses)
  .map(([id, url]) => `- id: ${id}\n  type: webpage\n  title: Lamps\n  URL: ${url}\n`)
  .join('');
const doi = '- id: doi\n  type: article-journal\n  title: Mills\n  DOI: 10.1000/<aid>12\n';
const paper = `---\nreferences:\n${yaml}${doi}---\n\nSo [@two].\n`;
const read = JSON.parse((await convert({ from: 'markdown', to: 'csljson' }, paper, {})).stdout);
for (const { id, URL, DOI } of read) console.log(`${id} | ${URL ?? DOI}`);
const json = JSON.stringify([{ id: 'json', type: 'webpage', title: 'Lamps', URL: addresses.two }]);
console.log(`json | ${JSON.parse((await convert({ from: 'csljson', to: 'csljson' }, json, {})).stdout)[0].URL}`);
const printed = (await convert({ from: 'markdown', to: 'plain', citeproc: true, wrap: 'none' }, paper, {})).stdout;
console.log(printed.trim().split('\n').at(-1));
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
one | https://example.org/~ada/papers/old
two | https://example.org/<sub>ada/papers/</sub>old
escaped | https://example.org/~ada/papers/~old
doi | 10.1000/12
json | https://example.org/~ada/papers/~old
“Lamps.” n.d. https://example.org/ada/papers/old.
TXT
echo 'id | address, as pandoc-wasm 1.1.0 reads it; then the printed entry'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
