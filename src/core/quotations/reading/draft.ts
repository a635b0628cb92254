import type { Quotation } from './quotationTypes.ts';
import type { Citing } from './prose.ts';
import type { FirstSentence, LastSentence } from './surroundings.ts';

/**
 * A quotation as it is read, wherever it will stand: places count from the beginning of what is read together, and
 * citations are named by where they stand in it.
 */
export interface DraftQuotation extends Omit<Quotation, 'citations' | 'identity'> {
  readonly citing: readonly Citing[];
  /** For a block quotation that holds no citation and borders on what is read apart from it. */
  readonly around: Around | undefined;
}

/** The paragraph that a block quotation borders on is not read together with it. */
export const outside = 'outside';

/** The sentences next to a block quotation; undefined where no paragraph is. */
export interface Around {
  readonly before: LastSentence | undefined | typeof outside;
  readonly behind: FirstSentence | undefined | typeof outside;
}
