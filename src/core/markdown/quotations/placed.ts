import { shiftMapped } from '../../text/mappedText.ts';
import { moveRange } from '../../text/range.ts';
import type { Citation } from '../citation.ts';
import type { Quotation } from '../quotation.ts';
import type { DraftQuotation } from './draft.ts';
import type { PieceReading } from './piece.ts';
import { SideTable } from '../../text/sideTable.ts';

/** Where a reading stands in a paper, and which citations its quotations are attributed to. */
export interface Placing {
  /** Offset in the paper. */
  readonly start: number;
  citations(draft: DraftQuotation): readonly Citation[];
}

interface Placement {
  readonly start: number;
  readonly quotations: readonly Quotation[];
}

const placements = new SideTable<PieceReading, Placement>();

/** The quotations of a reading in their places: the same objects as before where nothing about them changed. */
export function place(reading: PieceReading, placing: Placing): readonly Quotation[] {
  const before = placements.get(reading);
  const same = before?.start === placing.start ? before.quotations : [];
  let changed = same.length === 0;
  const quotations = reading.drafts.map((draft, i) => {
    const citations = placing.citations(draft);
    const known = same[i];
    if (known && sameItems(known.citations, citations)) return known;
    changed = true;
    return placed(draft, placing.start, citations);
  });
  if (!changed && before) return before.quotations;
  placements.set(reading, { start: placing.start, quotations });
  return quotations;
}

function placed(draft: DraftQuotation, start: number, citations: readonly Citation[]): Quotation {
  const { kind, breaks, marks, lead } = draft;
  return {
    kind,
    range: moveRange(draft.range, start),
    outer: moveRange(draft.outer, start),
    words: shiftMapped(draft.words, start),
    breaks,
    marks,
    citations,
    lead,
    identity: draft,
  };
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
