#!/usr/bin/env bash
# hyphen's function for HTML hyphenates within "&eacute;", so that a page shows "&ea-cute;galit&ea-cute;" instead of égalité.
#
# Tool:    hyphen 1.14.1 (Liang's algorithm; millions of downloads, also by way of react-pdf): hyphenateHTML, in English and French;
#          jsdom 26.1.0 shows the page.
# Guess:   its page says that tags are left alone, so entities are, too, as well as what is in <code>. Keys of citations and
#          addresses are text to it. An apostrophe is the same, straight or curly.
# Seen:    attributes are left alone. An entity whose name can be divided gets a soft hyphen within and is none any more. Code is
#          hyphenated, and copied out of the page it has unseen signs. "aujourd'hui" is divided otherwise than "aujourd’hui".
# Matters: pages and quotations by programs that write entities show code for each accented letter, and are found by no search.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund hyphen@1.14.1 jsdom@26.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { createRequire } from 'node:module';
import { JSDOM } from 'jsdom';

const require = createRequire(import.meta.url);
const languages = { en: require('hyphen/en'), fr: require('hyphen/fr') };
const softHyphen = /\u00AD/g;
const pieces = {
  en: ['<p title="proletarian">proletarian</p>', '<p>caf&eacute; &mdash; fa&ccedil;ade &#233;</p>', '<p>na&iuml;ve &amp; &hellip;</p>', '<p><code>proletarian</code></p>', '<p>[@proletarian2020]</p>'],
  fr: ['<p>l&rsquo;&eacute;galit&eacute;</p>', '<p>l’égalité</p>', "<p>aujourd'hui aujourd’hui</p>"],
};
for (const [language, texts] of Object.entries(pieces)) {
  for (const text of texts) {
    const hyphenated = languages[language].hyphenateHTMLSync(text);
    const shown = new JSDOM(hyphenated).window.document.body.textContent;
    const plain = new JSDOM(text).window.document.body.textContent;
    console.log(`${language} | ${text} | shown: ${shown.replace(softHyphen, '-')} | the same words: ${shown.replace(softHyphen, '') === plain}`);
  }
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
en | <p title="proletarian">proletarian</p> | shown: pro-le-tar-i-an | the same words: true
en | <p>caf&eacute; &mdash; fa&ccedil;ade &#233;</p> | shown: caf&ea-cute; — façade é | the same words: false
en | <p>na&iuml;ve &amp; &hellip;</p> | shown: naïve & &hel-lip; | the same words: false
en | <p><code>proletarian</code></p> | shown: pro-le-tar-i-an | the same words: true
en | <p>[@proletarian2020]</p> | shown: [@pro-le-tar-i-an2020] | the same words: true
fr | <p>l&rsquo;&eacute;galit&eacute;</p> | shown: l&rs-quo;&ea-cute;ga-lit&ea-cute; | the same words: false
fr | <p>l’égalité</p> | shown: l’éga-li-té | the same words: true
fr | <p>aujourd'hui aujourd’hui</p> | shown: au-jour-d'hui au-jourd’hui | the same words: true
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
