import { type ChunkRange, type FileRange, inFile } from '../../text.ts';
import { type Citation, shiftCitation } from '../../citations.ts';
import type { Quotation } from './quotationTypes.ts';
import type { DraftQuotation } from './draft.ts';

/** The citations of one group, and the start of their chunk. */
export interface CitedGroup {
  /** Start of the chunk in the paper. */
  readonly start: number;
  /** The list is the same while the chunk is read the same. */
  readonly citations: readonly Citation<ChunkRange>[];
}

/** A quotation with its place and its citations, which is all that `quotationOfPlace` needs. */
export interface QuotationPlace {
  readonly draft: DraftQuotation;
  /** Start in the paper of the chunks that were read together. */
  readonly start: number;
  /** What was read, from `start` on. */
  readonly text: string;
  readonly cited: readonly CitedGroup[];
}

/** Returns the quotation of a place, with offsets into the paper. */
export function quotationOfPlace({
  draft,
  start,
  cited,
}: Omit<QuotationPlace, 'text'>): Quotation<FileRange> {
  const { kind, breaks, marks, unsure, isHalf, lead } = draft;
  return {
    kind,
    range: inFile(draft.range, start),
    outer: inFile(draft.outer, start),
    words: draft.words.moved(start),
    breaks,
    marks,
    unsure,
    isHalf,
    citations: cited.flatMap((group) =>
      group.citations.map((citation) => shiftCitation(citation, group.start)),
    ),
    lead,
  };
}
