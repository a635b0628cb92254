import type { LocatorLabel } from './locatorTypes.ts';

/**
 * The locator terms of CSL locales as Pandoc 3.10 understands them. Each line is `label: one several + others`, where `one`
 * and `several` are the terms that Pilcrow writes for one number and for more. Where versions of Pandoc differ, these two
 * are terms that both 2.17 and 3.10 understand as the label. `_` stands for a space inside a term, `~` for a no-break
 * space.
 */
const englishTable = `
  volume: vol. vols. + volume volumes
  verse: verse verses + v. vv.
  sub-verbo: s.v. s.vv. + sub_verbo sub_verbis
  section: sec. secs. + section sections § §§
  part: pt. pts. + part parts
  paragraph: ¶ ¶¶ + paragraph paragraphs para. paras.
  page: p. pp. + page pages
  opus: op. opp. + opus opera
  note: n. nn. + note notes
  line: line lines + l. ll.
  issue: no. nos. + number numbers
  folio: fol. fols. + folio folios
  figure: fig. figs. + figure figures
  column: col. cols. + column columns
  chapter: chap. chaps. + chapter chapters
  book: bk. bks. + book books`;

/** Tables of languages, and of regions whose terms differ from their language's, in the same form. */
const localeTables: Readonly<Record<string, string>> = {
  'en-gb': `
  volume: vol. vols + volume volumes
  verse: verse verses + v. vv.
  sub-verbo: s.v. s.vv. + sub_verbo sub_verbis
  section: section sections + sect. sects § §§
  part: part parts + pt pts
  paragraph: ¶ ¶¶ + paragraph paragraphs para. paras
  page: p. pp. + page pages
  opus: op. opp. + opus opera
  note: n. nn. + note notes
  line: line lines + l. ll.
  issue: no. no. + issue issues nos
  folio: fol. fols + folio folios
  figure: fig. figs + figure figures
  column: col. cols + column columns
  chapter: chapter chapters + ch. chs
  book: book books + bk bks`,
  fr: `
  volume: vol. vol. + volume volumes
  verse: verset versets + v.
  sub-verbo: s.~v. s.~vv. + sub_verbo sub_verbis
  section: sect. sect. + section sections
  part: partie parties + part.
  paragraph: § § + paragraphe paragraphes paragr.
  page: p. p. + page pages
  opus: op. op. + opus
  note: n. n. + note notes
  line: ligne lignes + l.
  issue: numéro numéros + nᵒ nᵒˢ
  folio: folio folios + fᵒ fᵒˢ
  figure: fig. fig. + figure figures
  column: col. col. + colonne colonnes
  chapter: chap. chap. + chapitre chapitres
  book: liv. liv. + livre livres`,
  es: `
  volume: vol. vols. + volumen volúmenes
  verse: verso versos + v. vv.
  sub-verbo: s.~v. s.~vv. + sub_voce sub_vocibus
  section: sec. sec. + sección secciones
  part: pt. pt. + parte partes
  paragraph: § § + párrafo párrafos párr.
  page: p. pp. + página páginas
  opus: op. op. + opus opera
  note: n. n. + nota notas
  line: línea líneas + l.
  issue: número números
  folio: folio folios + f.
  figure: fig. fig. + figura figuras
  column: col. col. + columna columnas
  chapter: cap. cap. + capítulo capítulos
  book: libro libros + lib.`,
  'es-mx': `
  volume: vol. vols. + volumen volúmenes
  verse: verso versos + v. vv.
  sub-verbo: s.~v. s.~vv. + sub_voce sub_vocibus
  section: sec. secs. + sección secciones §
  part: pt. pts. + parte partes
  paragraph: ¶ ¶ + párrafo párrafos párr. párrs.
  page: p. pp. + página páginas
  opus: op. opp. + opus opera
  note: n. nn. + nota notas
  line: línea líneas + l. ls.
  issue: núm. núms. + número números
  folio: folio folios + f. ff.
  figure: fig. figs. + figura figuras
  column: col. cols. + columna columnas
  chapter: cap. caps. + capítulo capítulos
  book: libro libros + lib. libs.`,
  ca: `
  volume: vol. vol. + volum volums
  verse: vers versos + v.
  sub-verbo: s.v. s.v. + sub_voce sub_vocibus
  section: sec. sec. + secció seccions
  part: pt. pt. + part parts
  paragraph: § § + paràgraf paràgrafs par.
  page: p. pàgines + pp. pàgina
  opus: op. op. + opus opera
  note: n. n. + nota notes
  line: línia línies + l.
  issue: núm. núm. + número números
  folio: foli folis + f.
  figure: fig. fig. + figura figures
  column: col. col. + columna columnes
  chapter: cap. cap. + capítol capítols
  book: llibre llibres + llib.`,
  de: `
  volume: Bd. Bände + Band Bde.
  verse: Vers Verse + V.
  sub-verbo: s.~v. s.~vv. + sub_verbo sub_verbis
  section: Abschn. Abschn. + Abschnitt Abschnitte § §§
  part: Teil Teile
  paragraph: ¶ ¶¶ + Absatz Absätze Abs.
  page: S. S. + Seite Seiten
  opus: op. op. + opus opera
  note: Anm. Anm. + Anmerkung Anmerkungen
  line: Zeile Zeilen + Z.
  issue: Nummer Nummern + Nr.
  folio: Blatt Blätter + Fol.
  figure: Abb. Abb. + Abbildung Abbildungen
  column: Sp. Sp. + Spalte Spalten
  chapter: Kap. Kap. + Kapitel
  book: Buch Bücher + B.`,
  it: `
  volume: vol. voll. + volume volumi
  verse: verso versi + v. vv.
  sub-verbo: s.v. s.vv. + sub_verbo sub_verbis
  section: § §§ + sezione sezioni sez.
  part: pt. pt. + parte parti
  paragraph: ¶ ¶¶ + paragrafo paragrafi par.
  page: pagina pagine + p. pp.
  opus: op. op. + opera opere
  note: nota note + n.
  line: riga righe + r.
  issue: fascicolo fascicoli + fasc.
  folio: foglio fogli + fgl.
  figure: fig. fig. + figura figure
  column: col. col. + colonna colonne
  chapter: cap. capp. + capitolo capitoli
  book: libro libri + lib.`,
  pt: `
  volume: vol. vols. + volume volumes
  verse: versículo versículos + v vv
  sub-verbo: s.v. s.vv. + sub_verbo sub_verbis
  section: sec. sec. + secção secções § §§
  part: pt. pt. + parte partes
  paragraph: ¶ ¶¶ + parágrafo parágrafos par.
  page: p. pp. + página páginas
  opus: op. op. + opus opera
  note: nota notas + n.
  line: linha linhas + l.
  issue: número números + n.º
  folio: fólio fólios + f.
  figure: fig. fig. + figura figuras
  column: col. col. + coluna colunas
  chapter: cap. cap. + capítulo capítulos
  book: livro livros + liv.`,
  'pt-br': `
  volume: volume volumes
  verse: verso versos + v.
  sub-verbo: s.v. s.vv. + sub_verbo sub_verbis
  section: seção seções + seç. § §§
  part: pt. pt. + parte partes
  paragraph: ¶ ¶¶ + parágrafo parágrafos par.
  page: p. p. + página páginas
  opus: op. op. + opus opera
  note: nota notas
  line: linha linhas + l.
  issue: número números + n.
  folio: f. f. + fólio fólios
  figure: fig. fig. + figura figuras
  column: col. col. + coluna colunas
  chapter: cap. cap. + capítulo capítulos
  book: livro livros + liv.`,
  nl: `
  volume: vol. vols. + volume volumes
  verse: vers versen + v. vv.
  sub-verbo: s.v. s.vv. + sub_verbo sub_verbis
  section: sec. sec. + sectie secties § §§
  part: deel delen
  paragraph: ¶ ¶¶ + paragraaf paragrafen par.
  page: p. pp. + pagina
  opus: op. op. + opus opera
  note: n. n. + aantekening aantekeningen
  line: regel regels + l.
  issue: nr. nr. + nummer nummers
  folio: f. f. + folio
  figure: fig. fig. + figuur figuren
  column: col. col. + column columns
  chapter: hfdst. hfdst. + hoofdstuk hoofdstukken
  book: boek boeken + bk.`,
};

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
  for (const { label, names } of tableLines(table))
    for (const name of names) terms.set(name.toLowerCase(), label);
  return terms;
}

function tableLines(table: string): { label: LocatorLabel; names: readonly string[] }[] {
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
      tableLines(table).map(({ label, names: [one = '', more = one] }) => [label, [one, more] as const]),
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

const englishTerms = readTerms(englishTable);
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
  return regional ?? termsByLocale.get(language) ?? englishTerms;
}
