import type { Source } from '../study.ts';
import type { Locator, LocatorLabel, LocatorPart } from '../locators.ts';
import { findSection, romanValue, type Section } from '../source.ts';
import type { Range } from '../text.ts';
import { pagePassages } from './pages.ts';

/** A part of a locator, with its target. */
export interface ResolvedPart {
  readonly part: LocatorPart;
  readonly passages: readonly number[];
  readonly section: Section | undefined;
  readonly note: number | undefined;
}

/** A problem of a locator. */
export type LocatorProblem =
  | {
      readonly check:
        | 'citation/no-such-paragraph'
        | 'citation/no-such-section'
        | 'citation/no-such-note'
        | 'citation/no-such-page';
      readonly range: Range;
      readonly source: Source;
      readonly value: string;
      readonly locator: Locator;
    }
  | {
      readonly check: 'citation/reversed-range';
      readonly range: Range;
      readonly first: string;
      readonly last: string;
    };

/** The locator labels that name a section, and the kind of heading that each of them means. */
const sectionKinds: Partial<Record<LocatorLabel, string>> = {
  section: 'section',
  chapter: 'chapter',
  part: 'part',
  book: 'book',
  appendix: 'appendix',
  act: 'act',
  scene: 'scene',
};

type PartResult = { readonly resolved: ResolvedPart } | { readonly problem: LocatorProblem };

/** Finds the passages of each part of a locator. */
export function resolveLocator(
  locator: Locator,
  source: Source,
): { readonly parts: readonly ResolvedPart[]; readonly problems: readonly LocatorProblem[] } {
  const parts: ResolvedPart[] = [];
  const problems: LocatorProblem[] = [];
  for (const part of locator.parts) {
    const result = resolvePart(part, locator, source);
    if ('resolved' in result) parts.push(result.resolved);
    else problems.push(result.problem);
  }
  return { parts, problems };
}

function resolvePart(part: LocatorPart, locator: Locator, source: Source): PartResult {
  const kind = sectionKinds[locator.label];
  if (kind !== undefined) return resolveSections(part, locator, source, kind);
  switch (locator.label) {
    case 'paragraph':
      return resolveParagraphs(part, locator, source);
    case 'note':
      return resolveNotes(part, locator, source);
    default:
      return resolvePages(part, locator, source);
  }
}

const nothing = { passages: [], section: undefined, note: undefined };

function integer(text: string): number | undefined {
  return /^[0-9]{1,9}$/.test(text) ? Number(text) : romanValue(text);
}

/** Returns the end of a range. `112-14` ends at 114, since style guides abbreviate from 100 on; `14-12` is reversed. */
function endOf(first: number, written: string): number | undefined {
  const last = integer(written);
  if (last === undefined || first < 100 || last >= first) return last;
  const start = String(first);
  const missing = start.length - written.length;
  return missing > 0 ? Number(start.slice(0, missing) + written) : last;
}

/** Returns the numbers of a part, with an abbreviated end completed; undefined where they are no numbers. */
export function numbersOf(part: LocatorPart): { first: number; last: number } | undefined {
  const first = integer(part.first);
  if (first === undefined) return undefined;
  const last = part.last === undefined ? first : endOf(first, part.last);
  return last === undefined ? undefined : { first, last };
}

function written(part: LocatorPart): string {
  return part.last === undefined ? part.first : `${part.first}–${part.last}`;
}

function reversed(part: LocatorPart): PartResult {
  return {
    problem: {
      check: 'citation/reversed-range',
      range: part.range,
      first: part.first,
      last: part.last ?? '',
    },
  };
}

function resolveParagraphs(part: LocatorPart, locator: Locator, source: Source): PartResult {
  const count = source.passages.length;
  const found = numbersOf(part);
  const missing = (value: string): PartResult => ({
    problem: { check: 'citation/no-such-paragraph', range: part.range, source, value, locator },
  });
  if (!found) return missing(written(part));
  const { first, last } = found;
  if (last < first) return reversed(part);
  if (first < 1 || first > count) return missing(written(part));
  if (last > count)
    return missing(last === count + 1 ? String(last) : `${String(count + 1)}–${String(last)}`);
  return { resolved: { part, ...nothing, passages: span(first, last) } };
}

function span(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function resolveNotes(part: LocatorPart, locator: Locator, source: Source): PartResult {
  const found = numbersOf(part);
  if (found && found.last < found.first) return reversed(part);
  const has = (number: number): boolean => source.notes.some((note) => note.number === number);
  if (!found || !has(found.first) || !has(found.last))
    return {
      problem: { check: 'citation/no-such-note', range: part.range, source, value: written(part), locator },
    };
  return { resolved: { part, ...nothing, note: found.first } };
}

function resolveSections(part: LocatorPart, locator: Locator, source: Source, kind: string): PartResult {
  const first = findSection(source.sections, part.first, kind);
  const last =
    part.last === undefined
      ? first
      : (findSection(source.sections, part.last, kind) ?? sibling(first, part.last));
  if (!first || !last)
    return {
      problem: {
        check: 'citation/no-such-section',
        range: part.range,
        source,
        value: written(part),
        locator,
      },
    };
  if (last.first < first.first) return reversed(part);
  return {
    resolved: {
      part,
      ...nothing,
      passages: span(first.first, Math.max(first.last, last.last)),
      section: first,
    },
  };
}

/** Finds the end of `1(i)-(iii)`, which may omit what it shares with the start. */
function sibling(first: Section | undefined, written: string): Section | undefined {
  return first?.parent && findSection(first.parent.children, `${first.parent.label}.${written}`);
}

function resolvePages(part: LocatorPart, locator: Locator, source: Source): PartResult {
  const passages =
    locator.label === 'page' ? pagePassages(source, part.first, part.last ?? part.first) : undefined;
  if (passages === 'reversed') return reversed(part);
  if (!passages)
    return {
      problem: { check: 'citation/no-such-page', range: part.range, source, value: written(part), locator },
    };
  return { resolved: { part, ...nothing, passages } };
}
