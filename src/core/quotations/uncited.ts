import { tokensOf } from '../match.ts';
import { isUnspaced } from '../text.ts';
import { everywhere, type Found, foundAt, quotableOf, translationsOf } from '../resolve.ts';
import type { Source, StudyContext } from '../study.ts';
import { fingerprintsOf } from '../fingerprints.ts';
import { uncitedByFingerprints } from './fingerprintDiff.ts';
import { noResult, type QuotationResult } from './quotationResult.ts';
import { findExact, type Wanted, wantedOf } from './quotationText.ts';
import type { Quotation } from './reading/quotationTypes.ts';

/** Uncited words are reported from this number of words on. Six words in a row do not stand in two texts by chance. */
const minUncitedWords = 6;
/** Maximum length of a list of choices. */
export const maxChoices = 20;

/** Places without those of the same name as an earlier one. */
export function distinctFound(found: readonly Found[]): readonly Found[] {
  if (found.length < 2) return found;
  const seen = new Set<string>();
  return found.filter((one) => {
    const name = one.labels.join('\n');
    return !seen.has(name) && seen.add(name);
  });
}

/** Finds long words in marks, or a block quotation, that stand in a source although nothing is cited. */
export function resolveUncited(quotation: Quotation, study: StudyContext): QuotationResult | undefined {
  const wanted = wantedOf(quotation);
  if (countQuotedWords(wanted) < minUncitedWords) return undefined;
  const matches = [...study.sources.values()].flatMap((source) => findUncited(wanted, source));
  const [first] = matches;
  if (!first || first.labels[0] === 'title') return undefined;
  return {
    ...noResult,
    quotation,
    status: 'uncited',
    source: first.source,
    found: first.labels,
    matches: matches.slice(0, maxChoices),
    byFingerprints: first.source.file === undefined,
  };
}

function countQuotedWords({ words }: Wanted): number {
  return tokensOf(words.text, true).reduce(
    (sum, { kind, text }) => sum + (kind === 'word' ? Math.max(1, unspacedLetters(text) / lettersInWord) : 0),
    0,
  );
}

/** As many letters make a word in scripts without spaces between words, on average. */
const lettersInWord = 2;

function unspacedLetters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (isUnspaced(text.charCodeAt(at))) count++;
  return count;
}

function findUncited(wanted: Wanted, source: Source): readonly Found[] {
  const quotable = quotableOf(source);
  const prints = quotable ? undefined : fingerprintsOf(source);
  if (prints) return uncitedByFingerprints(wanted, prints);
  if (!quotable) return [];
  const { matches } = findExact(wanted, quotable, everywhere);
  return distinctFound(matches.map((match) => foundAt(quotable, match.range)));
}

/** Fewer words stand in a text of another language by chance. */
const minTranslatedWords = 3;

/** Words given to a text that stand in a translation of it, or in the text that it translates. */
export function inOtherLanguage(quotation: Quotation, study: StudyContext): QuotationResult | undefined {
  const wanted = wantedOf(quotation);
  if (countQuotedWords(wanted) < minTranslatedWords) return undefined;
  for (const citation of quotation.citations) {
    const matches = translationsOf(citation.key, study).flatMap((key) => {
      const source = study.sources.get(key);
      return source ? findUncited(wanted, source) : [];
    });
    const [first] = matches;
    if (first)
      return {
        ...noResult,
        quotation,
        citation,
        status: 'translated',
        source: first.source,
        found: first.labels,
        matches: matches.slice(0, maxChoices),
        byFingerprints: first.source.file === undefined,
      };
  }
  return undefined;
}
