#!/usr/bin/env bash
# rehype-citation prints a chapter as a page and loses the term of several paragraphs.
#
# Tool:    rehype-citation 2.3.2 (the usual way to Pandoc's citations in unified, Astro and Next.js), style APA.
# Guess:   it says that it takes Pandoc's citation syntax, so the locators of Pandoc's manual are read: "ch. 2" is a chapter,
#          "paras. 12-14" are paragraphs, and what is no locator ("see para. 12") is printed as it stands.
# Seen:    "para. 12", "¶ 12", "sec. 2" and "pp. 3-5" are right. "[@doe, ch. 2]" is printed "p. c h. 2": a "c" is taken for
#          a number of its own. The plurals "paras.", "secs." and "chaps." lose their term ("Doe, 2020. 12-14"). A suffix
#          that is no locator is not printed at all.
# Matters: the same paper shows other places on a web site than in Pandoc's PDF, and says nothing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund rehype-citation@2.3.2 unified@11.0.5 remark-parse@11.0.0 \
  remark-rehype@11.1.2 rehype-stringify@10.0.1 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >works.json <<'JSON'
[{"id": "doe", "type": "book", "title": "Lamps", "author": [{"family": "Doe", "given": "Jane"}], "issued": {"date-parts": [[2020]]}}]
JSON
cat >probe.mjs <<'JS'
import rehypeCitation from 'rehype-citation';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const citations = ['¶ 12', 'para. 12', 'sec. 2', 'pp. 3-5', 'ch. 2', 'chap. 2', 'paras. 12-14', 'secs. 2-3', 'chaps. 2-3', 'see para. 12'];
for (const locator of citations) {
  const page = await unified()
    .use(remarkParse)
    .use(remarkRehype)
    .use(rehypeCitation, { bibliography: 'works.json', path: process.cwd(), csl: 'apa', suppressBibliography: true })
    .use(rehypeStringify)
    .process(`[@doe, ${locator}]`);
  console.log(`${locator} | ${String(page).replace(/<[^>]+>/g, '').trim()}`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
¶ 12 | (Doe, 2020, para. 12)
para. 12 | (Doe, 2020, para. 12)
sec. 2 | (Doe, 2020, sec. 2)
pp. 3-5 | (Doe, 2020, pp. 3–5)
ch. 2 | (Doe, 2020, p. c h. 2)
chap. 2 | (Doe, 2020, Chapter 2)
paras. 12-14 | (Doe, 2020. 12-14)
secs. 2-3 | (Doe, 2020. 2-3)
chaps. 2-3 | (Doe, 2020. 2-3)
see para. 12 | (Doe, 2020)
TXT
echo 'locator | printed by rehype-citation 2.3.2'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
