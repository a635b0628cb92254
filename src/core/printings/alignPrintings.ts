import { comparable, decodeShingles, shinglesOf, shingleWords } from '../match.ts';
import { memo } from '../memo.ts';
import type { Edition } from '../source.ts';
import { fatesByFingerprints, type PrintedPassage } from './fingerprintFates.ts';
import { fatesByWords, type PassageFate } from './passageFates.ts';
import { sequenceOfNumbers, WordNumbers, type WordSequence } from './wordSequence.ts';

/** A text with its passages, or the edition of one whose text is not there. */
export interface Printing {
  readonly passages: readonly PrintedPassage[];
  readonly edition?: Edition | undefined;
}

/**
 * Says of each passage of a printing where its words stand in another printing of the same text, in the order of the passages: by
 * their words; where one of the texts is not there, by the fingerprints of its edition.
 */
export const alignPrintings = memo(
  'passages in another printing',
  (old: Printing, now: Printing): readonly PassageFate[] => {
    const sequences = sequencesOf(old, now);
    if (!sequences) return fatesByFingerprints(old.passages, now.passages);
    const fates = fatesByWords(...sequences);
    const isProven = hasItsText(old) && hasItsText(now);
    if (isProven || !fates.some(isDoubtful)) return fates;
    const proven = fatesByFingerprints(old.passages, now.passages);
    return fates.map((fate, at) => (isDoubtful(fate) ? (proven[at] ?? fate) : fate));
  },
);

function isDoubtful({ state }: PassageFate): boolean {
  return state === 'doubtful';
}

function hasItsText({ passages }: Printing): boolean {
  return passages.some(({ words }) => words);
}

/** The words of both, or the fingerprints of their runs of words; undefined where neither can be compared. */
function sequencesOf(old: Printing, now: Printing): [WordSequence, WordSequence] | undefined {
  if (hasItsText(old) && hasItsText(now)) {
    const vocabulary = new WordNumbers();
    const sequenceOf = ({ passages }: Printing) =>
      vocabulary.sequenceOf(passages.map(({ words }) => words?.plain));
    return [sequenceOf(old), sequenceOf(now)];
  }
  const frozenOne = hasItsText(old) ? now : old;
  const shingles = frozenOne.edition?.shingles;
  const isComplete = shingles?.passages.length === frozenOne.passages.length;
  if (!shingles || !isComplete || !(hasItsText(old) || hasItsText(now))) return undefined;
  const runsOfText = ({ passages }: Printing): WordSequence =>
    sequenceOfNumbers(
      passages.map(({ words }) =>
        words
          ? shinglesOf(
              shingles.salt,
              shingleWords(comparable(words.plain).text).map(({ text }) => text),
            )
          : [],
      ),
    );
  const frozen = sequenceOfNumbers(shingles.passages.map(decodeShingles));
  return hasItsText(old) ? [runsOfText(old), frozen] : [frozen, runsOfText(now)];
}
