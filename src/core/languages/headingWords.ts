/**
 * What headings call the parts of a text in the languages of sources, where locators have no words for it: those for chapter, part, book,
 * section and volume are in the room of locators. In lower case.
 */
export const headingKinds = {
  chapter: 'chapt. capitulo kapitlet chương',
  part: 'bahagian',
  section: 'sektion seccion secção paragraaf',
  book: 'księga libri',
  volume: 'tome',
  appendix: 'appendix annex annexe anhang apéndice apêndice anexo appendice bijlage приложение',
  act: 'act acte akt aufzug acto ato atto bedrijf действие',
  scene: 'scene scène szene auftritt escena cena scena сцена явление',
  canto: 'canto chant gesang песнь',
  article: 'article art. artikel artículo artigo articolo статья artykuł článek madde điều',
  title: 'title titre titel título titolo',
  lecture: 'lecture lesson leçon vorlesung lektion lección lezione лекция letter lettre brief carta письмо',
} as const;

/** What a heading calls its part. */
export type HeadingKind = keyof typeof headingKinds;

/** The same in scripts that write it right behind the number: `第三章`, `제3장`. Signs of each kind. */
export const touchingHeadingKinds = {
  ...{ chapter: '章장', section: '節节절', part: '部編编篇부편', volume: '巻卷권', article: '条條조' },
  ...{ act: '幕막', scene: '場场', lecture: '讲講課课回강' },
} as const;

/** The numbers from one to twelve as headings have them in words: alternatives of a regular expression. */
export const headingNumbers: readonly string[] = [
  'one|first|premi(?:er|[eè]re)|eins|erste[rs]?|uno|primer[oa]?|prim[oa]|primeir[oa]|een|eerste|första|første|перв..|pierwsz[ya]',
  'two|second|deux|deuxi[eè]me|seconde?|zwei|zweite[rs]?|dos|segund[oa]|due|second[oa]|tweede|andra|anden|втор..|drug[ia]',
  'three|third|trois|troisi[eè]me|drei|dritte[rs]?|tres|tercer[oa]?|tre|terz[oa]|terceir[oa]|derde|tredje|трет..|trzeci[ae]?',
  'four|fourth|quatre|quatri[eè]me|vier|vierte[rs]?|cuatro|cuart[oa]|quattro|quart[oa]|vierde|fjärde|четверт..|czwart[ya]',
  'five|fifth|cinq|cinqui[eè]me|fünf|fünfte[rs]?|cinco|quint[oa]|cinque|vijfde|femte|пят..|piąt[ya]',
  'six|sixth|sixi[eè]me|sechste[rs]?|sext[oa]|sest[oa]|zesde|sjätte|шест..|szóst[ya]',
  'seven|seventh|septi[eè]me|sie?be?nte[rs]?|s[eé]ptim[oa]|settim[oa]|s[eé]tim[oa]|zevende|седьм..',
  'eight|eighth|huiti[eè]me|achte[rs]?|octav[oa]|ottav[oa]|oitav[oa]|achtste|восьм..',
  'nine|ninth|neuvi[eè]me|neunte[rs]?|noven[oa]|non[oa]|negende|девят..',
  'ten|tenth|dixi[eè]me|zehnte[rs]?|d[eé]cim[oa]|tiende|десят..',
  'eleven|eleventh',
  'twelve|twelfth',
];
