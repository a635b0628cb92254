#!/usr/bin/env bash
# Pandoc's Typst writer drops what stands before a citation's key.
#
# Tool:    Pandoc 3.10 (npm pandoc-wasm 1.1.0), from Markdown to Typst, LaTeX (natbib, biblatex) and Org, without citeproc.
# Guess:   the prefix of `[see @doe, para. 12]` is kept: every other writer with citations of its own keeps it, and Typst
#          can hold it as plain text before `@doe[para. 12]`.
# Seen:    "see" is gone from the Typst file, without a warning; the locator stays. In a group, the words before every key
#          are gone ("but cf." turns into agreement). LaTeX and Org keep them.
# Matters: "but cf. @doe" and "against @doe" say the contrary of "@doe". Papers that go to PDF by Typst need citeproc.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pandoc-wasm@1.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { convert } from 'pandoc-wasm';
const citations = ['[see @doe, para. 12]', '[see @doe, para. 12; but cf. @roe]', '[against -@doe, para. 12]'];
const writers = [{ to: 'typst' }, { to: 'latex', 'cite-method': 'natbib' }, { to: 'latex', 'cite-method': 'biblatex' }, { to: 'org' }];
for (const citation of citations)
  for (const writer of writers) {
    const { stdout, stderr } = await convert({ from: 'markdown', ...writer }, citation, {});
    console.log(`${citation} | ${writer['cite-method'] ?? writer.to} | ${stdout.trim()}${stderr ? ` | ${stderr}` : ''}`);
  }
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
[see @doe, para. 12] | typst | @doe[para. 12]
[see @doe, para. 12] | natbib | \citep[see][para. 12]{doe}
[see @doe, para. 12] | biblatex | \autocite[see][para. 12]{doe}
[see @doe, para. 12] | org | [cite:see @doe para. 12]
[see @doe, para. 12; but cf. @roe] | typst | @doe[para. 12]@roe
[see @doe, para. 12; but cf. @roe] | natbib | \citetext{\citealp[see][para. 12]{doe}; \citealp[but cf.][]{roe}}
[see @doe, para. 12; but cf. @roe] | biblatex | \autocites[see][para. 12]{doe}[but cf.][]{roe}
[see @doe, para. 12; but cf. @roe] | org | [cite:see @doe para. 12; but cf. @roe]
[against -@doe, para. 12] | typst | (#cite(<doe>, form: "year", supplement: [para. 12]))
[against -@doe, para. 12] | natbib | \citeyearpar[against][para. 12]{doe}
[against -@doe, para. 12] | biblatex | \autocite*[against][para. 12]{doe}
[against -@doe, para. 12] | org | [cite/na:against @doe para. 12]
TXT
echo 'written | writer | result of Pandoc 3.10'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
