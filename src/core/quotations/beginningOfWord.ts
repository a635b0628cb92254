import { isWordUnit } from '../text.ts';
import type { Wanted } from './quotationText.ts';
import { respelt } from './respellings.ts';

/** Letters right before a mark, which are those of the first quoted word: the Hebrew ה"נהר", anti-“imperialist”. */
const beginningOfWord = /(?<![\p{L}\p{M}\p{N}-])\p{L}[\p{L}\p{M}]{0,11}-?$/u;
const hebrewLetters = /^\p{Script=Hebrew}+$/u;

/**
 * Returns a quotation with the letters of its first word that stand before the mark; none where there are none. Of the letters that
 * Hebrew writes together with a word, the paper may have others before those of the source.
 */
export function withBeginningOfWord(wanted: Wanted): readonly Wanted[] {
  const { lead, isInCitation } = wanted.quotation;
  if (isInCitation || !(isWordUnit(lead, lead.length - 1) || lead.endsWith('-'))) return [];
  const beginning = beginningOfWord.exec(lead)?.[0];
  if (beginning === undefined) return [];
  const starts = hebrewLetters.test(beginning) ? [...beginning].map((_, at) => at) : [0];
  return starts.map((start) => respelt(wanted, [{ start: 0, end: 0, newText: beginning.slice(start) }]));
}
