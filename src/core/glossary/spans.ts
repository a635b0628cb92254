import { appendAll, type MappedText, type Range, startAt } from '../text.ts';

/** A Pandoc span `[words]{.term}` in a mapped text. Ranges are offsets into that text. */
export interface TermSpan {
  /** From `[` to `}`. */
  readonly range: Range;
  readonly words: Range;
}

/** Maximum length of attributes, in UTF-16 code units. */
const longestAttributes = 1000;

/**
 * Finds the spans of class `term` in the prose of a block; of nested ones only the innermost. Brackets and braces that are
 * escaped or written as character references are text.
 */
export function findTermSpans(block: MappedText, source: string): TermSpan[] {
  const spans: TermSpan[] = [];
  const open: number[] = [];
  const { text } = block;
  if (!text.includes(']{')) return spans;
  const isWritten = (at: number): boolean => source[startAt(block, at) ?? -1] === text[at];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '[' && isWritten(at)) open.push(at);
    if (text[at] !== ']' || !isWritten(at)) continue;
    const start = open.pop();
    if (start === undefined || text[at + 1] !== '{' || !isWritten(at + 1)) continue;
    const attributes = readAttributes(text, at + 1);
    if (attributes?.classes.includes('term') && (spans.at(-1)?.range.start ?? -1) < start)
      spans.push({ range: { start, end: attributes.end }, words: trimmed(text, start + 1, at) });
  }
  return spans;
}

function trimmed(text: string, from: number, to: number): Range {
  let start = from;
  let end = to;
  while (start < end && /\s/u.test(text[start] ?? '')) start++;
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end--;
  return { start, end };
}

const attribute =
  /[ \t\r\n]*(?:#[^\s{}"'=]+|\.([^\s{}"'=.#]+[^\s{}"'=]*)|([A-Za-z_:][\w:.-]*)=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]*))|-(?=[\s}]))(?=[\s}])/y;
const closing = /[ \t\r\n]*\}/y;

/** Reads `{#id .class key="value"}` at the `{`; undefined where there is none. */
function readAttributes(text: string, from: number): { classes: string[]; end: number } | undefined {
  const part = text.slice(from + 1, from + longestAttributes);
  const classes: string[] = [];
  let at = 0;
  for (;;) {
    closing.lastIndex = at;
    if (closing.test(part)) return at === 0 ? undefined : { classes, end: from + 1 + closing.lastIndex };
    attribute.lastIndex = at;
    const match = attribute.exec(part);
    if (!match) return undefined;
    const [, className, key, double, single, bare] = match;
    if (className !== undefined) classes.push(className);
    if (key === 'class') appendAll(classes, (double ?? single ?? bare ?? '').split(/\s+/));
    at = attribute.lastIndex;
  }
}
