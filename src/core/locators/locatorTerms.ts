import cslTerms from './csl/terms.json' with { type: 'json' };
import { memo } from '../memo.ts';
import { ownEntry, type Range } from '../text.ts';

/** The locator terms of Pandoc's citeproc (CSL locator types). */
export type LocatorLabel =
  | 'act'
  | 'appendix'
  | 'article-locator'
  | 'book'
  | 'canon'
  | 'chapter'
  | 'column'
  | 'elocation'
  | 'equation'
  | 'figure'
  | 'folio'
  | 'issue'
  | 'line'
  | 'note'
  | 'opus'
  | 'page'
  | 'paragraph'
  | 'part'
  | 'rule'
  | 'scene'
  | 'section'
  | 'sub-verbo'
  | 'supplement'
  | 'table'
  | 'timestamp'
  | 'title-locator'
  | 'verse'
  | 'version'
  | 'volume';

/** One number of a locator (`12`, `iii`, `1(iii)`) or one range (`12-14`). */
export interface LocatorPart<R extends Range = Range> {
  /** As written, without surrounding space: `12`, `iv`, `1(iii)`. */
  readonly first: string;
  /** The end of a range as written (`14` of `12-14`, `4` of `12-4`); undefined where the part is one number. */
  readonly last: string | undefined;
  /** How many numbers `f.` (1) or `ff.` (2, or more) after it add; undefined where there is no such mark. */
  readonly following?: 1 | 2;
  readonly range: R;
}

/** A locator as Pandoc's citeproc understands it. */
export interface Locator<R extends Range = Range> {
  readonly label: LocatorLabel;
  /** The term as written (`¶¶`, `sec.`); empty for a bare number, which means a page. */
  readonly term: string;
  /** The value as citeproc prints it: `12-14, 20`. */
  readonly value: string;
  /** From the first character of the term to the last of the value, with the braces of `{…}`. */
  readonly range: R;
  /** From the first character of the value to its last, without the term. */
  readonly valueRange: R;
  readonly parts: readonly LocatorPart<R>[];
}

/** Text that looks like a locator to a person but that Pandoc prints without understanding it. */
export interface LocatorAttempt<R extends Range = Range> {
  /** `unparsed`: `par. 12`. `compound`: `sec. 2, ¶ 12`, of which Pandoc understands only the first part. */
  readonly kind: 'unparsed' | 'compound';
  readonly text: string;
  readonly range: R;
  /** A replacement for `range` that Pandoc understands; undefined where there is no safe one. */
  readonly suggestion: string | undefined;
  /** Why it is not understood, where the words alone do not say so. */
  readonly reason?: AttemptReason;
}

/**
 * `swallowed`: Pandoc takes the next word for a roman number. `semicolon`: a part of the brackets has no key. `touching`: the
 * brackets touch those of another citation. `outside`: it stands behind a key in the text, or behind its brackets.
 */
export type AttemptReason = 'swallowed' | 'semicolon' | 'touching' | 'outside';

/** A longer word is no number with letters behind it. */
const maxNumberUnits = 100;

/**
 * Returns the word of a locator that Pandoc takes for a roman number after an arabic one, with its offset in `value`; undefined
 * where there is none. Roman numbers after a comma are left alone where they may be pages or lines.
 */
export function swallowedWord(
  label: LocatorLabel,
  value: string,
): { readonly start: number; readonly word: string } | undefined {
  if (!/\s/.test(value)) return undefined;
  for (const found of value.matchAll(/([,;]?)(\s+)([ivxlcdm]+)(?=$|[\s,;])/gi)) {
    if (!/\p{Nd}[^\s,;]*$/u.test(value.slice(Math.max(0, found.index - maxNumberUnits), found.index)))
      continue;
    const [, comma = '', gap = '', word = ''] = found;
    const isCounted = label === 'paragraph' || label === 'note';
    const isWord = comma === '' || word === 'I' || (isCounted && word !== 'l');
    if (isWord) return { start: found.index + comma.length + gap.length, word };
  }
  return undefined;
}

/** Returns the locator with all its ranges moved. */
export function moveLocator<From extends Range, To extends Range>(
  locator: Locator<From>,
  move: (range: From) => To,
): Locator<To> {
  return {
    label: locator.label,
    term: locator.term,
    value: locator.value,
    range: move(locator.range),
    valueRange: move(locator.valueRange),
    parts: locator.parts.map((part) => ({ ...part, range: move(part.range) })),
  };
}

/** Returns the attempt with its range moved. */
export function moveAttempt<From extends Range, To extends Range>(
  attempt: LocatorAttempt<From>,
  move: (range: From) => To,
): LocatorAttempt<To> {
  return { ...attempt, range: move(attempt.range) };
}

/** The locator terms of one language. */
export interface LocatorTerms {
  /** Terms that Pandoc's citeproc understands, in lower case. */
  readonly understood: ReadonlyMap<string, LocatorLabel>;
  /** Terms that people understand all the same, in lower case and without a final full stop. */
  readonly familiar: ReadonlyMap<string, LocatorLabel>;
  /** Terms understood that Pandoc 2.17 does not know, or takes for another label. */
  readonly newer: ReadonlySet<string>;
  /** The terms to write so that Pandoc understands them: for one number, and for more. */
  readonly preferred: ReadonlyMap<LocatorLabel, readonly [string, string]>;
  /** Length of the longest term understood, in UTF-16 code units. */
  readonly longest: number;
}

/** Terms of other styles and languages, and common slips. */
const familiar = `
  paragraph: par pars para paras parag paragr paragrs paragraph paragraphs paragraphe paragraphes ¶ ¶¶ ¶s pilcrow alinéa alinéas párrs
  paragraph: parr capoverso capoversi cpv alinea alinea’s rn rz rdnr rdn randnr randnummer randnummern
  paragraph: абз абзац абзаца абзацы абзаце абзацев абзаци ust ustęp ustępy odst odstavec odstavce đoạn 段 段落 문단 단락
  section: ενότητα ενότητες 節 节 절
  page: 頁 页 ページ 쪽 페이지
  chapter: 章 장
  note: 注 註 脚注 脚註 각주
  section: sec secs sect sects section sections § §§ §s secc abschnitte apdo apartado apartados
  page: p pp pg pgs pag pags pagg page pages pág págs
  note: n nn fn fns ftn ft footnote footnotes endnote endnotes note notes fußnote fußnoten fussnote fussnoten
  chapter: ch chs chap chaps chapt chapter chapters chapitre chapitres
  line: ln lns ll line lines ligne lignes
  volume: vol vols volume volumes
  verse: vv vs verse verses verset versets
  part: pt pts part parts partie parties
  book: bk bks liv book books livre livres
  column: col cols column columns colonne colonnes
  figure: fig figs figure figures
  folio: fol fols folio folios
  issue: nos number numbers numéro numéros`;

/** Reads the lines of a table: a label, and its terms. */
function readLines(table: string): [string, LocatorLabel][] {
  return table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [label, ...names] = line.trim().split(/:?\s+/);
      return names.map((name): [string, LocatorLabel] => [name, label as LocatorLabel]);
    });
}

/**
 * Reads the terms of a language from `csl/terms.json`: for each label the term for one number, that for more (empty where it is
 * the same), and all others. A `+` is before those that Pandoc 2.17 does not know. Pandoc compares terms in any case, and reads a straight apostrophe as
 * a curly one.
 */
function readTerms(row: TermRow): LocatorTerms {
  const lines = Object.entries(row).flatMap(([label, written]) => {
    if (written === '') return [];
    const marked = termsOfLabel(written);
    return [{ label: label as LocatorLabel, marked, names: marked.map((name) => name.replace(/^\+/, '')) }];
  });
  const understood = new Map(
    lines.flatMap(({ label, names }) =>
      names.map((name): [string, LocatorLabel] => [comparableTerm(name), label]),
    ),
  );
  return {
    understood,
    newer: new Set(
      lines.flatMap(({ marked }) =>
        marked.filter((name) => name.startsWith('+')).map((name) => comparableTerm(name.slice(1))),
      ),
    ),
    familiar: new Map([...pointless(understood), ...readLines(familiar), ...doubledSigns(understood)]),
    preferred: new Map(
      lines.map(({ label, names: [one = '', more = one] }) => [label, [one, more] as const]),
    ),
    longest: Math.max(...[...understood.keys()].map((term) => term.length)),
  };
}

/** The terms of a label, first that for one number and that for more. */
function termsOfLabel(written: string): string[] {
  return written.split('|').map((term, at, all) => (term === '' ? (all[at - 1] ?? '') : term));
}

/** Returns a term as the tables here have it. */
export function comparableTerm(term: string): string {
  return term.toLowerCase().replaceAll("'", '’');
}

/** Returns abbreviations without their full stop. Single letters are left out, because they may mean anything. */
function pointless(understood: ReadonlyMap<string, LocatorLabel>): [string, LocatorLabel][] {
  return [...understood].flatMap(([term, label]) =>
    /^\p{L}{2,}\.$/u.test(term) ? [[term.slice(0, -1), label] satisfies [string, LocatorLabel]] : [],
  );
}

/** Returns the signs that mean what they mean in this language when they are doubled, too: `§§` is not understood in French. */
function doubledSigns(understood: ReadonlyMap<string, LocatorLabel>): [string, LocatorLabel][] {
  return ['¶', '§'].flatMap((sign) => {
    const label = understood.get(sign);
    return label === undefined ? [] : [sign, sign + sign, `${sign}s`].map((name) => [name, label] as const);
  }) as [string, LocatorLabel][];
}

type TermRow = Readonly<Record<string, string>>;
const writtenRows = new Map(Object.entries<TermRow>(cslTerms));
/** Returns the terms of a label in all languages, in lower case; none where locators have no such label. */
export function termsInAnyLanguage(label: string): readonly string[] {
  const terms = [...writtenRows.values()].flatMap((row) => termsOfLabel(ownEntry(row, label) ?? ''));
  return [...new Set(terms.map((term) => term.replace(/^\+/, '').toLowerCase()))];
}

/** A study folder has a language or two: the others are not read, which would take longer than to check a paper. */
const termsOfRow = memo('locator terms of a language', readTerms);
/** Of a region only those terms stand in the file that differ from those of its language; it lacks a label whose terms are empty. */
const termsOfRegion = memo('locator terms of a region', (row: TermRow, language: TermRow | undefined) =>
  readTerms({ ...language, ...row }),
);

/**
 * Returns the terms for a language tag such as `fr`, `fr-CA` or `en-Latn-GB`, by language and region as citeproc looks them
 * up. Returns the English terms for an unknown language, and where there is no tag.
 */
export function locatorTerms(lang: string | undefined): LocatorTerms {
  const [language = '', ...subtags] = (lang ?? '').trim().toLowerCase().split(/[-_]/);
  const region = subtags.find((subtag) => /^(?:[a-z]{2}|[0-9]{3})$/.test(subtag));
  const row = writtenRows.get(language);
  const regional = region === undefined ? undefined : writtenRows.get(`${language}-${region}`);
  return regional ? termsOfRegion(regional, row) : termsOfRow(row ?? cslTerms.en);
}
