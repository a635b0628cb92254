import { Evaluation } from './evaluation.ts';
import type { StyleScope } from './scope.ts';
import { formatted, type PersonName } from './output.ts';
import { renderOutput } from './renderOutput.ts';
import { richWords } from './richText.ts';
import { isSpacedName } from './nameOutput.ts';
import type { StyleLayout, SortKey, StyleSheet } from './parsedStyle.ts';

/** What a work sorts by, key by key: its words, or undefined where it has no value, which stands last. */
export type SortValues = readonly (readonly string[] | undefined)[];

/** @param scope of the work, without what depends on the layout */
export function sortValues(scope: StyleScope, layout: StyleLayout): SortValues {
  return layout.sortKeys.map((key) => {
    if (key.macro !== undefined) return macroWords(scope, layout, key, key.macro);
    return variableWords(scope, key.variable ?? '');
  });
}

function macroWords(scope: StyleScope, layout: StyleLayout, key: SortKey, macro: string): readonly string[] {
  const nameFormat = { ...layout.nameFormat, ...key.nameFormat };
  const evaluation = new Evaluation({ ...scope, place: 'sortKey', nameFormat });
  const outputs = evaluation.elements(scope.style.macros.get(macro) ?? []);
  return sortWords(richWords(renderOutput(formatted({}, outputs), scope.locale)));
}

function variableWords({ reference, style, cite }: StyleScope, variable: string): readonly string[] | undefined {
  const { citationNumber } = cite;
  if (variable === 'citation-number')
    return citationNumber === undefined ? undefined : [String(citationNumber).padStart(9, '0')];
  if (!reference.has(variable)) return undefined;
  const names = reference.names(variable);
  if (names.length > 0) return sortWords(names.map((name) => sortName(name, style)).join(','));
  const date = reference.date(variable);
  return date ? [(date['date-parts'] ?? []).map(sortDate).join('')] : sortWords(reference.words(variable));
}

function sortName(name: PersonName, { demoteParticle }: StyleSheet): string {
  if (name.literal !== undefined) return name.literal;
  const { family = '', given = '', suffix = '' } = name;
  if (!isSpacedName(name)) return `${family} ${given}`;
  const [dropping, nonDropping] = [name['dropping-particle'] ?? '', name['non-dropping-particle'] ?? ''];
  const parts =
    demoteParticle === 'never'
      ? [nonDropping + family, dropping, given, suffix]
      : [family, dropping + nonDropping, given, suffix];
  return parts.join(' ');
}

/** A date that sorts as its time does: years before our era come first. */
function sortDate([year = 0, month = 0, day = 0]: readonly number[]): string {
  const digits = (value: number, count: number): string => String(value).padStart(count, '0');
  const years = year < 0 ? `n${digits(999_999_999 + year, 9)}` : `p${digits(year, 9)}`;
  return years + digits(month, 2) + digits(day, 2);
}

/** The words that are compared, one after another. Case makes no difference, nor do apostrophes. */
function sortWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[\s'’,ʾʿ]+/u)
    .filter((word) => word !== '');
}

/** How words are compared. */
export type Collate = (first: string, second: string) => number;

/** Words as the language sorts them; punctuation makes no difference. */
export function collatorFor(language: string | undefined): Collate {
  const [known = 'en'] = collationLanguages(language);
  return new Intl.Collator(known, { ignorePunctuation: true }).compare;
}

function collationLanguages(language: string | undefined): readonly string[] {
  try {
    return Intl.Collator.supportedLocalesOf(language ?? 'en');
  } catch {
    return [];
  }
}

/** Compares works by the keys of a layout. */
export function compareSortValues(
  first: SortValues,
  second: SortValues,
  keys: readonly SortKey[],
  collate: Collate,
): number {
  for (const [index, key] of keys.entries()) {
    const [a, b] = [first[index], second[index]];
    if (a === undefined || b === undefined) {
      if (a !== b) return a === undefined ? 1 : -1;
      continue;
    }
    const order = compareWords(a, b, collate);
    if (order !== 0) return key.isDescending ? -order : order;
  }
  return 0;
}

function compareWords(first: readonly string[], second: readonly string[], collate: Collate): number {
  for (let at = 0; at < first.length && at < second.length; at++) {
    const order = collate(first[at] ?? '', second[at] ?? '');
    if (order !== 0) return order;
  }
  return first.length - second.length;
}
