import assert from 'node:assert/strict';
import { readCitations } from '../../src/core/citations/readCitations.ts';
import { parseMarkdown } from '../../src/core/blocks/document.ts';
import type { Pandoc } from './oracle.ts';
import { Random } from './random.ts';
import { askedPandocs, usePandoc } from './versions.ts';

const labels = [
  ...[
    'book',
    'chapter',
    'column',
    'figure',
    'folio',
    'issue',
    'line',
    'note',
    'opus',
    'page',
    'paragraph',
    'part',
  ],
  ...['section', 'sub-verbo', 'verse', 'volume'],
];

/** A style that prints nothing but the label of a locator and its value. */
const style = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>probe</title><id>probe</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation><layout delimiter="@@">
<choose><if variable="locator"><group delimiter="=">
<choose>${labels
  .map(
    (label, index) =>
      `<${index ? 'else-if' : 'if'} locator="${label}"><text value="${label}"/></${index ? 'else-if' : 'if'}>`,
  )
  .join('')}<else><text value="other"/></else></choose>
<text variable="locator"/></group></if><else><text value="none"/></else></choose>
</layout></citation></style>`;

/** What citeproc prints of each suffix: `label=value`, or `none`. */
async function probe(pandoc: Pandoc, suffixes: readonly string[], lang: string): Promise<string[]> {
  const head = `---\nlang: ${lang}\nsuppress-bibliography: true\nreferences:\n- id: a\n  title: A\n---\n\n`;
  const body = suffixes.map((suffix) => `[@a${suffix}]\n\n`).join('');
  const printed = await pandoc.convert(head + body, { to: 'plain', style });
  return printed.trim().split(/\n\n+/);
}

function ours(suffix: string, lang: string): string {
  const locator = readCitations(parseMarkdown(`[@a${suffix}]`), { lang })[0]?.locator;
  return locator ? `${locator.label}=${locator.value}` : 'none';
}

/** citeproc prints a range with a dash of its own choice and no space, and the rest of the suffix behind the locator. */
function agrees(printed: string, mine: string): boolean {
  const plain = (text: string): string =>
    text
      .replace(/\s*[-–‑]+\s*/g, '-')
      .replace(/\u00a0/g, ' ')
      .trim();
  // `{p. }`: a term without a value; there is no locator here, and citeproc prints none.
  if (mine === 'none' && !printed.includes('=')) return true;
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

for (const asked of askedPandocs.filter(({ isNewest }) => !isNewest))
  describe(`locators beside the citeproc of ${asked.name}`, function () {
    this.timeout(0);
    const pandoc = usePandoc(asked);

    for (const lang of ['en', 'fr'] as const) {
      it(`knows every term citeproc knows (${lang})`, () => {
        const suffixes = terms[lang]
          .split(' ')
          .flatMap((term) => [`, ${term} 12`, ` ${term} iv-vi`, `{${term} 1}`]);
        return check(pandoc(), suffixes, lang);
      });

      it(`reads locators as citeproc does (${lang})`, () => {
        const random = new Random(Number(process.env['PILCROW_PANDOC_SEED'] ?? 1));
        const count = Number(process.env['PILCROW_PANDOC_RUNS'] ?? 600);
        return check(
          pandoc(),
          Array.from({ length: count }, () => suffix(random, lang)),
          lang,
        );
      });
    }
  });

async function check(pandoc: Pandoc, suffixes: readonly string[], lang: string): Promise<void> {
  const printed = await probe(pandoc, suffixes, lang);
  assert.equal(printed.length, suffixes.length);
  const wrong = suffixes.flatMap((text, index) => {
    const mine = ours(text, lang);
    return agrees(printed[index] ?? '', mine)
      ? []
      : [`${JSON.stringify(text)}: citeproc ${printed[index]}, here ${mine}`];
  });
  assert.deepEqual(wrong.slice(0, 40), []);
}
