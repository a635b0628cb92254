import type { InlineState, MarkdownItToken } from './markdownIt.ts';
import type { Mark, StandIns } from './standIns.ts';

/** The token of an element. In the text of a picture, which is plain, it is nothing. */
export const elementType = 'pilcrow_element';

/**
 * Draws an element, and within it the words up to the stand-in that ends them. Returns where that ends; undefined where it stands
 * elsewhere, as in another cell of what only looks like a table.
 */
export function drawElement(
  state: InlineState,
  marked: StandIns,
  { html, close }: Extract<Mark, { kind: 'html' }>,
  start: number,
  isSilent: boolean,
): number | undefined {
  const push = (content: string, nesting: number): void => {
    state.push(elementType, '', nesting).content = content;
  };
  if (close === undefined) {
    if (!isSilent) push(html, 0);
    return start;
  }
  const { src, posMax } = state;
  const wanted = marked.reply.marks[close];
  let last = src.indexOf('[', start);
  while (last >= 0 && marked.at(src, last)?.mark !== wanted) last = src.indexOf('[', last + 1);
  if (last < 0 || last >= posMax || wanted?.kind !== 'html') return undefined;
  if (!isSilent) {
    push(html, 1);
    state.pos = start;
    state.posMax = last;
    state.md.inline.tokenize(state);
    state.posMax = posMax;
    push(wanted.html, -1);
  }
  return last + (marked.at(src, last)?.length ?? 0);
}

/**
 * Makes lists of definitions of paragraphs and the lists after them whose items are definitions. Each paragraph is a term.
 * @param lines the lines that begin a definition
 */
export function drawDefinitions(
  tokens: readonly MarkdownItToken[],
  lines: ReadonlySet<number>,
  newToken: (type: string, tag: string, nesting: number, level: number) => MarkdownItToken,
): MarkdownItToken[] {
  const out: MarkdownItToken[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    const end = isDefinitionList(tokens, at, lines) ? endOf(tokens, at) : -1;
    const [open, words, close] = out.slice(-3);
    if (end < 0 || open?.type !== 'paragraph_open' || !words || !close) {
      out.push(token);
      continue;
    }
    out.length -= 3;
    const before = out.at(-1);
    if (before?.type === 'pilcrow_definitions_close' && before.level === token.level) out.pop();
    else out.push(newToken('pilcrow_definitions_open', 'dl', 1, token.level));
    for (const each of [open, close]) Object.assign(each, { tag: 'dt', hidden: false });
    out.push(open, words, close);
    const inner = tokens.slice(at + 1, end);
    for (const each of inner) if (each.level === token.level + 1 && each.tag === 'li') each.tag = 'dd';
    out.push(...drawDefinitions(inner, lines, newToken));
    out.push(newToken('pilcrow_definitions_close', 'dl', -1, token.level));
    at = end;
  }
  return out;
}

/** Whether a list of which all items are definitions begins with a token. */
function isDefinitionList(
  tokens: readonly MarkdownItToken[],
  at: number,
  lines: ReadonlySet<number>,
): boolean {
  const list = tokens[at];
  if (list?.type !== 'bullet_list_open' || !lines.has(list.map?.[0] ?? -1)) return false;
  return tokens
    .slice(at, endOf(tokens, at))
    .every(
      ({ type, level, map }) =>
        type !== 'list_item_open' || level !== list.level + 1 || lines.has(map?.[0] ?? -1),
    );
}

function endOf(tokens: readonly MarkdownItToken[], at: number): number {
  const level = tokens[at]?.level;
  let end = at + 1;
  while (end < tokens.length && !(tokens[end]?.type === 'bullet_list_close' && tokens[end]?.level === level))
    end++;
  return end;
}
