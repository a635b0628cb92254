import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCitations } from '../../../src/core/citations/readCitations.ts';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import { locatorFor, paragraphsFor, runsOf } from '../../../src/core/citations/locatorFor.ts';
import { type LocatorLabel, locatorTerms } from '../../../src/core/locators/locatorTerms.ts';

const labels = ['paragraph', 'section', 'note', 'page', 'chapter', 'line'] as const;

/** Locators that Pandoc 3.10 and 2.17 read as these labels, with the numbers 3 and 3-5, 9. */
const readByPandoc: Readonly<Record<string, readonly string[]>> = {
  en: [
    '¶ 3|¶¶ 3-5, 9',
    'sec. 3|secs. 3-5, 9',
    'n. 3|nn. 3-5, 9',
    'p. 3|pp. 3-5, 9',
    'chap. 3|chaps. 3-5, 9',
    'line 3|lines 3-5, 9',
  ],
  'en-GB': [
    '¶ 3|¶¶ 3-5, 9',
    'section 3|sections 3-5, 9',
    'n. 3|nn. 3-5, 9',
    'p. 3|pp. 3-5, 9',
    'chapter 3|chapters 3-5, 9',
    'line 3|lines 3-5, 9',
  ],
  fr: [
    '§ 3|§ 3-5, 9',
    'sect. 3|sect. 3-5, 9',
    'n. 3|n. 3-5, 9',
    'p. 3|p. 3-5, 9',
    'chap. 3|chap. 3-5, 9',
    'ligne 3|lignes 3-5, 9',
  ],
  es: [
    '§ 3|§ 3-5, 9',
    'sec. 3|sec. 3-5, 9',
    'n. 3|n. 3-5, 9',
    'p. 3|pp. 3-5, 9',
    'cap. 3|cap. 3-5, 9',
    'línea 3|líneas 3-5, 9',
  ],
  'es-MX': [
    '¶ 3|¶ 3-5, 9',
    'sec. 3|secs. 3-5, 9',
    'n. 3|nn. 3-5, 9',
    'p. 3|pp. 3-5, 9',
    'cap. 3|caps. 3-5, 9',
    'línea 3|ls. 3-5, 9',
  ],
  ca: [
    '§ 3|§ 3-5, 9',
    'sec. 3|sec. 3-5, 9',
    'n. 3|n. 3-5, 9',
    'p. 3|pàgines 3-5, 9',
    'cap. 3|cap. 3-5, 9',
    'línia 3|línies 3-5, 9',
  ],
  de: [
    '¶ 3|¶¶ 3-5, 9',
    'Abschn. 3|Abschn. 3-5, 9',
    'Anm. 3|Anm. 3-5, 9',
    'S. 3|S. 3-5, 9',
    'Kap. 3|Kap. 3-5, 9',
    'Z. 3|Z. 3-5, 9',
  ],
  it: [
    '¶ 3|¶¶ 3-5, 9',
    '§ 3|§§ 3-5, 9',
    'nota 3|note 3-5, 9',
    'pagina 3|pagine 3-5, 9',
    'cap. 3|capp. 3-5, 9',
    'riga 3|righe 3-5, 9',
  ],
  pt: [
    '¶ 3|¶¶ 3-5, 9',
    'sec. 3|sec. 3-5, 9',
    'nota 3|notas 3-5, 9',
    'p. 3|pp. 3-5, 9',
    'cap. 3|cap. 3-5, 9',
    'linha 3|linhas 3-5, 9',
  ],
  'pt-BR': [
    '¶ 3|¶¶ 3-5, 9',
    'seç. 3|seç. 3-5, 9',
    'nota 3|notas 3-5, 9',
    'p. 3|p. 3-5, 9',
    'cap. 3|cap. 3-5, 9',
    'linha 3|linhas 3-5, 9',
  ],
  nl: [
    '¶ 3|¶¶ 3-5, 9',
    'sec. 3|sec. 3-5, 9',
    'n. 3|n. 3-5, 9',
    'p. 3|pp. 3-5, 9',
    'hfdst. 3|hfdst. 3-5, 9',
    'regel 3|regels 3-5, 9',
  ],
};

/** Tags that citeproc looks up under another. */
const sameAs: Readonly<Record<string, string>> = {
  'en-US': 'en',
  'en-AU': 'en',
  'en-Latn-GB': 'en-GB',
  en_GB: 'en-GB',
  'fr-CA': 'fr',
  'fr-Latn-BE': 'fr',
  'es-AR': 'es',
  'es-419': 'es',
  'de-1996': 'de',
  'de-LU': 'de',
  'sv-FI': 'sv',
  'zh-Hans-CN': 'zh',
  'it-CH': 'it',
  'pt-PT': 'pt',
  'pt-br': 'pt-BR',
  'nl-BE': 'nl',
  english: 'en',
  xx: 'en',
  '': 'en',
};

function readBack(locator: string, lang: string): string {
  const [citation] = readCitations(parseMarkdown(`[@a, ${locator}]`), { lang });
  return `${citation?.locator?.label} ${citation?.locator?.value}${citation?.rest}`;
}

describe('a locator as it is written in a language', () => {
  for (const [lang, forms] of Object.entries(readByPandoc))
    it(`is what Pandoc was seen to read (${lang})`, () => {
      assert.deepEqual(
        labels.map((label) => `${locatorFor(label, [3], lang)}|${locatorFor(label, [[3, 5], 9], lang)}`),
        forms,
      );
    });

  it('follows language and region as citeproc looks them up', () => {
    for (const [lang, same] of Object.entries(sameAs))
      assert.deepEqual(locatorTerms(lang), locatorTerms(same), lang);
  });

  it('is read back as what it says, whatever the language', () => {
    const langs = [...Object.keys(readByPandoc), ...Object.keys(sameAs)];
    const numbers = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...langs), fc.constantFrom(...labels), numbers, (lang, label, given) => {
        const value = runsOf(given)
          .map((run) => (typeof run === 'number' ? String(run) : run.join('-')))
          .join(', ');
        assert.equal(readBack(locatorFor(label, runsOf(given), lang), lang), `${label} ${value}`);
      }),
    );
  });

  it('stands in braces where a label has no number', () => {
    const of = (label: string, lang?: string): string => locatorFor('section', label, lang);
    assert.deepEqual(
      [of('1(iii)'), of('iv'), of('A.1'), of('A'), of('A', 'fr')],
      ['sec. 1(iii)', 'sec. iv', 'sec. A.1', '{sec. A}', '{sect. A}'],
    );
    assert.equal(readBack(of('A', 'fr'), 'fr'), 'section A');
  });

  it('makes runs of numbers that follow one another', () => {
    assert.equal(paragraphsFor([9, 3, 4, 5, 4, 20, 21], undefined), '¶¶ 3-5, 9, 20-21');
    assert.equal(paragraphsFor([12], 'fr-FR'), '§ 12');
  });

  it('has terms that are one another’s plural only under one label', () => {
    for (const lang of Object.keys(readByPandoc))
      for (const [label, names] of locatorTerms(lang).preferred)
        for (const name of names)
          assert.equal(
            locatorTerms(lang).understood.get(name.toLowerCase()),
            label satisfies LocatorLabel,
            `${lang} ${name}`,
          );
  });
});
