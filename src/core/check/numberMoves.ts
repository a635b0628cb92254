import type { Citation } from '../citations.ts';
import type { LocatorPart } from '../locators.ts';
import { quotationsIn } from '../quotations.ts';
import { type Renumbering, renumberingOf } from '../source.ts';
import type { CitingFile, NumberMove, Study, StudyContext } from '../study.ts';

/**
 * Citations of passages whose numbers are others than earlier versions of Pilcrow gave. A source keeps the numbers of its edition;
 * one without an edition has nothing that says which numbers its papers mean, except quotations.
 */

/** Returns the citations in a paper or glossary of passages whose number is another one now. */
export function numberMovesIn(file: CitingFile, study: StudyContext): readonly NumberMove[] {
  const keys = new Set(file.role === 'paper' ? file.citedKeys : file.citations.map(({ key }) => key));
  const moves = [...keys].flatMap((key) => {
    const renumbering = unfrozenRenumbering(key, study);
    return renumbering ? movesOf(key, file, renumbering) : [];
  });
  return moves.length === 0 || file.role !== 'paper' ? moves : withEvidence(moves, file, study);
}

/** Returns all of a source, also those of papers that are no longer among the files. */
export function numberMovesTo(key: string, study: Study): readonly NumberMove[] {
  if (!unfrozenRenumbering(key, study)) return [];
  const own = [...study.papers, ...study.glossaries].flatMap((file) => numberMovesIn(file, study));
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

function movesOf(key: string, file: CitingFile, renumbering: Renumbering): UnprovenMove[] {
  return file.citations
    .filter((citation) => citation.key === key && citation.locator?.label === 'paragraph')
    .flatMap((citation) =>
      (citation.locator?.parts ?? []).flatMap((part): UnprovenMove[] => {
        const move = moveOf(part, file.text.slice(part.range.start, part.range.end), renumbering);
        if (!move) return [];
        const { start, end } = part.range;
        const at = { start: file.lines.positionAt(start), end: file.lines.positionAt(end) };
        const { uri, path } = file.file;
        return [{ ...move, key, uri, path, range: part.range, at, evidence: undefined, citation }];
      }),
    );
}

const writtenPart = /^([0-9]{1,9})(?:([^0-9]+)([0-9]{1,9})|([^0-9]*))$/;

/** Returns the numbers of a part of a locator before and now; undefined where they are the same, or no numbers. */
function moveOf(
  { first, last }: LocatorPart,
  written: string,
  renumbering: Renumbering,
): Pick<NumberMove, 'before' | 'now' | 'newText'> | undefined {
  const from = Number(first);
  const to = Number(fullNumber(first, last));
  const start = renumbering.get(from);
  const end = renumbering.get(to);
  if (!Number.isInteger(from) || !Number.isInteger(to) || !(renumbering.has(from) || renumbering.has(to)))
    return undefined;
  if (start?.first === from && end?.last === to) return undefined;
  const before = { first: from, last: to };
  if (!start || !end) return { before, now: undefined, newText: undefined };
  const now = { first: start.first, last: end.last };
  return { before, now, newText: writtenAnew(written, now, from === to) };
}

/** The end of a range may be shortened: the 4 of `71-4` is 74. */
function fullNumber(first: string, last = first): string {
  return last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
}

function writtenAnew(
  written: string,
  { first, last }: { readonly first: number; readonly last: number },
  wasOne: boolean,
): string | undefined {
  const parts = writtenPart.exec(written);
  if (!parts) return undefined;
  const [, , between, , rest = ''] = parts;
  if (between !== undefined && !(wasOne && first === last))
    return `${String(first)}${between}${String(last)}`;
  return first === last || rest !== '' ? `${String(first)}${rest}` : `${String(first)}-${String(last)}`;
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
  const isIn = ({ first, last }: NumberMove['before']): boolean =>
    found.every((number) => first <= number && number <= last);
  const fitsNow = isIn(before);
  const fitsBefore = now !== undefined && isIn(now);
  if (found.length === 0 || fitsNow === fitsBefore) return undefined;
  return fitsNow ? 'now' : 'before';
}
