/** What the style of a paragraph says that it is. */
export type ParagraphRole =
  | 'text'
  | 'heading'
  | 'quotation'
  | 'attribution'
  | 'title'
  | 'subtitle'
  | 'author'
  | 'date'
  | 'abstract'
  | 'rule'
  | 'contents';

/** A role, and the level of a heading from 1. */
export interface StyleRole {
  readonly role: ParagraphRole;
  readonly depth?: number;
}

/**
 * The names that word processors give their own styles for headings, in the languages in which they are localised. Word
 * itself keeps English names in its files and shows others; LibreOffice, WPS and converters keep what they show.
 */
const headingNames = new RegExp(
  `^(?:${[
    'heading',
    'überschrift',
    'titre',
    'título',
    'titolo',
    'titulo',
    'títol',
    'titlu',
    'kop',
    'rubrik',
    'overskrift',
    'otsikko',
    'nagłówek',
    'nadpis',
    'naslov',
    'címsor',
    'заголовок',
    'заглавие',
    'επικεφαλίδα',
    'başlık',
    '見出し',
    '标题',
    '標題',
    '제목',
  ].join('|')})[\\s_-]*([1-9])$`,
);

/** Words of names of styles for quotations that are set apart, in any of those languages. */
const quotationWords = [
  'quote',
  'quotes',
  'quotation',
  'quotations',
  'blockquote',
  'blockquotation',
  'block text',
  'blocktext',
  'zitat',
  'zitate',
  'blockzitat',
  'citation',
  'citations',
  'cita',
  'citas',
  'citazione',
  'citazioni',
  'citação',
  'citações',
  'citaat',
  'citaten',
  'citat',
  'sitat',
  'citace',
  'citát',
  'cytat',
  'cytaty',
  'lainaus',
  'idézet',
  'цитата',
  'цитаты',
  'παράθεση',
  'alıntı',
  'texte de bloc',
  'texto de bloque',
  'testo del blocco',
  'bloktekst',
];
const quotationName = new RegExp(`(?:^|[\\s_-])(?:${quotationWords.join('|')})(?:[\\s_-]|\\d*$)`);
/** Languages that put no spaces between words. */
const quotationCharacters = /引用|引文|인용/;
const attributionName = /(?:quot\w*|citation|zitat)[\s_-]*(?:attribution|author|source|by)|attribution/;

const roleNames: readonly (readonly [name: RegExp, role: ParagraphRole])[] = [
  [
    /^(?:toc|table of figures|contents|verzeichnis|tm|inhaltsverzeichnis|indice|sommario|tdc)[\s_-]*\d+$/,
    'contents',
  ],
  [/^(?:toc heading|contents heading|table of figures|table of authorities|toa heading)$/, 'contents'],
  [/^(?:title|titel|titre|título|titolo|tytuł|název|rubrik|标题|表題|제목|заголовок|название)$/, 'title'],
  [
    /^(?:subtitle|untertitel|sous-titre|subtítulo|sottotitolo|podtytuł|подзаголовок|副标题|副題|부제)$/,
    'subtitle',
  ],
  [/^(?:author|authors|autor|auteur|autore|byline)$/, 'author'],
  [/^(?:date|datum|fecha|data)$/, 'date'],
  [/^horizontal (?:line|rule)$/, 'rule'],
  [/^(?:abstract|zusammenfassung|résumé|resumen|riassunto)$/, 'abstract'],
];

/**
 * What a paragraph is by the names of its style and of those on which that is based, nearest first. The first name that
 * says anything decides.
 */
export function roleOfNames(names: readonly string[]): StyleRole {
  for (const name of names) {
    const role = roleOfName(name.toLowerCase().replaceAll('_20_', ' ').trim());
    if (role) return role;
  }
  return { role: 'text' };
}

/** What a style of words may say of them besides how they look. */
export interface NamedLooks {
  readonly code?: true;
  readonly term?: true;
}

/** The names of styles for code: of Pandoc’s and our own Word files, of LibreOffice, of web pages in Word, and what people call them. */
const codeName = /^(?:verbatim char|source text|html code|(?:inline )?code)$/;

/** What words are by the names of their style and of those on which that is based. */
export function looksOfNames(names: readonly string[]): NamedLooks {
  const plain = names.map((name) => name.toLowerCase().replaceAll('_20_', ' ').trim());
  return {
    ...(plain.some((name) => codeName.test(name)) ? { code: true } : {}),
    ...(plain.includes('pilcrow term') ? { term: true } : {}),
  };
}

function roleOfName(name: string): StyleRole | undefined {
  const depth = headingNames.exec(name)?.[1];
  if (depth !== undefined) return { role: 'heading', depth: Number(depth) };
  const known = roleNames.find(([pattern]) => pattern.test(name));
  if (known) return { role: known[1] };
  if (attributionName.test(name)) return { role: 'attribution' };
  return quotationName.test(name) || quotationCharacters.test(name) ? { role: 'quotation' } : undefined;
}
