import { citationRange } from '../../citations.ts';
import { inWords, messageOf } from '../../messages.ts';
import { quotationsIn } from '../../quotations.ts';
import { notesIndex, resolveCitation } from '../../resolve.ts';
import type { Paper, Study } from '../../study.ts';
import type { Range } from '../../text.ts';
import { statusMessage } from '../hover.ts';

/** What a proof says beside words of a paper. */
export interface ProofRemark {
  readonly text: string;
  /** Nobody is named: the names of readers stay in the study folder. */
  readonly author: '';
  readonly range: Range;
}

/**
 * The remarks of a proof, in the order of their places: how each quotation stands to its source, and what readers noted on the
 * passages that citations lead to. Notes that are settled are left out.
 */
export function proofRemarks(paper: Paper, study: Study): readonly ProofRemark[] {
  const quotations = quotationsIn(paper, study).map((result) => {
    const { kind, range, outer } = result.quotation;
    const text = inWords('quotations.status', { status: messageOf(statusMessage(result)) });
    // Where a remark is printed in the line, it comes behind the closing mark.
    return remarkOf(text, kind === 'inline' ? outer : range);
  });
  const notes = paper.citations.flatMap((citation) => {
    const { target } = resolveCitation(citation, study);
    const passages = new Set(target?.passages ?? []);
    const threads = notesIndex(study).bySource.get(citation.key) ?? [];
    return threads
      .filter(
        ({ annotation, passages: on }) => !annotation.resolved && on.some((number) => passages.has(number)),
      )
      .flatMap(({ annotation: { text } }) =>
        text.trim() === ''
          ? []
          : [remarkOf(inWords('export.noteOnPassage', { text }), citationRange(citation))],
      );
  });
  return [...quotations, ...notes].sort((a, b) => a.range.start - b.range.start);
}

function remarkOf(text: string, range: Range): ProofRemark {
  return { text, author: '', range };
}
