import fc from 'fast-check';

/**
 * Generated BibLaTeX in the forms that Better BibTeX and people write. Property tests, the comparison with Pandoc and
 * the benchmark use it.
 */

const plainWords =
  'paper street Bread winter Letters on the of rural Council 1905 labour Water question'.split(' ');
const texWords = [
  "caf{\\'e}",
  '{\\"U}ber',
  'S{\\~a}o',
  '\\v{S}koda',
  '{\\O}resund',
  'stra{\\ss}e',
  "Gda\\'nsk",
  '{NATO}',
  '{{UNESCO}}',
  '\\emph{Iliad}',
  '\\textit{Kim}',
  'Q\\&A',
  '50\\%',
  "``fair''",
  '\\enquote{open}',
  '1914--1918',
  'then---now',
  'H\\textsubscript{2}O',
  'x\\textsuperscript{2}',
  'a~b',
  "worker's",
];

const word = fc.oneof({ arbitrary: fc.constantFrom(...plainWords), weight: 3 }, fc.constantFrom(...texWords));
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));

const family = fc.constantFrom(
  'Okafor',
  'M{\\"u}ller',
  "Garc{\\'i}a M{\\'a}rquez",
  'Ng',
  'Smith-Jones',
  "{\\L}uk{\\'o}w",
  'Vázquez',
  'Šimić',
);
const given = fc.constantFrom('Ada', 'J. R.', 'Zo{\\"e}', 'Jean-Luc', "Mar{\\'i}a Jos{\\'e}", 'Ö.');
const particle = fc.constantFrom('van', 'de la', 'von der', 'della');
const body = fc.constantFrom(
  '{Reading Circle}',
  '{Council of the North}',
  '{Bread and Roses Press}',
  "{Caf{\\'e} Central}",
);

/** A name in each of the notations. */
const bibtexName = fc.oneof(
  fc.tuple(family, given).map(([last, first]) => `${last}, ${first}`),
  fc.tuple(given, fc.constantFrom('Okafor', 'Ng', 'Smith-Jones')).map(([first, last]) => `${first} ${last}`),
  fc.tuple(particle, family, given).map(([von, last, first]) => `${von} ${last}, ${first}`),
  fc.tuple(given, particle, family).map(([first, von, last]) => `${first} ${von} ${last}`),
  fc.tuple(family, given).map(([last, first]) => `${last}, Jr., ${first}`),
  fc
    .tuple(family, given, particle)
    .map(([last, first, von]) => `family=${last}, given=${first}, prefix=${von}, useprefix=true`),
  body,
);

const names = fc
  .tuple(fc.array(bibtexName, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([list, others]) => [...list, ...(others && list.length > 2 ? ['others'] : [])].join(' and '));

const year = fc.integer({ min: 1000, max: 2029 }).map(String);
const month = fc.integer({ min: 1, max: 12 });
const twoDigits = (value: number): string => String(value).padStart(2, '0');
const isoDate = fc.oneof(
  year,
  fc.tuple(year, month).map(([y, m]) => `${y}-${twoDigits(m)}`),
  fc
    .tuple(year, month, fc.integer({ min: 1, max: 28 }))
    .map(([y, m, d]) => `${y}-${twoDigits(m)}-${twoDigits(d)}`),
);
const dateFields = fc.oneof(
  isoDate.map((date) => ({ date })),
  fc.tuple(isoDate, isoDate).map(([from, to]) => ({ date: `${from}/${to}` })),
  year.map((y) => ({ date: `${y}/` })),
  year.map((y) => ({ date: `${y}~` })),
  year.map((y) => ({ date: `-${y}` })),
  year.map((y) => ({ year: y })),
  fc.tuple(year, fc.constantFrom('jan', 'feb', 'may', 'dec')).map(([y, m]) => ({ year: y, month: m })),
  fc.tuple(year, month).map(([y, m]) => ({ year: y, month: String(m) })),
  fc.constant({}),
);

/** Entry types of BibLaTeX and BibTeX that people use. */
const entryTypes =
  'article book booklet bookinbook collection dataset inbook incollection inproceedings inreference manual mastersthesis misc mvbook online patent periodical phdthesis proceedings reference report techreport thesis unpublished video audio letter'.split(
    ' ',
  );

/** The data of an entry. */
export interface GeneratedEntry {
  readonly type: string;
  readonly fields: Readonly<Record<string, string>>;
}

export const generatedEntry: fc.Arbitrary<GeneratedEntry> = fc
  .record({
    type: fc.constantFrom(...entryTypes),
    texts: fc.record(
      { title: words, author: names, editor: names, publisher: words, subtitle: words, titleaddon: words },
      { requiredKeys: ['title'] },
    ),
    container: fc.oneof(
      words.map((journaltitle) => ({ journaltitle })),
      words.map((journal) => ({ journal })),
      words.map((booktitle) => ({ booktitle })),
      words.map((maintitle) => ({ maintitle })),
      fc.constant({}),
    ),
    dates: dateFields,
  })
  .map(({ type, texts, container, dates }) => {
    const people = {
      ...(texts.author && { author: texts.author }),
      ...(texts.editor && { editor: texts.editor }),
    };
    return { type, fields: { ...texts, ...people, ...container, ...dates } };
  });

/** The entry as Better BibTeX writes it: one field a line, values in braces, months as macros. */
export function writeEntry(key: string, entry: GeneratedEntry): string {
  const lines = Object.entries(entry.fields).map(([name, value]) =>
    name === 'month' ? `  ${name} = ${value}` : `  ${name} = {${value}}`,
  );
  return `@${entry.type}{${[key, ...lines].join(',\n')}\n}\n`;
}

/** Returns `count` entries with the keys `k0`, `k1`, …. The same seed gives the same entries. */
export function generateEntries(count: number, seed: number): readonly GeneratedEntry[] {
  return fc.sample(generatedEntry, { numRuns: count, seed });
}
