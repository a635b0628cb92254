#!/usr/bin/env bash
# Templates for Word that repeat a paragraph with a note give all copies one note: unfilled, of the first entry, or of none of them.
#
# Tool:    docxtemplater 3.71.0 (with pizzip 3.3.0), easy-template-x 7.2.8, carbone 3.8.2 and docx-templates 4.15.0; Pandoc 3.10 (npm
#          pandoc-wasm 1.1.0) writes the template and reads the result.
# Guess:   placeholders in notes are filled as in the text; in a loop each copy of a paragraph gets a note of its own, with its own words.
# Seen:    easy-template-x leaves {name} in notes as it stands. In a loop docxtemplater fills the note from the outermost data, carbone
#          from the first entry, easy-template-x not at all; docx-templates throws, as it does not know the loop's variable there. The
#          copies of the paragraph all have the one note, since its number is copied with the paragraph.
# Matters: a list of the group's works made from a template cites for each of them the source of the first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund docxtemplater@3.71.0 pizzip@3.3.0 easy-template-x@7.2.8 carbone@3.8.2 \
  docx-templates@4.15.0 pandoc-wasm@1.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { createReport } from 'docx-templates';
import { TemplateHandler } from 'easy-template-x';
import { convert } from 'pandoc-wasm';

const require = createRequire(import.meta.url);
const Docxtemplater = require('docxtemplater');
const PizZip = require('pizzip');
const carbone = require('carbone');
const write = async (paper) => {
  const { files } = await convert({ from: 'markdown', to: 'docx', standalone: true, 'output-file': 'paper.docx' }, paper, {});
  return Buffer.from(await files['paper.docx'].arrayBuffer());
};
const read = async (bytes) => {
  const settings = { from: 'docx', to: 'plain', wrap: 'none', 'input-files': ['paper.docx'] };
  return (await convert(settings, null, { 'paper.docx': new Blob([bytes]) })).stdout.replace(/\s*\n+/g, ' / ');
};
const data = { group: 'Lamps', source: 'Reader', works: [{ title: 'Boats', source: 'Doe' }, { title: 'Mills', source: 'Roe' }] };
const engines = {
  'docxtemplater': [
    'By {group}[^a].\n\n{#works}\n\n{title}[^b]\n\n{/works}\n\n[^a]: See {group}.\n[^b]: From {source}.\n',
    (template) => new Docxtemplater(new PizZip(template), { paragraphLoop: true }).render(data).getZip().generate({ type: 'nodebuffer' }),
  ],
  'easy-template-x': [
    'By {group}[^a].\n\n{#works}\n\n{title}[^b]\n\n{/works}\n\n[^a]: See {group}.\n[^b]: From {source}.\n',
    (template) => new TemplateHandler().process(template, data),
  ],
  'carbone': [
    'By {d.group}[^a].\n\n{d.works[i].title}[^b]\n\n{d.works[i+1].title}\n\n[^a]: See {d.group}.\n[^b]: From {d.works[i].source}.\n',
    async (template) => {
      writeFileSync('template.docx', template);
      return promisify(carbone.render)('./template.docx', data);
    },
  ],
  'docx-templates': [
    'By +++group+++[^a].\n\n+++FOR work IN works+++\n\n+++$work.title+++[^b]\n\n+++END-FOR work+++\n\n[^a]: See +++group+++.\n[^b]: From +++$work.source+++.\n',
    (template) => createReport({ template, data, cmdDelimiter: '+++' }),
  ],
};
for (const [name, [template, fill]] of Object.entries(engines)) {
  try {
    console.log(`${name} | ${await read(Buffer.from(await fill(await write(template))))}`);
  } catch (error) {
    console.log(`${name} | throws: ${error.message}`);
  }
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
docxtemplater | By Lamps[1]. / Boats[2] / Mills[3] / [1] See Lamps. / [2] From Reader. / [3] From Reader. / 
easy-template-x | By Lamps[1]. / Boats[2] / Mills[3] / [1] See {group}. / [2] From {source}. / [3] From {source}. / 
carbone | By Lamps[1]. / Boats[2] / Mills[3] / [1] See Lamps. / [2] From Doe. / [3] From Doe. / 
docx-templates | throws: Error executing command '$work.source': ReferenceError: $work is not defined
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
