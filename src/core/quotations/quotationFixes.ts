import { type Message, messageOf } from '../messages.ts';
import { citationRange, isInText, locatorFor, locatorPlace, paragraphsFor } from '../citations.ts';
import { english, languageFor } from '../languages.ts';
import { printedValue } from '../source.ts';
import type { Source } from '../study.ts';
import { citationOf } from '../syntax.ts';
import { type Range } from '../text.ts';
import { selfMapped, touchesNegation } from '../match.ts';
import { everywhere, foundAt, type Quotable, quotableOf } from '../resolve.ts';
import type { DiffPart, Found, PlaceLabel, QuotationResult } from './resolveQuotation.ts';
import { listReadings } from './itemMarkers.ts';
import type { PageReading } from './dividedWords.ts';
import { findExact, type Wanted, wantedOf } from './quotationText.ts';
import { respellings } from './respellings.ts';
import { senseReversed } from './signs.ts';
import { verseRunIn } from './verseRunIn.ts';
import { escapeQuoted, marksWithin } from './quotedWriting.ts';

/** A way to correct a quotation: edits of the paper. */
export interface QuotationFix {
  readonly kind: 'restore' | 'locator' | 'bracket' | 'choose' | 'cite' | 'translation';
  /** In the imperative. */
  readonly title: Message;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/**
 * Returns the ways to correct a quotation; empty where a person must write.
 * @param paper the text of the paper
 * @param lang the language of the paper, used for locators
 */
export function quotationFixes(
  result: QuotationResult,
  paper: string,
  lang: string | undefined,
): QuotationFix[] {
  switch (result.status) {
    case 'altered':
      return [...restoreWords(result, paper, lang), ...bracketChanges(result, paper)];
    case 'elsewhere':
      return result.matches.slice(0, 1).flatMap((found) => relocate(result, found, 'locator', lang));
    case 'ambiguous':
      return result.matches.flatMap((found) => relocate(result, found, 'choose', lang));
    case 'uncited':
      return result.matches.flatMap((found) => citeFound(result, found, paper, lang));
    case 'translated':
      return [
        ...result.matches.slice(0, 1).flatMap((found) => citeTranslation(result, found, lang)),
        ...sayOwnTranslation(result, lang),
      ];
    default:
      return [];
  }
}

/**
 * Whether the quotation stands in the source after the edits. A fix that does not repair the quotation is not offered.
 * @param inItsSense whether the edits must also not reverse its sense
 */
function standsInSource(result: QuotationResult, edits: QuotationFix['edits'], inItsSense = false): boolean {
  const quotable = result.source && quotableOf(result.source);
  if (!quotable) return false;
  const { words } = result.quotation;
  const at = (offset: number): number => words.firstStartingAt(offset);
  const text = [...edits]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce(
      (out, edit) =>
        out.slice(0, at(edit.range.start)) + unescapeMarkdown(edit.newText) + out.slice(at(edit.range.end)),
      words.text,
    );
  const fixed = wantedOf({ ...result.quotation, words: selfMapped(text), breaks: [] });
  for (const { wanted, fits } of readingsOf(fixed, quotable)) {
    const stands = findExact(wanted, quotable, everywhere).matches.some(
      (match) =>
        fits(match) &&
        foundAt(quotable, match.range).labels.every((label) => result.found.includes(label)) &&
        (!inItsSense || !senseReversed('', quotable.index, wanted, match)),
    );
    if (stands) return true;
  }
  return false;
}

/** Yields the ways to read a repaired quotation, one after the other: mostly it stands in the source as it is. */
function* readingsOf(fixed: Wanted, quotable: Quotable): Generator<PageReading> {
  const fits = (): boolean => true;
  yield { wanted: fixed, fits };
  // What needs no fix, as `oe` for `œ`, is left as the writer has it.
  for (const { wanted, marks } of respellings(fixed)) if (marks.length === 0) yield { wanted, fits };
  const verse = verseRunIn(fixed);
  if (verse) yield { wanted: verse.wanted, fits };
  yield* listReadings(fixed, quotable);
}

function unescapeMarkdown(markdown: string): string {
  return markdown.replace(/\\([\\*_`[\]<>@$^~&])/gu, '$1');
}

/** Returns the changes of a diff as they stand in the paper; undefined where markup of the paper cuts one. */
function changes(result: QuotationResult, paper: string): DiffPart[] | undefined {
  const parts = result.diff.filter(
    (part) => part.kind === 'changed' || part.kind === 'dropped' || part.kind === 'added',
  );
  const plain = parts.every(
    (part) => !/[*_`<>[\]\n\r]/u.test(paper.slice(part.quotedRange.start, part.quotedRange.end)),
  );
  return parts.length > 0 && plain && !result.byFingerprints ? parts : undefined;
}

/** Extends an edit that replaces one of the two marks of a superscript or subscript to the other beside it: `10^4^`. */
function withWholeScript<E extends QuotationFix['edits'][number]>(edit: E, paper: string): E {
  const { start, end } = edit.range;
  const mark = ['^', '~'].find((one) => paper.slice(start, end).split(one).length % 2 === 0);
  if (mark === undefined) return edit;
  if (paper.charAt(end) === mark) return { ...edit, range: { start, end: end + 1 } };
  return { ...edit, range: { start: paper.charAt(start - 1) === mark ? start - 1 : start, end } };
}

function restoreWords(result: QuotationResult, paper: string, lang: string | undefined): QuotationFix[] {
  const parts = changes(result, paper);
  const moved =
    result.found.length > 0 &&
    !result.found.every((label) => result.cited.includes(label)) &&
    result.cited.length > 0;
  const found = result.matches[0];
  const relocation = moved && found ? relocate(result, found, 'locator', lang) : [];
  if (!parts) return [];
  const edits = parts.map((part) =>
    withEmptiedMarkup(withWholeScript(restoredEdit(part, result, paper), paper), paper),
  );
  if (!standsInSource(result, edits)) return [];
  return [
    {
      kind: 'restore',
      title:
        relocation.length > 0
          ? messageOf('quotations.restoreAndCite', { place: nameOfPlaces(result.found, result.source, lang) })
          : messageOf('quotations.restore'),
      edits: [...edits, ...relocation.flatMap((fix) => fix.edits)],
    },
  ];
}

/**
 * Returns an edit that replaces the writer's words with the source's, including the spaces around them. White space that
 * both have at the ends stays as it is, line breaks included.
 */
function restoredEdit(
  part: DiffPart,
  result: QuotationResult,
  paper: string,
): { range: Range; newText: string } {
  const at = result.diff.indexOf(part);
  const before = result.diff[at - 1];
  const behind = result.diff[at + 1];
  const own = part.quotedRange;
  const openBefore = before !== undefined && isGap(paper, before.quotedRange.end, own.start);
  const openBehind = behind !== undefined && isGap(paper, own.end, behind.quotedRange.start);
  let start = openBefore ? before.quotedRange.end : own.start;
  let end = openBehind ? behind.quotedRange.start : own.end;
  const [spaceBefore, spaceBehind] = [
    openBefore ? part.sourceBefore : '',
    openBehind ? behind.sourceBefore : '',
  ];
  const spaced = part.source === '' ? spaceBefore || spaceBehind : spaceBefore + part.source + spaceBehind;
  let words = escapeQuoted(typeset(spaced, result, paper));
  if (!before) words = words.trimStart();
  if (!behind) words = words.trimEnd();
  while (start < end && words !== '' && isSpaceIn(paper, start) && words.startsWith(' ')) {
    while (start < end && isSpaceIn(paper, start)) start++;
    words = words.slice(1);
  }
  while (start < end && words !== '' && isSpaceIn(paper, end - 1) && words.endsWith(' ')) {
    while (start < end && isSpaceIn(paper, end - 1)) end--;
    words = words.slice(0, -1);
  }
  return { range: { start, end }, newText: words };
}

/** Marks that hold words: of emphasis, of code, of a span or link. What closes them. */
const markupBefore = /(?:\*{1,3}|_{1,3}|~~|`{1,2}|(?<!\\)\[)$/u;
const spanEnd = /^\](?:\{[^{}\n]{0,200}\}|\([^()\n]{0,400}\))/u;

/** Extends an edit that leaves nothing over the marks around it: they would be printed, as `****`, or hold nothing. */
function withEmptiedMarkup<E extends QuotationFix['edits'][number]>(edit: E, paper: string): E {
  if (edit.newText.trim() !== '') return edit;
  let { start, end } = edit.range;
  for (;;) {
    const open = markupBefore.exec(paper.slice(Math.max(0, start - 3), start))?.[0];
    const after = paper.slice(end, end + 700);
    const close = open === '[' ? spanEnd.exec(after)?.[0] : open && after.startsWith(open) ? open : undefined;
    if (open === undefined || close === undefined) break;
    start -= open.length;
    end += close.length;
  }
  const isBare = start === edit.range.start;
  // One of the two spaces between which the words stood goes with them.
  if (isSpaceIn(paper, start - 1) && (isBare ? /\s/u : /[\s.,;:!?]/u).test(paper.charAt(end))) start--;
  return { ...edit, range: { start, end } };
}

/** Whether there is only white space between two offsets of the paper. */
function isGap(paper: string, from: number | undefined, to: number | undefined): boolean {
  return from !== undefined && to !== undefined && from <= to && /^\s*$/u.test(paper.slice(from, to));
}

function isSpaceIn(text: string, at: number): boolean {
  return /\s/u.test(text.charAt(at));
}

/**
 * Writes the source's marks in the paper's style: straight if the paper uses straight ones, and nested marks of the other
 * kind.
 */
function typeset(words: string, result: QuotationResult, paper: string): string {
  const { marks, outer } = result.quotation;
  const own = paper.slice(outer.start, outer.end);
  const straight = marks
    ? marks.open === '"' || marks.open === "'"
    : !/[\u2018\u2019\u201C\u201D]/u.test(own) && /["']/u.test(own);
  return marksWithin(words, marks?.open ?? '', straight);
}

function bracketChanges(result: QuotationResult, paper: string): QuotationFix[] {
  const parts = changes(result, paper);
  const cited = result.cited.length === 0 || result.found.every((label) => result.cited.includes(label));
  if (!parts || !cited || parts.length > 3) return [];
  // A bracket may explain the source's words, but never reverse them.
  if (parts.some(({ quoted, source }) => touchesNegation(quoted, source))) return [];
  const edits = parts.map(({ kind, quotedRange, quoted }) => {
    if (kind !== 'dropped')
      return withWholeScript({ range: quotedRange, newText: `[${escapeQuoted(quoted)}]` }, paper);
    const atStart = quotedRange.start <= result.quotation.range.start;
    return { range: quotedRange, newText: atStart ? '[…] ' : ' […]' };
  });
  if (!standsInSource(result, edits, true)) return [];
  return [
    {
      kind: 'bracket',
      title: messageOf(parts.length > 1 ? 'quotations.markChanges' : 'quotations.markChange'),
      edits,
    },
  ];
}

/**
 * Returns a locator such as `¶ 12`, `¶¶ 12-13`, `¶¶ 3, 9`, `n. 1` or `sec. 2`, as written in a language; undefined for
 * places without a locator.
 */
export function locatorOfPlaces(
  labels: readonly PlaceLabel[],
  source: Source | undefined,
  lang: string | undefined,
): string | undefined {
  const [first] = labels;
  if (typeof first === 'string') {
    if (labels.length > 1) return undefined;
    if (first.startsWith('sec. ')) return locatorOfHeading(first.slice(5), source, lang);
    return /^n[0-9]+$/.test(first) ? locatorFor('note', first.slice(1), lang) : undefined;
  }
  const numbers = labels.filter((label) => typeof label === 'number');
  if (numbers.length !== labels.length || first === undefined) return undefined;
  if (!source?.printed) return paragraphsFor(numbers, lang);
  const printed = printedValue(numbers, source);
  return printed === undefined ? undefined : locatorFor('paragraph', printed, lang);
}

function nameOfPlaces(
  labels: readonly PlaceLabel[],
  source: Source | undefined,
  lang: string | undefined,
): string {
  return locatorOfPlaces(labels, source, lang) ?? labels.join(', ');
}

function relocate(
  result: QuotationResult,
  found: Found,
  kind: 'locator' | 'choose' | 'cite',
  lang: string | undefined,
): QuotationFix[] {
  const locator = locatorOfPlaces(found.labels, found.source, lang);
  const { citation } = result;
  // A locator that is understood only in half has a finding of its own. Here, the other half would stay behind the new place.
  if (locator === undefined || !citation || (citation.locator && citation.attempt)) return [];
  const { range, before, after } = locatorPlace(citation);
  return [
    {
      kind,
      title: messageOf('quotations.cite', { place: locator }),
      edits: [{ range, newText: `${before}${locator}${after}` }],
    },
  ];
}

/** Cites the text that has the words, in place of the one that has not. */
function citeTranslation(result: QuotationResult, found: Found, lang: string | undefined): QuotationFix[] {
  const { citation } = result;
  const [moved] = relocate(result, found, 'cite', lang);
  // Of several places, or of keys before which there is no sign, more than the key would have to change.
  if (!citation || !moved || (citation.locator?.parts.length ?? 0) > 1) return [];
  const locator = locatorOfPlaces(found.labels, found.source, lang);
  const place = citationOf(found.source.key, locator);
  const newText = citationOf(found.source.key).slice(1, -1);
  return [
    {
      kind: 'translation',
      title: messageOf('quotations.cite', { place }),
      edits: [{ range: citation.range, newText }, ...moved.edits],
    },
  ];
}

/** Says behind the citation that the words are the writer's own translation. */
function sayOwnTranslation({ citation }: QuotationResult, lang: string | undefined): QuotationFix[] {
  if (!citation || isInText(citation) || citation.rest.trim() !== '') return [];
  const words = languageFor(lang)?.ownTranslation ?? english.ownTranslation;
  const { end } = citationRange(citation);
  return [
    {
      kind: 'translation',
      title: messageOf('quotations.sayTranslated', { words }),
      edits: [{ range: { start: end, end }, newText: `, ${words}` }],
    },
  ];
}

function citeFound(
  result: QuotationResult,
  found: Found,
  paper: string,
  lang: string | undefined,
): QuotationFix[] {
  const locator = locatorOfPlaces(found.labels, found.source, lang);
  const { key } = found.source;
  const citation = citationOf(key, locator);
  const { quotation } = result;
  const at = quotation.kind === 'inline' ? quotation.outer.end : endOfText(paper, quotation.outer);
  return [
    {
      kind: 'cite',
      title: messageOf('quotations.cite', { place: citation }),
      edits: [{ range: { start: at, end: at }, newText: ` ${citation}` }],
    },
  ];
}

function endOfText(paper: string, range: Range): number {
  let end = range.end;
  while (end > range.start && /[\s>]/u.test(paper.charAt(end - 1))) end--;
  return end;
}

/** Undefined where several sections have that label, as a preface and the chapter that prints its number. */
function locatorOfHeading(
  label: string,
  source: Source | undefined,
  lang: string | undefined,
): string | undefined {
  const isShared = (source?.sections ?? []).filter((section) => section.label === label).length > 1;
  return isShared ? undefined : locatorFor('section', label, lang);
}
