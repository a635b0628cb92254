#!/usr/bin/env bash
# In a French paper Pandoc's citeproc prints "(2026¶ 12)" for `@doe [¶ 12]`.
#
# Tool:    Pandoc 3.10 (npm pandoc-wasm 1.1.0), Markdown with --citeproc and its own style, languages en and fr.
# Guess:   what stands in brackets behind a key in the sentence is set off from the year, as a locator with ", " or, where the
#          language does not know the sign, as other words are, which get ", " too.
# Seen:    English knows ¶ and prints "(2026, para. 12)". French does not, takes "¶ 12" for words, and glues them to the year:
#          words get a comma unless they begin with what Unicode calls punctuation, as ¶ and ( are. Quotation marks that
#          Pandoc itself makes curly get one, the same marks typed curly do not.
# Matters: ¶ is the sign for paragraphs in papers of any language. `[@doe, ¶ 12]` and `@doe [, ¶ 12]` are printed well.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pandoc-wasm@1.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { convert } from 'pandoc-wasm';
const works = [{ id: 'doe', type: 'book', title: 'Mills', author: [{ family: 'Doe' }], issued: { 'date-parts': [[2026]] } }];
const citations = ['@doe [¶ 12]', '@doe [, ¶ 12]', '[@doe, ¶ 12]', '@doe [and more]', '@doe [(so)]', '@doe ["so"]', '@doe [“so”]'];
for (const citation of citations)
  for (const lang of ['en', 'fr']) {
    const text = `---\nlang: ${lang}\nsuppress-bibliography: true\n---\n\n${citation}\n`;
    const files = { 'works.json': new Blob([JSON.stringify(works)]) };
    const options = { from: 'markdown', to: 'plain', wrap: 'none', citeproc: true, bibliography: ['works.json'] };
    const { stdout } = await convert(options, text, files);
    console.log(`${citation} | ${lang} | ${stdout.trim().replace(/\u00a0/g, ' ')}`);
  }
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
@doe [¶ 12] | en | Doe (2026, para. 12)
@doe [¶ 12] | fr | Doe (2026¶ 12)
@doe [, ¶ 12] | en | Doe (2026, para. 12)
@doe [, ¶ 12] | fr | Doe (2026, ¶ 12)
[@doe, ¶ 12] | en | (Doe 2026, para. 12)
[@doe, ¶ 12] | fr | (Doe 2026, ¶ 12)
@doe [and more] | en | Doe (2026, and more)
@doe [and more] | fr | Doe (2026, and more)
@doe [(so)] | en | Doe (2026(so))
@doe [(so)] | fr | Doe (2026(so))
@doe ["so"] | en | Doe (2026, “so”)
@doe ["so"] | fr | Doe (2026, “so”)
@doe [“so”] | en | Doe (2026“so”)
@doe [“so”] | fr | Doe (2026“so”)
TXT
echo 'written | language | result of Pandoc 3.10'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
