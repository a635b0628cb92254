#!/usr/bin/env bash
# Firefox's reader view takes sections called "Related work", "Concluding remarks" or "Socialism" out of a paper, by the ids of headings.
#
# Tool:    @mozilla/readability 0.6.0 (Firefox's reader view, and behind many read-it-later and web clipping programs), with jsdom 26.1.0;
#          the pages are by Pandoc (pandoc-wasm 1.1.0), with and without section-divs, and by docutils 0.19 (Debian 12), as by Sphinx.
# Guess:   what it takes away it finds by names of classes and ids that page designers give (sidebar, comments, related); ids that are made
#          of an author's headings, on sections and headings, are no such names, and long text with commas is kept in any case.
# Seen:    the patterns are sought within any id: "related", "remark", "social", "community", "comment", "legends" and the like remove the
#          whole section, or the heading alone where the id is on it. "and" anywhere in the id saves it, so "Social classes" goes and
#          "Social classes and mills" stays. Nothing says that something is missing.
# Matters: headings of papers have such words; who quotes, annotates or saves from the reader view has a paper without these sections.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -q python3-docutils=0.19+dfsg-6 docutils-common=0.19+dfsg-6 python3-roman=3.3-3 >apt.log 2>&1 || { cat apt.log; exit 2; }
for package in *.deb; do dpkg -x "$package" tools; done
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund @mozilla/readability@0.6.0 jsdom@26.1.0 pandoc-wasm@1.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import { convert } from 'pandoc-wasm';

const titles = [
  'The mill', 'Related work', 'Concluding remarks', 'Socialism', 'Social classes', 'Social classes and mills', 'The community', 'The commune',
  'Comments on Doe', 'Replies to Roe', 'Legends of the mill', 'Work outside parliament', 'Extra-parliamentary work',
];
const text = 'A lamp burns, a boat floats, and nobody, in the end, says what a mill is for, so that it goes on, with commas, for long enough. '.repeat(4);
const markdown = titles.map((title) => `## ${title}\n\n${text}\n`).join('\n');
const rst = titles.map((title) => `${title}\n${'-'.repeat(title.length)}\n\n${text}\n`).join('\n');
const pandoc = async (sections) => (await convert({ 'from': 'markdown', 'to': 'html5', 'standalone': true, 'metadata': { title: 'On Mills' }, 'section-divs': sections }, markdown, {})).stdout;
const docutils = `import sys
from docutils.core import publish_string
settings = {'template': 'tools/usr/share/docutils/writers/html5_polyglot/template.txt', 'stylesheet_path': ''}
sys.stdout.buffer.write(publish_string(sys.stdin.read(), writer_name='html5', settings_overrides=settings))`;
const pages = {
  'Pandoc, plain': await pandoc(false),
  'Pandoc, section-divs': await pandoc(true),
  'docutils': execFileSync('/usr/bin/python3', ['-c', docutils], { input: `Of Mills\n========\n\n${rst}`, env: { PYTHONPATH: 'tools/usr/lib/python3/dist-packages' } }).toString(),
};
for (const [name, html] of Object.entries(pages)) {
  const { document } = new JSDOM(html, { url: 'https://example.org/paper' }).window;
  const { content } = new Readability(document).parse();
  const read = new JSDOM(content).window.document;
  const headings = [...read.querySelectorAll('h2')].map((heading) => heading.textContent.trim());
  console.log(`${name} | paragraphs ${[...read.querySelectorAll('p')].length} of ${titles.length}, without headings: ${titles.filter((title) => !headings.includes(title)).join(', ')}`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
Pandoc, plain | paragraphs 13 of 13, without headings: Related work, Concluding remarks, Socialism, Social classes, The community, Comments on Doe, Replies to Roe, Legends of the mill, Extra-parliamentary work
Pandoc, section-divs | paragraphs 4 of 13, without headings: Related work, Concluding remarks, Socialism, Social classes, The community, Comments on Doe, Replies to Roe, Legends of the mill, Extra-parliamentary work
docutils | paragraphs 4 of 13, without headings: Related work, Concluding remarks, Socialism, Social classes, The community, Comments on Doe, Replies to Roe, Legends of the mill, Extra-parliamentary work
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
