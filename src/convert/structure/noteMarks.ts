import { digitsValue, type MarkPlace, plainOf, type Run } from '../blocks.ts';

/** The printed form of a note mark. */
type Form = 'bracket' | 'raised' | 'attached';

interface MarkCandidate {
  readonly text: number;
  readonly start: number;
  readonly end: number;
  readonly number: number;
  readonly form: Form;
  /** The number follows a word in capitals and may belong to it, as in `CO2`. */
  readonly acronym: boolean;
}

/** The note marks found in each text, in order, by the index of the text. */
export type FoundMarks = ReadonlyMap<number, readonly MarkPlace[]>;

const printedMark =
  / ?\[(\d{1,3})\]|(?<=[\p{L}\p{Pe}\p{Pf}.,;:!?'"…])(\d{1,3})(?![\p{L}\p{N}-])|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?!\p{L})/gu;
/** Text before a number that makes it no mark: `p.3`, `No.2`, `3.1`. */
const notAfter =
  /(?:(?:^|[\s(\p{Pi}])(?:pp?|nos?|nr|vols?|figs?|ch|chap|art|sec|ss?|nn?|bd|par|v|vv|l|ll)\.|\d[.,:])$/iu;

/**
 * Finds the marks of notes in texts. Each note's mark is the next place where its number is raised, in square
 * brackets, or directly after a word or closing sign with no letter, digit or hyphen after it. Years, page numbers
 * and digits of other numbers do not count.
 * @param numbers the numbers of the notes, ascending
 */
export function findMarks(texts: readonly (readonly Run[])[], numbers: readonly number[]): FoundMarks {
  const wanted = new Set(numbers);
  const candidates = texts
    .flatMap((runs, index) => candidatesIn(runs, index))
    .filter((found) => wanted.has(found.number));
  const form = commonForm(candidates);
  const byNumber = new Map<number, MarkCandidate[]>();
  for (const found of candidates)
    byNumber.set(found.number, [...(byNumber.get(found.number) ?? []), found].slice(0, 200));
  const places = new Map<number, MarkPlace[]>();
  let last: MarkCandidate | undefined;
  for (const number of numbers) {
    const behind = (byNumber.get(number) ?? []).filter((found) => standsAfter(found, last));
    const best =
      behind.find((found) => found.form === form && !found.acronym) ??
      behind.find((found) => !found.acronym) ??
      behind[0];
    if (!best) continue;
    last = best;
    const place = { start: best.start, end: best.end, label: String(number) };
    places.set(best.text, [...(places.get(best.text) ?? []), place]);
  }
  return places;
}

function standsAfter(found: MarkCandidate, last: MarkCandidate | undefined): boolean {
  return (
    last === undefined || found.text > last.text || (found.text === last.text && found.start >= last.end)
  );
}

function candidatesIn(runs: readonly Run[], text: number): MarkCandidate[] {
  const plain = plainOf(runs);
  const found = raisedIn(runs, text);
  for (const match of plain.matchAll(printedMark)) {
    const [whole, bracketed, attached, raised] = match;
    const start = match.index;
    if (found.some((candidate) => candidate.start <= start && start < candidate.end)) continue;
    const before = plain.slice(Math.max(0, start - 12), start);
    if (attached !== undefined && notAfter.test(before)) continue;
    const word = /\p{L}+$/u.exec(before)?.[0] ?? '';
    found.push({
      text,
      start,
      end: start + whole.length,
      number: digitsValue(bracketed ?? attached ?? raised ?? ''),
      form: bracketed !== undefined ? 'bracket' : attached !== undefined ? 'attached' : 'raised',
      acronym: attached !== undefined && word !== '' && word === word.toUpperCase(),
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Finds superscript digits of the page's markup. */
function raisedIn(runs: readonly Run[], text: number): MarkCandidate[] {
  const found: MarkCandidate[] = [];
  let at = 0;
  for (const run of runs) {
    const digits = run.style?.raised ? /^\s*[[(]?(\d{1,3})[\])]?\s*$/.exec(run.text)?.[1] : undefined;
    if (digits !== undefined)
      found.push({
        text,
        start: at,
        end: at + run.text.trimEnd().length,
        number: Number(digits),
        form: 'raised',
        acronym: false,
      });
    at += run.text.length;
  }
  return found;
}

/** The form in which the most notes are marked. */
function commonForm(candidates: readonly MarkCandidate[]): Form {
  const forms: readonly Form[] = ['raised', 'bracket', 'attached'];
  const count = (form: Form): number =>
    new Set(candidates.filter((found) => found.form === form).map((found) => found.number)).size;
  return forms.reduce((best, form) => (count(form) > count(best) ? form : best), forms[0] ?? 'attached');
}
