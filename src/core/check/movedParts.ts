import type { Locator, LocatorPart } from '../locators.ts';
import { sectionKinds } from '../resolve.ts';
import { numbersFromTo } from '../text.ts';
import { findSection, type Renumbering, type Section, sectionWithHeading } from '../source.ts';
import type { NumberMove, PassageSpan } from '../study.ts';

/** How a part of a locator that names another place than in earlier versions is written today. */
export type PartMove = Pick<NumberMove, 'names' | 'before' | 'now' | 'newText'>;

/**
 * Returns how the place is named now that a part of a locator named in earlier versions; undefined where it has the same name, or is
 * a page, whose mark stands in the text.
 * @param written the part as it stands in the file
 * @param present the outline of today
 */
export function partMoveOf(
  part: LocatorPart,
  written: string,
  { label }: Locator,
  renumbering: Renumbering,
  present: readonly Section[],
): PartMove | undefined {
  const kind = sectionKinds[label];
  if (kind !== undefined) return movedSection(part, written, kind, renumbering.sections, present);
  if (label === 'note') return movedNote(part, written, renumbering.notes);
  return label === 'paragraph' ? movedParagraph(part, written, renumbering.passages) : undefined;
}

const writtenNumbers = /^([0-9]{1,9})(?:([^0-9]+)([0-9]{1,9})|([^0-9]*))$/;

function movedParagraph(
  { first, last }: LocatorPart,
  written: string,
  passages: Renumbering['passages'],
): PartMove | undefined {
  const from = Number(first);
  const to = Number(fullNumber(first, last));
  const start = passages.get(from);
  const end = passages.get(to);
  if (!Number.isInteger(from) || !Number.isInteger(to) || !(passages.has(from) || passages.has(to)))
    return undefined;
  if (start?.first === from && end?.last === to) return undefined;
  const before = { first: from, last: to };
  const named = `¶ ${String(from)}`;
  if (!start || !end)
    return { names: { before: named, now: undefined }, before, now: undefined, newText: undefined };
  const now = { first: start.first, last: end.last };
  const names = { before: named, now: `¶ ${String(now.first)}` };
  return { names, before, now, newText: renumbered(written, now, from === to) };
}

/** The end of a range may be shortened: the 4 of `71-4` is 74. */
function fullNumber(first: string, last = first): string {
  return last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
}

function renumbered(written: string, { first, last }: PassageSpan, wasOne: boolean): string | undefined {
  const parts = writtenNumbers.exec(written);
  if (!parts) return undefined;
  const [, , between, , rest = ''] = parts;
  if (between !== undefined && !(wasOne && first === last))
    return `${String(first)}${between}${String(last)}`;
  return first === last || rest !== '' ? `${String(first)}${rest}` : `${String(first)}-${String(last)}`;
}

function movedNote(
  { first, last }: LocatorPart,
  written: string,
  notes: Renumbering['notes'],
): PartMove | undefined {
  const from = Number(first);
  const to = Number(fullNumber(first, last));
  if (!notes.has(from) || !notes.has(to)) return undefined;
  const now = spanOf(numbersFromTo(from, to).map((number) => notes.get(number)));
  if (now?.first === from && now.last === to) return undefined;
  return {
    names: { before: `n. ${first}`, now: now && `n. ${String(now.first)}` },
    before: undefined,
    now: undefined,
    newText: now && renumbered(written, now, from === to),
  };
}

/** Returns the span of numbers that follow one another, in whatever order; undefined where they do not. */
function spanOf(numbers: readonly (number | undefined)[]): PassageSpan | undefined {
  const known = numbers.flatMap((number) => number ?? []);
  const [first, last] = [Math.min(...known), Math.max(...known)];
  return known.length === numbers.length && last - first === numbers.length - 1 ? { first, last } : undefined;
}

function movedSection(
  part: LocatorPart,
  written: string,
  kind: string,
  earlier: readonly Section[],
  present: readonly Section[],
): PartMove | undefined {
  const { first, last = first } = part;
  const [was, wasEnd] = [findSection(earlier, first, kind), findSection(earlier, last, kind)];
  const [is, isEnd] = [findSection(present, first, kind), findSection(present, last, kind)];
  const [now, nowEnd] = [was, wasEnd].map((section) => section && sectionWithHeading(present, section));
  if (!was || (is && is === now && (!wasEnd || isEnd === nowEnd))) return undefined;
  const isNamed = now !== undefined && findSection(present, now.label, kind) === now;
  return {
    names: { before: `sec. ${first}`, now: now && `sec. ${now.label}` },
    before: is && isEnd && { first: is.first, last: isEnd.last },
    now: now && nowEnd && { first: now.first, last: nowEnd.last },
    newText: isNamed && nowEnd ? relabelled(part, written, now.label, nowEnd.label) : undefined,
  };
}

function relabelled(
  { first, last }: LocatorPart,
  written: string,
  label: string,
  endLabel: string,
): string | undefined {
  if (!written.startsWith(first)) return undefined;
  const rest = written.slice(first.length);
  if (last === undefined) return label + rest;
  return rest.endsWith(last) ? label + rest.slice(0, rest.length - last.length) + endLabel : undefined;
}
