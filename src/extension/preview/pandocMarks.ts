import type { BlockState, CoreState, InlineState, MarkdownIt } from './markdownIt.ts';

const attribute = String.raw`(?:[.#][^\s{}]+|[a-zA-Z][\w:.-]*=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}"']+))`;
const attributes = new RegExp(String.raw`\{\s*${attribute}(?:\s+${attribute})*\s*\}`, 'y');
const divFence = /^:{3,}[ \t]*(?:\{[^{}]*\}|[^\s:{}]+)?[ \t]*:*[ \t]*$/;
const raised = /([~^])((?:[^\s^~\\[\]]|\\[^\s])+)\1/y;

/** The classes of spans that change how words look. Others, as `.term`, say what words are. */
const looks: readonly (readonly [RegExp, string])[] = [
  [/\.(?:smallcaps|sc)(?![\w-])/, 'pilcrow-small-caps'],
  [/\.(?:underline|ul)(?![\w-])/, 'pilcrow-underline'],
];

/**
 * Has markdown-it draw what Pandoc reads and it does not: spans (`[mass line]{.term}`), the fences of divs, attributes of headings,
 * and words set low or high. Readers of the preview would see the signs. Only papers are drawn so.
 */
export function drawPandocMarks(markdownIt: MarkdownIt, isPaper: (env: object) => boolean): void {
  const inPapers =
    (rule: (state: InlineState, silent: boolean) => boolean) => (state: InlineState, silent: boolean) =>
      isPaper(state.env) && rule(state, silent);
  markdownIt.inline.ruler.before('link', 'pilcrow_span', inPapers(readSpan));
  markdownIt.inline.ruler.before('link', 'pilcrow_raised', inPapers(readRaised));
  markdownIt.block.ruler.before(
    'paragraph',
    'pilcrow_div',
    (state, line, _end, silent) => isPaper(state.env) && readDivFence(state, line, silent),
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
  markdownIt.core.ruler.before('inline', 'pilcrow_heading_attributes', (state) => {
    if (isPaper(state.env)) dropHeadingAttributes(state);
  });
}

function readSpan(state: InlineState, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src[pos] !== '[') return false;
  const end = state.md.helpers.parseLinkLabel(state, pos);
  attributes.lastIndex = end + 1;
  const written = end < 0 ? undefined : attributes.exec(src)?.[0];
  if (written === undefined || attributes.lastIndex > posMax) return false;
  if (!silent) {
    const look = looks.find(([pattern]) => pattern.test(written));
    drawWithin(state, look && { class: look[1] }, 'span', pos + 1, end);
  }
  state.pos = end + 1 + written.length;
  return true;
}

function readRaised(state: InlineState, silent: boolean): boolean {
  raised.lastIndex = state.pos;
  const found = raised.exec(state.src);
  if (!found || raised.lastIndex > state.posMax) return false;
  const [written, mark] = found;
  const after = state.pos + written.length;
  if (!silent) drawWithin(state, undefined, mark === '^' ? 'sup' : 'sub', state.pos + 1, after - 1);
  state.pos = after;
  return true;
}

/** Draws a stretch of the source within an element. */
function drawWithin(
  state: InlineState,
  shown: { readonly class: string } | undefined,
  tag: string,
  start: number,
  end: number,
): void {
  const { posMax } = state;
  const open = state.push('pilcrow_mark_open', tag, 1);
  if (shown) open.attrs = [['class', shown.class]];
  state.pos = start;
  state.posMax = end;
  state.md.inline.tokenize(state);
  state.posMax = posMax;
  state.push('pilcrow_mark_close', tag, -1);
}

function readDivFence(state: BlockState, line: number, silent: boolean): boolean {
  const { bMarks, tShift, eMarks, sCount, blkIndent, src } = state;
  if ((sCount[line] ?? 0) - blkIndent >= 4) return false;
  const written = src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line]);
  if (!divFence.test(written)) return false;
  if (!silent) state.line = line + 1;
  return true;
}

function dropHeadingAttributes({ tokens }: CoreState): void {
  for (const [at, { type }] of tokens.entries()) {
    const inline = tokens[at + 1];
    if (type !== 'heading_open' || !inline) continue;
    const start = inline.content.lastIndexOf('{');
    attributes.lastIndex = start;
    if (
      start > 0 &&
      attributes.test(inline.content) &&
      inline.content.slice(attributes.lastIndex).trim() === ''
    )
      inline.content = inline.content.slice(0, start).trimEnd();
  }
}
