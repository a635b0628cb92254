import { isAlphaNumeric } from '../syntax.ts';
import { type Inline, type InlineStyle, type Step, string } from './nodes.ts';
import type { Context, InlinePlace, InlineReader, Mode } from './inlineReader.ts';
import { readSpace } from './spaces.ts';

/**
 * Reads emphasis: `*`, `_`, `**`, `__`, `***`. Unclosed marks stay as written, and their content is read as inlines all the
 * same.
 */
export function readEnclosure(
  reader: InlineReader,
  at: number,
  afterWord: boolean,
  context: Context,
): Step | undefined {
  const mark = reader.text.charAt(at);
  if (mark === '_' && afterWord) return undefined;
  let from = at;
  while (reader.character(from, context) === mark) from++;
  const marks = string(reader.text.slice(at, from), at, from);
  const next = reader.character(from, context);
  if (next === ' ' || next === '\t') {
    const space = readSpace(reader, from, context);
    return groupStep([marks, space.node], at, space);
  }
  const inner = { ...context, depth: context.depth + 1 };
  switch (from - at) {
    case 1:
      return readUntil(1, reader, mark, at, { end: from, afterWord: false }, [], inner);
    case 2:
      return readUntil(2, reader, mark, at, { end: from, afterWord: false }, [], inner);
    case 3:
      return readThree(reader, mark, at, { end: from, afterWord: false }, inner);
    default:
      return { node: marks, end: from, afterWord: false };
  }
}

function groupStep(children: Inline[], start: number, place: InlinePlace): Step {
  return { ...place, node: { kind: 'group', children, start, end: place.end } };
}

function styledStep(style: InlineStyle, children: Inline[], start: number, end: number): Step {
  return { node: styled(style, children, start, end), end, afterWord: true };
}

function styled(style: InlineStyle, children: Inline[], start: number, end: number): Inline {
  return { kind: 'styled', style, attributesAt: undefined, children, start, end };
}

/** Whether `count` marks at `at` can close emphasis. `_` does not close inside a word. */
function closes(reader: InlineReader, mark: string, count: number, at: number, context: Context): boolean {
  for (let i = 0; i < count; i++) if (reader.character(at + i, context) !== mark) return false;
  const next = reader.character(at + count, context);
  return mark === '*' || next === '' || !isAlphaNumeric(next);
}

/** Of three opening marks, some close first: how many, what they mean, and how many are left. */
const threeMarks = [
  [2, 'strong', 1],
  [1, 'emphasis', 2],
] as const;

function readThree(
  reader: InlineReader,
  mark: string,
  start: number,
  from: InlinePlace,
  context: Context,
): Step {
  const { contents, place } = collectWhile(from, [], ({ end, afterWord }) =>
    closes(reader, mark, 1, end, context) ? undefined : reader.inline(end, afterWord, context),
  );
  const end = place.end;
  if (closes(reader, mark, 3, end, context)) return styledStep('strongEmphasis', contents, start, end + 3);
  for (const [closing, style, width] of threeMarks)
    if (closes(reader, mark, closing, end, context)) {
      const inner = styled(style, contents, start, end);
      const place = { end: end + closing, afterWord: true };
      return readUntil(width, reader, mark, start, place, [inner], context);
    }
  return groupStep([string(mark.repeat(3), start, start + 3), ...contents], start, place);
}

/** Collects inlines after `before`, from a place on, as long as `next` finds one. */
function collectWhile(
  from: InlinePlace,
  before: readonly Inline[],
  next: (place: InlinePlace) => Step | undefined,
): { readonly contents: Inline[]; readonly place: InlinePlace } {
  const contents = [...before];
  let place = from;
  for (let step = next(place); step; step = next(place)) {
    contents.push(step.node);
    place = step;
  }
  return { contents, place };
}

/** Reads on to one or two marks that close; strong emphasis may stand within emphasis. */
function readUntil(
  width: 1 | 2,
  reader: InlineReader,
  mark: string,
  start: number,
  from: InlinePlace,
  before: Inline[],
  context: Context,
): Step {
  const { contents, place } = collectWhile(from, before, (at) => {
    const plain = closes(reader, mark, width, at.end, context)
      ? undefined
      : reader.inline(at.end, at.afterWord, context);
    return plain ?? (width === 1 ? readStrongInside(reader, mark, at, context) : undefined);
  });
  const style = width === 1 ? 'emphasis' : 'strong';
  if (closes(reader, mark, width, place.end, context))
    return styledStep(style, contents, start, place.end + width);
  return groupStep([string(mark.repeat(width), start, start + width), ...contents], start, place);
}

function readStrongInside(
  reader: InlineReader,
  mark: string,
  place: InlinePlace,
  context: Context,
): Step | undefined {
  const at = place.end;
  if (context.depth > 60) return undefined;
  if (reader.character(at, context) !== mark || reader.character(at + 1, context) !== mark) return undefined;
  if (closes(reader, mark, 1, at + 2, context)) return undefined;
  const inner = { ...context, depth: context.depth + 1 };
  return readUntil(2, reader, mark, at, { end: at + 2, afterWord: false }, [], inner);
}

const strikeout: Mode = {
  id: 6,
  open: false,
  stop(reader, at, _afterWord, context) {
    if (isStrike(reader, at, context)) return 'end';
    const character = reader.character(at, context);
    if (character !== ' ' && character !== '\t') return undefined;
    return isStrike(reader, readSpace(reader, at, context).end, context) ? 'fail' : undefined;
  },
};

function isStrike(reader: InlineReader, at: number, context: Context): boolean {
  return reader.character(at, context) === '~' && reader.character(at + 1, context) === '~';
}

/**
 * Reads `^superscript^`, or `~subscript~` where `mark` is `~`. It holds no space and may be empty. Pandoc looks for its end
 * before it reads what is inside.
 */
export function readScript(
  reader: InlineReader,
  mark: '^' | '~',
  at: number,
  context: Context,
): Step | undefined {
  for (let end = at + 1; end < context.limit; end++) {
    const character = reader.text.charAt(end);
    if (character === mark) {
      const children = reader.inside(at + 1, end, context);
      const style = mark === '^' ? 'superscript' : 'subscript';
      return { ...styledStep(style, children, at, end + 1), afterWord: false };
    }
    if (/[ \t\r\n]/.test(character)) return undefined;
    if (character === '\\') end++;
  }
  return undefined;
}

/** Reads `~~struck~~` or `~subscript~`. */
export function readStruck(reader: InlineReader, at: number, context: Context): Step | undefined {
  if (isStrike(reader, at, context) && /[^ \t\n~]/.test(reader.character(at + 2, context))) {
    const struck = readStrikeout(reader, at, context);
    if (struck) return struck;
  }
  return readScript(reader, '~', at, context);
}

function readStrikeout(reader: InlineReader, at: number, context: Context): Step | undefined {
  const inner = { ...context, depth: context.depth + 1 };
  const from = at + 2;
  if (strikeout.stop(reader, from, false, inner) !== undefined) return undefined;
  const place = reader.walk(strikeout, from, false, inner);
  if (place === undefined) return undefined;
  const children = reader.collect(from, false, place.end, inner);
  return { ...styledStep('strikeout', children, at, place.end + 2), afterWord: false };
}

const htmlSpan: Mode = {
  id: 7,
  open: false,
  stop(reader, at, _afterWord, context) {
    if (reader.character(at, context) !== '<') return undefined;
    const tag = reader.structure.tag(at, context.limit);
    return tag?.kind === 'close' && tag.name === 'span' ? 'end' : undefined;
  },
};

/** Reads `<span>…</span>`. Its content is Markdown. */
export function readSpan(reader: InlineReader, at: number, context: Context): Step | undefined {
  const opening = reader.structure.tag(at, context.limit);
  if (opening?.kind !== 'open' || opening.name !== 'span') return undefined;
  const inner = { ...context, depth: context.depth + 1 };
  const place = reader.walk(htmlSpan, opening.end, false, inner);
  const closing = place && reader.structure.tag(place.end, context.limit);
  if (place === undefined || closing === undefined) return undefined;
  const children = reader.collect(opening.end, false, place.end, inner);
  const { end } = closing;
  const node: Inline = { kind: 'styled', style: 'span', attributesAt: at, children, start: at, end };
  return { node, end, afterWord: false };
}
