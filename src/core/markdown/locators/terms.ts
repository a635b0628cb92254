import type { LocatorLabel } from '../citation.ts';

/** The locator terms of one language. */
export interface LocatorTerms {
  /** What Pandoc's citeproc understands, in lower case. */
  readonly understood: ReadonlyMap<string, LocatorLabel>;
  /** What readers understand all the same, in lower case and without the final full stop. */
  readonly familiar: ReadonlyMap<string, LocatorLabel>;
  /** How to write a term so that Pandoc understands it: for one number and for more. */
  readonly preferred: ReadonlyMap<LocatorLabel, readonly [string, string]>;
  /** The longest term understood, in characters. */
  readonly longest: number;
}

/** From the CSL locale en-US; the later of two equal terms counts, as in citeproc's table. */
const english = `
  volume: volume volumes vol. vols.
  verse: verse verses v. vv.
  sub-verbo: sub_verbo sub_verbis s.v. s.vv.
  section: section sections sec. secs. § §§
  part: part parts pt. pts.
  paragraph: paragraph paragraphs para. paras. ¶ ¶¶
  page: page pages p. pp.
  opus: opus opera op. opp.
  note: note notes n. nn.
  line: line lines l. ll.
  issue: number numbers no. nos.
  folio: folio folios fol. fols.
  figure: figure figures fig. figs.
  column: column columns col. cols.
  chapter: chapter chapters chap. chaps.
  book: book books bk. bks.`;

/** From the CSL locale fr-FR, which knows no ¶, and § for paragraphs and sections alike: paragraphs come last. */
const french = `
  volume: volume volumes vol.
  verse: verset versets v.
  sub-verbo: sub_verbo sub_verbis s.~v. s.~vv.
  section: section sections sect. §
  part: partie parties part.
  paragraph: paragraphe paragraphes paragr. §
  page: page pages p.
  opus: opus op.
  note: note notes n.
  line: ligne lignes l.
  issue: numéro numéros nᵒ nᵒˢ
  folio: folio folios fᵒ fᵒˢ
  figure: figure figures fig.
  column: colonne colonnes col.
  chapter: chapitre chapitres chap.
  book: livre livres liv.`;

/** Terms of other styles and languages, and the usual slips. */
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
  for (const line of table.trim().split('\n')) {
    const [label, ...names] = line.trim().split(/:?\s+/);
    for (const name of names)
      terms.set(name.replace(/_/g, ' ').replace(/~/g, '\u00a0'), label as LocatorLabel);
  }
  return terms;
}

function readTerms(table: string, preferred: readonly [LocatorLabel, string, string][]): LocatorTerms {
  const understood = readTable(table);
  return {
    understood,
    familiar: readTable(familiar),
    preferred: new Map(preferred.map(([label, one, more]) => [label, [one, more] as const])),
    longest: Math.max(...[...understood.keys()].map((term) => term.length)),
  };
}

const englishTerms = readTerms(english, [
  ['paragraph', '¶', '¶¶'],
  ['section', 'sec.', 'secs.'],
  ['page', 'p.', 'pp.'],
  ['note', 'n.', 'nn.'],
  ['chapter', 'chap.', 'chaps.'],
  ['line', 'line', 'lines'],
  ['volume', 'vol.', 'vols.'],
  ['verse', 'verse', 'verses'],
  ['part', 'pt.', 'pts.'],
  ['book', 'bk.', 'bks.'],
  ['column', 'col.', 'cols.'],
  ['figure', 'fig.', 'figs.'],
  ['folio', 'fol.', 'fols.'],
  ['issue', 'no.', 'nos.'],
]);

const frenchTerms = readTerms(french, [
  ['paragraph', '§', '§'],
  ['section', 'sect.', 'sect.'],
  ['page', 'p.', 'p.'],
  ['note', 'n.', 'n.'],
  ['chapter', 'chap.', 'chap.'],
  ['line', 'ligne', 'lignes'],
  ['volume', 'vol.', 'vol.'],
  ['verse', 'verset', 'versets'],
  ['part', 'partie', 'parties'],
  ['book', 'liv.', 'liv.'],
  ['column', 'col.', 'col.'],
  ['figure', 'fig.', 'fig.'],
  ['folio', 'folio', 'folios'],
  ['issue', 'numéro', 'numéros'],
]);

/** The terms of a language tag such as `fr` or `fr-CA`; English where the language is another or none. */
export function locatorTerms(lang: string | undefined): LocatorTerms {
  return lang !== undefined && /^fr(?:[-_]|$)/i.test(lang.trim()) ? frenchTerms : englishTerms;
}
