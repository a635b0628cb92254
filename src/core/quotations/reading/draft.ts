import type { ChunkRange } from '../../text.ts';
import type { Quotation } from './quotationTypes.ts';
import type { CitingId } from './paragraphProse.ts';
import type { FirstSentence, LastSentence } from './sentences.ts';

/**
 * A quotation without its place in the paper. Its chunks were read together, and citations are named
 * by their place there.
 */
export interface DraftQuotation extends Omit<Quotation<ChunkRange>, 'citations'> {
  /** Where `around` is set, what counts if the neighbours cite nothing. */
  readonly citing: readonly CitingId[];
  /** Set for a block quotation, or a paragraph that is one, without citations whose neighbours are read separately. */
  readonly around: SentencesBeside | undefined;
}

/** Marks a neighbouring paragraph that is read separately. */
export const outside = 'outside';

/** The sentences next to a block quotation; undefined where there is no paragraph. */
export interface SentencesBeside {
  readonly before: LastSentence | undefined | typeof outside;
  readonly behind: FirstSentence | undefined | typeof outside;
}
