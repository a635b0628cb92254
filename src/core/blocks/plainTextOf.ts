import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { decodeNumericCharacterReference } from 'micromark-util-decode-numeric-character-reference';
import type { Code, Nodes, Parents } from 'mdast';
import { type MappedText, MappedTextBuilder } from '../text.ts';

/**
 * Returns the words of Markdown nodes as people see them, with each character mapped to its place in the document's text.
 * Note marks, images, comments and other HTML have no words; a line break is a space.
 */
export function plainTextOf(nodes: readonly Nodes[], text: string): MappedText {
  const builder = new MappedTextBuilder();
  nodes.forEach((node, index) => {
    if (index > 0) separate(builder, node);
    appendPlain(node, text, builder);
  });
  return builder.build();
}

/** Nodes on lines of their own. In the words of their parent, a line break separates them. */
const blocks = new Set([
  'paragraph',
  'heading',
  'blockquote',
  'list',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'code',
  'lineBlock',
  'verseLine',
  'definitionList',
  'definitionTerm',
  'definitionDescription',
]);

function separate(builder: MappedTextBuilder, node: Nodes): void {
  if (!blocks.has(node.type)) return;
  const at = node.position?.start.offset ?? 0;
  builder.append('\n', at, at);
}

/** Appends the words of one node. */
export function appendPlain(node: Nodes, text: string, builder: MappedTextBuilder): void {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  switch (node.type) {
    case 'text':
      return appendAligned(node.value, text, start, end, builder);
    case 'code':
      return isRawBlock(node) ? undefined : appendCode(node.value, text, start, end, builder);
    case 'inlineCode':
      return appendCode(node.value, text, start, end, builder);
    case 'break':
      return builder.append('\n', start, end);
    case 'html':
      return /^<br\b/i.test(node.value) ? builder.append('\n', start, end) : undefined;
    case 'footnoteReference':
    case 'image':
    case 'imageReference':
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
    case 'thematicBreak':
    case 'divFence':
      return;
    default:
      if ('children' in node) return appendPlainChildren(node, text, builder);
      builder.appendVerbatim(text.slice(start, end), start);
  }
}

/** Whether a code block is raw text for one format of output, as one that starts with "``` {=html}". */
export function isRawBlock({ lang, meta }: Code): boolean {
  return /^\{[ \t]*=[\w-]+[ \t]*\}$/.test(`${lang ?? ''} ${meta ?? ''}`.trim());
}

function appendPlainChildren(parent: Parents, text: string, builder: MappedTextBuilder): void {
  const { children } = parent;
  for (let index = 0; index < children.length; index++) {
    const child = children[index];
    if (!child) continue;
    if (index > 0) separate(builder, child);
    const mark = child.type === 'html' ? endOfNoteMark(children, index) : undefined;
    if (mark === undefined) appendPlain(child, text, builder);
    else index = mark;
  }
}

const raisedMark = /^\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}|[*†‡§]{1,3})\s*$/u;
/** What a note mark follows: a word, or the punctuation after one. After a number or a unit a raised number is a power. */
const beforeRaisedMark = /(?:\p{L}{3}|[.,;:!?)\]"'\u2019\u201D\u00BB])$/u;

/**
 * Returns the index of the last node of a raised note mark, `<sup>1</sup>`, that starts at one of siblings; undefined where there
 * is none.
 */
export function endOfNoteMark(siblings: readonly Nodes[], index: number): number | undefined {
  const [opening, before] = [siblings[index], siblings[index - 1]];
  if (opening?.type !== 'html' || !/^<sup(?:\s|>)/iu.test(opening.value)) return undefined;
  if (before?.type !== 'text' || !beforeRaisedMark.test(before.value.slice(-8))) return undefined;
  const end = siblings.findIndex(
    (node, at) => at > index && node.type === 'html' && /^<\/sup\s*>/iu.test(node.value),
  );
  if (end < 0 || end > index + 4) return undefined;
  const written = siblings
    .slice(index + 1, end)
    .map(wordsOf)
    .join('');
  return raisedMark.test(written) ? end : undefined;
}

function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

function appendCode(
  value: string,
  text: string,
  start: number,
  end: number,
  builder: MappedTextBuilder,
): void {
  const at = text.indexOf(value, start);
  if (at >= 0 && at + value.length <= end) builder.appendVerbatim(value, at);
  else appendAligned(value, text, start, end, builder, false);
}

/** A character reference. The longest named one of HTML has 31 letters. */
const htmlReference = /&(?:#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}))|([A-Za-z0-9]{1,31}));/y;
const backslash = 92;
const ampersand = 38;
const escapable = /[!-/:-@[-`{-~]/;

/**
 * Appends `value`, the text of a node, aligned with its Markdown. An escape or character reference is one character of the
 * value; the prefix of a continued line (`> `, indentation) is none.
 */
function appendAligned(
  value: string,
  text: string,
  start: number,
  end: number,
  builder: MappedTextBuilder,
  escapes = true,
): void {
  let from = start;
  let i = 0;
  while (i < value.length) {
    const run = asItStands(value, i, text, from, end);
    builder.appendVerbatim(value.slice(i, i + run), from);
    i += run;
    from += run;
    if (i >= value.length) return;
    from = skipPrefix(value, i, text, from, end);
    const written = escapes ? writtenAs(value, i, text, from, end) : undefined;
    const length = written?.length ?? 1;
    const width = written?.width ?? 1;
    builder.append(value.slice(i, i + length), Math.min(from, end), Math.min(from + width, end));
    i += length;
    from += width;
  }
}

/** Returns how many units of the value equal the Markdown, up to the next possible escape or reference. */
function asItStands(value: string, i: number, text: string, from: number, end: number): number {
  const most = Math.min(value.length - i, end - from);
  let run = 0;
  while (run < most) {
    const code = value.charCodeAt(i + run);
    if (code !== text.charCodeAt(from + run) || code === backslash || code === ampersand) break;
    run++;
  }
  return run;
}

/** Skips white space and `>` of the Markdown that are not in the value. */
function skipPrefix(value: string, i: number, text: string, from: number, end: number): number {
  let at = from;
  const expected = value[i];
  while (at < end && text[at] !== expected) {
    const found = text[at];
    if (found === ' ' || found === '\t' || (found === '>' && (i === 0 || isLineEnd(value[i - 1])))) at++;
    else break;
  }
  return at;
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

/**
 * Reads an escape or character reference at `from`: `length` is the number of units in the value, `width` that in the
 * Markdown. Undefined where there is none.
 */
function writtenAs(
  value: string,
  i: number,
  text: string,
  from: number,
  end: number,
): { length: number; width: number } | undefined {
  if (
    text[from] === '\\' &&
    from + 1 < end &&
    text[from + 1] === value[i] &&
    escapable.test(text[from + 1] ?? '')
  )
    return { length: 1, width: 2 };
  if (text[from] !== '&') return undefined;
  htmlReference.lastIndex = from;
  const match = htmlReference.exec(text);
  if (match === null || from + match[0].length > end) return undefined;
  const [whole, hexadecimal, decimal, name] = match;
  const decoded = name
    ? decodeNamedCharacterReference(name)
    : decodeNumericCharacterReference(hexadecimal ?? decimal ?? '', hexadecimal ? 16 : 10);
  if (decoded === false || !value.startsWith(decoded, i)) return undefined;
  return { length: decoded.length, width: whole.length };
}
