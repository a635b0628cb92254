#!/usr/bin/env bash
# VS Code's "Organize Link Definitions" drops the titles of links, breaks addresses in angle brackets and removes definitions that are used.
#
# Tool:    vscode-markdown-languageservice 0.4.0, which VS Code's Markdown runs on, with its organizeLinkDefinitions; markdown-it 14.1.0,
#          VS Code's parser, says what a reader sees before and after.
# Guess:   definitions go to the end in order, and a reader sees the same as before; with removeUnused only those go that nothing uses.
#          What looks like one within a paragraph, where Markdown has none, stays.
# Seen:    only name and address are written again: titles are lost in each spelling, an address loses its angle brackets and with
#          a blank in it is no definition any more; an address or title on a line of its own stays behind as a paragraph. [Doe] does
#          not count as a use of [doe], nor [Jo Doe] of [Jo  Doe], though to Markdown both are one, so that the definition is removed.
#          A line of a paragraph that begins like a definition is taken out of it.
# Matters: in papers that keep their sources as definitions ("[doe]: https://… 'Doe, Boats, 1848'") one command takes all the titles.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund vscode-markdown-languageservice@0.4.0 vscode-languageserver@11.0.0 \
  vscode-languageserver-textdocument@1.0.16 vscode-uri@3.2.0 markdown-it@14.1.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { createLanguageService, githubSlugifier } = require('vscode-markdown-languageservice');
const { TextDocument } = require('vscode-languageserver-textdocument');
const { URI } = require('vscode-uri');
const markdown = require('markdown-it')();

const never = () => ({ dispose() {} });
const token = { isCancellationRequested: false, onCancellationRequested: never };
async function organized(text) {
  const document = TextDocument.create('file:///papers/paper.md', 'markdown', 1, text);
  const workspace = {
    workspaceFolders: [URI.parse('file:///papers')],
    getAllMarkdownDocuments: async () => [document],
    hasMarkdownDocument: () => true,
    openMarkdownDocument: async () => document,
    stat: async () => ({ isDirectory: false }),
    readDirectory: async () => [],
    onDidChangeMarkdownDocument: never,
    onDidCreateMarkdownDocument: never,
    onDidDeleteMarkdownDocument: never,
  };
  const parser = { slugifier: githubSlugifier, tokenize: async (given) => markdown.parse(given.getText(), {}) };
  const service = createLanguageService({ workspace, parser, logger: { level: 0, log() {} } });
  return TextDocument.applyEdits(document, await service.organizeLinkDefinitions(document, { removeUnused: true }, token));
}
const papers = {
  'plain': 'See [doe].\n\n[doe]: https://example.org\n\nText\n',
  'a title': 'See [doe].\n\n[doe]: https://example.org "Doe, Boats"\n\nText\n',
  'a title below': "See [doe].\n\n[doe]: https://example.org\n  'Doe, Boats'\n\nText\n",
  'an address below': 'See [doe].\n\n[doe]:\n  https://example.org\n\nText\n',
  'angle brackets': 'See [doe].\n\n[doe]: <boats and lamps.md>\n\nText\n',
  'capitals': 'See [Doe].\n\n[doe]: https://example.org\n\nText\n',
  'two words': 'See [Jo Doe].\n\n[Jo  Doe]: https://example.org\n\nText\n',
  'in a paragraph': 'See the mark\n[doe]: https://example.org\nin [doe].\n',
};
for (const [name, text] of Object.entries(papers)) {
  const after = await organized(text);
  const [seenBefore, seenAfter] = [markdown.render(text), markdown.render(after)];
  console.log(`${name} | ${JSON.stringify(after)}`);
  if (seenAfter !== seenBefore) console.log(`  before | ${JSON.stringify(seenBefore)}\n  after  | ${JSON.stringify(seenAfter)}`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
plain | "See [doe].\n\n\n\nText\n\n[doe]: https://example.org"
a title | "See [doe].\n\n\n\nText\n\n[doe]: https://example.org"
  before | "<p>See <a href=\"https://example.org\" title=\"Doe, Boats\">doe</a>.</p>\n<p>Text</p>\n"
  after  | "<p>See <a href=\"https://example.org\">doe</a>.</p>\n<p>Text</p>\n"
a title below | "See [doe].\n\n\n  'Doe, Boats'\n\nText\n\n[doe]: https://example.org"
  before | "<p>See <a href=\"https://example.org\" title=\"Doe, Boats\">doe</a>.</p>\n<p>Text</p>\n"
  after  | "<p>See <a href=\"https://example.org\">doe</a>.</p>\n<p>'Doe, Boats'</p>\n<p>Text</p>\n"
an address below | "See [doe].\n\n\n  https://example.org\n\nText\n\n[doe]: https://example.org"
  before | "<p>See <a href=\"https://example.org\">doe</a>.</p>\n<p>Text</p>\n"
  after  | "<p>See <a href=\"https://example.org\">doe</a>.</p>\n<p>https://example.org</p>\n<p>Text</p>\n"
angle brackets | "See [doe].\n\n\n\nText\n\n[doe]: boats and lamps.md"
  before | "<p>See <a href=\"boats%20and%20lamps.md\">doe</a>.</p>\n<p>Text</p>\n"
  after  | "<p>See [doe].</p>\n<p>Text</p>\n<p>[doe]: boats and lamps.md</p>\n"
capitals | "See [Doe].\n\n\n\nText\n\n"
  before | "<p>See <a href=\"https://example.org\">Doe</a>.</p>\n<p>Text</p>\n"
  after  | "<p>See [Doe].</p>\n<p>Text</p>\n"
two words | "See [Jo Doe].\n\n\n\nText\n\n"
  before | "<p>See <a href=\"https://example.org\">Jo Doe</a>.</p>\n<p>Text</p>\n"
  after  | "<p>See [Jo Doe].</p>\n<p>Text</p>\n"
in a paragraph | "See the mark\n\nin [doe].\n\n[doe]: https://example.org"
  before | "<p>See the mark\n[doe]: https://example.org\nin [doe].</p>\n"
  after  | "<p>See the mark</p>\n<p>in <a href=\"https://example.org\">doe</a>.</p>\n"
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
