import cslTerms from './csl/terms.json' with { type: 'json' };
import { memo } from '../memo.ts';
import type { LocatorLabel } from './locatorTypes.ts';

/** The locator terms of one language. */
export interface LocatorTerms {
  /** Terms that Pandoc's citeproc understands, in lower case. */
  readonly understood: ReadonlyMap<string, LocatorLabel>;
  /** Terms that people understand all the same, in lower case and without a final full stop. */
  readonly familiar: ReadonlyMap<string, LocatorLabel>;
  /** The terms to write so that Pandoc understands them: for one number, and for more. */
  readonly preferred: ReadonlyMap<LocatorLabel, readonly [string, string]>;
  /** Length of the longest term understood, in UTF-16 code units. */
  readonly longest: number;
}

/** Terms of other styles and languages, and common slips. */
const familiar = `
  paragraph: par pars para paras parag paragr paragrs paragraph paragraphs paragraphe paragraphes ¶ ¶¶ ¶s pilcrow
  section: sec secs sect sects section sections § §§ §s
  page: p pp pg pgs pag page pages
  note: n nn fn fns ftn ft footnote footnotes endnote endnotes note notes
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
 * Reads the terms of a language from `csl/terms.json`: for each label the term for one number, that for more, and all others.
 * A `+` is before those that Pandoc 2.17 does not know. Pandoc compares terms in any case, and reads a straight apostrophe as
 * a curly one.
 */
function readTerms(row: TermRow): LocatorTerms {
  const lines = Object.entries(row).map(([label, written]) => {
    const names = written.split('|').map((name) => name.replace(/^\+/, ''));
    return { label: label as LocatorLabel, names };
  });
  const understood = new Map(
    lines.flatMap(({ label, names }) =>
      names.map((name): [string, LocatorLabel] => [name.toLowerCase().replaceAll("'", '’'), label]),
    ),
  );
  return {
    understood,
    familiar: new Map([...pointless(understood), ...readLines(familiar)]),
    preferred: new Map(
      lines.map(({ label, names: [one = '', more = one] }) => [label, [one, more] as const]),
    ),
    longest: Math.max(...[...understood.keys()].map((term) => term.length)),
  };
}

/** Returns abbreviations without their full stop. Single letters are left out, because they may mean anything. */
function pointless(understood: ReadonlyMap<string, LocatorLabel>): [string, LocatorLabel][] {
  return [...understood].flatMap(([term, label]) =>
    /^\p{L}{2,}\.$/u.test(term) ? [[term.slice(0, -1), label] satisfies [string, LocatorLabel]] : [],
  );
}

type TermRow = Readonly<Record<string, string>>;
const rowsByLocale: ReadonlyMap<string, TermRow> = new Map(Object.entries<TermRow>(cslTerms));

/** A study folder has a language or two: the others are not read, which would take longer than to check a paper. */
const termsOfRow = memo('locator terms of a language', readTerms);

/**
 * Returns the terms for a language tag such as `fr`, `fr-CA` or `en-Latn-GB`, by language and region as citeproc looks them
 * up. Returns the English terms for an unknown language, and where there is no tag.
 */
export function locatorTerms(lang: string | undefined): LocatorTerms {
  const [language = '', ...subtags] = (lang ?? '').trim().toLowerCase().split(/[-_]/);
  const region = subtags.find((subtag) => /^(?:[a-z]{2}|[0-9]{3})$/.test(subtag));
  const regional = region === undefined ? undefined : rowsByLocale.get(`${language}-${region}`);
  return termsOfRow(regional ?? rowsByLocale.get(language) ?? cslTerms.en);
}
