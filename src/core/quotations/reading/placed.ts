import { moveRange, shiftMapped, SideTable } from '../../text.ts';
import { type Citation, shiftCitation } from '../../citations.ts';
import type { Quotation } from './quotationTypes.ts';
import type { DraftQuotation } from './draft.ts';

/** The citations of one group, and the start of their chunk. */
export interface CitedGroup {
  /** Start of the chunk in the paper. */
  readonly start: number;
  /** Offsets are into the chunk. The list is the same while the chunk is read the same. */
  readonly citations: readonly Citation[];
}

/** A quotation with its place and its citations, which is all that `quotationAt` needs. */
export interface QuotationPlace {
  readonly draft: DraftQuotation;
  /** Start in the paper of the chunks that were read together. */
  readonly start: number;
  readonly cited: readonly CitedGroup[];
}

interface Placement {
  readonly place: QuotationPlace;
  readonly quotation: Quotation;
}

const placements = new SideTable<DraftQuotation, Placement>();

/** Returns the quotation at a place. It is the same object as before if nothing about it changed. */
export function quotationAt(place: QuotationPlace): Quotation {
  const { draft } = place;
  const known = placements.get(draft);
  if (known && isSame(known.place, place)) return known.quotation;
  const quotation = placed(place);
  placements.set(draft, { place, quotation });
  return quotation;
}

function isSame(a: QuotationPlace, b: QuotationPlace): boolean {
  return (
    a.start === b.start &&
    a.cited.length === b.cited.length &&
    a.cited.every(({ start, citations }, i) => {
      const other = b.cited[i];
      return start === other?.start && citations === other.citations;
    })
  );
}

function placed({ draft, start, cited }: QuotationPlace): Quotation {
  const { kind, breaks, marks, lead } = draft;
  return {
    kind,
    range: moveRange(draft.range, start),
    outer: moveRange(draft.outer, start),
    words: shiftMapped(draft.words, start),
    breaks,
    marks,
    citations: cited.flatMap((group) =>
      group.citations.map((citation) => shiftCitation(citation, group.start)),
    ),
    lead,
    identity: draft,
  };
}
