#!/usr/bin/env bash
# The rule of retext for quotation marks wants ’tis and rock ’n’ roll to begin quotations.
#
# Tool:    retext-quotes 6.0.2 with retext 9.0.0, `preferred: 'smart'` and 'straight'.
# Guess:   it tells an elision from an opening mark, as its page shows with “’80s”, and nested marks from outer ones. In doubt: ’90s.
#          Of a speech of two paragraphs nothing was guessed.
# Seen:    ’90s is known, but a straight mark in 'tis or rock 'n' roll shall be a double quotation mark, “tis and “n”, which claims
#          words as quoted that nobody quoted. The typographic ’tis is wrong to it where straight marks are wanted: it shall be "tis.
#          A mark that closes after two paragraphs shall open.
# Matters: who follows the messages in a paper makes quotations of words that are none, and checks of quotations seek them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund retext@9.0.0 retext-quotes@6.0.2 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { retext } from 'retext';
import retextQuotes from 'retext-quotes';

for (const [preferred, texts] of Object.entries({
  smart: ["It is so, 'tis said.", "Rock 'n' roll.", "In the '90s.", "The boats' oars.", '"He said \'so\' twice."', '"It is so.\n\nAnd so."'],
  straight: ['It is so, ’tis said.', 'In the ’90s.', 'The boats’ oars.', '“He said ‘so’ twice.”'],
}))
  for (const text of texts) {
    const { messages } = await retext().use(retextQuotes, { preferred }).process(text);
    console.log(`${preferred} | ${JSON.stringify(text)} | ${messages.map(({ actual, expected }) => `${actual} shall be ${expected.join(' or ')}`).join(', ')}`);
  }
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
smart | "It is so, 'tis said." | ' shall be “
smart | "Rock 'n' roll." | ' shall be “, ' shall be ”
smart | "In the '90s." | ' shall be ’
smart | "The boats' oars." | ' shall be ’
smart | "\"He said 'so' twice.\"" | " shall be “, ' shall be ‘, ' shall be ’, " shall be ”
smart | "\"It is so.\n\nAnd so.\"" | " shall be “, " shall be “
straight | "It is so, ’tis said." | ’ shall be "
straight | "In the ’90s." | ’ shall be '
straight | "The boats’ oars." | ’ shall be '
straight | "“He said ‘so’ twice.”" | “ shall be ", ‘ shall be ', ’ shall be ', ” shall be "
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
