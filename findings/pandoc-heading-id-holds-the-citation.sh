#!/usr/bin/env bash
# The identifier of a heading with a citation is made of the citation as it is typed, not as it is printed.
#
# Tool:    Pandoc 3.10 (npm pandoc-wasm 1.1.0), to HTML, with and without citeproc; with citations named in the heading.
# Guess:   the identifier is made of the heading's words without the citation (notes are left out as well), or, with
#          citeproc, of what is printed.
# Seen:    "# On lamps [@doe, ¶ 12]" has the identifier "on-lamps-doe-12" both ways: key and locator are in it, though what
#          is printed is "(Doe 1990, para. 12)". A note in the heading leaves nothing in it. So a corrected locator breaks the links to its
#          heading, and an emphasised word in a heading ends references by its plain words: `[On Lamps]` does not
#          find "# On *Lamps*", whose identifier is "on-lamps" all the same.
# Matters: links between papers break when a citation in a heading is put right.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund pandoc-wasm@1.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { convert } from 'pandoc-wasm';
const works = JSON.stringify([{ id: 'doe', type: 'book', title: 'Lamps', author: [{ family: 'Doe' }], issued: { 'date-parts': [[1990]] } }]);
const papers = ['# On lamps [@doe, ¶ 12]', '# On lamps [@doe, ¶ 13]', '# As @doe [¶ 12] says', '# On lamps^[A note.]', '[On Lamps]\n\n# On *Lamps*', '[On *Lamps*]\n\n# On *Lamps*'];
for (const paper of papers)
  for (const citeproc of [false, true]) {
    const options = { from: 'markdown', to: 'html', wrap: 'none', citeproc, bibliography: ['works.json'] };
    const { stdout } = await convert(options, paper, { 'works.json': new Blob([works]) });
    const [, id] = /<h1[^>]* id="([^"]*)"/s.exec(stdout) ?? [];
    const shown = /<h1[^>]*>(.*?)<\/h1>/s.exec(stdout)?.[1].replace(/<[^>]+>/g, '');
    console.log(`${JSON.stringify(paper)} | citeproc ${citeproc} | ${id} | ${shown} | ${/href="#on-lamps"/.test(stdout) ? 'linked' : 'no link'}`);
  }
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
"# On lamps [@doe, ¶ 12]" | citeproc false | on-lamps-doe-12 | On lamps [@doe, ¶ 12] | no link
"# On lamps [@doe, ¶ 12]" | citeproc true | on-lamps-doe-12 | On lamps (Doe 1990, para. 12) | no link
"# On lamps [@doe, ¶ 13]" | citeproc false | on-lamps-doe-13 | On lamps [@doe, ¶ 13] | no link
"# On lamps [@doe, ¶ 13]" | citeproc true | on-lamps-doe-13 | On lamps (Doe 1990, para. 13) | no link
"# As @doe [¶ 12] says" | citeproc false | as-doe-12-says | As @doe [¶ 12] says | no link
"# As @doe [¶ 12] says" | citeproc true | as-doe-12-says | As Doe (1990, para. 12) says | no link
"# On lamps^[A note.]" | citeproc false | on-lamps | On lamps1 | no link
"# On lamps^[A note.]" | citeproc true | on-lamps | On lamps1 | no link
"[On Lamps]\n\n# On *Lamps*" | citeproc false | on-lamps | On Lamps | no link
"[On Lamps]\n\n# On *Lamps*" | citeproc true | on-lamps | On Lamps | no link
"[On *Lamps*]\n\n# On *Lamps*" | citeproc false | on-lamps | On Lamps | linked
"[On *Lamps*]\n\n# On *Lamps*" | citeproc true | on-lamps | On Lamps | linked
TXT
echo 'paper | citeproc | identifier | shown | reference'
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
