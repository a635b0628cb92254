import { quotationMessage } from '../check/quotations.ts';
import type { Paper, Source, Study } from '../index/study.ts';
import type { DiffPart, Found, PlaceLabel, QuotationResult } from '../resolve/quotation.ts';
import type { FoundPlace } from '../resolve/quotable.ts';
import { quotationsAround } from '../resolve/quotationsIn.ts';
import type { MappedText } from '../text/mappedText.ts';
import { escapeMarkdown, quoteMarkdown, shorten } from './markdown.ts';
import { passageWords, sectionTrail, sourceLine } from './passages.ts';

/** What is said of each status, first thing. */
export const statusText: Readonly<Record<QuotationResult['status'], string>> = {
  verbatim: 'verbatim',
  altered: 'altered',
  elsewhere: 'stands elsewhere',
  'not-found': 'not found in the source',
  ambiguous: 'stands in several other places',
  'not-verified': 'not verified',
  uncited: 'not cited',
};

/** More of a passage that does not hold the words is not read in a hover, in UTF-16 units. */
const mostCharacters = 400;
/** Places that a hover shows. */
const mostPlaces = 3;

/** The quotation at an offset of a paper, with its state, the differences, and the source around it. */
export function quotationHover(
  paper: Paper,
  offset: number,
  study: Study,
): { range: QuotationResult['quotation']['range']; markdown: string } | undefined {
  const result = quotationAt(paper, offset, study);
  if (!result) return undefined;
  const { status, diff, outOfContext } = result;
  // The diff says what the message would.
  const silent = status === 'verbatim' || (status === 'altered' && diff.length > 0);
  const blocks = [
    stateOf(result),
    silent ? '' : escapeMarkdown(quotationMessage(result)),
    proof(result),
    diff.length > 0 ? diffMarkdown(diff) : '',
    ...result.matches.slice(0, mostPlaces).flatMap(placesMarkdown),
    ...citedInstead(result),
    outOfContext ? `_Read the whole sentence:_ ${escapeMarkdown(outOfContext.sentence)}` : '',
  ];
  return { range: result.quotation.range, markdown: blocks.filter(Boolean).join('\n\n') };
}

/** In one line what became of the quotation at an offset; undefined where there is none. */
export function quotationState(paper: Paper, offset: number, study: Study): string | undefined {
  const result = quotationAt(paper, offset, study);
  if (!result) return undefined;
  return result.status === 'verbatim'
    ? stateOf(result)
    : `${stateOf(result)}\n\n${escapeMarkdown(quotationMessage(result))}`;
}

function stateOf({ status, source }: QuotationResult): string {
  return `**Quotation: ${statusText[status]}**${source ? ` · ${escapeMarkdown(sourceLine(source))}` : ''}`;
}

/** The innermost quotation at an offset. */
function quotationAt(paper: Paper, offset: number, study: Study): QuotationResult | undefined {
  const results = quotationsAround(paper, offset, study);
  return [...results].sort((a, b) => width(a) - width(b))[0];
}

function width({ quotation }: QuotationResult): number {
  return quotation.range.end - quotation.range.start;
}

/** What was proved where the text is not here. */
function proof({ byFingerprints, status }: QuotationResult): string {
  return byFingerprints && status !== 'not-verified'
    ? 'Checked by the edition’s fingerprints, without the text: words and their order, not punctuation.'
    : '';
}

/** The quotation with the source's words bold and the paper's struck through. */
function diffMarkdown(diff: readonly DiffPart[]): string {
  return diff
    .map(({ kind, quoted, source }) => {
      const theirs = source.trim() === '?' ? '…' : escapeMarkdown(source);
      const ours = escapeMarkdown(quoted);
      if (kind === 'changed') return `~~${ours}~~ **${theirs}**`;
      if (kind === 'dropped') return `**${theirs}**`;
      if (kind === 'added') return `~~${ours}~~`;
      return ours;
    })
    .filter((piece) => piece !== '')
    .join(' ');
}

/** The source's words around a match, the quoted ones bold; gists where the words are not here. */
function placesMarkdown(found: Found): string[] {
  const shown = found.places.slice(0, 2).flatMap((place) => contextOf(found.source, place));
  return shown.length > 0 ? shown : found.labels.slice(0, 2).flatMap((label) => gistOf(found.source, label));
}

function contextOf(source: Source, { place, range }: FoundPlace): string[] {
  if (!range) return [];
  switch (place.kind) {
    case 'passage':
    case 'attribution': {
      const passage = source.passages[place.number - 1];
      const plain = place.kind === 'passage' ? passage?.words?.plain : passage?.attribution;
      return plain ? [`${headOf(source, place.number)}\n\n> ${marked(plain, range)}`] : [];
    }
    case 'note': {
      const plain = source.notes.find(({ number }) => number === place.number)?.words?.plain;
      return plain ? [`n. ${String(place.number)}\n\n> ${marked(plain, range)}`] : [];
    }
    case 'heading':
      return [`sec. ${escapeMarkdown(place.section.label)}: **${escapeMarkdown(place.section.title)}**`];
    default:
      return [];
  }
}

/** `¶ 12 · (1) The Correct Form`. */
function headOf(source: Source, number: number): string {
  const trail = sectionTrail(source, number);
  return `¶ ${String(number)}${trail === '' ? '' : ` · ${escapeMarkdown(trail)}`}`;
}

function gistOf(source: Source, label: PlaceLabel): string[] {
  const number = typeof label === 'number' ? label : Number(/^n([0-9]+)$/.exec(label)?.[1] ?? Number.NaN);
  const isNote = typeof label === 'string';
  const item = isNote ? source.notes.find((note) => note.number === number) : source.passages[number - 1];
  if (!item) return [];
  const head = isNote ? `n. ${String(number)}` : headOf(source, number);
  return [item.gist === undefined ? head : `${head}\n\n_${escapeMarkdown(item.gist)}_`];
}

/** What the citation leads to, where the words were found nowhere. */
function citedInstead({ status, source, cited, matches }: QuotationResult): string[] {
  if (!source || matches.length > 0 || (status !== 'not-found' && status !== 'not-verified')) return [];
  return cited.slice(0, 2).flatMap((label) => {
    const words = typeof label === 'number' ? source.passages[label - 1] : undefined;
    const text = words && passageWords(words);
    if (text === undefined) return gistOf(source, label).map((gist) => `Cited: ${gist}`);
    return [`Cited: ${headOf(source, Number(label))}\n\n${quoteMarkdown(shorten(text, mostCharacters))}`];
  });
}

/** A stretch of a passage in bold, from a sentence before to a sentence after. Spaces stay outside the bold. */
function marked({ text, starts }: MappedText, range: { start: number; end: number }): string {
  let from = firstAt(starts, range.start);
  let to = firstAt(starts, range.end);
  while (from < to && /\s/u.test(text.charAt(from))) from++;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to--;
  const start = sentenceStart(text, from);
  const end = sentenceEnd(text, to);
  const before = text.slice(start, from);
  const behind = text.slice(to, end);
  const words = [
    start > 0 ? '… ' : '',
    escapeMarkdown(before),
    /\s$/u.test(before) ? ' ' : '',
    `**${escapeMarkdown(text.slice(from, to))}**`,
    /^\s/u.test(behind) ? ' ' : '',
    escapeMarkdown(behind),
    text.slice(end).trim() === '' ? '' : ' …',
  ];
  return words.join('').trim();
}

function firstAt(starts: ArrayLike<number>, offset: number): number {
  let i = 0;
  while (i < starts.length && (starts[i] ?? 0) < offset) i++;
  return i;
}

/** Where the sentence before the one at an offset begins. */
function sentenceStart(text: string, offset: number): number {
  const ends = [...text.slice(0, offset).matchAll(/[.!?…]["”’»)]*\s+(?=\P{Ll}|$)/gu)].map(
    (match) => match.index + match[0].length,
  );
  return ends.at(-2) ?? 0;
}

/** Where the sentence after the one that ends at or behind an offset ends. */
function sentenceEnd(text: string, offset: number): number {
  const rest = text.slice(offset);
  const ends = [...rest.matchAll(/[.!?…]["”’»)]*(?=\s+\P{Ll}|\s*$)/gu)].map(
    (match) => offset + match.index + match[0].length,
  );
  const complete = /[.!?…]["”’»)]*$/u.test(text.slice(0, offset)) && /^\s/u.test(rest);
  return ends[complete ? 0 : 1] ?? text.length;
}
