import { appendAll } from '../../text.ts';
import type { Quotation } from './quotationTypes.ts';
import { attributeQuotation, sentenceOf } from './attribution.ts';
import { citationRightBehind, citedTogether } from './citedTogether.ts';
import type { DraftQuotation } from './draft.ts';
import { halfMarkedIn, halfQuotation } from './halfQuotations.ts';
import {
  draftQuotation,
  hasQuotedWords,
  leadOf,
  type MarkedParagraph,
  openAtEnd,
  type OpenAtEnd,
  openingMark,
} from './markedParagraph.ts';
import type { MarkPair } from './pairMarks.ts';
import { joinParagraphs, quotedWords, type ParagraphProse, placesAround } from './paragraphProse.ts';
import { markWidthAt } from './writtenMarks.ts';

/** Returns the quotations of consecutive paragraphs, with those that span several. */
export function readInlineQuotations(marked: readonly MarkedParagraph[]): DraftQuotation[] {
  const found: DraftQuotation[] = [];
  let takenTo = -1;
  let searchedTo = -1;
  marked.forEach((paragraph, index) => {
    const taken = index <= takenTo;
    const search = index >= takenTo && index >= searchedTo;
    const open = openAtEnd(paragraph);
    const run = open && search ? continuedOver(marked, index, open.mark) : undefined;
    const end = run?.closed ? run.last : undefined;
    // A mark that a run of paragraphs does not close is not closed by its later paragraphs, either.
    searchedTo = Math.max(searchedTo, run?.last ?? -1);
    const through = open && end !== undefined ? quotationOverParagraphs(marked, index, end, open) : undefined;
    takenTo = Math.max(takenTo, end ?? -1);
    const halves = through || taken ? [] : halfMarkedIn(paragraph);
    paragraph.pairs.forEach((pair, i) => {
      if (through && open && pair.open.at >= open.at) return;
      if (halves.some(({ replaces }) => replaces === pair)) return;
      if (taken && i === 0 && /^\s*$/u.test(paragraph.prose.words.text.slice(0, pair.open.at))) return;
      const quotation = inlineQuotation(paragraph, pair);
      if (quotation) found.push(quotation);
    });
    if (through) found.push(through);
    appendAll(
      found,
      halves.flatMap((half) => halfQuotation(paragraph, half) ?? []),
    );
  });
  return found;
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
    const open = openAtEnd(paragraph);
    if (open?.at === first && (!open.unsure || mayGoOn(marked[next + 1], openMark))) continue;
    return { last: next, closed: paragraph.pairs.some((pair) => pair.open.at === first) };
  }
}

function mayGoOn(next: MarkedParagraph | undefined, openMark: string): boolean {
  return next !== undefined && openingMark(next) === openMark;
}

function inlineQuotation(paragraph: MarkedParagraph, pair: MarkPair): DraftQuotation | undefined {
  const { prose, stretches } = paragraph;
  const words = quotedWords(prose, pair.open.end, pair.close.at);
  if (!words || !hasQuotedWords(words.text)) return undefined;
  const own = { start: pair.open.at, end: pair.close.end };
  const places = placesAround(prose, own);
  const starts = paragraph.starts();
  const place = attributeQuotation(own, stretches, places, starts);
  const draft = draftQuotation(
    words,
    [],
    outerOf(prose, pair),
    { open: pair.open.mark, close: pair.close.mark },
    pair.unsure === true,
    place,
    leadOf(paragraph, pair.open.at),
  );
  if (!place || place.note || places.length < 2) return draft;
  const sentence = { quotations: stretches, ...sentenceOf(starts, own.start, own.end) };
  const together = citedTogether(place, places, prose.words.text, own, sentence);
  const behind = citationRightBehind(prose.words.text, own.end, places);
  const isWithin = own.start < place.start && place.end < own.end;
  const also = behind && (isWithin || behind.note) && !together.includes(behind) ? [behind] : [];
  const all = isWithin ? [...also, ...together] : [...together, ...also];
  return { ...draft, citing: all.map(({ citing }) => citing) };
}

function quotationOverParagraphs(
  marked: readonly MarkedParagraph[],
  first: number,
  last: number,
  open: OpenAtEnd,
): DraftQuotation | undefined {
  const opening = marked[first];
  const closing = marked[last];
  const pair = closing?.pairs[0];
  if (!opening || !closing || !pair) return undefined;
  const { words, breaks } = joinParagraphs(
    marked.slice(first, last + 1).flatMap(({ prose }, at) => {
      const from = at === 0 ? open.end : endOfFirstMark(prose);
      const to = first + at === last ? pair.close.at : prose.words.text.length;
      return quotedWords(prose, from, to) ?? [];
    }),
  );
  if (!hasQuotedWords(words.text)) return undefined;
  const start = opening.prose.words.startAt(open.at) ?? 0;
  const end = closing.prose.words.endAt(pair.close.end - 1) ?? start;
  const marks = { open: open.mark, close: pair.close.mark };
  const place =
    attributeQuotation(
      { start: pair.open.at, end: pair.close.end },
      [],
      closing.prose.places,
      closing.starts(),
    ) ?? attributeQuotation({ start: open.at, end: Infinity }, [], opening.prose.places, opening.starts());
  return draftQuotation(
    words,
    breaks,
    { start, end },
    marks,
    pair.unsure === true || open.unsure,
    place,
    leadOf(opening, open.at),
  );
}

function outerOf({ words }: ParagraphProse, { open, close }: MarkPair): Quotation['outer'] {
  return { start: words.startAt(open.at) ?? 0, end: words.endAt(close.end - 1) ?? 0 };
}

/** Returns the offset after the mark that a paragraph begins with. */
function endOfFirstMark({ words: { text } }: ParagraphProse): number {
  const first = text.search(/\S/u);
  return first + markWidthAt(text, first);
}
