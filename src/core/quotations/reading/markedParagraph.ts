import { emptyMappedText, firstIndex, hasWord, type MappedText } from '../../text.ts';
import type { Quotation } from './quotationTypes.ts';
import { sentenceOf, type Stretch } from './attribution.ts';
import type { DraftQuotation } from './draft.ts';
import type { MarkPair, PairedMarks } from './pairMarks.ts';
import type { AttributionPlace, ParagraphProse } from './paragraphProse.ts';
import { pairedMarks, sentenceStarts } from './sentences.ts';
import { commonMark, markWidthAt, type WrittenMark } from './writtenMarks.ts';

/** A paragraph whose quotation marks are paired. */
export interface MarkedParagraph {
  readonly prose: ParagraphProse;
  /** The outermost pairs. */
  readonly pairs: readonly MarkPair[];
  /** The pairs as stretches, with their marks. */
  readonly stretches: readonly Stretch[];
  /** A mark that is left open, which the next paragraph may continue. */
  readonly open: WrittenMark | undefined;
  /** The marks outside the pairs whose other one is missing. */
  readonly lone: Pick<PairedMarks, 'open' | 'strays'>;
  /** Returns the offsets where sentences start; computed on first use. */
  starts(): readonly number[];
}

/** A paragraph without quotation marks. */
export const unmarkedParagraph: MarkedParagraph = {
  prose: { words: emptyMappedText, roles: new Uint8Array(0), places: [], inlineNotes: [] },
  pairs: [],
  stretches: [],
  open: undefined,
  lone: { open: [], strays: [] },
  starts: () => [],
};

/** Marks that a quotation of several paragraphs repeats at the start of each. */
const repeatedMarks = new Set([...'“"„«»‘”「『\'’‚‹›']);

/** A mark that the end of a paragraph leaves open, or may. */
export interface OpenAtEnd extends WrittenMark {
  /** Whether what seems to close it may be a mark of a word. */
  readonly unsure: boolean;
}

/**
 * Returns the mark that a paragraph leaves open. One that is closed by what may be an apostrophe or inch mark may be, too, where
 * nothing after it cites.
 */
export function openAtEnd({ open, pairs, prose }: MarkedParagraph): OpenAtEnd | undefined {
  if (open) return { ...open, unsure: false };
  const last = pairs.at(-1);
  if (!last?.weak || !repeatedMarks.has(last.open.mark)) return undefined;
  return prose.places.some(({ end }) => end > last.open.at) ? undefined : { ...last.open, unsure: true };
}

/** Pairs the quotation marks of a paragraph. */
export function markedOf(prose: ParagraphProse): MarkedParagraph {
  const { outer, open, strays } = pairedMarks(prose);
  if (outer.length + open.length + strays.length === 0) return unmarkedParagraph;
  const isOutside = ({ at }: WrittenMark): boolean => {
    const pair = outer[firstIndex(outer, ({ close }) => close.at > at)];
    return !pair || pair.open.at > at;
  };
  const lone = { open: open.filter(isOutside), strays: strays.filter(isOutside) };
  const stretches = outer.map((pair) => ({ start: pair.open.at, end: pair.close.end }));
  let starts: readonly number[] | undefined;
  return {
    prose,
    pairs: outer,
    stretches,
    open: lone.open.find((one) => repeatedMarks.has(one.mark)),
    lone,
    starts: () => (starts ??= sentenceStarts(prose, outer)),
  };
}

/** Returns the mark at the start of a paragraph, which may continue an open one; empty where there is none. */
export function openingMark({ prose }: MarkedParagraph): string {
  const { text } = prose.words;
  const first = text.search(/\S/u);
  const mark = commonMark(text.slice(first, first + markWidthAt(text, first)));
  return repeatedMarks.has(mark) ? mark : '';
}

/** Makes the quotation of some words of paragraphs. */
export function draftQuotation(
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
  const isHalf = marks !== undefined && (marks.open === '' || marks.close === '');
  return {
    kind: 'inline',
    range,
    outer,
    words,
    breaks,
    marks,
    unsure,
    isHalf,
    isInCitation: false,
    lead,
    citing,
    around: undefined,
  };
}

/** Maximum length of the text before a quotation that can deny it. No sentence is longer. */
const maxLeadUnits = 2000;

/** Returns what the sentence says before a mark. */
export function leadOf(paragraph: MarkedParagraph, open: number): string {
  const from = Math.max(sentenceOf(paragraph.starts(), open).from, open - maxLeadUnits);
  return paragraph.prose.words.text.slice(from, open);
}

/** Whether a text has words outside the writer's own brackets. */
export function hasQuotedWords(text: string): boolean {
  return hasWord(text.includes('[') ? text.replace(/\[[^[\]]*\]/gu, ' ') : text);
}
