#!/usr/bin/env bash
# Pandoc's LaTeX writer drops ¶ and § where the author is named in the text.
#
# Tool:    Pandoc 3.10 (npm pandoc-wasm 1.1.0), from Markdown to LaTeX with natbib and biblatex, without citeproc.
# Guess:   `@doe [¶ 12]` is `[@doe, ¶ 12]` with the author in the sentence, so its locator is written alike: "¶ 12".
# Seen:    `\citet[12]{doe}` and `\textcite[12]{doe}`: the sign is gone, of "¶¶ 12-14" one of two is. "para. 12", "sec. 2",
#          "see ¶ 12" and "{¶ 12}" are whole. The bracketed forms keep it, so one paper has both.
# Matters: biblatex prints a bare number as a page, so that paragraph 12 is sent to page 12, without a warning.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pandoc-wasm@1.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { convert } from 'pandoc-wasm';
const citations = ['[@doe, ¶ 12]', '[-@doe, ¶ 12]', '@doe [¶ 12]', '@doe [¶¶ 12-14]', '@doe [§ 2]', '@doe [para. 12]', '@doe [see ¶ 12]', '@doe [{¶ 12}]'];
for (const citation of citations)
  for (const method of ['natbib', 'biblatex']) {
    const { stdout, stderr } = await convert({ from: 'markdown', to: 'latex', 'cite-method': method }, citation, {});
    console.log(`${citation} | ${method} | ${stdout.trim()}${stderr ? ` | ${stderr}` : ''}`);
  }
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
[@doe, ¶ 12] | natbib | \citep[¶ 12]{doe}
[@doe, ¶ 12] | biblatex | \autocite[¶ 12]{doe}
[-@doe, ¶ 12] | natbib | \citeyearpar[¶ 12]{doe}
[-@doe, ¶ 12] | biblatex | \autocite*[¶ 12]{doe}
@doe [¶ 12] | natbib | \citet[12]{doe}
@doe [¶ 12] | biblatex | \textcite[12]{doe}
@doe [¶¶ 12-14] | natbib | \citet[¶ 12-14]{doe}
@doe [¶¶ 12-14] | biblatex | \textcite[¶ 12-14]{doe}
@doe [§ 2] | natbib | \citet[2]{doe}
@doe [§ 2] | biblatex | \textcite[2]{doe}
@doe [para. 12] | natbib | \citet[para. 12]{doe}
@doe [para. 12] | biblatex | \textcite[para. 12]{doe}
@doe [see ¶ 12] | natbib | \citet[see ¶ 12]{doe}
@doe [see ¶ 12] | biblatex | \textcite[see ¶ 12]{doe}
@doe [{¶ 12}] | natbib | \citet[¶ 12]{doe}
@doe [{¶ 12}] | biblatex | \textcite[¶ 12]{doe}
TXT
echo 'written | method | result of Pandoc 3.10'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
