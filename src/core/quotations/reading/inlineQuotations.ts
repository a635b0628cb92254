import { emptyMappedText, hasWord, type MappedText, MappedTextBuilder } from '../../text.ts';
import type { Quotation } from './quotationTypes.ts';
import { attributeQuotation, sentenceOf, type Stretch } from './attribution.ts';
import type { DraftQuotation } from './draft.ts';
import type { MarkPair, OpenMark } from './pairMarks.ts';
import { quotedWords, type AttributionPlace, type ParagraphProse, placesAround } from './paragraphProse.ts';
import { pairedMarks, sentenceStarts } from './sentences.ts';

/** A paragraph whose quotation marks are paired. */
export interface MarkedParagraph {
  readonly prose: ParagraphProse;
  /** The outermost pairs. */
  readonly pairs: readonly MarkPair[];
  /** The pairs as stretches, with their marks. */
  readonly stretches: readonly Stretch[];
  /** A mark that is left open, which the next paragraph may continue. */
  readonly open: OpenMark | undefined;
  /** Returns the offsets where sentences start; computed on first use. */
  starts(): readonly number[];
}

/** A paragraph without quotation marks. */
export const unmarkedParagraph: MarkedParagraph = {
  prose: { words: emptyMappedText, roles: new Uint8Array(0), places: [], inlineNotes: [] },
  pairs: [],
  stretches: [],
  open: undefined,
  starts: () => [],
};

/** Marks that a quotation of several paragraphs repeats at the start of each. */
const repeatedMarks = new Set([...'“"„«»‘”「『']);

/** Returns the quotations of consecutive paragraphs, with those that span several. */
export function readInlineQuotations(marked: readonly MarkedParagraph[]): DraftQuotation[] {
  const found: DraftQuotation[] = [];
  let takenTo = -1;
  let searchedTo = -1;
  marked.forEach((paragraph, index) => {
    const taken = index <= takenTo;
    const search = index >= takenTo && index >= searchedTo;
    const run = paragraph.open && search ? continuedOver(marked, index, paragraph.open.mark) : undefined;
    const end = run?.closed ? run.last : undefined;
    // A mark that a run of paragraphs does not close is not closed by its later paragraphs, either.
    searchedTo = Math.max(searchedTo, run?.last ?? -1);
    const through = end === undefined ? undefined : quotationOverParagraphs(marked, index, end);
    takenTo = Math.max(takenTo, end ?? -1);
    paragraph.pairs.forEach((pair, i) => {
      if (through && paragraph.open && pair.open > paragraph.open.at) return;
      if (taken && i === 0 && /^\s*$/u.test(paragraph.prose.words.text.slice(0, pair.open))) return;
      const quotation = inlineQuotation(paragraph, pair);
      if (quotation) found.push(quotation);
    });
    if (through) found.push(through);
  });
  return found;
}

/** Pairs the quotation marks of a paragraph. */
export function markedOf(prose: ParagraphProse): MarkedParagraph {
  const { outer, open } = pairedMarks(prose);
  if (outer.length === 0 && open.length === 0) return unmarkedParagraph;
  const loose = open.find(
    (one) => repeatedMarks.has(one.mark) && !outer.some((pair) => pair.open < one.at && one.at < pair.close),
  );
  const stretches = outer.map((pair) => ({ start: pair.open, end: pair.close + 1 }));
  let starts: readonly number[] | undefined;
  return {
    prose,
    pairs: outer,
    stretches,
    open: loose,
    starts: () => (starts ??= sentenceStarts(prose, outer)),
  };
}

/** Returns the mark at the start of a paragraph, which may continue an open one; empty where there is none. */
export function openingMark({ prose }: MarkedParagraph): string {
  const { text } = prose.words;
  const first = text.charAt(text.search(/\S/u));
  return repeatedMarks.has(first) ? first : '';
}

/**
 * Returns the index of the paragraph that closes a mark left open in an earlier one. Where none closes it, returns the
 * index of the first paragraph that does not continue the quotation.
 */
function continuedOver(
  marked: readonly MarkedParagraph[],
  index: number,
  openMark: string,
): { last: number; closed: boolean } {
  for (let next = index + 1; ; next++) {
    const paragraph = marked[next];
    if (!paragraph || openingMark(paragraph) !== openMark) return { last: next, closed: false };
    const first = paragraph.prose.words.text.search(/\S/u);
    if (paragraph.pairs.some((pair) => pair.open === first)) return { last: next, closed: true };
    if (paragraph.open?.at !== first) return { last: next, closed: false };
  }
}

function inlineQuotation(paragraph: MarkedParagraph, pair: MarkPair): DraftQuotation | undefined {
  const { prose, stretches } = paragraph;
  const words = quotedWords(prose, pair.open + 1, pair.close);
  if (!words || !hasQuotedWords(words.text)) return undefined;
  const place = attributeQuotation(
    { start: pair.open, end: pair.close + 1 },
    stretches,
    placesAround(prose, { start: pair.open, end: pair.close + 1 }),
    paragraph.starts(),
  );
  return draftQuotation(
    words,
    [],
    outerOf(prose, pair.open, pair.close),
    marksOfPair(prose, pair),
    pair.unsure === true,
    place,
    leadOf(paragraph, pair.open),
  );
}

function quotationOverParagraphs(
  marked: readonly MarkedParagraph[],
  first: number,
  last: number,
): DraftQuotation | undefined {
  const opening = marked[first];
  const closing = marked[last];
  const pair = closing?.pairs[0];
  if (!opening?.open || !closing || !pair) return undefined;
  const builder = new MappedTextBuilder();
  const breaks: number[] = [];
  let length = 0;
  for (let i = first; i <= last; i++) {
    const { prose } = marked[i] ?? opening;
    const from = i === first ? opening.open.at + 1 : prose.words.text.search(/\S/u) + 1;
    const words = quotedWords(prose, from, i === last ? pair.close : prose.words.text.length);
    if (!words) continue;
    if (length > 0) {
      const start = words.startAt(0) ?? 0;
      builder.append('\n', start, start);
      breaks.push(++length);
    }
    builder.appendMapped(words, 0, words.text.length);
    length += words.text.length;
  }
  const words = builder.build();
  if (!hasQuotedWords(words.text)) return undefined;
  const start = opening.prose.words.startAt(opening.open.at) ?? 0;
  const end = closing.prose.words.endAt(pair.close) ?? start;
  const marks = { open: opening.open.mark, close: closing.prose.words.text.charAt(pair.close) };
  const place =
    attributeQuotation(
      { start: pair.open, end: pair.close + 1 },
      [],
      closing.prose.places,
      closing.starts(),
    ) ??
    attributeQuotation({ start: opening.open.at, end: Infinity }, [], opening.prose.places, opening.starts());
  return draftQuotation(
    words,
    breaks,
    { start, end },
    marks,
    pair.unsure === true,
    place,
    leadOf(opening, opening.open.at),
  );
}

function draftQuotation(
  words: MappedText,
  breaks: readonly number[],
  outer: Quotation['outer'],
  marks: Quotation['marks'],
  unsure: boolean,
  place: AttributionPlace | undefined,
  lead: string,
): DraftQuotation {
  const range = {
    start: words.startAt(0) ?? outer.start,
    end: words.endAt(words.text.length - 1) ?? outer.end,
  };
  const citing = place ? [place.citing] : [];
  return { kind: 'inline', range, outer, words, breaks, marks, unsure, lead, citing, around: undefined };
}

function outerOf(prose: ParagraphProse, open: number, close: number): Quotation['outer'] {
  return { start: prose.words.startAt(open) ?? 0, end: prose.words.endAt(close) ?? 0 };
}

function marksOfPair(prose: ParagraphProse, pair: MarkPair): Quotation['marks'] {
  return { open: prose.words.text.charAt(pair.open), close: prose.words.text.charAt(pair.close) };
}

/** Maximum length of the text before a quotation that can deny it. No sentence is longer. */
const maxLeadUnits = 2000;

function leadOf(paragraph: MarkedParagraph, open: number): string {
  const from = Math.max(sentenceOf(paragraph.starts(), open).from, open - maxLeadUnits);
  return paragraph.prose.words.text.slice(from, open);
}

/** Whether a text has words outside the writer's own brackets. */
export function hasQuotedWords(text: string): boolean {
  return hasWord(text.includes('[') ? text.replace(/\[[^[\]]*\]/gu, ' ') : text);
}
