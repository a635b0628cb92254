/**
 * The locator terms of CSL locales as Pandoc 3.10 understands them. Each line is `label: one several + others`, where `one`
 * and `several` are the terms that Pilcrow writes for one number and for more. Where versions of Pandoc differ, these two
 * are terms that both 2.17 and 3.10 understand as the label. `_` stands for a space inside a term, `~` for a no-break
 * space.
 */
export const englishTable = `
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
export const localeTables: Readonly<Record<string, string>> = {
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
