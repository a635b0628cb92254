import { contextQueries, type Paper, type StudyContext } from '../study.ts';
import { type ChunkRange, type FileRange, touches } from '../text.ts';
import type { Citation } from '../citations.ts';
import type { DraftQuotation } from './reading/draft.ts';
import { type CitedGroup, quotationOfPlace, type QuotationPlace } from './reading/placeQuotation.ts';
import { quotationPlaces } from './reading/readQuotations.ts';
import { movedResult, type QuotationResult, resolveQuotation } from './resolveQuotation.ts';

/**
 * Returns the result of a quotation, with offsets from the beginning of what it was read in: edits elsewhere in the paper move
 * it and verify nothing again. Undefined where there is nothing to report.
 */
export function verified(
  { draft, start, cited }: QuotationPlace,
  study: StudyContext,
): QuotationResult<ChunkRange> | undefined {
  return verification(draft, study, ...cited.flatMap((group) => [group.start - start, group.citations]));
}

const verification = contextQueries.query(
  'verification of a quotation',
  (
    draft: DraftQuotation,
    study,
    ...cited: readonly (number | readonly Citation[])[]
  ): QuotationResult<ChunkRange> | undefined =>
    resolveQuotation(quotationOfPlace({ draft, start: 0, cited: groupsOf(cited) }), study),
);

/** @param cited starts and citations of groups, by turns */
function groupsOf(cited: readonly (number | readonly Citation[])[]): CitedGroup[] {
  return cited.flatMap((start, at) => {
    const citations = cited[at + 1];
    return typeof start === 'number' && typeof citations === 'object' ? [{ start, citations }] : [];
  });
}

/** Returns the result of a quotation at its place in the paper; undefined where there is nothing to report. */
export function resultAt(place: QuotationPlace, study: StudyContext): QuotationResult<FileRange> | undefined {
  const result = verified(place, study);
  return result && movedResult(result, quotationOfPlace(place));
}

/** Returns the verified quotations of a paper in reading order. */
export function quotationsIn(paper: Paper, study: StudyContext): readonly QuotationResult<FileRange>[] {
  return quotationPlaces(paper.document).flatMap((place) => resultAt(place, study) ?? []);
}

/** Returns the verified quotations of a paper at an offset. Other quotations are not verified. */
export function quotationsNear(
  paper: Paper,
  offset: number,
  study: StudyContext,
): readonly QuotationResult<FileRange>[] {
  return quotationPlaces(paper.document)
    .filter(({ draft, start }) => touches(draft.range, offset - start))
    .flatMap((place) => resultAt(place, study) ?? []);
}
