import { inWords, type MessageId, messageOf } from '../../messages.ts';
import { isChange } from '../../check.ts';
import type { Paper, Source, Study } from '../../study.ts';
import {
  type DiffPart,
  type Found,
  type PlaceLabel,
  type QuotationResult,
  quotationsNear,
} from '../../quotations.ts';
import type { FoundPlace } from '../../resolve.ts';
import type { MappedText, Range } from '../../text.ts';
import { escapeMarkdown, quoteMarkdown, shorten } from '../wording.ts';
import { passageNumbers, passageWords, sectionTrail, sourceLine } from '../passages.ts';

const statusText = {
  verbatim: 'quotations.isVerbatim',
  altered: 'quotations.isAltered',
  elsewhere: 'quotations.isElsewhere',
  'not-found': 'quotations.isNotFound',
  ambiguous: 'quotations.isAmbiguous',
  'not-verified': 'quotations.isNotVerified',
  translated: 'quotations.isTranslated',
  uncited: 'quotations.isUncited',
} as const satisfies Record<QuotationResult['status'], MessageId>;

/** The state of a quotation in a few words. */
export function statusMessage({
  status,
  reason,
}: Pick<QuotationResult, 'status' | 'reason'>):
  (typeof statusText)[QuotationResult['status']] | 'quotations.isUnsure' {
  return reason === 'marks' ? 'quotations.isUnsure' : statusText[status];
}

/** The most shown of a passage that does not contain the words. UTF-16 code units. */
const maxContextUnits = 400;
/** The most places shown. */
const maxHoverPlaces = 3;

/**
 * The hover for the quotation at an offset of a paper: its state and the source around it. If the words differ, it
 * shows the sentences of paper and source with the difference marked. It does not repeat the finding, which editors
 * show beside it.
 */
export function quotationHover(
  paper: Paper,
  offset: number,
  study: Study,
): { range: QuotationResult['quotation']['range']; markdown: string } | undefined {
  const result = quotationUnder(paper, offset, study);
  if (!result) return undefined;
  const blocks = [
    stateOf(result),
    reasonShown(result),
    proof(result),
    ownSentence(result),
    ...result.matches.slice(0, maxHoverPlaces).flatMap((found) => placesMarkdown(found, result)),
    ...citedInstead(result),
  ];
  return { range: result.quotation.range, markdown: blocks.filter(Boolean).join('\n\n') };
}

/** The state of the quotation at an offset, and its differences. Undefined if there is no quotation. */
export function quotationState(paper: Paper, offset: number, study: Study): string | undefined {
  const result = quotationUnder(paper, offset, study);
  if (!result) return undefined;
  const places = differs(result)
    ? result.matches.slice(0, 1).flatMap((found) => placesMarkdown(found, result))
    : [];
  return [stateOf(result), reasonShown(result), ownSentence(result), ...places].filter(Boolean).join('\n\n');
}

/** Why the quotation could not be verified. */
function reasonShown({ status, reason }: QuotationResult): string {
  if (status !== 'not-verified') return '';
  if (reason === 'too-short') return inWords('quotations.hoverTooShort');
  if (reason === 'at-seam') return inWords('quotations.hoverAtSeam');
  if (reason === 'translated') return inWords('quotations.hoverTranslated');
  return inWords(reason === 'unknown-key' ? 'quotations.hoverNoSource' : 'quotations.hoverNoText');
}

function stateOf(result: QuotationResult): string {
  const { source } = result;
  return `**${inWords('quotations.status', { status: messageOf(statusMessage(result)) })}**${source ? ` · ${escapeMarkdown(sourceLine(source))}` : ''}`;
}

/** The innermost quotation at an offset. */
function quotationUnder(paper: Paper, offset: number, study: Study): QuotationResult | undefined {
  const results = quotationsNear(paper, offset, study);
  return [...results].sort((a, b) => quotationUnits(a) - quotationUnits(b))[0];
}

function quotationUnits({ quotation }: QuotationResult): number {
  return quotation.range.end - quotation.range.start;
}

/** What fingerprints prove if the text is not here. */
function proof({ byFingerprints, status }: QuotationResult): string {
  return byFingerprints && status !== 'not-verified' ? inWords('quotations.hoverByFingerprints') : '';
}

/** Whether to compare the sentences of paper and source. */
function differs({ diff, senseReversed }: QuotationResult): boolean {
  return diff.some(isChange) || senseReversed !== undefined;
}

/**
 * The paper's sentence. Words that are not in the source are struck through; ellipses that reverse the sense are
 * bold.
 */
function ownSentence(result: QuotationResult): string {
  const { diff, quotation, senseReversed } = result;
  if (!differs(result)) return '';
  const whole = { start: 0, end: quotation.words.text.length };
  const words = senseReversed
    ? withBold(quotation.words, whole, [senseReversed.quotedRange])
    : struckOut(diff);
  return `${inWords('quotations.hoverInPaper')}\n\n> ${quotation.marks ? `“${words}”` : words}`;
}

function struckOut(diff: readonly DiffPart[]): string {
  return diff
    .map((part) =>
      isChange(part) && part.quoted.trim() !== ''
        ? `~~${escapeMarkdown(part.quoted)}~~`
        : escapeMarkdown(part.quoted),
    )
    .filter((piece) => piece !== '')
    .join(' ');
}

/** The words of the source around a match, the relevant ones bold. Gists if the words are not here. */
function placesMarkdown(found: Found, result: QuotationResult): string[] {
  const shown = found.places.slice(0, 2).flatMap((place) => contextBlocks(found.source, place, result));
  return shown.length > 0 ? shown : found.labels.slice(0, 2).flatMap((label) => gistOf(found.source, label));
}

/** The words to make bold: those of the source where the paper differs, otherwise the quoted ones. */
function boldRanges(range: Range, result: QuotationResult): readonly Range[] {
  if (!differs(result)) {
    const denying = result.outOfContext?.sourceRange;
    return denying ? [denying, range] : [range];
  }
  const changed = result.diff.filter(isChange).map(({ sourceRange }) => sourceRange);
  return [...changed, result.senseReversed?.sourceRange].filter((one) => one !== undefined);
}

function contextBlocks(source: Source, { place, range }: FoundPlace, result: QuotationResult): string[] {
  if (!range) return [];
  const shown = (plain: MappedText): string =>
    inContext(plain, range, boldRanges(range, result), differs(result) ? 0 : 1);
  switch (place.kind) {
    case 'passage':
    case 'attribution':
    case 'inlineNote': {
      const passage = source.passages[place.number - 1];
      const plain =
        place.kind === 'inlineNote'
          ? place.plain
          : place.kind === 'passage'
            ? passage?.words?.plain
            : passage?.attribution;
      return plain ? [`${passageHead(source, place.number)}\n\n> ${shown(plain)}`] : [];
    }
    case 'note': {
      const plain = source.notes.find(({ number }) => number === place.number)?.words?.plain;
      return plain ? [`n. ${String(place.number)}\n\n> ${shown(plain)}`] : [];
    }
    case 'heading':
      return [`sec. ${escapeMarkdown(place.section.label)}: **${escapeMarkdown(place.section.title)}**`];
    default:
      return [];
  }
}

/** The heading of a place: `¶ 12 · (1) The Correct Form`. */
function passageHead(source: Source, number: number): string {
  const trail = sectionTrail(source, number);
  return `${passageNumbers([number], source)}${trail === '' ? '' : ` · ${escapeMarkdown(trail)}`}`;
}

function gistOf(source: Source, label: PlaceLabel): string[] {
  const number = typeof label === 'number' ? label : Number(/^n([0-9]+)$/.exec(label)?.[1] ?? Number.NaN);
  const isNote = typeof label === 'string';
  const item = isNote ? source.notes.find((note) => note.number === number) : source.passages[number - 1];
  if (!item) return [];
  const head = isNote ? `n. ${String(number)}` : passageHead(source, number);
  return [item.gist === undefined ? head : `${head}\n\n_${escapeMarkdown(item.gist)}_`];
}

/** The cited passage, for words that were found nowhere. */
function citedInstead({ status, source, cited, matches }: QuotationResult): string[] {
  if (!source || matches.length > 0 || (status !== 'not-found' && status !== 'not-verified')) return [];
  return cited.slice(0, 2).flatMap((label) => {
    const words = typeof label === 'number' ? source.passages[label - 1] : undefined;
    const text = words && passageWords(words);
    if (text === undefined) return gistOf(source, label).map((words) => inWords('hover.cited', { words }));
    const quoted = quoteMarkdown(shorten(text, maxContextUnits));
    return [inWords('hover.cited', { words: `${passageHead(source, Number(label))}\n\n${quoted}` })];
  });
}

/**
 * A range of a passage with the sentences around it, some words in bold.
 * @param more the number of further sentences before and after
 */
function inContext(plain: MappedText, range: Range, bold: readonly Range[], more: 0 | 1): string {
  const { text } = plain;
  const { start: from, end: to } = plainRangeOf(plain, range);
  const start = sentenceStartAt(text, from, more);
  const end = sentenceEndAt(text, to, more);
  const left = start > 0 ? '… ' : '';
  const right = text.slice(end).trim() === '' ? '' : ' …';
  return `${left}${withBold(plain, { start, end }, bold)}${right}`.trim();
}

/** Converts a range of the original to one of the mapped text, without spaces at its ends. */
function plainRangeOf({ text, starts }: MappedText, range: Range): Range {
  let start = firstAt(starts, range.start);
  let end = firstAt(starts, range.end);
  while (start < end && /\s/u.test(text.charAt(start))) start++;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end--;
  return { start, end };
}

/** A range of a mapped text, with the words at ranges of the original in bold. Spaces stay outside the bold. */
function withBold(plain: MappedText, { start, end }: Range, bold: readonly Range[]): string {
  const { text } = plain;
  const places = bold.map((range) => plainRangeOf(plain, range)).sort((a, b) => a.start - b.start);
  let at = start;
  let out = '';
  for (const place of places) {
    const from = Math.max(at, place.start);
    const to = Math.min(end, place.end);
    if (to <= from) continue;
    out += `${escapedWithSpaces(text.slice(at, from))}**${escapeMarkdown(text.slice(from, to))}**`;
    at = to;
  }
  return (out + escapedWithSpaces(text.slice(at, end))).trim();
}

/** Escapes text but keeps a space at its ends. */
function escapedWithSpaces(text: string): string {
  if (text.trim() === '') return text === '' ? '' : ' ';
  return `${/^\s/u.test(text) ? ' ' : ''}${escapeMarkdown(text)}${/\s$/u.test(text) ? ' ' : ''}`;
}

function firstAt(starts: ArrayLike<number>, offset: number): number {
  let i = 0;
  while (i < starts.length && (starts[i] ?? 0) < offset) i++;
  return i;
}

/** The start of the sentence at an offset, or of the one before it. */
function sentenceStartAt(text: string, offset: number, more: 0 | 1): number {
  const ends = [...text.slice(0, offset).matchAll(/[.!?…]["”’»)]*\s+(?=\P{Ll}|$)/gu)].map(
    (match) => match.index + match[0].length,
  );
  return ends.at(-1 - more) ?? 0;
}

/** The end of the sentence at an offset, or of the one after it. */
function sentenceEndAt(text: string, offset: number, more: 0 | 1): number {
  const rest = text.slice(offset);
  const ends = [...rest.matchAll(/[.!?…]["”’»)]*(?=\s+\P{Ll}|\s*$)/gu)].map(
    (match) => offset + match.index + match[0].length,
  );
  const complete = /[.!?…]["”’»)]*$/u.test(text.slice(0, offset)) && /^\s/u.test(rest);
  if (complete && more === 0) return offset;
  return ends[complete ? more - 1 : more] ?? text.length;
}
