import { type Citation, isInText, locatorFor } from '../../citations.ts';
import { type Locator, locatorTerms } from '../../locators.ts';
import type { Range } from '../../text.ts';
import { spanOf, withSpan, writtenSpan, type Span } from './numberSpans.ts';
import {
  wantedPlaceOf,
  locatorValue,
  writtenCitation,
  type WantedCitation,
  type WantedPlace,
} from './wantedCitation.ts';

/** One way to add to a text: the range to replace and its new text. */
export interface Extension {
  readonly range: Range;
  readonly newText: string;
  /** Offset of the cursor in `newText`. */
  readonly caret: number;
  /** Whether it closes open brackets. Until then, a key in them is read as part of the sentence. */
  readonly closes?: boolean;
}

/**
 * The ways to add a place to a group of citations, best first: the locator for the same source gets more numbers, a
 * citation without a locator gets one, or another citation follows in the same brackets. The caller must check how
 * the result is read, because text after it in the brackets may become part of the locator.
 * @param at offset of the cursor; of several citations of the source, the nearest comes first
 */
export function extensionsOf(
  text: string,
  group: readonly Citation[],
  at: number,
  wanted: WantedCitation,
  lang: string | undefined,
): readonly Extension[] {
  const own = group
    .filter(
      ({ key, attempt, suffix }) =>
        key === wanted.key && (!attempt || (attempt.reason !== 'outside' && isEmptySuffix(suffix, lang))),
    )
    .sort((one, other) => distance(one, at) - distance(other, at));
  return [
    ...own.flatMap((citation) => goneOn(text, citation, wanted, lang)),
    ...own.flatMap((citation) => addLocator(text, citation, wanted, lang)),
    ...further(text, group, wanted, lang),
  ];
}

function distance({ range, suffixRange }: Citation, at: number): number {
  return Math.max(0, range.start - at, at - suffixRange.end);
}

/** Adds numbers to the locator of a citation. */
function goneOn(
  text: string,
  { locator, rest }: Citation,
  wanted: WantedCitation,
  lang: string | undefined,
): Extension[] {
  if (!locator || locator.label !== wanted.locator?.label) return [];
  const value = grownValue(locator, text, wanted.locator.places);
  const { start, end } = locator.range;
  const { valueRange } = locator;
  const isBraced = end > valueRange.end;
  const isPlural = /[-–—,;]|\s/u.test(value);
  const isTermPlain = text.startsWith(locator.term, isBraced ? start + 1 : start);
  const before = text.slice(start, valueRange.start);
  const several = isPlural && isTermPlain ? pluralOf(locator, lang) : locator.term;
  const term = before.replace(locator.term, () => several);
  const newText = `${term}${value}`;
  const plain: Extension = {
    range: { start, end: valueRange.end },
    newText,
    caret: newText.length,
  };
  if (isBraced) return [plain];
  const braces = `{${newText}}`;
  return rest.trim() === '' || !/^\s*[,.;]/u.test(rest)
    ? [plain, { range: locator.range, newText: braces, caret: braces.length - 1 }]
    : [plain];
}

/** The value of a locator with more places. Numbers are joined with neighbours, and kept in order if they were. */
function grownValue(locator: Locator, text: string, wanted: readonly WantedPlace[]): string {
  const written = text.slice(locator.valueRange.start, locator.valueRange.end);
  const places = locator.parts.map(wantedPlaceOf);
  const isPlain = /^[0-9\s,;–—‑-]+$/u.test(written) && places.every((place) => typeof place !== 'string');
  if (!isPlain) {
    const known = new Set(places.map(String));
    const added = wanted.filter((place) => !known.has(String(place)));
    return added.length === 0 ? written : `${written}, ${locatorValue(added)}`;
  }
  const spans = places.map((place, index): Span => {
    const part = locator.parts[index];
    return { ...spanOf(place), written: part ? text.slice(part.range.start, part.range.end) : '' };
  });
  const grown = wanted.reduce<readonly Span[] | undefined>(
    (all, place) => (typeof place === 'string' ? undefined : all && withSpan(all, spanOf(place))),
    spans,
  );
  if (!grown) return `${written}, ${locatorValue(wanted)}`;
  return grown === spans ? written : grown.map((span) => span.written ?? writtenSpan(span)).join(', ');
}

/**
 * The plural of a term as the writer abbreviates: `¶¶` for `¶`, `paras.` for `para.`. The term itself if Pandoc knows
 * none.
 */
function pluralOf({ term, label }: Locator, lang: string | undefined): string {
  const { preferred, understood } = locatorTerms(lang);
  const names = preferred.get(label);
  if (names?.[0] === term) return names[1];
  const plurals = [`${term}s`, term.replace(/\.?$/u, 's.'), term.replace(/\.?$/u, 's')];
  const isOne = term.length > 1;
  return (isOne && plurals.find((plural) => understood.get(plural.toLowerCase()) === label)) || term;
}

/** Adds a locator to a citation that has none. */
function addLocator(
  text: string,
  citation: Citation,
  { locator: wanted }: WantedCitation,
  lang: string | undefined,
): Extension[] {
  if (!wanted || citation.locator) return [];
  const locator = locatorFor(wanted.label, locatorValue(wanted.places), lang);
  const { range, suffixRange, group } = citation;
  const suffix = text.slice(suffixRange.start, suffixRange.end);
  if (group.end <= suffixRange.end && text.charAt(group.end - 1) !== ']') {
    // The locator of a bare `@key` goes into brackets after it.
    const newText = ` [${locator}]`;
    return [{ range: { start: range.end, end: range.end }, newText, caret: newText.length - 1 }];
  }
  const isOwnBracket = isInText(citation) && /^\s*\[/u.test(text.slice(range.end));
  const forms = locator.startsWith('{') ? [locator] : [locator, `{${locator}}`];
  return forms.map((form) => {
    const lead = isOwnBracket && suffixRange.start > range.end ? '' : ', ';
    const isEmpty = isEmptySuffix(suffix, lang);
    const newText = `${lead}${form}${isEmpty || /^\s*[,.;:]/u.test(suffix) || /^\s/u.test(suffix) ? '' : ' '}`;
    const { start } = suffixRange;
    return {
      range: { start, end: isEmpty ? suffixRange.end : start },
      newText,
      caret: newText.trimEnd().length,
    };
  });
}

/** Whether a suffix is only a comma, a locator term or braces that still lack a number. */
export function isEmptySuffix(suffix: string, lang: string | undefined): boolean {
  const word = suffix
    .replace(/^\s*,?\s*/u, '')
    .replace(/^\{\s*(.*?)\s*\}$/u, '$1')
    .trim();
  return word === '' || locatorTerms(lang).understood.has(word.toLowerCase());
}

/** Adds another citation in the same brackets. */
function further(
  text: string,
  group: readonly Citation[],
  wanted: WantedCitation,
  lang: string | undefined,
): Extension[] {
  const written = writtenCitation(wanted, lang).slice(1, -1);
  const [last] = group.slice(-1);
  if (!last) return [];
  const { end } = last.group;
  if (text.charAt(end - 1) !== ']') {
    const newText = ` ${writtenCitation(wanted, lang)}`;
    return [{ range: { start: end, end }, newText, caret: newText.length - 1 }];
  }
  const inside = text.slice(last.suffixRange.start, end - 1);
  const start = end - 1 - (inside.length - inside.trimEnd().length);
  const newText = `; ${written}`;
  return [{ range: { start, end: end - 1 }, newText, caret: newText.length }];
}
