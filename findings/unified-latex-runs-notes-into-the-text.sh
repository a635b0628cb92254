#!/usr/bin/env bash
# unified-latex makes Markdown in which footnotes, and the places of citations, stand within the sentence.
#
# Tool:    @unified-latex/unified-latex-to-mdast 1.8.4 with unified-latex-util-parse 1.8.4 and remark-stringify 11.
# Guess:   what Markdown has is kept: \footnote as a note, \enquote with quotation marks, the number that a list begins with;
#          what it has not is left as LaTeX, as `\cite[¶ 12]{doe}`, or named in a message.
# Seen:    the words of a note are glued to the word before it, and emphasis in them becomes a macro of the library's own,
#          "\html-tag:em{…}". \enquote loses its marks (``…'' keeps them). Of \cite[see][¶ 12]{doe} comes "see[¶ 12]doe". A list that
#          begins with 5 begins with 1, which no message says; \footnote, \enquote and \cite are "unknown macros" in one each.
# Matters: notes and quotations of a text that comes as LaTeX can no longer be told from what its author says.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund unified@11.0.5 remark-stringify@11.0.0 \
  @unified-latex/unified-latex-to-mdast@1.8.4 @unified-latex/unified-latex-util-parse@1.8.4 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { unifiedLatexToMdast } from '@unified-latex/unified-latex-to-mdast';
import { unifiedLatexFromString } from '@unified-latex/unified-latex-util-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

for (const latex of [
  String.raw`A word.\footnote{A note, \emph{of course}.} The next.`,
  String.raw`He says \enquote{quoted words} of it.`,
  "He says ``quoted words'' of it.",
  String.raw`It is so \cite[see][¶ 12]{doe}.`,
  String.raw`It is so \parencite[12]{doe}, says \textcite{roe}.`,
  String.raw`\begin{enumerate}\setcounter{enumi}{4}\item five\end{enumerate}`,
]) {
  const file = await unified().use(unifiedLatexFromString).use(unifiedLatexToMdast).use(remarkStringify).process(latex);
  console.log(`${latex}\n  ${String(file).trim()} (${String(file.messages.length)} messages)`);
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
A word.\footnote{A note, \emph{of course}.} The next.
  A word.A note, \html-tag:em{\html-attr:className{"emph"}of course}. The next. (1 messages)
He says \enquote{quoted words} of it.
  He says quoted words of it. (1 messages)
He says ``quoted words'' of it.
  He says “quoted words” of it. (0 messages)
It is so \cite[see][¶ 12]{doe}.
  It is so see\[¶ 12]doe. (1 messages)
It is so \parencite[12]{doe}, says \textcite{roe}.
  It is so \[12]doe, says roe. (2 messages)
\begin{enumerate}\setcounter{enumi}{4}\item five\end{enumerate}
  1. five (0 messages)
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
