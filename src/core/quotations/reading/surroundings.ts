import { hasWord } from '../../text.ts';
import { attributionDash } from '../../source.ts';
import { outermost, pairMarks, type MarkPair } from './marks.ts';
import { quotedWords, role, type CitingPlace, type Prose } from './prose.ts';
import { sentenceStarts } from './sentences.ts';

/** A sentence next to a block quotation, with its citation that the quotation may be attributed to. */
export interface CitingSentence {
  readonly place: CitingPlace | undefined;
  /** Whether a quotation in the sentence itself has the citation. */
  readonly spent: boolean;
}

/** The last sentence of the paragraph before. It introduces the quotation if it ends in a colon, or without punctuation. */
export interface LastSentence extends CitingSentence {
  readonly introduces: boolean;
}

/** The first sentence of the paragraph after. `opens`: it starts with the citation. */
export interface FirstSentence extends CitingSentence {
  readonly opens: boolean;
}

/** Reads the last sentence of a paragraph. */
export function lastSentence(prose: Prose): LastSentence {
  const { pairs, starts } = sentences(prose);
  const from = starts.at(-1) ?? 0;
  const place = prose.places.findLast((candidate) => candidate.start >= from);
  const words = quotedWords(prose, 0, prose.words.text.length)?.text ?? '';
  return {
    place,
    spent: pairs.some((pair) => pair.open >= from),
    introduces: !/[.!?][)\]'"\u2019\u201D\u00BB]*$/u.test(words),
  };
}

/** Reads the first sentence of a paragraph. */
export function firstSentence(prose: Prose): FirstSentence {
  const { pairs, starts } = sentences(prose);
  const to = starts[0] ?? Infinity;
  const place = prose.places.find((candidate) => candidate.start < to);
  const lead = place ? prose.words.text.slice(0, place.start) : '';
  const opens = place !== undefined && (!hasWord(lead) || attributionDash.test(lead));
  return { place, spent: pairs.some((pair) => pair.open < to), opens };
}

function sentences(prose: Prose): {
  readonly pairs: readonly MarkPair[];
  readonly starts: readonly number[];
} {
  const pairs = outermost(
    pairMarks({ text: prose.words.text, usable: (at) => prose.roles[at] === role.word }).pairs,
  );
  return { pairs, starts: sentenceStarts(prose, pairs) };
}

/** Returns the citation, from one of the sentences around it, of a block quotation that has none of its own. */
export function attributing(
  before: LastSentence | undefined,
  behind: FirstSentence | undefined,
): 'before' | 'behind' | undefined {
  if (before?.introduces && before.place) return 'before';
  if (behind?.opens) return 'behind';
  if (before?.place && !before.spent) return 'before';
  if (behind?.place && !behind.spent) return 'behind';
  return before?.place ? 'before' : behind?.place ? 'behind' : undefined;
}
