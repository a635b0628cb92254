#!/usr/bin/env bash
# A sentence that docx-redline-js rewrites with tracked changes loses its footnote, and rejecting the changes does not bring it back.
#
# Tool:    @ansonlai/docx-redline-js 0.1.6 (2026; rewrites paragraphs of Word files with tracked changes, for assistants that propose
#          wording), its document-safe applyOperationToDocumentXml; Pandoc 3.10 (npm pandoc-wasm 1.1.0) makes the file and reads it with
#          the changes accepted and rejected.
# Guess:   rejecting all gives the old paragraph, accepting all the new words; notes stay, as its page says that marks of notes are
#          structure "that should survive". Words that are given as plain text come out as they are.
# Seen:    if a word changes, all of this holds. If most of the sentence does, the note goes without being tracked: it is there neither
#          when the changes are accepted nor when they are rejected. A sentence before the mark comes out superscript. A citation key
#          with an underscore loses it ("[@doe_2020, p. 4], as he_says" is doe2020, the rest in italics up to the next one), and
#          "2 * 3 * 4" its stars.
# Matters: who rejects a proposal thinks that nothing has happened, and a source is gone; who accepts one has a key that no bibliography has.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund @ansonlai/docx-redline-js@0.1.6 @xmldom/xmldom@0.8.10 fflate@0.8.2 \
  pandoc-wasm@1.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { configureLogger, configureXmlProvider } from '@ansonlai/docx-redline-js';
import { applyOperationToDocumentXml } from '@ansonlai/docx-redline-js/services/standalone-operation-runner.js';
import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { convert } from 'pandoc-wasm';

configureXmlProvider({ DOMParser, XMLSerializer });
configureLogger({ log() {}, warn() {}, error() {} });
const written = async (markdown) => {
  const { files } = await convert({ from: 'markdown', to: 'docx', standalone: true, 'output-file': 'paper.docx' }, markdown, {});
  return new Uint8Array(await files['paper.docx'].arrayBuffer());
};
const read = async (file, changes) => {
  const options = { from: 'docx', to: 'markdown', wrap: 'none', 'track-changes': changes, 'input-files': ['paper.docx'] };
  const { stdout } = await convert(options, null, { 'paper.docx': new Blob([file]) });
  return stdout.trim().replace(/\n+/g, ' ⏎ ');
};
const note = '\n\n[^a]: Of oil.';
const cases = [
  [`A lamp[^a] does not burn.${note}`, 'A lamp does not burn.', 'A lamp does burn.'],
  [`A lamp[^a] does not burn.${note}`, 'A lamp does not burn.', 'Candles are what gives us light.'],
  [`A lamp does not burn.[^a]${note}`, 'A lamp does not burn.', 'Boats float on the pond.'],
  ['So it is \\[@doe_2020, p. 3\\], as he_says.', 'So it is [@doe_2020, p. 3], as he_says.', 'So it is [@doe_2020, p. 4], as he_says.'],
  ['2 \\* 3 \\* 4 is so.', '2 * 3 * 4 is so.', '2 * 3 * 4 is 24.'],
];
for (const [markdown, target, modified] of cases) {
  const file = await written(markdown);
  const parts = unzipSync(file);
  const { documentXml } = await applyOperationToDocumentXml(strFromU8(parts['word/document.xml']), { type: 'redline', target, modified }, 'Ada');
  const redlined = zipSync({ ...parts, 'word/document.xml': strToU8(documentXml) });
  console.log(`before   | ${await read(file, 'accept')}\nproposed | ${modified}\naccepted | ${await read(redlined, 'accept')}`);
  if (markdown.includes('[^a]')) console.log(`rejected | ${await read(redlined, 'reject')}`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
before   | A lamp[^1] does not burn. ⏎ [^1]: Of oil.
proposed | A lamp does burn.
accepted | A lamp[^1] does burn. ⏎ [^1]: Of oil.
rejected | A lamp[^1] does not burn. ⏎ [^1]: Of oil.
before   | A lamp[^1] does not burn. ⏎ [^1]: Of oil.
proposed | Candles are what gives us light.
accepted | Candles are what gives us light.
rejected | A lamp does not burn.
before   | A lamp does not burn.[^1] ⏎ [^1]: Of oil.
proposed | Boats float on the pond.
accepted | ^Boats\ float\ on\ the\ pond.^
rejected | A lamp does not burn.
before   | So it is \[@doe_2020, p. 3\], as he_says.
proposed | So it is [@doe_2020, p. 4], as he_says.
accepted | So it is \[@doe*2020, p.* *4\], as* *he*says.
before   | 2 \* 3 \* 4 is so.
proposed | 2 * 3 * 4 is 24.
accepted | 2 *3* 4 is 24.
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
