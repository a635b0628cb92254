/**
 * `node scripts/run.mjs locator-terms [FOLDER]` writes the locator terms of all languages, `src/core/locators/csl/terms.json`.
 * Words come from the CSL locales in FOLDER (Debian: citation-style-language-locales) and from those that Pandoc prints. Each
 * word is kept where Pandoc 3.10 reads it as a locator, so that the table says what Pandoc does, whatever a locale says.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { locatorLabels, printedTermsStyle, probeLocators } from '../test/pandoc/locatorStyles.ts';
import { installedPandoc, newestPandoc, type Pandoc } from '../test/pandoc/oracle.ts';
import { inRoot } from './support/paths.ts';

const [folder = '/usr/share/citation-style-language/locales'] = process.argv.slice(2);

/** Written in every language by somebody. */
const everywhere =
  '¶ ¶¶ § §§ c. cc. ch. chs. chap. chaps. sec. secs. sect. sects. par. pars. para. paras. paragr. p. pp. pg. n. nn.';

const newest = await newestPandoc();
const older = installedPandoc();
if (!older) throw new Error('An older Pandoc has to be installed, whose terms are compared.');

const files = readdirSync(folder).filter((name) => /^locales-.*\.xml$/.test(name));
const locales = files.map((name) => name.slice('locales-'.length, -'.xml'.length));
const tags = [...new Set(locales.flatMap((tag) => [tag.split('-')[0] ?? tag, tag]))].sort();

/** The terms that Pandoc prints in a language, by label and form, for one number and for more. */
async function printedTerms(tag: string): Promise<Map<string, [string, string]>> {
  const text = `---\nlang: ${tag}\nsuppress-bibliography: true\nreferences:\n- id: a\n  title: A\n---\n\n[@a]\n`;
  const printed = await newest.convert(text, { to: 'plain', style: printedTermsStyle });
  const terms = new Map<string, [string, string]>();
  for (const [, name = '', one = '', more = ''] of printed.matchAll(/\{\{([^=}]+)=([^}]*)@@([^}]*)\}\}/gu))
    terms.set(name, [one.trim(), more.trim()]);
  return terms;
}

function termsOfLocale(name: string): string[] {
  const xml = readFileSync(join(folder, name), 'utf8');
  return [...xml.matchAll(/<term name="([a-z-]+)"[^>]*>([\s\S]*?)<\/term>/g)]
    .filter(([, label = '']) => [...locatorLabels, 'number'].includes(label))
    .flatMap(([, , body = '']) =>
      body.includes('<')
        ? [...body.matchAll(/<(?:single|multiple)>([^<]+)</g)].map(([, term = '']) => term)
        : [body],
    )
    .map((term) => term.replace(/&#160;/g, '\u00a0').trim());
}

const printedByTag = new Map<string, Map<string, [string, string]>>();
for (const tag of tags) printedByTag.set(tag, await printedTerms(tag));
const words = [
  ...everywhere.split(' '),
  ...files.flatMap(termsOfLocale),
  ...[...printedByTag.values()].flatMap((terms) => [...terms.values()].flat()),
];
const candidates = [...new Map(words.map((word) => [word.toLowerCase(), word])).values()].filter(
  (word) => word !== '' && !/[[\]*_~^`$\\"@<>{};0-9]/.test(word),
);

async function labelsOf(pandoc: Pandoc, tag: string, terms: readonly string[]): Promise<Map<string, string>> {
  const read = await probeLocators(
    pandoc,
    terms.map((term) => `, ${term} 12`),
    tag,
  );
  return new Map(
    terms.flatMap((term, at) =>
      (/^[a-z-]+(?==12$)/.exec(read[at] ?? '') ?? []).map((label) => [term, label]),
    ),
  );
}

/** A letter that may be a roman number is read as one in `12, l. 5`. */
function isRoman(term: string): boolean {
  return /^[ivxlcdm]{1,2}\.?$/i.test(term);
}

/** The term to write: understood by both versions where there is such a one, and no roman number. */
function preferredTerm(
  label: string,
  at: 0 | 1,
  printed: Map<string, [string, string]>,
  understood: readonly string[],
  isShared: (term: string) => boolean,
): string {
  const forms = label === 'paragraph' ? ['symbol', 'short', 'long'] : ['short', 'long', 'symbol'];
  const signs =
    label === 'paragraph'
      ? [
          ['¶', '¶¶'],
          ['§', '§§'],
          ['§', '§'],
        ]
      : [];
  const offered = [
    ...signs.map((pair) => pair[at] ?? ''),
    ...forms.flatMap((form) => printed.get(`${label}/${form}`)?.[at] ?? []),
    ...(at === 1 ? forms.flatMap((form) => printed.get(`${label}/${form}`)?.[0] ?? []) : []),
    ...understood,
  ].filter((term) => understood.some((known) => known.toLowerCase() === term.toLowerCase()));
  const ranked = [
    offered.filter((term) => isShared(term) && !isRoman(term)),
    offered.filter((term) => isShared(term)),
    offered,
  ].flat();
  return ranked[0] ?? '';
}

const table: Record<string, Record<string, string>> = {};
for (const tag of tags) {
  const labelByTerm = await labelsOf(newest, tag, candidates);
  const olderByTerm = await labelsOf(older, tag, [...labelByTerm.keys()]);
  const shared = new Set(
    [...labelByTerm].flatMap(([term, label]) =>
      olderByTerm.get(term) === label ? [term.toLowerCase()] : [],
    ),
  );
  const printed = printedByTag.get(tag) ?? new Map<string, [string, string]>();
  const own: Record<string, string> = {};
  for (const label of locatorLabels) {
    const understood = [...labelByTerm].flatMap(([term, each]) => (each === label ? [term] : []));
    if (understood.length === 0) continue;
    const isShared = (term: string): boolean => shared.has(term.toLowerCase());
    const names = ([0, 1] as const).map((at) => preferredTerm(label, at, printed, understood, isShared));
    const known = names.map((name) => name.toLowerCase());
    const others = understood.filter((term) => !known.includes(term.toLowerCase()));
    const [one = '', more] = names;
    const forms = one !== more ? names : others.length > 0 ? [one, ''] : [one];
    own[label] = [...forms, ...others]
      .map((term) => (term === '' || isShared(term) ? term : `+${term}`))
      .join('|');
  }
  table[tag.toLowerCase()] = own;
  console.log(
    `${tag}: ${String(labelByTerm.size)} terms, ${String(shared.size)} of them in ${older.version} too`,
  );
}

/** Of a region only what differs from its language is kept: no terms are empty ones. */
function withoutShared([tag, own]: [string, Record<string, string>]): [string, Record<string, string>][] {
  const [language = ''] = tag.split('-');
  const base = table[language] ?? {};
  if (tag === language) return [[tag, own]];
  const labels = [...new Set([...Object.keys(base), ...Object.keys(own)])];
  const different = labels.filter((label) => own[label] !== base[label]);
  return different.length > 0
    ? [[tag, Object.fromEntries(different.map((label) => [label, own[label] ?? '']))]]
    : [];
}

const kept = Object.entries(table).flatMap(withoutShared);
const file = inRoot('src', 'core', 'locators', 'csl', 'terms.json');
writeFileSync(file, `${JSON.stringify(Object.fromEntries(kept), null, 1)}\n`);
console.log(`Wrote ${file}.`);
