import type { LocatorLabel } from './locatorTypes.ts';
import { englishTable, localeTables } from './languages.ts';

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

function readTable(table: string): Map<string, LocatorLabel> {
  const terms = new Map<string, LocatorLabel>();
  for (const { label, names } of linesOf(table))
    for (const name of names) terms.set(name.toLowerCase(), label);
  return terms;
}

function linesOf(table: string): { label: LocatorLabel; names: readonly string[] }[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [label, ...names] = line.trim().split(/:?\s+(?:\+\s+)?/);
      return {
        label: label as LocatorLabel,
        names: names.map((name) => name.replace(/_/g, ' ').replace(/~/g, '\u00a0')),
      };
    });
}

function readTerms(table: string): LocatorTerms {
  const understood = readTable(table);
  return {
    understood,
    familiar: new Map([...pointless(understood), ...readTable(familiar)]),
    preferred: new Map(
      linesOf(table).map(({ label, names: [one = '', more = one] }) => [label, [one, more] as const]),
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

const english = readTerms(englishTable);
const termsByLocale = new Map(
  Object.entries(localeTables).map(([locale, table]) => [locale, readTerms(table)]),
);

/**
 * Returns the terms for a language tag such as `fr`, `fr-CA` or `en-Latn-GB`, by language and region as citeproc looks them
 * up. Returns the English terms for an unknown language, and where there is no tag.
 */
export function locatorTerms(lang: string | undefined): LocatorTerms {
  const [language = '', ...subtags] = (lang ?? '').trim().toLowerCase().split(/[-_]/);
  const region = subtags.find((subtag) => /^(?:[a-z]{2}|[0-9]{3})$/.test(subtag));
  const regional = region === undefined ? undefined : termsByLocale.get(`${language}-${region}`);
  return regional ?? termsByLocale.get(language) ?? english;
}
