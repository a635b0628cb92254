import { primaryLanguage } from '../languages.ts';
import { literalPattern } from '../text.ts';
import { type QuotationMarks, readMarkup, usualMarks } from './richMarkup.ts';
import { noText, type RichText } from './richText.ts';
import type { DateElement, LocaleSheet, LocaleTerm, StyleSheet, LocaleForm, TermQuery } from './parsedStyle.ts';

/** The locales that are there, by their tags: `en-US`. */
export type LocaleSheets = ReadonlyMap<string, LocaleSheet>;

const fallbackTag = 'en-US';

/** The region that a language has where its tag names none; its own in capitals where it is not listed. */
const mainRegions: ReadonlyMap<string, string> = new Map([
  ['en', 'US'],
  ['cs', 'CZ'],
  ['da', 'DK'],
  ['el', 'GR'],
  ['et', 'EE'],
  ['fa', 'IR'],
  ['he', 'IL'],
  ['ja', 'JP'],
  ['ko', 'KR'],
  ['nb', 'NO'],
  ['nn', 'NO'],
  ['sl', 'SI'],
  ['sr', 'RS'],
  ['sv', 'SE'],
  ['uk', 'UA'],
  ['vi', 'VN'],
  ['zh', 'CN'],
]);

function mainTag(language: string): string {
  return `${language}-${mainRegions.get(language) ?? language.toUpperCase()}`;
}

/** Where a form of a term is missing, this one is taken (CSL 1.0.2, “Terms”). */
const formBelow: Readonly<Partial<Record<LocaleForm, LocaleForm>>> = {
  'verb-short': 'verb',
  symbol: 'short',
  verb: 'long',
  short: 'long',
};

const labelForms: readonly LocaleForm[] = ['long', 'short', 'symbol'];

/** The locale of a paper: what the style says of its language, and the file of that language. */
export class StyleLocale {
  /** The sheets, that which holds first at the beginning. */
  private readonly sheets: readonly LocaleSheet[];
  private readonly markup = new Map<string, RichText>();
  private readonly found = new Map<string, readonly LocaleTerm[]>();
  private readonly labelWords = new Map<string, RegExp | undefined>();
  readonly language: string;
  readonly marks: QuotationMarks;
  readonly punctuationInQuote: boolean;
  readonly limitDayOrdinalsToDay1: boolean;

  /** @param tag the language of the paper, as `fr` or `fr-CA`; undefined where it says none */
  constructor(style: StyleSheet, locales: LocaleSheets, tag: string | undefined) {
    const wanted = tag ?? style.defaultLocale ?? fallbackTag;
    const language = primaryLanguage(wanted);
    const main = mainTag(language);
    const ofStyle = [wanted, main, language, undefined];
    this.sheets = [
      ...ofStyle.flatMap((name, index) =>
        ofStyle.indexOf(name) === index ? style.locales.filter((sheet) => sheet.language === name) : [],
      ),
      locales.get(wanted) ?? locales.get(main) ?? locales.get(fallbackTag),
    ].filter((sheet) => sheet !== undefined);
    this.language = this.sheets.find((sheet) => sheet.language !== undefined)?.language ?? '';
    this.marks = this.readMarks();
    this.punctuationInQuote = this.option('punctuationInQuote');
    this.limitDayOrdinalsToDay1 = this.option('limitDayOrdinalsToDay1');
  }

  private option(name: 'punctuationInQuote' | 'limitDayOrdinalsToDay1'): boolean {
    return this.sheets.find((sheet) => sheet[name] !== undefined)?.[name] ?? false;
  }

  private readMarks(): QuotationMarks {
    const term = (name: string): string | undefined => this.termsNamed(name)[0]?.text;
    return {
      open: term('open-quote') ?? usualMarks.open,
      close: term('close-quote') ?? usualMarks.close,
      innerOpen: term('open-inner-quote') ?? usualMarks.innerOpen,
      innerClose: term('close-inner-quote') ?? usualMarks.innerClose,
    };
  }

  get isEnglish(): boolean {
    return /^en\b/i.test(this.language);
  }

  date(form: 'numeric' | 'text'): DateElement | undefined {
    return this.sheets.find((sheet) => sheet.dates.has(form))?.dates.get(form);
  }

  private termsNamed(name: string): readonly LocaleTerm[] {
    const known = this.found.get(name);
    if (known) return known;
    const terms = this.sheets.flatMap((sheet) => sheet.terms.get(name) ?? []);
    this.found.set(name, terms);
    return terms;
  }

  /** The terms that fit, without falling back to another form. The first holds. */
  terms(query: TermQuery): readonly LocaleTerm[] {
    const name = query.name === 'sub verbo' ? 'sub-verbo' : query.name;
    return this.termsNamed(name).filter(
      (term) =>
        term.form === query.form &&
        isSameOrUnsaid(query.isPlural, term.isPlural) &&
        isSameOrUnsaid(query.genderForm, term.genderForm),
    );
  }

  /** The text of a term, of the form that is asked for or the next that there is; undefined where it is missing or empty. */
  term(query: TermQuery): string | undefined {
    const [found] = this.terms(query);
    if (found) return found.text === '' ? undefined : found.text;
    const form = formBelow[query.form];
    return form && this.term({ ...query, form });
  }

  /** Finds the words of a label, as “para.” or “¶”, with a space and a number behind them. Undefined where it has none. */
  wordsBeforeNumber(label: string): RegExp | undefined {
    if (this.labelWords.has(label)) return this.labelWords.get(label);
    const terms = labelForms.flatMap((form) =>
      [false, true].map((isPlural) => this.term({ name: label, form, isPlural }) ?? ''),
    );
    const words = [...new Set(terms)].filter((term) => term !== '').map(literalPattern).join('|');
    const pattern = `(?<![\\p{L}\\p{N}])(${words}) (?=[\\p{N}ivxlcdm])`;
    const found = words === '' ? undefined : new RegExp(pattern, 'giu');
    this.labelWords.set(label, found);
    return found;
  }

  /** A text of the style or locale, with its markup. */
  read(text: string): RichText {
    if (text === '') return noText;
    const known = this.markup.get(text);
    if (known) return known;
    const read = readMarkup(text, this.marks);
    this.markup.set(text, read);
    return read;
  }
}

function isSameOrUnsaid<T>(asked: T | undefined, there: T | undefined): boolean {
  return asked === undefined || there === undefined || asked === there;
}
