import assert from 'node:assert/strict';
import { readCitations } from '../../src/core/citations/readCitations.ts';
import { parseMarkdown } from '../../src/core/blocks/document.ts';
import cslTerms from '../../src/core/locators/csl/terms.json' with { type: 'json' };
import { probeLocators } from './locatorStyles.ts';
import type { Pandoc } from './oracle.ts';
import { Random } from './random.ts';
import { askedPandocs, usePandoc } from './versions.ts';

function ours(suffix: string, lang: string): string {
  const locator = readCitations(parseMarkdown(`[@a${suffix}]`), { lang })[0]?.locator;
  return locator ? `${locator.label}=${locator.value}` : 'none';
}

/**
 * citeproc prints a range with a dash of its own choice and no space, and the rest of the suffix behind the locator. What was set
 * within braces keeps its emphasis, and quotation marks take a comma after them inside, as in American English.
 */
function agrees(printed: string, mine: string): boolean {
  const plain = (text: string): string =>
    text
      .replace(/\s*[-–‑]+\s*/g, '-')
      .replace(/<\/?[ib]>/g, '')
      .replace(/[“«]\s*|\s*[”»]/gu, '"')
      .replace(/([,.])"/g, '"$1')
      .replace(/\u00a0/g, ' ')
      .trim();
  // `{p. }`: a term without a value; there is no locator here, and citeproc prints none.
  if (mine === 'none' && !printed.includes('=')) return true;
  // A locator without a label: 3.10 prints braces without a term so, and 2.17 calls all of them pages.
  if (mine === 'none' && /^(?:other|page)=/.test(printed)) return true;
  return mine === 'none' ? plain(printed).startsWith('none') : plain(printed).startsWith(plain(mine));
}

const terms = {
  en: 'book books bk. bks. chapter chapters chap. chaps. column columns col. cols. figure figures fig. figs. folio folios fol. fols. number numbers no. nos. line lines l. ll. note notes n. nn. opus opera op. opp. page pages p. pp. paragraph paragraphs para. paras. ¶ ¶¶ part parts pt. pts. section sections sec. secs. § §§ s.v. s.vv. verse verses v. vv. volume volumes vol. vols. Chap. PARA. Ch. par. fn. pg. sec at',
  fr: 'livre livres liv. chapitre chapitres chap. colonne col. figure fig. folio folios fᵒ fᵒˢ numéro numéros nᵒ nᵒˢ ligne lignes l. note notes n. opus op. page pages p. paragraphe paragraphes paragr. § partie parties part. section sections sect. verset v. volume volumes vol. ¶ ¶¶ sec. para. pp.',
};
const values = [
  ...[
    '12',
    '12-14',
    '12--14',
    '12–14',
    '12—14',
    '12‑14',
    '12 - 14',
    '12, 20',
    '12-14, 20',
    '12 and 14',
    'iv',
    'iv-vi',
  ],
  ...[
    'XVII',
    '1(iii)',
    '(a)',
    '1.2',
    '1.2.',
    '12a',
    'C22',
    '[17]',
    '591 [84]',
    '33:44',
    'twelve',
    '12, who says',
    '12 who',
    '*12*',
  ],
  ...[
    '',
    'ff.',
    '12ff',
    '12 ff.',
    '"12"',
    '12, l. 5',
    '12, ¶ 5',
    '12, p. 5',
    '12.',
    '12!',
    '{12}',
    '(12',
    '12)',
    '1(a)(b)',
    '$12$',
    '`12`',
  ],
];
const leads = [', ', ' ', ',', ', {', '{', ', see ', ' , ', ',  ', '\n'];

function suffix(random: Random, lang: 'en' | 'fr'): string {
  const lead = random.pick(leads);
  const term = random.chance(0.85) ? random.pick(terms[lang].split(' ')) : '';
  const value = random.pick(values);
  const close = lead.includes('{') && random.chance(0.85) ? random.pick(['}', '}, x', '} y']) : '';
  return `${lead}${term}${random.pick([' ', ' ', ' ', '', '  '])}${value}${close}`;
}

/** The terms of a language, without the `+` of those that 2.17 does not know. */
function termsIn(lang: string): string[] {
  const rows: Readonly<Record<string, Readonly<Record<string, string>>>> = cslTerms;
  return Object.values({ ...rows[lang.replace(/-.*/, '')], ...rows[lang] }).flatMap((row) =>
    row.split('|').flatMap((term) => (term === '' ? [] : [term.replace(/^\+/, '')])),
  );
}

const languages = Object.keys(cslTerms);
const everyTerm = [...new Set(languages.flatMap(termsIn))];

for (const asked of askedPandocs)
  describe(`locators beside the citeproc of ${asked.name}`, function () {
    this.timeout(0);
    const pandoc = usePandoc(asked);
    const seed = Number(process.env['PILCROW_PANDOC_SEED'] ?? 1);
    const count = Number(process.env['PILCROW_PANDOC_RUNS'] ?? 300);

    if (asked.isNewest)
      it('knows every term of every language, and no other language’s', async () => {
        const random = new Random(seed);
        const others = Math.min(everyTerm.length, Math.ceil(count / 15));
        for (const lang of languages) {
          const foreign = Array.from({ length: others }, () => random.pick(everyTerm));
          await check(
            pandoc(),
            [...termsIn(lang), ...foreign].map((term) => `, ${term} 12`),
            lang,
          );
        }
      });

    for (const lang of ['en', 'fr'] as const)
      it(`reads locators as citeproc does (${lang})`, () => {
        const random = new Random(seed);
        const suffixes = Array.from({ length: count }, () => suffix(random, lang));
        return check(
          pandoc(),
          suffixes.filter((text) => asked.isNewest || !isNewTerm(text)),
          lang,
        );
      });
  });

/** Whether a suffix has a term that only one of the two versions knows. */
function isNewTerm(text: string): boolean {
  return /\b(?:numbers?|c|cc|issues?)\b/iu.test(text);
}

async function check(pandoc: Pandoc, suffixes: readonly string[], lang: string): Promise<void> {
  const printed = await probeLocators(pandoc, suffixes, lang);
  assert.equal(printed.length, suffixes.length);
  const wrong = suffixes.flatMap((text, index) => {
    const mine = ours(text, lang);
    return agrees(printed[index] ?? '', mine)
      ? []
      : [`${JSON.stringify(text)}: citeproc ${printed[index]}, here ${mine}`];
  });
  assert.deepEqual(wrong.slice(0, 40), []);
}
