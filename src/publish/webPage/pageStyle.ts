/** The look of a page: light or dark as the reader has it, wide as lines are read well, and on paper without what only a screen needs. */
export const pageStyle = `
:root { --text: #1b1b1b; --back: #ffffff; --soft: #595959; --line: #c9c9c9; --link: #0b57a4; --mark: #fff1b8; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e4e4e4; --back: #181a1b; --soft: #adadad; --line: #4a4a4a; --link: #8ab8f0; --mark: #4a3f10; }
}
html { background: var(--back); color: var(--text); font: 1.05rem/1.55 Georgia, "Times New Roman", serif; }
body { margin: 0; }
main { max-width: 40rem; margin: 0 auto; padding: 2rem 1rem 4rem; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 0.6em; break-after: avoid; }
header { margin-bottom: 2.5rem; }
header h1 { margin: 0 0 0.3em; }
.subtitle { font-size: 1.15em; margin: 0 0 0.5em; }
.author, .date { margin: 0; color: var(--soft); }
.abstract { margin: 1.5rem 1.5rem 0; font-size: 0.95em; }
a { color: var(--link); }
.citation a { text-decoration: underline dotted; }
.citation a:hover, .citation a:focus { text-decoration: underline; }
:target { background: var(--mark); }
mark { background: var(--mark); color: inherit; }
blockquote { margin: 1em 0 1em 1.5rem; padding-left: 1rem; border-left: 3px solid var(--line); }
pre { overflow-x: auto; padding: 0.6rem; border: 1px solid var(--line); }
code { font-family: ui-monospace, Consolas, monospace; font-size: 0.9em; }
table { border-collapse: collapse; margin: 1em 0; display: block; overflow-x: auto; }
caption { text-align: left; color: var(--soft); padding-bottom: 0.3em; }
th, td { border: 1px solid var(--line); padding: 0.25em 0.6em; vertical-align: top; text-align: left; }
th > :first-child, td > :first-child { margin-top: 0; }
th > :last-child, td > :last-child { margin-bottom: 0; }
th > ul, th > ol, td > ul, td > ol { padding-left: 1.4em; }
.align-right { text-align: right; }
.align-center { text-align: center; }
figure { margin: 1.5em 0; }
figcaption { color: var(--soft); font-size: 0.92em; }
img { max-width: 100%; height: auto; }
dt { font-weight: bold; margin-top: 0.6em; }
dd { margin-left: 1.5rem; }
dd > p:first-child { margin-top: 0; }
ol.parenthesis, ol.parentheses { list-style-position: outside; }
li.task { list-style: none; }
.small-caps { font-variant: small-caps; }
.verse { margin-left: 1.5rem; }
.works { list-style: none; padding: 0; }
.works li { margin-bottom: 0.6em; }
.works.hanging li { padding-left: 2em; text-indent: -2em; }
.source { margin: 1.5em 0 0.3em; }
.passages dt { break-after: avoid; }
.trail { font-weight: normal; color: var(--soft); font-size: 0.9em; }
.gist { font-style: italic; }
.back { text-decoration: none; font-size: 0.85em; white-space: nowrap; }
sup, sub { line-height: 0; }
.note a { text-decoration: none; }
.footnotes { font-size: 0.92em; }
.remark { background: var(--mark); font-size: 0.85em; margin-left: 0.3em; padding: 0 0.3em; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2em 0; }
@media (forced-colors: active) {
  .remark { border: 1px solid; }
  :target { outline: 2px solid Highlight; outline-offset: 0.2em; }
}
@media print {
  :root { --text: #000000; --back: #ffffff; --soft: #444444; --line: #999999; --link: #000000; --mark: #ffffff; }
  html { font-size: 11pt; }
  main { max-width: none; padding: 0; }
  a { text-decoration: none; }
  .back { display: none; }
  p, li, dd { orphans: 3; widows: 3; }
  table, figure, pre { break-inside: avoid; }
  table { display: table; }
  mark.unresolved { border: 1px solid #000000; }
}
@page { margin: 2.2cm 2.4cm; }
`;
