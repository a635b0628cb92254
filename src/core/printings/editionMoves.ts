import { languageOf } from '../blocks.ts';
import { memo } from '../memo.ts';
import { type QuotationResult, quotationsIn } from '../quotations.ts';
import { type CitingFile, type Source, sourceOfEdition, type StudyContext } from '../study.ts';
import { type CitationMove, citationMovesIn } from './citationMoves.ts';
import type { PrintingPair } from './locatorMoves.ts';

/** A citation by a number of the frozen edition of a source, whose passage has another number in the text of today. */
export interface EditionMove extends CitationMove {
  /** The key of the source. */
  readonly key: string;
  /**
   * `before`: its quotation stands where the edition has the number; `now`: where the text of today has it; undefined where no quotation
   * tells.
   */
  readonly evidence: 'before' | 'now' | undefined;
}

/** Returns the citations of a paper or glossary whose numbers are certainly others than in the edition of their source. */
export function movesFromEditions(file: CitingFile, study: StudyContext): readonly EditionMove[] {
  const keys = new Set(file.role === 'paper' ? file.citedKeys : file.citations.map(({ key }) => key));
  return [...keys].flatMap((key) => {
    const pair = renumberedPair(key, study);
    return pair ? citationsMovedIn(file, pair, study) : [];
  });
}

/** The edition of a source as a printing of its own; undefined where both have the same passages, notes and headings. */
function renumberedPair(key: string, { sources, editions }: StudyContext): PrintingPair | undefined {
  const now = sources.get(key);
  if (!now?.file) return undefined;
  const edition = editions.find((each) => each.key === key);
  const old = edition && sourceOfEdition(edition);
  return old && !hasSamePlaces(old, now) ? { old, now } : undefined;
}

const hasSamePlaces = memo(
  'whether an edition has the places of its text',
  (a: Source, b: Source): boolean => {
    const placesOf = ({ passages, notes, sections }: Source): string =>
      [...passages, ...notes].map((each) => `${String(each.number)} ${each.fingerprint}`).join() +
      sections.map(({ label }) => label).join();
    return placesOf(a) === placesOf(b);
  },
);

function citationsMovedIn(file: CitingFile, pair: PrintingPair, study: StudyContext): EditionMove[] {
  const { text, citations } = file;
  const lang = languageOf(file.document);
  const moved = citationMovesIn({ text, citations, lang, quotations: [] }, pair, study).filter(
    ({ isElsewhere }) => isElsewhere,
  );
  if (moved.length === 0) return [];
  const results = file.role === 'paper' ? quotationsIn(file, study) : [];
  return moved.map((move) => {
    const own = results.filter(({ citation }) => citation?.range.start === move.range.start);
    return { ...move, key: pair.now.key, evidence: evidenceOfQuotations(move, own, pair) };
  });
}

function evidenceOfQuotations(
  { candidates }: CitationMove,
  results: readonly QuotationResult[],
  { now }: PrintingPair,
): EditionMove['evidence'] {
  const known = results.filter(({ source }) => source === now);
  if (known.some(({ status }) => status === 'verbatim')) return 'now';
  const isThere = ({ status, found }: QuotationResult): boolean =>
    status === 'elsewhere' &&
    found.length > 0 &&
    found.every((label) => typeof label === 'number' && candidates.includes(label));
  return known.some(isThere) ? 'before' : undefined;
}
