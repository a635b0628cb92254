import { numbersFromTo } from '../text.ts';
import type { AlignmentLine, PassageMark } from './alignmentFile.ts';

/** Where a passage of a line is in the text of today. */
interface AnchoredPassage {
  /** Undefined where it is not there any more. */
  readonly number: number | undefined;
  /** Whether its words are the same. */
  readonly isSame: boolean;
  /** Where its words are others: the passages of today between those around it that are the same. */
  readonly near: readonly number[];
}

/** A line of a file of alignments, by the numbers of today. */
export interface AnchoredLine {
  readonly line: AlignmentLine;
  readonly base: readonly number[];
  readonly text: readonly number[];
  /** Whether all its words are those for which it was written. */
  readonly isSame: boolean;
  /** The texts of which words have changed. */
  readonly changed: readonly ('base' | 'text')[];
  /** Whether what it says holds: all words are the same, and a person or both methods say so. */
  readonly isCertain: boolean;
  /** Where it does not: passages of today that may belong to it. */
  readonly perhaps: { readonly base: readonly number[]; readonly text: readonly number[] };
}

/**
 * Finds the lines of a file again in texts that have been edited since, by the fingerprints of their passages. A passage whose
 * words are the same is found wherever it stands; of passages with equal words those alone of which there are as many as before.
 * @param base fingerprints of all passages of the base, in order; `text` those of the other text
 */
export function anchorLines(
  lines: readonly AlignmentLine[],
  base: readonly string[],
  text: readonly string[],
): readonly AnchoredLine[] {
  const inBase = anchorMarks(
    lines.flatMap((line) => line.base),
    base,
  );
  const inText = anchorMarks(
    lines.flatMap((line) => line.text),
    text,
  );
  return lines.map((line) => anchoredLine(line, inBase, inText));
}

type AnchoredMarks = ReadonlyMap<string, AnchoredPassage>;

function anchoredLine(line: AlignmentLine, inBase: AnchoredMarks, inText: AnchoredMarks): AnchoredLine {
  const base = line.base.flatMap((mark) => inBase.get(idOfMark(mark)) ?? []);
  const text = line.text.flatMap((mark) => inText.get(idOfMark(mark)) ?? []);
  const isSame = [...base, ...text].every((passage) => passage.isSame);
  const candidates = (own: readonly AnchoredPassage[], named: readonly number[], all: AnchoredMarks) =>
    sortedNumbers([
      ...own.flatMap(({ number, near }) => number ?? near),
      ...named.flatMap((at) =>
        [...all].flatMap(([id, { number }]) => (numberInId(id) === at ? (number ?? []) : [])),
      ),
    ]);
  return {
    line,
    base: sortedNumbers(base.flatMap(({ number }) => number ?? [])),
    text: sortedNumbers(text.flatMap(({ number }) => number ?? [])),
    isSame,
    changed: [
      ...(base.every((passage) => passage.isSame) ? [] : (['base'] as const)),
      ...(text.every((passage) => passage.isSame) ? [] : (['text'] as const)),
    ],
    isCertain: isSame && line.state !== 'open',
    perhaps:
      isSame && line.state !== 'open'
        ? { base: [], text: [] }
        : {
            base: candidates(base, line.perhaps?.base ?? [], inBase),
            text: candidates(text, line.perhaps?.text ?? [], inText),
          },
  };
}

function idOfMark([number, print]: PassageMark): string {
  return `${number} ${print}`;
}

function numberInId(id: string): number {
  return Number.parseInt(id, 10);
}

/** Finds marks among the passages of today. */
function anchorMarks(marks: readonly PassageMark[], prints: readonly string[]): AnchoredMarks {
  const old = [...new Map(marks.map((mark) => [idOfMark(mark), mark])).values()].sort(([a], [b]) => a - b);
  const length = Math.min(...old.map(([, print]) => print.length), 64);
  const now = prints.map((print) => print.slice(0, length));
  const before = old.map(([, print]) => print.slice(0, length));
  const found = samePassages(before, now);
  const taken = new Set(found.values());
  return new Map(
    old.map((mark, at) => {
      const same = found.get(at);
      if (same !== undefined) return [idOfMark(mark), { number: same + 1, isSame: true, near: [] }];
      const changed = changedPassage(at, found, taken, before.length, now.length);
      // A line that was written since has its number with the words of then.
      const twin = old.findIndex(([number], other) => number === mark[0] && found.has(other));
      const number = changed.number ?? (twin < 0 ? undefined : (found.get(twin) ?? 0) + 1);
      return [idOfMark(mark), { ...changed, number }];
    }),
  );
}

/** Indices of today by indices of then, of passages whose words are the same. */
function samePassages(before: readonly string[], now: readonly string[]): ReadonlyMap<number, number> {
  const [placesBefore, placesNow] = [placesByPrint(before), placesByPrint(now)];
  const found = new Map<number, number>();
  for (const [print, places] of placesBefore) {
    const today = placesNow.get(print) ?? [];
    if (today.length !== places.length) continue;
    for (const [at, place] of places.entries()) found.set(place, today[at] ?? 0);
  }
  return found;
}

function placesByPrint(prints: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [at, print] of prints.entries()) {
    const known = places.get(print);
    if (known) known.push(at);
    else places.set(print, [at]);
  }
  return places;
}

/** A passage whose words are others: the one that stands in its place, where there is one, and those around. */
function changedPassage(
  at: number,
  found: ReadonlyMap<number, number>,
  taken: ReadonlySet<number>,
  before: number,
  now: number,
): AnchoredPassage {
  let first = at;
  let last = at;
  while (first > 0 && !found.has(first - 1)) first--;
  while (last < before - 1 && !found.has(last + 1)) last++;
  const low = first === 0 ? 0 : (found.get(first - 1) ?? 0) + 1;
  const high = last === before - 1 ? now - 1 : (found.get(last + 1) ?? now) - 1;
  const near = numbersFromTo(low, high).filter((place) => !taken.has(place));
  const isOneToOne = near.length === last - first + 1;
  const number = isOneToOne ? (near[at - first] ?? 0) + 1 : undefined;
  return { number, isSame: false, near: near.map((place) => place + 1) };
}

function sortedNumbers(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
