import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { inRoot } from '../../../scripts/support/paths.ts';
import { formatCitations, readLocale, readStyleSheet, styleFile, styleNames } from '../../../src/core/styles.ts';
import { Random } from '../../pandoc/random.ts';
import { PaperMaker } from '../../pandoc/styledPapers.ts';
import { shippedStyle, work } from './styleFiles.ts';

const texts = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom('"', "'", '<i>', '</i>', '“', '”', '‘', '’', ' ', '.', ',', 'a', 'Mill', '<span class="nocase">', '</span>'), { maxLength: 30 }).map((parts) => parts.join('')),
);
const names = fc.array(fc.dictionary(fc.constantFrom('family', 'given', 'literal', 'suffix', 'non-dropping-particle', 'dropping-particle'), texts), { maxLength: 4 });
const dates = fc.oneof(
  texts,
  fc.record({ 'date-parts': fc.array(fc.array(fc.integer({ min: -9999, max: 9999 }), { maxLength: 4 }), { maxLength: 3 }), season: fc.oneof(texts, fc.integer()) }, { requiredKeys: [] }),
);
const variables = fc.record(
  { type: fc.constantFrom('book', 'chapter', 'article-journal', 'webpage', ''), title: texts, author: names, editor: names, translator: names, issued: dates, page: texts, volume: texts, edition: texts, URL: texts, DOI: texts, 'container-title': texts, language: texts, number: texts },
  { requiredKeys: [] },
);
const citations = fc.record(
  { id: fc.constantFrom('a', 'b', 'c', 'toString'), locator: fc.record({ label: fc.constantFrom('page', 'paragraph', 'note'), value: texts }), prefix: fc.array(fc.record({ text: texts })), suffix: fc.array(fc.record({ text: texts })), mode: fc.constantFrom('normal', 'inText', 'suppressAuthor') },
  { requiredKeys: ['id'] },
);
const groups = fc.array(
  fc.record({ citations: fc.array(citations, { maxLength: 4 }), footnote: fc.nat() }, { requiredKeys: ['citations'] }),
  { maxLength: 5 },
);

describe('Citation styles, whatever the input', () => {
  const styles = ['en', 'fr'].flatMap((language) => styleNames.map((name) => shippedStyle(styleFile(name, language))));

  it('format without throwing', () => {
    fc.assert(
      fc.property(variables, variables, groups, fc.constantFrom(...styles), fc.constantFrom('en', 'fr', 'zz', undefined), (first, second, some, style, language) => {
        formatCitations([work('a', first), work('b', second)], some, style, language);
      }),
      { numRuns: 300 },
    );
  });

  const chicago = readFileSync(inRoot('styles', 'chicago-author-date-fr.csl'), 'utf8');
  const locales = new Map([['en-US', readLocale(readFileSync(inRoot('styles', 'locales-en-US.xml'), 'utf8'))!]]);

  it('are read without throwing, and used if they can be', () => {
    const lines = chicago.split('\n');
    const { works, groups: some } = new PaperMaker(new Random(7)).paper(6, 6);
    fc.assert(
      fc.property(fc.nat(lines.length), fc.nat(40), fc.nat(lines.length), (from, count, to) => {
        const changed = [...lines.slice(0, from), ...lines.slice(from + count, to), ...lines.slice(to)].join('\n');
        const sheet = readStyleSheet(changed);
        if (!('problem' in sheet)) formatCitations(works.map((one) => work(one.id, one)), some, { sheet, locales }, 'en');
      }),
      { numRuns: 200 },
    );
    fc.assert(fc.property(texts, (xml) => {
        readLocale(xml);
        readStyleSheet(xml);
        readStyleSheet(`<style>${xml}</style>`);
      }));
  });
});
