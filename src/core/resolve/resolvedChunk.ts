import { type ChunkCitations, eachCiting, shiftCitation } from '../citations.ts';
import { contextQueries, type Paper, type StudyContext } from '../study.ts';
import { type Resolution, resolveCitation } from './citation.ts';

/** Returns the numbers of the citations of a chunk that have problems. */
export const faultyInChunk = contextQueries.query(
  'faulty citations of a chunk',
  ({ citations }: ChunkCitations, study): readonly number[] =>
    citations.flatMap((citation, at) => (resolveCitation(citation, study).problems.length > 0 ? [at] : [])),
);

/** Returns the citations of a paper that have problems, in document order. */
export function faultyCitations({ document }: Paper, study: StudyContext): readonly Resolution[] {
  const faulty: Resolution[] = [];
  eachCiting(document, (chunk, start) => {
    for (const at of faultyInChunk(chunk, study)) {
      const citation = chunk.citations[at];
      if (citation) faulty.push(resolveCitation(shiftCitation(citation, start), study));
    }
  });
  return faulty;
}
