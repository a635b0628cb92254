#!/usr/bin/env bash
# In the usual XPath of Node.js what follows a note is the note's own text, and what stands before it includes the paragraph it is in.
#
# Tool:    xpath 0.0.34 (XPath 1.0 for documents of xmldom; millions of downloads) with @xmldom/xmldom 0.9.12, and with a document of jsdom
#          26.1.0; jsdom's own evaluate and fontoxpath 3.34.0 (with slimdom 4.3.5) say what the standard has.
# Guess:   following:: is all after the end of an element, preceding:: all before its start, neither with ancestors or descendants;
#          attributes count with their element's place. The declaration <?xml?> is no instruction, xmlns="…" no attribute.
# Seen:    following:: has the element's own descendants and leaves out later paragraphs of the document; preceding:: has the ancestors.
#          So "the words after the note" are its own, and "the next paragraph" of one that has a note is none. From an attribute
#          nothing is found. With xmldom <?xml?> is an instruction; xmlns is an attribute, to jsdom itself as well. Siblings are right.
# Matters: scripts over TEI and DocBook that take the words after a note or the paragraph after one with notes print the notes, silently.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund xpath@0.0.34 @xmldom/xmldom@0.9.12 jsdom@26.1.0 fontoxpath@3.34.0 slimdom@4.3.5 \
  >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { createRequire } from 'node:module';
import { parseXmlDocument } from 'slimdom';

const require = createRequire(import.meta.url);
const { DOMParser } = require('@xmldom/xmldom');
const { evaluateXPathToNodes } = require('fontoxpath');
const { JSDOM } = require('jsdom');
const { select } = require('xpath');

const text = `<?xml version="1.0"?><body xmlns:x="urn:example:x"><p n="1">A <pb n="7"/>lamp<note n="1">Of <hi>oil</hi>.</note> is full.</p><p n="2">A boat<note n="2">Of wood.</note> floats.</p><p n="3">End.</p></body>`;
const inJsdom = new (new JSDOM('').window.DOMParser)().parseFromString(text, 'text/xml');
const inXmldom = new DOMParser().parseFromString(text, 'text/xml');
const inSlimdom = parseXmlDocument(text);
function evaluated(path) {
  const result = inJsdom.evaluate(path, inJsdom, null, 0, null);
  const nodes = [];
  for (let node = result.iterateNext(); node; node = result.iterateNext()) nodes.push(node);
  return nodes;
}
const engines = {
  'fontoxpath': (path) => evaluateXPathToNodes(path, inSlimdom),
  'jsdom': evaluated,
  'xpath': (path) => select(path, inXmldom),
  'xpath on jsdom': (path) => select(path, inJsdom),
};
const shown = (node) => (node.nodeType === 1 ? `<${node.localName} ${node.getAttribute('n') ?? ''}>`.replace(' >', '>') : node.nodeType === 2 ? `@${node.name}` : JSON.stringify(node.nodeValue));
const paths = [
  '//note/following::text()[1]', '//p[@n="1"]/following::p[1]', '//p[@n="1"]/following::*', '//note[@n="2"]/preceding::*', '//note[@n="2"]/preceding::pb[1]',
  '//note/following-sibling::text()', '//@n[.="2"]/preceding::note', '//processing-instruction()', '/*/@*',
];
for (const path of paths) {
  console.log(path);
  for (const [name, find] of Object.entries(engines)) console.log(`  ${name} | ${find(path).map(shown).join(' ') || 'nothing'}`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
//note/following::text()[1]
  fontoxpath | " is full." " floats."
  jsdom | " is full." " floats."
  xpath | "Of " "Of wood."
  xpath on jsdom | "Of " "Of wood."
//p[@n="1"]/following::p[1]
  fontoxpath | <p 2>
  jsdom | <p 2>
  xpath | nothing
  xpath on jsdom | nothing
//p[@n="1"]/following::*
  fontoxpath | <p 2> <note 2> <p 3>
  jsdom | <p 2> <note 2> <p 3>
  xpath | <pb 7> <note 1> <hi>
  xpath on jsdom | <pb 7> <note 1> <hi>
//note[@n="2"]/preceding::*
  fontoxpath | <p 1> <pb 7> <note 1> <hi>
  jsdom | <p 1> <pb 7> <note 1> <hi>
  xpath | <body> <p 1> <pb 7> <note 1> <hi> <p 2>
  xpath on jsdom | <body> <p 1> <pb 7> <note 1> <hi> <p 2>
//note[@n="2"]/preceding::pb[1]
  fontoxpath | <pb 7>
  jsdom | <pb 7>
  xpath | <pb 7>
  xpath on jsdom | <pb 7>
//note/following-sibling::text()
  fontoxpath | " is full." " floats."
  jsdom | " is full." " floats."
  xpath | " is full." " floats."
  xpath on jsdom | " is full." " floats."
//@n[.="2"]/preceding::note
  fontoxpath | <note 1>
  jsdom | <note 1>
  xpath | nothing
  xpath on jsdom | nothing
//processing-instruction()
  fontoxpath | nothing
  jsdom | nothing
  xpath | "version=\"1.0\""
  xpath on jsdom | nothing
/*/@*
  fontoxpath | nothing
  jsdom | @xmlns:x
  xpath | @xmlns:x
  xpath on jsdom | @xmlns:x
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
