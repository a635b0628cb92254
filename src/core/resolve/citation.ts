import type { CheckId } from '../catalogue.ts';
import { type Citation, isReferenceKey } from '../citations.ts';
import {
  type AttemptReason,
  type Locator,
  type LocatorLabel,
  type LocatorPart,
  swallowedWord,
} from '../locators.ts';
import { memo } from '../memo.ts';
import { findSection, type Section } from '../source.ts';
import type { CitedWork, Source, StudyContext } from '../study.ts';
import { pageAfter, pagePassages } from './citedPages.ts';
import { integer, numbersOf } from './locatorNumbers.ts';
import { encloses, NameIndex, numbersFromTo, type Range } from '../text.ts';

/** The target of a citation. */
export interface Target {
  readonly source: Source;
  /** Numbers of the cited passages, ascending, without repeats; empty for a whole source or a note. */
  readonly passages: readonly number[];
  /** The cited section; undefined where the locator names none. */
  readonly section: Section | undefined;
  /** Number of the cited note; undefined where the locator names none. */
  readonly note: number | undefined;
}

/** A problem of a citation, as data. The check that reports it writes the message. */
export type CitationProblem =
  | { readonly check: 'citation/unknown-key'; readonly range: Range; readonly key: string }
  | { readonly check: 'citation/no-locator'; readonly range: Range; readonly source: Source }
  | {
      readonly check: 'citation/unparsed-locator' | 'citation/compound-locator';
      readonly range: Range;
      readonly text: string;
      readonly suggestion: string | undefined;
      readonly reason?: AttemptReason;
    }
  | LocatorProblem;

/** The result of resolving a citation. */
export interface Resolution {
  readonly citation: Citation;
  /** The source with this key, even if the locator is wrong; undefined where there is none. */
  readonly source: Source | undefined;
  /** Works without text that have the key. */
  readonly works: readonly CitedWork[];
  /** The target, as far as it could be resolved; undefined for an unknown key and for works without text. */
  readonly target: Target | undefined;
  /** The passages, section or note of each part of the locator. */
  readonly parts: readonly ResolvedPart[];
  readonly problems: readonly CitationProblem[];
}

/** Returns `resolved`, or the id of the check that reports the citation. */
export function statusOf(resolution: Resolution): 'resolved' | CheckId {
  return resolution.problems[0]?.check ?? 'resolved';
}

/** Finds the target of a citation. Never guesses: a citation that cannot be resolved is a problem with candidates. */
export function resolveCitation(citation: Citation, study: StudyContext): Resolution {
  const source = study.sources.get(citation.key);
  const works = worksNamed(citation.key, study);
  const found = { citation, source, works, target: undefined, parts: [], problems: [] };
  const { attempt } = citation;
  const trouble: CitationProblem[] = [];
  if (attempt) {
    const { kind, ...rest } = attempt;
    trouble.push({ check: `citation/${kind}-locator`, ...rest });
  }
  if (!source) {
    // Of a work without text nobody goes to a place: the second one, `p. 12 n. 3`, is printed as it should be.
    const printed = trouble.filter(({ check }) => check !== 'citation/compound-locator');
    if (works.length > 0 || citation.key === '*') return { ...found, problems: printed };
    if (isReference(citation.key, study)) return found;
    return {
      ...found,
      problems: [{ check: 'citation/unknown-key', range: citation.range, key: citation.key }],
    };
  }
  if (!citation.locator) {
    const problems: CitationProblem[] =
      trouble.length > 0 ? trouble : [{ check: 'citation/no-locator', range: citation.range, source }];
    return { ...found, target: targetIn(source, citation), problems };
  }
  const { parts, problems } = resolveLocator(citation.locator, source);
  // A locator that is read only in half is one finding: what the half leads to is not what was meant.
  const isHalf = attempt?.kind === 'unparsed' && encloses(attempt.range, citation.locator.range);
  const all = isHalf ? trouble : [...problems, ...trouble];
  return { ...found, target: targetOf(source, parts), parts, problems: all };
}

type WorkTable<W extends CitedWork> = ReadonlyMap<string, readonly W[]>;

/** The key that a further name stands for, and whether Pandoc finds it by that name. */
interface Alias {
  readonly key: string;
  readonly isResolved: boolean;
}

/** Returns the works that a key names: by their key, else by one of the further names that Pandoc resolves, too. */
export function worksNamed<W extends CitedWork>(
  name: string,
  { works, sources }: { readonly works: WorkTable<W>; readonly sources: StudyContext['sources'] },
): readonly W[] {
  const own = works.get(name);
  if (own || sources.has(name)) return own ?? [];
  const alias = workAliases(works).get(name);
  const named = alias?.isResolved === true ? works.get(alias.key) : undefined;
  return named?.slice(0, 1) ?? [];
}

/** Returns the key of the work that has a name by which Pandoc does not find it; undefined where none has. */
export function keyOfAlias(
  name: string,
  { works }: { readonly works: WorkTable<CitedWork> },
): string | undefined {
  return workAliases(works).get(name)?.key;
}

const workAliases = memo('further names of works', (works: WorkTable<CitedWork>) => {
  const table = new Map<string, Alias>();
  for (const [key, [placed]] of works) {
    const { aliases = [], unresolvedAliases = [] } = placed?.work ?? {};
    for (const name of unresolvedAliases) if (!table.has(name)) table.set(name, { key, isResolved: false });
    for (const name of aliases) if (!table.get(name)?.isResolved) table.set(name, { key, isResolved: true });
  }
  return table;
});

/**
 * Whether a key is a cross-reference to an element of a paper, as `fig-oil`. Where sources or works have keys of that form, one
 * that is nearly theirs is a slip in a citation.
 */
export function isReference(key: string, study: StudyContext): boolean {
  return (
    isReferenceKey(key) &&
    !study.sources.has(key) &&
    !study.works.has(key) &&
    referenceLikeKeys(study.keys).nearest(key).length === 0
  );
}

const referenceLikeKeys = memo(
  'keys in the form of cross-references',
  (keys: readonly string[]) => new NameIndex(keys.filter(isReferenceKey)),
);

/** Returns the target of a citation whose key is that of `source`. */
export function targetIn(source: Source, { locator }: Citation): Target {
  return targetOf(source, locator ? resolveLocator(locator, source).parts : []);
}

function targetOf(source: Source, parts: readonly ResolvedPart[]): Target {
  const [first, ...others] = parts;
  const passages =
    first && others.length === 0
      ? first.passages
      : [...new Set(parts.flatMap((part) => part.passages))].sort((a, b) => a - b);
  return {
    source,
    passages,
    section: parts.find((part) => part.section)?.section,
    note: parts.find((part) => part.note !== undefined)?.note,
  };
}

/** A part of a locator, with its target. */
export interface ResolvedPart {
  readonly part: LocatorPart;
  readonly passages: readonly number[];
  readonly section: Section | undefined;
  readonly note: number | undefined;
  /** The last note of several. */
  readonly lastNote?: number;
}

/** A problem of a locator. */
export type LocatorProblem =
  | {
      readonly check:
        | 'citation/no-such-paragraph'
        | 'citation/ambiguous-paragraph'
        | 'citation/no-such-section'
        | 'citation/no-such-note'
        | 'citation/no-such-page';
      readonly range: Range;
      readonly source: Source;
      readonly value: string;
      readonly locator: Locator;
      /** For `ambiguous-paragraph`: the passages that the number may mean. */
      readonly passages?: readonly number[];
    }
  | {
      readonly check: 'citation/reversed-range';
      readonly range: Range;
      readonly first: string;
      readonly last: string;
    };

/** The locator labels that name a section, and the kind of heading that each of them means. */
export const sectionKinds: Partial<Record<LocatorLabel, string>> = {
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
  if (swallowedWord(locator.label, locator.value)) return { parts, problems };
  const { label } = locator;
  const kind = sectionKinds[label];
  for (const part of locator.parts) {
    const result =
      kind !== undefined
        ? resolveSections(part, locator, source, kind)
        : label === 'paragraph'
          ? resolveParagraphs(part, locator, source)
          : label === 'note'
            ? resolveNotes(part, locator, source)
            : resolvePages(part, locator, source);
    if ('resolved' in result) parts.push(result.resolved);
    else problems.push(result.problem);
  }
  return { parts, problems };
}

const nowhere = { passages: [], section: undefined, note: undefined };

function writtenPart(part: LocatorPart): string {
  return part.last === undefined ? part.first : `${part.first}–${part.last}`;
}

function reversedPart(part: LocatorPart): PartResult {
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
  if (source.printed) return resolvePrinted(part, locator, source);
  const count = source.passages.length;
  const found = numbersOf(part);
  const missing = (value: string): PartResult => ({
    problem: { check: 'citation/no-such-paragraph', range: part.range, source, value, locator },
  });
  if (!found) return missing(writtenPart(part));
  const { first } = found;
  // What follows the last paragraph is nothing.
  const last = part.following === undefined ? found.last : Math.min(found.last, Math.max(first, count));
  if (last < first) return reversedPart(part);
  if (first < 1 || first > count) return missing(writtenPart(part));
  if (last > count)
    return missing(last === count + 1 ? String(last) : `${String(count + 1)}–${String(last)}`);
  return { resolved: { part, passages: numbersFromTo(first, last), section: undefined, note: undefined } };
}

/** Finds passages by the numbers that their author gave them. */
function resolvePrinted(part: LocatorPart, locator: Locator, source: Source): PartResult {
  const end = part.last === undefined ? part.first : String(numbersOf(part)?.last ?? part.last);
  const [first = [], last = []] = [part.first, end].map(
    (written) => source.printed?.get(written) ?? source.printed?.get(String(integer(written))),
  );
  const [start, stop] = [first[0], last[0]];
  if (!start || !stop || first.length > 1 || last.length > 1) {
    const kind = start && stop ? 'ambiguous' : 'no-such';
    const value = writtenPart(part);
    const problem = {
      check: `citation/${kind}-paragraph` as const,
      range: part.range,
      source,
      value,
      locator,
    };
    return { problem: start && stop ? { ...problem, passages: passagesMeant(first, last) } : problem };
  }
  if (stop.first < start.first) return reversedPart(part);
  return { resolved: { part, ...nowhere, passages: numbersFromTo(start.first, stop.last) } };
}

/** Returns the passages of each place that a number, or a range to the nearest second number, may mean. */
function passagesMeant(
  first: readonly { readonly first: number }[],
  last: readonly { readonly first: number; readonly last: number }[],
): number[] {
  return first.flatMap((start) => {
    const stop = last.find((one) => one.first >= start.first);
    return stop ? numbersFromTo(start.first, stop.last) : [];
  });
}

function resolveNotes(part: LocatorPart, locator: Locator, source: Source): PartResult {
  const found = numbersOf(part);
  if (found && found.last < found.first) return reversedPart(part);
  const has = (number: number): boolean => source.notes.some((note) => note.number === number);
  if (!found || !has(found.first) || (part.following === undefined && !has(found.last)))
    return {
      problem: {
        check: 'citation/no-such-note',
        range: part.range,
        source,
        value: writtenPart(part),
        locator,
      },
    };
  const lastNote = Math.min(found.last, source.notes.at(-1)?.number ?? found.last);
  return { resolved: { part, ...nowhere, note: found.first, lastNote } };
}

function resolveSections(part: LocatorPart, locator: Locator, source: Source, kind: string): PartResult {
  const first = findSection(source.sections, part.first, kind);
  const last =
    part.last === undefined
      ? sectionAfter(first, part, source)
      : (findSection(source.sections, part.last, kind) ?? sibling(first, part.last));
  if (!first || !last)
    return {
      problem: {
        check: 'citation/no-such-section',
        range: part.range,
        source,
        value: writtenPart(part),
        locator,
      },
    };
  if (last.first < first.first) return reversedPart(part);
  return {
    resolved: {
      part,
      ...nowhere,
      passages: numbersFromTo(first.first, Math.max(first.last, last.last)),
      section: first,
    },
  };
}

/** Returns the section beside `first` to which an `f.` or `ff.` after its number leads, or the last that there is. */
function sectionAfter(
  first: Section | undefined,
  { following }: LocatorPart,
  { sections }: Source,
): Section | undefined {
  if (!first || following === undefined) return first;
  const siblings = first.parent?.children ?? sections;
  return siblings.slice(0, siblings.indexOf(first) + following + 1).at(-1);
}

/** Finds the end of `1(i)-(iii)`, which may omit what it shares with the start. */
function sibling(first: Section | undefined, written: string): Section | undefined {
  return first?.parent && findSection(first.parent.children, `${first.parent.label}.${written}`);
}

function resolvePages(part: LocatorPart, locator: Locator, source: Source): PartResult {
  const passages =
    locator.label === 'page'
      ? pagePassages(source, part.first, part.last ?? pageAfter(part, source))
      : undefined;
  if (passages === 'reversed') return reversedPart(part);
  if (!passages)
    return {
      problem: {
        check: 'citation/no-such-page',
        range: part.range,
        source,
        value: writtenPart(part),
        locator,
      },
    };
  return { resolved: { part, ...nowhere, passages } };
}
