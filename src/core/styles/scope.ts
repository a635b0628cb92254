import type { CitationToFormat } from './formattedWorks.ts';
import type { StyleOutput } from './output.ts';
import type {
  LabelFormat,
  NameFormat,
  NamesFormat,
  StyleElement,
  StyleSheet,
  TermQuery,
} from './parsedStyle.ts';
import type { Reference } from './reference.ts';
import type { StyleLocale } from './styleLocale.ts';

/** What a citation has of its own where it tells works apart. */
export interface Disambiguation {
  readonly yearSuffix?: number;
  /** How names are made longer, by `personKey`. */
  readonly nameHints?: ReadonlyMap<string, NameHint>;
  /** How many names are shown at least. */
  readonly etAlNames?: number;
  /** Whether `disambiguate="true"` holds. */
  readonly condition?: boolean;
}

/** `Primary`: only where it is the first name. */
export type NameHint = 'initials' | 'given' | 'initialsIfPrimary' | 'givenIfPrimary';

export type CitePosition = 'first' | 'subsequent' | 'ibid' | 'ibid-with-locator' | 'near-note';

/** Where and of what a style is evaluated. */
export interface StyleScope {
  readonly style: StyleSheet;
  readonly locale: StyleLocale;
  readonly reference: Reference;
  readonly disambiguation: Disambiguation | undefined;
  readonly place: 'citation' | 'bibliography' | 'sortKey';
  readonly nameFormat: NameFormat;
  readonly cite: CiteScope;
}

/** What is of one citation of a work and not of the work. */
export interface CiteScope {
  readonly locator: CitationToFormat['locator'];
  readonly positions: ReadonlySet<CitePosition>;
  readonly citationNumber: number | undefined;
  readonly firstNote: number | undefined;
}

/** What dates and names ask of the evaluation that they are part of. */
export interface Evaluator {
  readonly scope: Omit<StyleScope, 'cite'>;
  readonly cite: CiteScope;
  /** The format of the names that are being substituted. */
  substitutedNames: NamesFormat | undefined;
  /** Asks for a variable, and says whether it has a value that was not substituted. */
  ask(variable: string): boolean;
  /** Takes back that a variable had a value. */
  unfill(): void;
  /** Says that variables were printed in place of names, so that they are not printed again. */
  substitute(variables: readonly string[]): void;
  /** The first element of a list that prints something. */
  firstOf(elements: readonly StyleElement[]): StyleOutput | undefined;
  /** The letter after a year, where the style does not print it by itself: once in each work. */
  yearSuffix(): StyleOutput | undefined;
  /** A term as it is printed. */
  term(query: TermQuery): StyleOutput | undefined;
  /** A label, in the number of what it stands at. Undefined where that is not there. */
  label(variable: string, format: LabelFormat): StyleOutput | undefined;
}
