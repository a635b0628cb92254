import type { EditionHeading, EditionNote, EditionPassage } from '../../core/source.ts';
import type { Found, Print } from './prints.ts';

/** A part of an edition that can be found in a copy. */
export type Target = Print &
  (
    | { readonly part: 'passage'; readonly passage: EditionPassage }
    | { readonly part: 'note'; readonly note: EditionNote }
    | { readonly part: 'attribution'; readonly passage: EditionPassage }
    | { readonly part: 'heading'; readonly heading: EditionHeading }
    | { readonly part: 'abstract' }
  );

/** A stretch of a copy's words that is known from the edition. */
export interface Claim extends Found<Target> {
  /** The passage's words with others before or behind them in one paragraph: the passage differs. */
  readonly altered?: true;
}

/** Shorter passages are looked for only where a line begins: they may occur inside others by chance. */
export const shortest = 6;
