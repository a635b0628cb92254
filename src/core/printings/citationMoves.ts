import type { Citation } from '../citations.ts';
import { type Locator, locatorInWords, type LocatorPart, locatorTerms } from '../locators.ts';
import { type QuotationResult, resolveQuotation } from '../quotations.ts';
import { completedEnd, resolveLocator } from '../resolve.ts';
import type { StudyContext } from '../study.ts';
import { bracedKey } from '../syntax.ts';
import { type Range, sameItems } from '../text.ts';
import {
  partInPrinting,
  type PartInPrinting,
  type PrintingPair,
  valueOfParagraphs,
  worstOf,
} from './locatorMoves.ts';
import type { FateState } from './passageFates.ts';

/** What a citation of one printing is as a citation of another. */
export interface CitationMove {
  /** From the `@` to the end of the locator. */
  readonly range: Range;
  readonly state: FateState;
  /** The locator as it is written, `¶ 12`; empty where there is none. */
  readonly before: string;
  /** The locator for the other printing; undefined where the citation is not moved. */
  readonly now: string | undefined;
  /** What replaces `range`; undefined where the citation is not moved. */
  readonly newText: string | undefined;
  /** Whether it is certain that the other printing has other numbers. */
  readonly isElsewhere: boolean;
  /** The paragraphs of the other printing that are meant, or that may be. */
  readonly candidates: readonly number[];
  /** Whether quoted words say where it leads. */
  readonly byQuotation: boolean;
}

/** A text with citations: a paper, a glossary, a note. */
export interface CitingText {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly lang: string | undefined;
  /** What its citations quote. */
  readonly quotations: readonly QuotationResult[];
}

/** Returns what each citation of a printing in a text is as a citation of another printing. */
export function citationMovesIn(citing: CitingText, pair: PrintingPair, study: StudyContext): CitationMove[] {
  return citing.citations
    .filter(({ key }) => key === pair.old.key)
    .map((citation) => moveOf(citation, citing, pair, study));
}

function moveOf(
  citation: Citation,
  citing: CitingText,
  pair: PrintingPair,
  study: StudyContext,
): CitationMove {
  const { locator, attempt } = citation;
  const end = Math.max(citation.range.end, locator?.range.end ?? 0, attempt?.range.end ?? 0);
  const range = { start: citation.range.start, end };
  const before = locator ? citing.text.slice(locator.range.start, locator.range.end) : '';
  const stays = (state: FateState, candidates: readonly number[] = []): CitationMove => ({
    range,
    state,
    before: attempt && !locator ? attempt.text : before,
    now: undefined,
    newText: undefined,
    isElsewhere: false,
    candidates,
    byQuotation: false,
  });
  if (attempt) return stays('doubtful');
  const quoted = placesOfQuotation(citation, citing, pair, study);
  if (quoted === 'lost') return stays('doubtful');
  const key = `@${bracedKey(pair.now.key)}`;
  if (!locator) return { ...stays('kept'), now: '', newText: key };
  const parts = locator.parts.map((part) => partInPrinting(part, locator, pair));
  const state = worstOf(parts.map((part) => part.state));
  const candidates = [...new Set(parts.flatMap(({ to }) => to))];
  const { values, byQuotation } = valuesOf(parts, locator, quoted, pair);
  if (!values) return stays(state === 'gone' || state === 'doubtful' ? state : 'doubtful', candidates);
  const now = writtenLocator(locator, values, citing);
  if (now === undefined || !isReadAs(now, locator, values, pair, citing.lang))
    return stays('doubtful', candidates);
  const between = citing.text.slice(citation.range.end, locator.range.start);
  return {
    ...stays(state === 'doubtful' || state === 'gone' ? 'moved' : state, candidates),
    now,
    newText: `${key}${between}${now}`,
    isElsewhere: !sameItems(values, locator.parts.map(valueOfPart)),
    byQuotation,
  };
}

function valueOfPart({ first, last }: LocatorPart): string {
  return last === undefined ? first : `${first}-${completedEnd(first, last) ?? last}`;
}

/** Paragraphs in which quoted words stand in the other printing; `lost` where it has not these words, undefined where nothing is known. */
type QuotedPlaces = readonly number[] | 'lost' | undefined;

/**
 * A quotation that is verbatim has to be verbatim in the other printing, too. Of words that stand there in several places the locator
 * has to tell which.
 */
function placesOfQuotation(
  citation: Citation,
  { quotations }: CitingText,
  { old, now }: PrintingPair,
  study: StudyContext,
): QuotedPlaces {
  const own = quotations.filter((result) => result.citation?.range.start === citation.range.start);
  const verbatim = own.filter(({ status, source }) => status === 'verbatim' && source === old);
  const places = new Set<number>();
  let isKnown = verbatim.length > 0;
  for (const { quotation } of verbatim) {
    const { key } = now;
    const asked = { ...citation, key, locator: undefined, attempt: undefined };
    const result = resolveQuotation({ ...quotation, citations: [asked] }, study);
    if (!result || result.status === 'not-verified') isKnown = false;
    else if (result.status !== 'verbatim') return 'lost';
    else if (result.matches.length !== 1) isKnown = false;
    else
      for (const label of result.found) {
        if (typeof label === 'number') places.add(label);
        else isKnown = false;
      }
  }
  return isKnown && places.size > 0 ? [...places].sort((a, b) => a - b) : undefined;
}

/**
 * Returns the parts of the locator for the other printing; undefined where one of them is not certain. Quoted words tell which part of a
 * paragraph is meant, and where it is meant at all.
 */
function valuesOf(
  parts: readonly PartInPrinting[],
  { label }: Locator,
  quoted: readonly number[] | undefined,
  { now }: PrintingPair,
): { readonly values: readonly string[] | undefined; readonly byQuotation: boolean } {
  const [only] = parts;
  const values = parts.flatMap(({ value }) => value ?? []);
  const certain = { values: values.length === parts.length ? values : undefined, byQuotation: false };
  if (!quoted || label !== 'paragraph') return certain;
  const all = new Set(parts.flatMap(({ to }) => to));
  const isInside = quoted.every((number) => all.has(number));
  if (
    only &&
    parts.length === 1 &&
    (only.state === 'doubtful' || only.state === 'gone' || (only.state === 'split' && isInside))
  ) {
    const value = valueOfParagraphs(quoted, now);
    return { values: value === undefined ? undefined : [value], byQuotation: true };
  }
  return isInside ? certain : { values: undefined, byQuotation: false };
}

/** Writes the parts where those of a locator stand, and its term for one number or for several. */
function writtenLocator(
  { label, parts, range, valueRange }: Locator,
  values: readonly string[],
  { text, lang }: CitingText,
): string | undefined {
  let written = '';
  let at = valueRange.start;
  for (const [index, part] of parts.entries()) {
    if (part.range.start < at) return undefined;
    written += text.slice(at, part.range.start) + (values[index] ?? '');
    at = part.range.end;
  }
  written += text.slice(at, valueRange.end);
  const opening = text.slice(range.start, valueRange.start);
  const [one, several] = locatorTerms(lang).preferred.get(label) ?? [];
  const term = opening.replace(/^\{/u, '').trimEnd();
  const isSeveral = /[-–,]/u.test(written);
  const wanted = term === one || term === several ? (isSeveral ? several : one) : term;
  return opening.replace(term, wanted ?? term) + written + text.slice(valueRange.end, range.end);
}

/** Whether Pandoc reads what was written as the places that are meant. */
function isReadAs(
  written: string,
  { label }: Locator,
  values: readonly string[],
  { now }: PrintingPair,
  lang: string | undefined,
): boolean {
  const read = locatorInWords(written.replace(/^\{|\}$/gu, ''), locatorTerms(lang));
  if (read?.label !== label) return false;
  const { parts, problems } = resolveLocator(read, now);
  const meant = values.flatMap((value) => value.split(', '));
  return (
    problems.length === 0 &&
    sameItems(
      parts.map(({ part: { first, last } }) => (last === undefined ? first : `${first}-${last}`)),
      meant,
    )
  );
}
