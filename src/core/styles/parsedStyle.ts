import type { TextCase } from './textCase.ts';

/** How something is formatted (CSL 1.0.2, “Formatting”, “Affixes”, “Delimiter” and more). What is undefined is not said. */
export interface Formatting {
  readonly fontStyle?: 'italic' | 'normal';
  readonly fontVariant?: 'smallCaps' | 'normal';
  readonly fontWeight?: 'bold' | 'normal';
  readonly decoration?: 'underline' | 'none';
  readonly vertical?: 'superscript' | 'subscript' | 'baseline';
  readonly prefix?: string;
  readonly suffix?: string;
  readonly display?: string;
  readonly textCase?: TextCase;
  readonly delimiter?: string;
  readonly stripPeriods?: true;
  readonly quotes?: true;
  /** Affixes have the looks of what they stand at: those of a layout. */
  readonly affixesInside?: true;
}

export const noFormatting: Formatting = {};

/** Whether nothing is said. */
export function isUnformatted(formatting: Formatting): boolean {
  for (const _name in formatting) return false;
  return true;
}

export type LocaleForm = 'long' | 'short' | 'verb' | 'verb-short' | 'symbol';
export type Plural = 'contextual' | 'always' | 'never';

export interface LabelFormat {
  readonly form: LocaleForm;
  readonly plural: Plural;
  readonly formatting: Formatting;
}

type Precedes = 'contextual' | 'after-inverted-name' | 'always' | 'never';

/** How names are written. What is undefined is inherited. */
export interface NameFormat {
  readonly given?: Formatting;
  readonly family?: Formatting;
  readonly and?: 'text' | 'symbol';
  readonly delimiter?: string;
  readonly delimiterPrecedesEtAl?: Precedes;
  readonly delimiterPrecedesLast?: Precedes;
  readonly etAlMin?: number;
  readonly etAlUseFirst?: number;
  readonly etAlSubsequentMin?: number;
  readonly etAlSubsequentUseFirst?: number;
  readonly etAlUseLast?: boolean;
  readonly form?: 'long' | 'short' | 'count';
  readonly initialize?: boolean;
  readonly initializeWith?: string;
  readonly asSortOrder?: 'first' | 'all';
  readonly sortSeparator?: string;
}

/** What stands in `cs:names` besides its variables and substitutes. */
export interface NamesFormat {
  readonly label?: LabelFormat;
  readonly labelBeforeName: boolean;
  readonly etAl?: { readonly term: string; readonly formatting: Formatting };
  readonly name?: { readonly format: NameFormat; readonly formatting: Formatting };
}

export type DatePartName = 'year' | 'month' | 'day';

export interface DatePart {
  readonly name: DatePartName;
  readonly form: 'numeric' | 'numeric-leading-zeros' | 'ordinal' | 'long' | 'short';
  readonly rangeDelimiter: string;
  readonly formatting: Formatting;
}

export interface DateElement {
  readonly kind: 'date';
  readonly variable: string;
  /** Undefined for a date whose parts the style lists. */
  readonly form: 'numeric' | 'text' | undefined;
  readonly shown: 'year' | 'year-month' | 'year-month-day' | undefined;
  readonly parts: readonly DatePart[];
  readonly formatting: Formatting;
}

export interface NamesElement {
  readonly kind: 'names';
  readonly variables: readonly string[];
  readonly format: NamesFormat;
  readonly substitutes: readonly StyleElement[];
  readonly formatting: Formatting;
}

export type Condition =
  | { readonly kind: 'variable' | 'isNumeric' | 'isUncertainDate' | 'locator' | 'position'; readonly value: string }
  | { readonly kind: 'type'; readonly values: ReadonlySet<string> }
  | { readonly kind: 'disambiguate' };

export interface Branch {
  readonly match: 'all' | 'any' | 'none';
  readonly conditions: readonly Condition[];
  readonly elements: readonly StyleElement[];
}

/** A term that is asked for. Where the number is undefined, the first that the locale has is taken. */
export interface TermQuery {
  readonly name: string;
  readonly form: LocaleForm;
  readonly isPlural?: boolean;
  readonly genderForm?: string;
}

export type StyleElement =
  | DateElement
  | NamesElement
  | { readonly kind: 'variable'; readonly variable: string; readonly isShort: boolean; readonly formatting: Formatting }
  | { readonly kind: 'macro'; readonly name: string; readonly formatting: Formatting }
  | { readonly kind: 'term'; readonly term: TermQuery; readonly formatting: Formatting }
  | { readonly kind: 'value'; readonly text: string; readonly formatting: Formatting }
  | {
      readonly kind: 'number';
      readonly variable: string;
      readonly form: 'numeric' | 'ordinal' | 'long-ordinal' | 'roman';
      readonly formatting: Formatting;
    }
  | { readonly kind: 'label'; readonly variable: string; readonly label: LabelFormat }
  | { readonly kind: 'group'; readonly elements: readonly StyleElement[]; readonly formatting: Formatting }
  | { readonly kind: 'choose'; readonly branches: readonly Branch[] };

export interface SortKey {
  readonly isDescending: boolean;
  /** Exactly one of them is there. */
  readonly variable?: string;
  readonly macro?: string;
  readonly nameFormat: NameFormat;
}

/** `cs:citation` or `cs:bibliography`. */
export interface StyleLayout {
  readonly formatting: Formatting;
  readonly elements: readonly StyleElement[];
  readonly sortKeys: readonly SortKey[];
  readonly nameFormat: NameFormat;
  readonly attributes: ReadonlyMap<string, string>;
}

export type GivenNameRule =
  'all-names' | 'all-names-with-initials' | 'primary-name' | 'primary-name-with-initials' | 'by-cite';

/** What a locale says (CSL 1.0.2, “Locale files”). */
export interface LocaleSheet {
  /** Undefined for one that holds for all languages. */
  readonly language: string | undefined;
  readonly punctuationInQuote: boolean | undefined;
  readonly limitDayOrdinalsToDay1: boolean | undefined;
  readonly dates: ReadonlyMap<string, DateElement>;
  /** By their names; of those that fit, the first is taken. */
  readonly terms: ReadonlyMap<string, readonly LocaleTerm[]>;
}

export interface LocaleTerm {
  readonly form: LocaleForm;
  readonly isPlural?: boolean;
  readonly gender?: string;
  readonly genderForm?: string;
  readonly match?: string;
  readonly text: string;
}

/** A style, read. */
export interface StyleSheet {
  readonly title: string;
  readonly isNoteStyle: boolean;
  readonly defaultLocale: string | undefined;
  readonly demoteParticle: 'never' | 'sort-only' | 'display-and-sort';
  readonly initializeWithHyphen: boolean;
  readonly pageRangeFormat: string | undefined;
  readonly nearNoteDistance: number;
  readonly nameFormat: NameFormat;
  readonly macros: ReadonlyMap<string, readonly StyleElement[]>;
  readonly locales: readonly LocaleSheet[];
  readonly citation: StyleLayout;
  readonly bibliography: StyleLayout | undefined;
  /** Whether the style prints `year-suffix` itself. */
  readonly printsYearSuffix: boolean;
}
