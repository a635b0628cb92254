import { type CitationKeyToken, endOfAttributes, endOfLinkSource, readCitationKey } from '../syntax.ts';
import type { CiteItem, CiteNode, Inline, Step } from './nodes.ts';
import type { Context, InlineReader, Mode } from './inlineReader.ts';
import { noteMarkerEnd, referenceKey } from './referenceKeys.ts';
import { flatten, trimInlines } from './stringify.ts';
import { skipSpaces } from './spaces.ts';

/** Reads a citation at `at`: `@key`, `@key [suffix]`, or `[…]` with a key. Undefined where there is none. */
export function readCite(
  reader: InlineReader,
  at: number,
  afterWord: boolean,
  context: Context,
): Step | undefined {
  const character = reader.character(at, context);
  if (character === '[') {
    const group = readGroup(reader, at, context);
    return group && citeStep(group.items, collapsedSpaces(reader.text.slice(at, group.end)), at, group.end);
  }
  return character === '@' || character === '-' ? readTextual(reader, at, afterWord, context) : undefined;
}

function citeStep(citations: readonly CiteItem[], fallback: string, start: number, end: number): Step {
  const node: CiteNode = { kind: 'cite', citations, fallback, start, end };
  return { node, end, afterWord: false };
}

function collapsedSpaces(raw: string): string {
  return raw.replace(/[ \t\n]+/g, ' ');
}

/** Reads a key, with or without `-` before its `@`. */
function readKey(
  reader: InlineReader,
  at: number,
  afterWord: boolean,
  context: Context,
): { token: CitationKeyToken; suppressed: boolean } | undefined {
  if (afterWord) return undefined;
  const suppressed = reader.character(at, context) === '-';
  const start = suppressed ? at + 1 : at;
  if (reader.character(start, context) !== '@') return undefined;
  const token = readCitationKey(reader.text, start, context.limit);
  return token && { token, suppressed };
}

function readTextual(
  reader: InlineReader,
  at: number,
  afterWord: boolean,
  context: Context,
): Step | undefined {
  const key = readKey(reader, at, afterWord, context);
  if (key === undefined || reader.references.examples.has(key.token.key)) return undefined;
  const { token } = key;
  const bare: CiteItem = {
    key: token,
    mode: key.suppressed ? 'suppressAuthor' : 'authorInText',
    prefix: [],
    suffix: [],
    suffixStart: token.end,
    suffixEnd: token.end,
  };
  const printed = `@${token.key}`;
  const bracket = readBracketAfter(reader, bare, context);
  if (bracket === undefined) return citeStep([bare], printed, at, token.end);
  const raw = reader.text.slice(bracket.start, bracket.end);
  if (!reader.references.links.has(referenceKey(raw.slice(1, -1))))
    return citeStep(bracket.items, `${printed} ${collapsedSpaces(raw)}`, at, bracket.end);
  return linkAfter(reader, citeStep([bare], printed, at, token.end), bracket, context);
}

/** Reads `@key [label]` where the document defines the label: a citation, then a link that is not part of it. */
function linkAfter(
  reader: InlineReader,
  citation: Step,
  bracket: { start: number; end: number },
  context: Context,
): Step {
  const children = reader.inside(bracket.start + 1, bracket.end - 1, context);
  const label = referenceKey(reader.text.slice(bracket.start + 1, bracket.end - 1));
  const nodes: Inline[] = [citation.node];
  if (bracket.start > citation.end) nodes.push({ kind: 'space', start: citation.end, end: bracket.start });
  nodes.push({ kind: 'link', target: { label }, attributesAt: bracket.end, children, ...bracket });
  const node: Inline = { kind: 'group', children: nodes, start: citation.node.start, end: bracket.end };
  return { node, end: bracket.end, afterWord: false };
}

/** Reads the `[…]` after `@key`: more citations, or the suffix of this one and possibly more citations. */
function readBracketAfter(
  reader: InlineReader,
  first: CiteItem,
  context: Context,
): { items: CiteItem[]; start: number; end: number } | undefined {
  const start = skipSpaces(reader, first.key.end, context);
  if (start === undefined || reader.character(start, context) !== '[') return undefined;
  const inner = { ...context, depth: context.depth + 1 };
  const group = readGroup(reader, start, context);
  if (group) return { items: [first, ...group.items], start, end: group.end };
  if (reader.character(start + 1, context) === '^') return undefined;
  const suffix = findSuffix(reader, start + 1, inner);
  const further = findFurther(reader, suffix.end, inner);
  const close = skipSpaces(reader, further?.end ?? suffix.end, context);
  if (close === undefined || reader.character(close, context) !== ']') return undefined;
  if ('[({'.includes(reader.character(close + 1, context) || ' ')) return undefined;
  const own = {
    ...first,
    suffix: readSuffix(reader, suffix, inner),
    suffixStart: start + 1,
    suffixEnd: suffix.end,
  };
  return { items: [own, ...(further ? readCiteItems(reader, further, inner) : [])], start, end: close + 1 };
}

/** Returns the citations after the `;` of `@key [suffix; @other]`; undefined where there are none. */
function findFurther(reader: InlineReader, at: number, context: Context): CiteSpan | undefined {
  if (reader.character(at, context) !== ';') return undefined;
  const start = skipSpaces(reader, at + 1, context);
  const end = start === undefined ? undefined : findList(reader, start, context);
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** Reads `[…]` with a key in each of its parts. Undefined where what follows makes it a link or a span. */
function readGroup(
  reader: InlineReader,
  at: number,
  context: Context,
): { items: CiteItem[]; end: number } | undefined {
  const inner = { ...context, depth: context.depth + 1 };
  const start = skipSpaces(reader, at + 1, context);
  const end = start === undefined ? undefined : findList(reader, start, inner);
  const close = end === undefined ? undefined : skipSpaces(reader, end, context);
  if (start === undefined || end === undefined || close === undefined) return undefined;
  if (reader.character(close, context) !== ']' || isLinkOrSpan(reader, close + 1, context)) return undefined;
  return { items: readCiteItems(reader, { start, end }, inner), end: close + 1 };
}

/** Whether brackets that end at `at` are the text of a link or span. A note mark does not make them one. */
function isLinkOrSpan(reader: InlineReader, at: number, context: Context): boolean {
  switch (reader.character(at, context)) {
    case '(':
      return endOfLinkSource(reader.text, at, context.limit) !== undefined;
    case '{':
      return endOfAttributes(reader.text, at, context.limit) !== undefined;
    case '[':
      return (
        noteMarkerEnd(reader, at, context) === undefined &&
        reader.structure.closingBracket(at, context.limit) !== undefined
      );
    default:
      return false;
  }
}

interface CiteSpan {
  readonly start: number;
  readonly end: number;
}

/** The ranges of the parts of one citation. They are found before any nodes are built. */
interface ItemPlaces {
  readonly prefix: CiteSpan;
  readonly key: { token: CitationKeyToken; suppressed: boolean };
  readonly suffix: CiteSpan & { readonly from: number };
}

/** Returns the end of a list of citations separated by `;`. Every position is looked at only once. */
function findList(reader: InlineReader, at: number, context: Context): number | undefined {
  const ends = reader.listEnds(context);
  const path: number[] = [];
  let result: number | undefined;
  for (let from = at; ;) {
    if (ends.has(from)) {
      result = ends.get(from);
      break;
    }
    path.push(from);
    const end = findItem(reader, from, context)?.suffix.end;
    const next =
      end === undefined || reader.character(end, context) !== ';'
        ? undefined
        : skipSpaces(reader, end + 1, context);
    if (next === undefined) {
      result = end;
      break;
    }
    from = next;
  }
  for (const from of path) ends.set(from, result);
  return result;
}

/** Builds the citations of a list that `findList` has found. */
function readCiteItems(reader: InlineReader, list: CiteSpan, context: Context): CiteItem[] {
  const items: CiteItem[] = [];
  for (let from: number | undefined = list.start; from !== undefined && from < list.end;) {
    const found = findItem(reader, from, context);
    if (found === undefined) break;
    const { prefix, key, suffix } = found;
    items.push({
      key: key.token,
      mode: key.suppressed ? 'suppressAuthor' : 'normal',
      prefix: trimInlines(reader.collect(prefix.start, false, prefix.end, context)),
      suffix: readSuffix(reader, suffix, context),
      suffixStart: key.token.end,
      suffixEnd: suffix.end,
    });
    from = suffix.end < list.end ? skipSpaces(reader, suffix.end + 1, context) : undefined;
  }
  return items;
}

const prefixMode: Mode = {
  id: 1,
  open: false,
  stop(reader, at, afterWord, context) {
    const character = reader.character(at, context);
    if (character === ';') return 'fail';
    // Pandoc drops a `]` right before the key: `[see]@key]` is a citation.
    if (character === ']') return readKey(reader, at + 1, false, context) ? 'end' : 'fail';
    if (character !== '@' && character !== '-') return undefined;
    return readKey(reader, at, afterWord, context) ? 'end' : undefined;
  },
};
const suffixMode: Mode = {
  id: 0,
  open: true,
  stop(reader, at, _afterWord, context) {
    const character = reader.character(at, context);
    return character === ']' || character === ';' ? 'end' : undefined;
  },
};

function findItem(reader: InlineReader, at: number, context: Context): ItemPlaces | undefined {
  const place = reader.walk(prefixMode, at, false, context);
  if (place === undefined) return undefined;
  const dropped = reader.character(place.end, context) === ']';
  const key = readKey(reader, place.end + (dropped ? 1 : 0), !dropped && place.afterWord, context);
  if (key === undefined) return undefined;
  return { prefix: { start: at, end: place.end }, key, suffix: findSuffix(reader, key.token.end, context) };
}

/** Returns the range up to the next `;` or `]`. `from` is after the leading space. */
function findSuffix(
  reader: InlineReader,
  start: number,
  context: Context,
): CiteSpan & { readonly from: number } {
  const from = skipSpaces(reader, start, context) ?? start;
  return { start, from, end: reader.walk(suffixMode, from, false, context)?.end ?? from };
}

/** Reads the inlines of a suffix. Keeps the space before the first, as Pandoc does. */
function readSuffix(
  reader: InlineReader,
  suffix: CiteSpan & { readonly from: number },
  context: Context,
): readonly Inline[] {
  const next = reader.character(suffix.start, context);
  const inlines = trimInlines(reader.collect(suffix.from, false, suffix.end, context));
  if (inlines.length === 0 || (next !== '' && !/[ \t\n\r]/.test(next))) return inlines;
  return flatten([{ kind: 'space', start: suffix.start, end: suffix.from }, ...inlines]);
}
