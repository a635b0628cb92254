#!/usr/bin/env bash
# officeparser gives every typographic quotation mark, apostrophe and accented letter of an RTF file twice, and loses its dashes.
#
# Tool:    officeparser 7.8.0 (text and Markdown out of office files), its reader of RTF; Pandoc 3.10 (npm pandoc-wasm 1.1.0) writes one file.
# Guess:   \uN is followed by a sign for old readers, which is left out as far as Word's and LibreOffice's files go; an oddity of
#          Pandoc's, a straight quotation mark as that sign, might slip through.
# Seen:    no form but \uc0 is read as it is meant: "It’s" is "It’?s" from Word's form, "It’’s" from LibreOffice's, "It’'s" from Pandoc's,
#          "café" is "caféé". \endash and \emdash are gone without a trace, so that "12–15" is "1215"; \~ is a tilde.
# Matters: a quotation out of such a text is found nowhere, a range of pages is another page, and nothing warns.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund officeparser@7.8.0 pandoc-wasm@1.1.0 >>npm.log 2>&1 ||
  { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { parseOffice } from 'officeparser';
import { convert } from 'pandoc-wasm';

const { stdout } = await convert({ from: 'markdown', to: 'rtf', standalone: true, wrap: 'none' }, '"It\'s a boat," he said, pp. 12--15 of *café*.', {});
const file = (text) => `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Times;}}\n\\pard ${text}\\par}`;
const files = {
  'written by Pandoc': stdout,
  "Word's form": file('\\u8220?It\\u8217?s a boat\\u8221? 12\\u8211?15 caf\\u233?'),
  "LibreOffice's form": file("\\u8220\\'93It\\u8217\\'92s a boat\\u8221\\'94 12\\u8211\\'9615 caf\\u233\\'e9"),
  'said to be one sign': file("\\uc1\\u8220\\'93It\\u8217\\'92s a boat\\u8221\\'94 12\\u8211\\'9615 caf\\u233\\'e9"),
  'said to be no sign': file('\\uc0\\u8220 It\\u8217 s a boat\\u8221  12\\u8211 15 caf\\u233 '),
  'hexadecimal alone': file("\\'93It\\'92s a boat\\'94 12\\'9615 caf\\'e9"),
  'names of signs': file('\\ldblquote It\\rquote s a boat\\rdblquote  12\\endash 15 \\emdash  p.\\~3'),
};
for (const [name, rtf] of Object.entries(files)) {
  const parsed = await parseOffice(Buffer.from(rtf), { fileType: 'rtf' });
  const { value } = await parsed.to('text');
  console.log(`${name} | ${value.trim().replace(/\u00A0/g, '_')}`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
written by Pandoc | “"It’'s a boat,”" he said, pp._?12–-15 of café?.
Word's form | “?It’?s a boat”? 12–?15 café?
LibreOffice's form | ““It’’s a boat”” 12––15 caféé
said to be one sign | ““It’’s a boat”” 12––15 caféé
said to be no sign | “It’s a boat” 12–15 café
hexadecimal alone | “It’s a boat” 12–15 café
names of signs | “It’s a boat” 1215  p.~3
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
