#!/usr/bin/env bash
# What tiptap's Markdown extension writes it reads back as something else: a paragraph that begins with "p. 3" as item 16 of a list.
#
# Tool:    @tiptap/markdown 3.35.0 with @tiptap/starter-kit 3.35.0, its MarkdownManager alone, in jsdom.
# Guess:   a paragraph that was typed comes back as that paragraph, because what would begin a list, a heading or a rule is escaped,
#          as stars and brackets are; and text that is read and written again stays what it was, but for notes, which it does not know.
# Seen:    beginnings of lines are not escaped: "1848. The boats left." comes back as a list that begins with 1848, "- Not so, said
#          he." as one with a dot, "# 5" as a heading. A letter and a full stop begin a list as well, which Markdown has not: "p. 3",
#          "n. 2" and "S. 12" lose their letter, and "c. 1848" becomes item 100. `1848\.` loses its
#          backslash. A note of one word becomes a link to that word; citations get backslashes, so that Pandoc cites nothing.
# Matters: papers full of places and years change when an editor of this kind opens and saves them, and look alike on the screen.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund jsdom@26.1.0 @tiptap/core@3.35.0 @tiptap/pm@3.35.0 \
  @tiptap/starter-kit@3.35.0 @tiptap/markdown@3.35.0 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html>');
Object.assign(globalThis, { window, document: window.document });
globalThis.navigator ??= window.navigator;
const { MarkdownManager } = await import('@tiptap/markdown');
const { default: StarterKit } = await import('@tiptap/starter-kit');
const manager = new MarkdownManager({ extensions: [StarterKit] });

const wordsOf = (node) => node.text ?? (node.content ?? []).map(wordsOf).join('');
const kindOf = ({ type, attrs }) => type + (attrs?.start ? ` from ${attrs.start}` : '');
console.log('typed as a paragraph | read back');
for (const text of ['1848. The boats left.', '12. May was a Friday.', 'p. 3 says so.', 'n. 2 says more.', 'c. 1848 they left.', 'S. 12 ff.',
  '- Not so, said he.', '# 5 is the number.', '*Stars* are escaped.', '> so is this.']) {
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text }] };
  const back = manager.parse(manager.serialize({ type: 'doc', content: [paragraph] }));
  console.log(`${text} | ${back.content.map((node) => `${kindOf(node)}: ${wordsOf(node)}`).join(' / ')}`);
}
console.log('\nMarkdown | written again');
for (const text of ['1848\\. The boats left.', 'A word[^1].\n\n[^1]: Oil.', 'So it is [@doe, ¶ 12].', 'H~2~O', '5. five\n6. six', '> quoted\n>\n> > within'])
  console.log(`${JSON.stringify(text)} | ${JSON.stringify(manager.serialize(manager.parse(text)))}`);
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
typed as a paragraph | read back
1848. The boats left. | orderedList from 1848: The boats left.
12. May was a Friday. | orderedList from 12: May was a Friday.
p. 3 says so. | orderedList from 16: 3 says so.
n. 2 says more. | orderedList from 14: 2 says more.
c. 1848 they left. | orderedList from 100: 1848 they left.
S. 12 ff. | orderedList from 19: 12 ff.
- Not so, said he. | bulletList: Not so, said he.
# 5 is the number. | heading: 5 is the number.
*Stars* are escaped. | paragraph: *Stars* are escaped.
> so is this. | paragraph: > so is this.

Markdown | written again
"1848\\. The boats left." | "1848. The boats left."
"A word[^1].\n\n[^1]: Oil." | "A word[^1](Oil.)."
"So it is [@doe, ¶ 12]." | "So it is \\[@doe, ¶ 12\\]."
"H~2~O" | "H~~2~~O"
"5. five\n6. six" | "5. five\n6. six"
"> quoted\n>\n> > within" | "> quoted\n>\n> > within"
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
