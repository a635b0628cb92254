import type { Edition, EditionHeading, EditionNote, EditionPassage } from '../../core/source.ts';
import type { Block } from '../blocks.ts';
import type { CopyWord } from './copyWords.ts';
import type { Fingerprinted, FoundFingerprint } from './fingerprintSearch.ts';

/** A part of an edition to search for in a copy. */
export type EditionTarget = Fingerprinted &
  (
    | { readonly part: 'passage'; readonly passage: EditionPassage }
    | { readonly part: 'note'; readonly note: EditionNote }
    | { readonly part: 'attribution'; readonly passage: EditionPassage }
    | { readonly part: 'heading'; readonly heading: EditionHeading }
    | { readonly part: 'abstract' }
  );

/** A range of a copy's words that is a part of the edition. */
export interface WordClaim extends FoundFingerprint<EditionTarget> {
  /** The paragraph has other words before or after the passage's, so the passage differs. */
  readonly altered?: true;
}

/** The words of a passage that may begin anywhere. Shorter ones could occur inside others by chance. */
export const minWordsAnywhere = 6;

/** A copy and the parts of its edition that were found in it. Claims are in reading order and do not overlap. */
export interface RecognisedCopy {
  readonly edition: Edition;
  readonly blocks: readonly Block[];
  readonly words: readonly CopyWord[];
  readonly claims: readonly WordClaim[];
  /** The number of passages found unchanged. */
  readonly matched: number;
}
