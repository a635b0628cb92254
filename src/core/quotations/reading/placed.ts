import { moveRange, shiftMapped, SideTable } from '../../text.ts';
import { type Citation, shiftCitation } from '../../citations.ts';
import type { Quotation } from './quotationTypes.ts';
import type { DraftQuotation } from './draft.ts';

/** The citations of one group, by their chunk. */
export interface CitedGroup {
  /** Where the chunk begins in the paper. */
  readonly start: number;
  /** Offsets are those of the chunk; the same list as long as the chunk is read the same. */
  readonly citations: readonly Citation[];
}

/** A quotation as it was read, where it stands and what it is attributed to: all that `quotationAt` needs. */
export interface QuotationPlace {
  readonly draft: DraftQuotation;
  /** Where what it was read in begins in the paper. */
  readonly start: number;
  readonly cited: readonly CitedGroup[];
}

interface Placement {
  readonly place: QuotationPlace;
  readonly quotation: Quotation;
}

const placements = new SideTable<DraftQuotation, Placement>();

/** The quotation of a place: the same object as before where nothing about it changed. */
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
