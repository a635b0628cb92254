#!/usr/bin/env bash
# Typst cites a work with a range of years by the last of them alone.
#
# Tool:    Typst 0.14.2 (npm: @myriaddreamin/typst-ts-node-compiler 0.7.0), reading BibLaTeX, its own styles.
# Guess:   `date = {1848/1850}`, the range of BibLaTeX's manual, is printed "1848–1850" as Biber and Pandoc print it, or by its
#          first year, under which a reader looks for a work.
# Seen:    "(Roe 1850)" in the text and 1850 in the list of works, in author-date, APA, MLA and notes alike. With an open
#          range, `1848/`, it is the first year; `1848~` is as careful as it should be ("[1848?]", "ca. 1848").
# Matters: volumes that came out over years are cited by another year than in the paper that Pandoc printed from the same file.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund @myriaddreamin/typst-ts-node-compiler@0.7.0 \
  >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.cjs <<'JS'
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
const { writeFileSync } = require('node:fs');

for (const date of ['1848/1850', '1848-05/1850-02', '1848~', '1848/']) {
  for (const style of ['chicago-author-date', 'apa', 'modern-language-association', 'chicago-notes']) {
    writeFileSync('works.bib', `@book{roe, author = {Roe, R.}, title = {Boats}, date = {${date}}, publisher = {Press}}\n`);
    const compiler = NodeCompiler.create({ workspace: process.cwd() });
    const text = `#cite(<roe>)\n\n#bibliography("works.bib", style: "${style}")`;
    const { result } = compiler.tryHtml({ mainFileContent: text });
    const words = result?.body().replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim();
    console.log(`${date} | ${style} | ${words ?? 'error'}`);
  }
}
JS
node probe.cjs >seen.txt

cat >expected.txt <<'TXT'
1848/1850 | chicago-author-date | ( Roe 1850 ) Bibliography Roe, R. 1850. Boats . Press.
1848/1850 | apa | ( Roe, 1850 ) Bibliography Roe, R. (1850). Boats . Press.
1848/1850 | modern-language-association | ( Roe ) Bibliography Roe, R. Boats . Press, 1850.
1848/1850 | chicago-notes | 1 Bibliography Roe, R. Boats . Press, 1850. 1 R. Roe, Boats (Press, 1850) .
1848-05/1850-02 | chicago-author-date | ( Roe 1850 ) Bibliography Roe, R. 1850. Boats . Press.
1848-05/1850-02 | apa | ( Roe, 1850 ) Bibliography Roe, R. (1850). Boats . Press.
1848-05/1850-02 | modern-language-association | ( Roe ) Bibliography Roe, R. Boats . Press, 1850.
1848-05/1850-02 | chicago-notes | 1 Bibliography Roe, R. Boats . Press, 1850. 1 R. Roe, Boats (Press, 1850) .
1848~ | chicago-author-date | ( Roe [1848?] ) Bibliography Roe, R. [1848?]. Boats . Press.
1848~ | apa | ( Roe, ca. 1848 ) Bibliography Roe, R. (ca. 1848). Boats . Press.
1848~ | modern-language-association | ( Roe ) Bibliography Roe, R. Boats . Press, [1848?].
1848~ | chicago-notes | 1 Bibliography Roe, R. Boats . Press, [1848?]. 1 R. Roe, Boats (Press, [1848?]) .
1848/ | chicago-author-date | ( Roe 1848 ) Bibliography Roe, R. 1848. Boats . Press.
1848/ | apa | ( Roe, 1848 ) Bibliography Roe, R. (1848). Boats . Press.
1848/ | modern-language-association | ( Roe ) Bibliography Roe, R. Boats . Press, 1848.
1848/ | chicago-notes | 1 Bibliography Roe, R. Boats . Press, 1848. 1 R. Roe, Boats (Press, 1848) .
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
