#!/usr/bin/env bash
# Firefox's reader view has no notes of a paper by Sphinx, and of one by Asciidoctor only if they are long; their marks lead nowhere.
#
# Tool:    @mozilla/readability 0.6.0 (Firefox's reader view, read-it-later and clipping programs), with jsdom 26.1.0; the papers are by
#          Pandoc (pandoc-wasm 1.1.0), docutils 0.19 (Debian 12; Sphinx writes the same) and Asciidoctor.js 4.1.0.
# Guess:   notes are kept or left out together with their marks, and in the same way whatever they say, as all three are marked up as notes
#          by role, class or id and stand at the end of the text.
# Seen:    Pandoc's list of notes stays. Every <aside> is taken away, whatever its role, and so are docutils' notes. Asciidoctor's go by
#          their length: a page of long notes keeps them, notes with page numbers or addresses alone go. The marks stay in all cases.
# Matters: just the notes that name page and source are missing where people read and quote, and the marks make them look unread.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -q python3-docutils=0.19+dfsg-6 docutils-common=0.19+dfsg-6 python3-roman=3.3-3 >apt.log 2>&1 || { cat apt.log; exit 2; }
for package in *.deb; do dpkg -x "$package" tools; done
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund @mozilla/readability@0.6.0 jsdom@26.1.0 pandoc-wasm@1.1.0 \
  @asciidoctor/core@4.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { convert as asciidoctor } from '@asciidoctor/core';
import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import { convert } from 'pandoc-wasm';

const text = (mark) => `A lamp burns, a boat floats, and nobody, in the end, says what a mill is for,${mark} so that it goes on, with commas, for long enough.`;
const four = [1, 2, 3, 4];
const docutils = `import sys
from docutils.core import publish_string
settings = {'template': 'tools/usr/share/docutils/writers/html5_polyglot/template.txt', 'stylesheet_path': ''}
sys.stdout.buffer.write(publish_string(sys.stdin.read(), writer_name='html5', settings_overrides=settings))`;
const rst = (notes) => `${four.map((n) => text(` [#n${n}]_`)).join('\n\n')}\n\n${notes.map((note, at) => `.. [#n${at + 1}] ${note}`).join('\n')}\n`;
const markdown = (notes) => `${four.map((n) => text(`[^${n}]`)).join('\n\n')}\n\n${notes.map((note, at) => `[^${at + 1}]: ${note}`).join('\n\n')}\n`;
const adoc = (notes) => `= On Mills\n\n${notes.map((note) => text(`footnote:[${note}]`)).join('\n\n')}\n`;
const writers = {
  'Pandoc': async (notes) => (await convert({ from: 'markdown+autolink_bare_uris', to: 'html5', standalone: true, metadata: { title: 'On Mills' } }, markdown(notes), {})).stdout,
  'docutils': (notes) => execFileSync('/usr/bin/python3', ['-c', docutils], { input: `On Mills\n========\n\n${rst(notes)}`, env: { PYTHONPATH: 'tools/usr/lib/python3/dist-packages' } }).toString(),
  'Asciidoctor': (notes) => asciidoctor(adoc(notes), { standalone: true, attributes: { linkcss: true } }),
};
const kinds = {
  'a place': (n) => `Noted ${n}, p. 12.`,
  'an address': (n) => `Noted ${n}: https://example.org/mills/of/the/north/${n}`,
  'sentences': (n) => `Noted ${n}: the mills, of which there were many, were shut in May, and nobody, not even Roe, had been told, which is why she says so.`,
};
for (const [writer, write] of Object.entries(writers)) {
  for (const [kind, note] of Object.entries(kinds)) {
    const html = await write(four.map(note));
    const { document } = new JSDOM(html, { url: 'https://example.org/paper' }).window;
    const written = four.filter((n) => document.body.textContent.includes(`Noted ${n}`)).length;
    const read = new JSDOM(new Readability(document).parse().content).window.document;
    const notes = four.filter((n) => read.body.textContent.includes(`Noted ${n}`)).length;
    const marks = [...read.querySelectorAll('a')].filter((link) => /^\[?[1-4]\]?$/.test(link.textContent.trim()) && link.closest('p, .paragraph')?.textContent.startsWith('A lamp')).length;
    console.log(`${writer}, ${kind} | notes ${notes} of ${written}, marks ${marks}`);
  }
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
Pandoc, a place | notes 4 of 4, marks 4
Pandoc, an address | notes 4 of 4, marks 4
Pandoc, sentences | notes 4 of 4, marks 4
docutils, a place | notes 0 of 4, marks 4
docutils, an address | notes 0 of 4, marks 4
docutils, sentences | notes 0 of 4, marks 4
Asciidoctor, a place | notes 0 of 4, marks 4
Asciidoctor, an address | notes 0 of 4, marks 4
Asciidoctor, sentences | notes 4 of 4, marks 4
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
