#!/usr/bin/env bash
# markdown-it-citations takes the full stop behind a key for part of it, and ends a key at its first letter beyond ASCII.
#
# Tool:    markdown-it-citations 1.1.0 with markdown-it 14.1.0.
# Guess:   "Syntax based on Pandoc citations": a key ends before punctuation that nothing follows, "@doe." is doe, and may have
#          any letters, "@größe" is größe.
# Seen:    "So says @doe." cites "doe.", as does "[@doe.]"; "@doe, who" and "@doe’s" are right. "[@größe, ¶ 3]" cites "gr" with
#          the suffix "öße, ¶ 3". `@{…}` is no citation.
# Matters: each citation at the end of a sentence is one of an unknown work, in papers that Pandoc reads.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund markdown-it@14.1.0 markdown-it-citations@1.1.0 >>npm.log 2>&1 ||
  { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import MarkdownIt from 'markdown-it';
import citations from 'markdown-it-citations';

for (const text of ['So says @doe.', 'So says @doe, who', 'So is @doe’s', '[@doe.]', '[@doe, ¶ 3].', '[@größe, ¶ 3]', '@{doe}']) {
  const cited = [];
  const appendCluster = (cluster) =>
    cited.push(...cluster.map(({ citationId, citationSuffix }) => `${citationId} | ${citationSuffix.map(({ content }) => content).join('')}`));
  const processor = { appendCluster, renderCluster: () => '', renderBibliography: () => '' };
  new MarkdownIt().use(citations, { citeproc: () => processor }).render(text);
  console.log(`${text} | ${cited.join('; ') || 'no citation'}`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
So says @doe. | doe. | 
So says @doe, who | doe | 
So is @doe’s | doe | 
[@doe.] | doe. | 
[@doe, ¶ 3]. | doe | , ¶ 3
[@größe, ¶ 3] | gr | öße, ¶ 3
@{doe} | no citation
TXT
echo 'written | key | suffix'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
