import type { Blockquote, BlockContent, Nodes, Paragraph as ParagraphNode, DefinitionContent } from 'mdast';
import { foldedCase, hasWord, type MappedText, type Range } from '../../text.ts';
import type { Quotation } from './quotationTypes.ts';
import { plainTextOf, rangeOf } from '../../blocks.ts';
import { inAnyLanguage } from '../../languages.ts';
import { attributionDash, isAttributionLine, maxAttributionLength } from '../../source.ts';
import { withoutHead, withoutLabelAtStart, withoutRemark, withoutTail } from './writersWords.ts';
import { outside, type SentencesBeside, type DraftQuotation } from './draft.ts';
import { attributionElement, attributionParagraph } from './htmlQuotations.ts';
import { hasQuotedWords } from './markedParagraph.ts';
import { type MarkPair, pairMarks } from './pairMarks.ts';
import type { WrittenMark } from './writtenMarks.ts';
import {
  joinParagraphs,
  quotedWords,
  placesAround,
  readProse,
  type CitingId,
  type AttributionPlace,
  type ParagraphProse,
  type ProseSource,
} from './paragraphProse.ts';
import { attributing } from './sentences.ts';

interface Content {
  readonly words: MappedText;
  readonly breaks: readonly number[];
  /** Citations inside the block, those on the attribution line first. */
  readonly citing: readonly CitingId[];
  /** Citations in inline notes between its words. They are the block's only where nothing else is. */
  readonly asides: readonly CitingId[];
}

/**
 * Reads a block quotation; none where it has no words. Paragraphs that cite each for themselves are quotations each.
 * @param around reads the paragraphs next to it; called only if the block has no citation
 * @param isTitled whether its first line is the title of a callout, which is not quoted
 */
export function readBlockQuotations(
  node: Blockquote,
  source: ProseSource,
  around: () => SentencesBeside,
  isTitled: boolean,
): DraftQuotation[] {
  const { start, end } = rangeOf(node);
  const groups = citingGroups(node, source);
  return groups.flatMap((leaves, at) => {
    const isOnly = groups.length === 1;
    const range = isOnly
      ? { start, end }
      : { start: rangeOf(leaves[0] ?? node).start, end: rangeOf(leaves.at(-1) ?? node).end };
    return readCitingGroup(leaves, range, source, around, isTitled && at === 0) ?? [];
  });
}

/** Divides the leaves of a block quotation after each that ends with a citation, if several have words of their own to cite. */
function citingGroups(node: Blockquote, source: ProseSource): Nodes[][] {
  const leaves = leavesOf(node);
  const { start, end } = rangeOf(node);
  if (leaves.length < 2 || source.text.slice(start, end).split('@').length < 3) return [leaves];
  const groups: Nodes[][] = [[]];
  const words: boolean[] = [false];
  let isClosed = false;
  for (const leaf of leaves) {
    const prose = 'children' in leaf ? readProse((leaf as ParagraphNode).children, source) : undefined;
    const isCitation = prose !== undefined && isAttribution(prose, 0, source);
    if (isClosed && !isCitation) {
      groups.push([]);
      words.push(false);
      isClosed = false;
    }
    groups.at(-1)?.push(leaf);
    if (!isCitation) words[words.length - 1] = true;
    const last = prose?.places.findLast(({ note }) => !note);
    if (prose && last && (isCitation || !hasWord(prose.words.text.slice(last.end)))) isClosed = true;
  }
  if (!isClosed) groups.splice(-2, 2, groups.slice(-2).flat());
  return words.every(Boolean) ? groups : [leaves];
}

function readCitingGroup(
  leaves: readonly Nodes[],
  block: Range,
  source: ProseSource,
  around: () => SentencesBeside,
  isTitled: boolean,
): DraftQuotation | undefined {
  const content = quotationContent(leaves, source, isTitled);
  if (!content || !hasQuotedWords(content.words.text)) return undefined;
  const { words, breaks, marks } = withoutMarks(...withoutWritersWords(content, block, source));
  if (words.text.length === 0) return undefined;
  const start = source.base + block.start;
  const end = source.base + block.end;
  return {
    kind: 'block',
    range: { start: words.startAt(0) ?? start, end: words.endAt(words.text.length - 1) ?? start },
    outer: { start, end: Math.max(start, end) },
    words,
    breaks,
    marks,
    unsure: false,
    isHalf: false,
    isInCitation: false,
    lead: '',
    ...attribution(content, around),
  };
}

function withoutWritersWords(
  { words, breaks }: Content,
  { start }: Range,
  source: ProseSource,
): readonly [MappedText, readonly number[]] {
  const ended = withoutTail(withoutRemark(words), source);
  const begun = withoutHead(ended, source, start);
  const gone = ended.text.length - begun.text.length;
  return withoutLabelAtStart(
    begun,
    breaks.flatMap((at) => (at > gone ? [at - gone] : [])),
  );
}

function attribution(
  content: Content,
  around: () => SentencesBeside,
): Pick<DraftQuotation, 'citing' | 'around'> {
  const { citing, asides } = content;
  if (citing.length > 0) return { citing, around: undefined };
  const { before, behind } = around();
  if (before === outside || behind === outside) return { citing: asides, around: { before, behind } };
  const side = attributing(before, behind);
  const place = side === 'before' ? before?.place : side === 'behind' ? behind?.place : undefined;
  return { citing: place ? [place.citing] : asides, around: undefined };
}

interface QuotationPiece {
  readonly words: MappedText | undefined;
  readonly places: readonly AttributionPlace[];
  readonly asides: readonly AttributionPlace[];
  readonly attribution: boolean;
}

function quotationContent(
  leaves: readonly Nodes[],
  source: ProseSource,
  isTitled: boolean,
): Content | undefined {
  // Footers at the end are no quoted words; what stands before them may end in an attribution of its own.
  const end = leaves.findLastIndex((_, index) => !isFooter(leaves, index, source));
  const pieces = leaves.flatMap((leaf, index) => {
    if (end >= 0 && index > end) return footerOf(leaf, source);
    return piecesOf(leaf, index === end, leaves[index - 1], source, isTitled && index === 0);
  });
  const quoted = joinParagraphs(
    pieces.flatMap(({ words, attribution }) => (words && !attribution ? [words] : [])),
  );
  const line = pieces.find((piece) => piece.attribution && piece.places.length > 0);
  const cited = line ? line.places : pieces.flatMap((piece) => piece.places);
  const inText = cited.filter((place) => !place.note);
  const citing = (inText.length > 0 ? inText : cited).map((place) => place.citing);
  const asides = pieces.flatMap((piece) => piece.asides.map((place) => place.citing));
  return quoted.words.text === '' ? undefined : { ...quoted, citing, asides };
}

/** Whether a leaf is the element that says where the words are from, or the citations right after it. */
function isFooter(leaves: readonly Nodes[], index: number, { text }: ProseSource): boolean {
  const leaf = leaves[index];
  if (!leaf) return false;
  const written = text.slice(leaf.position?.start.offset ?? 0, leaf.position?.end.offset ?? 0);
  const element = attributionElement(leaf);
  if (element === undefined) {
    const before = leaves[index - 1];
    return before !== undefined && attributionElement(before) !== undefined && hasCitationsOnly(written);
  }
  const close = written.toLowerCase().indexOf(`</${element}`);
  return close < 0 || hasCitationsOnly(written.slice(close));
}

/** Whether Markdown has no words beside tags and citations in brackets. */
function hasCitationsOnly(written: string): boolean {
  return !hasWord(written.replace(/<[^<>]*>|\[[^\]]*@[^\]]*\]/gu, ''));
}

function footerOf(leaf: Nodes, source: ProseSource): QuotationPiece[] {
  if (leaf.type !== 'paragraph') return [];
  const prose = readProse(leaf.children, source);
  const places = placesAround(prose, { start: 0, end: prose.words.text.length });
  return [{ words: undefined, places, asides: [], attribution: true }];
}

/** Returns the paragraphs, headings, cells and code inside a block quotation, at any depth. */
function leavesOf(node: Nodes): Nodes[] {
  if (
    node.type === 'paragraph' ||
    node.type === 'heading' ||
    node.type === 'tableCell' ||
    node.type === 'lineBlock' ||
    node.type === 'code'
  )
    return [node];
  if (node.type === 'html') return [attributionParagraph(node) ?? []].flat();
  return 'children' in node
    ? node.children.flatMap((child: BlockContent | DefinitionContent | Nodes) => leavesOf(child))
    : [];
}

/** Whether and where a leaf has an attribution is looked for in the last one only; a title in the first. */
function piecesOf(
  leaf: Nodes,
  last: boolean,
  before: Nodes | undefined,
  source: ProseSource,
  isTitled: boolean,
): QuotationPiece[] {
  if (leaf.type === 'code') {
    const words = plainTextOf([leaf], source.text).moved(source.base);
    return words.text === '' ? [] : [{ words, places: [], asides: [], attribution: false }];
  }
  if (!('children' in leaf)) return [];
  const prose = readProse((leaf as ParagraphNode).children, source);
  const { words } = prose;
  const from = isTitled ? endOfFirstLine(words.text) : 0;
  const places = placesAround(prose, { start: from, end: words.text.length });
  const titles = places.filter((place) => place.start < from);
  const own = places.slice(titles.length);
  const asides = own.filter((place) => isAside(place, prose, last));
  // What the title cites counts where no other line does.
  const apart: QuotationPiece[] =
    titles.length + asides.length > 0
      ? [{ words: undefined, places: titles.map(asNote), asides, attribution: false }]
      : [];
  const others = asides.length > 0 ? own.filter((place) => !asides.includes(place)) : own;
  return [...apart, ...contentOf(prose, from, others, last, before, source)];
}

/** Whether a citation is in an inline note with quoted words behind it. */
function isAside(
  { start, end }: AttributionPlace,
  { inlineNotes, words }: ParagraphProse,
  last: boolean,
): boolean {
  const note = inlineNotes.find((one) => one.start <= start && end <= one.end);
  return note !== undefined && (!last || hasWord(words.text.slice(note.end)));
}

function asNote(place: AttributionPlace): AttributionPlace {
  return { ...place, note: true };
}

function endOfFirstLine(text: string): number {
  const end = text.search(/[\n\r]/u);
  return end < 0 ? text.length : end + 1;
}

/** Returns the content of a paragraph from an offset on, with its attribution apart. */
function contentOf(
  prose: ParagraphProse,
  from: number,
  places: readonly AttributionPlace[],
  last: boolean,
  before: Nodes | undefined,
  source: ProseSource,
): QuotationPiece[] {
  const { words } = prose;
  const whole = (attribution: boolean): QuotationPiece => ({
    words: quotedWords(prose, from, words.text.length),
    places,
    asides: [],
    attribution,
  });
  if (!last) return [whole(false)];
  if (before && !beginsWithDash(before, source) && isAttribution(prose, 0, source)) return [whole(true)];
  const line = Math.max(words.text.lastIndexOf('\n'), words.text.lastIndexOf('\r')) + 1;
  const start = line > 0 && isAttribution(prose, line, source) ? line : parenthesisAtEnd(prose);
  if (start === undefined) return [whole(false)];
  const quoted = quotedWords(prose, from, start);
  if (!quoted) return [whole(before !== undefined)];
  const behind = places.filter((place) => place.start >= start);
  const inside = places.filter((place) => place.start < start);
  return [
    { words: quoted, places: inside, asides: [], attribution: false },
    { words: undefined, places: behind, asides: [], attribution: true },
  ];
}

/**
 * Returns where the parenthesis begins in which the last words of a paragraph cite: `(see @key [¶ 1], and so on)`. What stands in it
 * is the writer's. Undefined where there is none.
 */
function parenthesisAtEnd({ words: { text }, places }: ParagraphProse): number | undefined {
  const end = text.search(/\)[\s.,;:!?]*$/u);
  if (end < 0) return undefined;
  const least = Math.max(0, end - maxAttributionLength);
  let depth = 0;
  for (let at = end; at >= least; at--) {
    if (text.charAt(at) === ')') depth++;
    else if (text.charAt(at) === '(' && --depth === 0)
      return places.some((place) => !place.note && place.start > at && place.end <= end) ? at : undefined;
  }
  return undefined;
}

/** Whether somebody speaks: what follows with a dash is an answer. */
function beginsWithDash({ position }: Nodes, { text }: ProseSource): boolean {
  const start = position?.start.offset ?? 0;
  return attributionDash.test(text.slice(start, start + 2));
}

/** Whether a line starts with a dash or the tag `<cite>`, or consists of citations only. */
function isAttribution(prose: ParagraphProse, from: number, source: ProseSource): boolean {
  const { text } = prose.words;
  if (text.length - from > maxAttributionLength) return false;
  const line = text.slice(from).replace(/^\s*\|/u, '');
  if (isAttributionLine(line, text.slice(0, from)) || isAfterCiteTag(prose, from, source)) return true;
  const cited = prose.places.filter((place) => place.start >= from && !place.note);
  const [first, last] = [cited[0], cited.at(-1)];
  if (!first || !last || hasWord(quotedWords(prose, last.end, text.length)?.text ?? '')) return false;
  const lead = quotedWords(prose, from, first.start)?.text ?? '';
  const words = quotedWords(prose, from, text.length)?.text ?? '';
  return (
    !hasWord(words) || (words.replace(/[\s.,;]+$/u, '') === lead && attributingWords.test(foldedCase(lead)))
  );
}

/** What introduces a citation on a line of its own: `from`, `Source:`. */
const attributingWords = new RegExp(
  String.raw`^\s*(?:\p{L}[\p{L}\p{M}. ]{0,24}:|(?:${inAnyLanguage('attributing')}):?)\s*$`,
  'u',
);

/** Whether the tag `<cite>` stands before the first words of a line, and nothing but citations after its element. */
function isAfterCiteTag({ words }: ParagraphProse, from: number, { text, base }: ProseSource): boolean {
  if (from === 0) return false;
  const [end, start] = [words.endAt(from - 1) ?? 0, words.startAt(from) ?? 0];
  if (!/^[\s>]*<cite(?:\s[^<>]*)?>\s*$/iu.test(text.slice(end - base, start - base))) return false;
  const rest = text.slice(start - base, (words.endAt(words.text.length - 1) ?? start) - base);
  const [, after = ''] = rest.split(/<\/cite\s*>/iu);
  return hasCitationsOnly(after);
}

/** Returns the marks at both ends of a text that are no pair of one kind, `“…’`; undefined where there are none. */
function unlikeMarks(text: string): MarkPair | undefined {
  const close = text.search(/['’‘][.,;:]?$/u);
  if (close < 2 || !/^["“„«»”‘‚]/u.test(text)) return undefined;
  return { open: markAt(text, 0), close: markAt(text, close) };
}

function markAt(text: string, at: number): WrittenMark {
  return { at, end: at + 1, mark: text.charAt(at) };
}

/**
 * Removes the marks around a whole block quotation, and those repeated at each paragraph. They are not part of its words.
 */
function withoutMarks(
  words: MappedText,
  breaks: readonly number[],
): Pick<Quotation, 'words' | 'breaks' | 'marks'> {
  const { text } = words;
  const whole = { words, breaks, marks: undefined };
  const begins = new Set(breaks);
  const [first] = pairMarks({ text, usable: (at) => !begins.has(at) || at === 0 }).outer;
  const pair = first?.open.at === 0 ? first : unlikeMarks(text);
  if (pair?.open.at !== 0 || !/^[.,;:]?$/u.test(text.slice(pair.close.end))) return whole;
  const { open, close } = pair;
  const written = text.slice(0, open.end);
  const repeats = (at: number): boolean => begins.has(at) && text.startsWith(written, at);
  const newBreaks: number[] = [];
  let gone = open.end;
  for (const at of breaks) {
    if (at < open.end || at >= close.at) continue;
    newBreaks.push(at - gone);
    if (repeats(at)) gone += open.end;
  }
  const isMark = (at: number): boolean => {
    for (let start = at; start > at - open.end; start--) if (start === 0 || repeats(start)) return true;
    return at >= close.at;
  };
  return {
    words: words.withoutCharacters(isMark),
    breaks: newBreaks,
    marks: { open: open.mark, close: close.mark },
  };
}
