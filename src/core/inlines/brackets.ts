import { readCite } from './cites.ts';
import { type Inline, type Step, string } from './nodes.ts';
import type { Context, InlineReader } from './inlineReader.ts';
import { noteMarkerEnd, referenceKey } from './referenceKeys.ts';
import { endOfAttributes, endOfLinkSource } from '../syntax.ts';
import { trimInlines } from './stringify.ts';

/** Reads a note, a citation, a span with attributes, a link, or a plain bracket and its text. */
export function readBracket(
  reader: InlineReader,
  at: number,
  afterWord: boolean,
  context: Context,
): Step | undefined {
  return (
    readNoteReference(reader, at, context) ??
    readCite(reader, at, afterWord, context) ??
    readBracketedSpan(reader, at, context) ??
    readLink(reader, at, at, context)
  );
}

function readNoteReference(reader: InlineReader, at: number, context: Context): Step | undefined {
  const end = noteMarkerEnd(reader, at, context);
  if (end === undefined) return undefined;
  const label = reader.text.slice(at + 2, end - 1);
  const node: Inline = reader.references.notes.has(label)
    ? { kind: 'note', label, children: [], start: at, end }
    : string(reader.text.slice(at, end), at, end);
  return { node, end, afterWord: false };
}

/** Reads `^[note in the text]`. */
export function readInlineNote(reader: InlineReader, at: number, context: Context): Step | undefined {
  const open = at + 1;
  const close =
    reader.character(open, context) === '['
      ? reader.structure.closingBracket(open, context.limit)
      : undefined;
  // Since Pandoc 3, brackets after the note make it none.
  if (close === undefined || '[({'.includes(reader.character(close + 1, context) || ' ')) return undefined;
  const children = reader.inside(open + 1, close, context);
  const node: Inline = { kind: 'note', label: undefined, children, start: at, end: close + 1 };
  return { node, end: close + 1, afterWord: false };
}

/** Returns the offset of the closing bracket of a link text or span; undefined where it has none. */
function closingBracket(reader: InlineReader, at: number, context: Context): number | undefined {
  return noteMarkerEnd(reader, at, context) !== undefined
    ? undefined
    : reader.structure.closingBracket(at, context.limit);
}

function readBracketedSpan(reader: InlineReader, at: number, context: Context): Step | undefined {
  const close = closingBracket(reader, at, context);
  const end = close === undefined ? undefined : endOfAttributes(reader.text, close + 1, context.limit);
  if (close === undefined || end === undefined) return undefined;
  const children = trimInlines(reader.inside(at + 1, close, context));
  const node: Inline = {
    kind: 'styled',
    style: 'span',
    attributesAt: close + 1,
    children,
    start: at,
    end,
  };
  return { node, end, afterWord: false };
}

/** Reads an image, `![text](target)`; undefined where no bracket follows the `!`. */
export function readImage(reader: InlineReader, at: number, context: Context): Step | undefined {
  return reader.character(at + 1, context) === '[' ? readLink(reader, at, at + 1, context) : undefined;
}

/** Reads `[text](target)`, `[text][label]` or `[text]`; an image where `start` is before the bracket at `open`. */
function readLink(reader: InlineReader, start: number, open: number, context: Context): Step | undefined {
  const image = start < open;
  if (!image && !context.links) return undefined;
  const close = closingBracket(reader, open, context);
  if (close === undefined) return undefined;
  const kind = image ? 'image' : 'link';
  const label = (): readonly Inline[] =>
    trimInlines(reader.inside(open + 1, close, { ...context, links: image && context.links }));
  const target = endOfLinkSource(reader.text, close + 1, context.limit);
  if (target !== undefined) {
    const end = endOfAttributes(reader.text, target, context.limit) ?? target;
    const source = { at: close + 1 };
    return linkStep({ kind, target: source, attributesAt: target, children: label(), start, end });
  }
  const second = secondLabel(reader, close + 1, context);
  const behind = second === undefined ? close + 1 : second + 1;
  const end = endOfAttributes(reader.text, behind, context.limit) ?? behind;
  const named = second === undefined || second === close + 2 ? [open, close] : [close + 1, second];
  const key = referenceKey(reader.text.slice((named[0] ?? 0) + 1, named[1]));
  if (reader.references.links.has(key))
    return linkStep({ kind, target: { label: key }, attributesAt: behind, children: label(), start, end });
  return { node: plainBrackets(reader, { start, open, close, behind, end }, context), end, afterWord: false };
}

function linkStep(node: Inline): Step {
  return { node, end: node.end, afterWord: false };
}

/** Returns the end of the second label of `[text][label]`; undefined where there is none, or where it is a citation. */
function secondLabel(reader: InlineReader, at: number, context: Context): number | undefined {
  if (reader.character(at, context) !== '[') return undefined;
  if (readCite(reader, at, false, { ...context, depth: context.depth + 1 })) return undefined;
  return closingBracket(reader, at, context);
}

/** Brackets that are none of a link, up to the attributes `behind` them, which are not printed. */
interface PlainBrackets {
  readonly start: number;
  readonly open: number;
  readonly close: number;
  readonly behind: number;
  readonly end: number;
}

function plainBrackets(
  reader: InlineReader,
  { start, open, close, behind, end }: PlainBrackets,
  context: Context,
): Inline {
  const plain = { ...context, links: true };
  // After a `!` that makes no image the brackets are read once more, and may be a citation.
  const first: Inline[] =
    start < open
      ? [string('!', start, open), ...reader.inside(open, close + 1, plain)]
      : [
          string('[', start, open + 1),
          ...reader.inside(open + 1, close, plain),
          string(']', close, close + 1),
        ];
  const children: Inline[] = [
    ...first,
    ...(behind > close + 1 ? reader.inside(close + 1, behind, plain) : []),
  ];
  return { kind: 'group', children, start, end };
}
