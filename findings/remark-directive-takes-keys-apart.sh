#!/usr/bin/env bash
# remark-directive cuts a citation key with a colon, a locator and a verse in two, and what stands after the colon is not printed.
#
# Tool:    remark-directive 4.0.0 with remark-parse 11.0.0, as Astro and Docusaurus sites use them; to HTML with remark-rehype 11.1.2.
# Guess:   a directive (":name") begins a word; a colon between two letters or digits, as in "@marx:capital", is text.
# Seen:    "[@marx:capital, ¶ 12]" is "[@marx", a directive "capital", ", ¶ 12]"; "sec. 2:3" and "Luke 2:1" lose their last
#          number in the same way. In HTML each becomes an empty <div>: the words are gone without a word about it.
# Matters: keys with a colon are Zotero's and Pandoc's custom; a paper that Pandoc prints right loses keys, locators and verses
#          on a web site.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund remark-directive@4.0.0 unified@11.0.5 remark-parse@11.0.0 \
  remark-rehype@11.1.2 rehype-stringify@10.0.1 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import rehypeStringify from 'rehype-stringify';
import remarkDirective from 'remark-directive';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const pipeline = unified().use(remarkParse).use(remarkDirective).use(remarkRehype).use(rehypeStringify);
for (const text of ['[@marx:capital, ¶ 12]', '[@doe, sec. 2:3]', 'Luke 2:1 says so.', 'Note: all of it.'])
  console.log(`${text} | ${String(await pipeline.process(text))}`);
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
[@marx:capital, ¶ 12] | <p>[@marx<div></div>, ¶ 12]</p>
[@doe, sec. 2:3] | <p>[@doe, sec. 2<div></div>]</p>
Luke 2:1 says so. | <p>Luke 2<div></div> says so.</p>
Note: all of it. | <p>Note: all of it.</p>
TXT
echo 'written | HTML by remark-directive 4.0.0'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
