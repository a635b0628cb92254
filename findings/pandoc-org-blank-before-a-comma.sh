#!/usr/bin/env bash
# Pandoc's Org writer sets a blank before commas of a citation, and the comma behind the key goes.
#
# Tool:    Pandoc 3.10 (npm pandoc-wasm 1.1.0), from Markdown to Org and back, printed with citeproc in its own style.
# Guess:   both formats are Pandoc's own, and Org has a place for prefix, key and suffix: a citation comes back as it was, and
#          prints the same.
# Seen:    "[@doe, sec. 2, para. 3]" is "@doe sec. 2 , para. 3" in Org and stays so: the page says "(Doe 2020, sec. 2 , para. 3)".
#          A remark behind the place gets the blank, too. "-@doe" outside brackets comes back within brackets.
# Matters: in a group where one member writes in Org (org-roam, Emacs) every round adds blanks, and lines of git differ.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pandoc-wasm@1.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { convert } from 'pandoc-wasm';
const to = async (text, options) => {
  const { stdout, stderr } = await convert({ wrap: 'none', ...options }, text, {});
  return stdout.trim() + stderr;
};
const metadata = {
  references: [{ id: 'doe', type: 'book', title: 'Lamps', author: [{ family: 'Doe' }], issued: 2020 }],
  'suppress-bibliography': true,
};
const print = (text) => to(text, { from: 'markdown', to: 'plain', citeproc: true, metadata });
for (const text of ['[@doe, para. 3]', '[@doe, sec. 2, para. 3]', '[@doe, para. 3, with care]', 'As -@doe says']) {
  const org = await to(text, { from: 'markdown', to: 'org' });
  const back = await to(org, { from: 'org', to: 'markdown' });
  console.log([text, org, back, await print(text), await print(back)].join(' | '));
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
[@doe, para. 3] | [cite:@doe para. 3] | [@doe para. 3] | (Doe 2020, para. 3) | (Doe 2020, para. 3)
[@doe, sec. 2, para. 3] | [cite:@doe sec. 2 , para. 3] | [@doe sec. 2 , para. 3] | (Doe 2020, sec. 2, para. 3) | (Doe 2020, sec. 2 , para. 3)
[@doe, para. 3, with care] | [cite:@doe para. 3 , with care] | [@doe para. 3 , with care] | (Doe 2020, para. 3, with care) | (Doe 2020, para. 3 , with care)
As -@doe says | As [cite/na:@doe] says | As [-@doe] says | As (2020) says | As (2020) says
TXT
echo 'written | Org | back | printed before | printed after'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
