import type { Citation } from '../citations.ts';
import { quotationsIn } from '../quotations.ts';
import { type Renumbering, renumberingOf } from '../source.ts';
import type { CitingFile, NumberMove, Source, Study, StudyContext } from '../study.ts';
import { partMoveOf } from './movedParts.ts';

/**
 * Citations of passages, sections and notes whose numbers are others than earlier versions of Pilcrow gave. A source keeps the numbers of its edition;
 * one without an edition has nothing that says which numbers its papers mean, except quotations.
 */

/** Returns the citations in a paper or glossary of passages whose number is another one now. */
export function numberMovesIn(file: CitingFile, study: StudyContext): readonly NumberMove[] {
  const keys = new Set(file.role === 'paper' ? file.citedKeys : file.citations.map(({ key }) => key));
  const moves = [...keys].flatMap((key) => {
    const renumbering = unfrozenRenumbering(key, study);
    const source = study.sources.get(key);
    return renumbering && source ? movesOf(source, key, file, renumbering) : [];
  });
  return moves.length === 0 || file.role !== 'paper' ? moves : withEvidence(moves, file, study);
}

/** Returns all of a source, also those of papers that are no longer among the files. */
export function numberMovesTo(key: string, study: Study): readonly NumberMove[] {
  if (!unfrozenRenumbering(key, study)) return [];
  const own = [...study.papers.filter((paper) => !paper.file.isLeftOut), ...study.glossaries].flatMap(
    (file) => numberMovesIn(file, study),
  );
  return [...own, ...(study.movesElsewhere ?? [])].filter((move) => move.key === key);
}

function unfrozenRenumbering(key: string, study: StudyContext): Renumbering | undefined {
  const source = study.sources.get(key);
  if (!source?.file || source.recognition || study.editions.some((edition) => edition.key === key))
    return undefined;
  return renumberingOf(source.file.document, source.file.source);
}

interface UnprovenMove extends NumberMove {
  readonly citation: Citation;
}

function movesOf(
  { sections }: Source,
  key: string,
  file: CitingFile,
  renumbering: Renumbering,
): UnprovenMove[] {
  return file.citations.flatMap((citation) => {
    const { locator } = citation;
    if (citation.key !== key || !locator) return [];
    return locator.parts.flatMap((part): UnprovenMove[] => {
      const { start, end } = part.range;
      const move = partMoveOf(part, file.text.slice(start, end), locator, renumbering, sections);
      if (!move) return [];
      const at = { start: file.lines.positionAt(start), end: file.lines.positionAt(end) };
      const { uri, path } = file.file;
      return [{ ...move, key, uri, path, range: part.range, at, evidence: undefined, citation }];
    });
  });
}

/** Says of each citation of a quotation which numbers it follows: where the quoted words stand tells. */
function withEvidence(
  moves: readonly UnprovenMove[],
  file: Extract<CitingFile, { readonly role: 'paper' }>,
  study: StudyContext,
): NumberMove[] {
  const found = new Map<number, readonly number[]>();
  for (const { citation, found: labels } of quotationsIn(file, study)) {
    const numbers = labels.filter((label) => typeof label === 'number');
    if (citation && numbers.length > 0) found.set(citation.range.start, numbers);
  }
  return moves.map(({ citation, ...move }) => ({
    ...move,
    evidence: evidenceOf(move, found.get(citation.range.start) ?? []),
  }));
}

function evidenceOf({ before, now }: NumberMove, found: readonly number[]): NumberMove['evidence'] {
  const isIn = (span: NumberMove['now']): boolean =>
    span !== undefined && found.every((number) => span.first <= number && number <= span.last);
  const fitsNow = isIn(before);
  const fitsBefore = isIn(now);
  if (found.length === 0 || fitsNow === fitsBefore) return undefined;
  return fitsNow ? 'now' : 'before';
}
