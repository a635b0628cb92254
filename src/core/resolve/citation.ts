import type { CheckId } from '../catalogue.ts';
import type { CitedWork, Source, StudyContext } from '../study.ts';
import type { Citation } from '../citations.ts';
import type { Section } from '../source.ts';
import type { Range } from '../text.ts';
import { resolveLocator, type LocatorProblem, type ResolvedPart } from './locator.ts';

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
  const works = study.works.get(citation.key) ?? [];
  const found = { citation, source, works, target: undefined, parts: [], problems: [] };
  if (!source) {
    if (works.length > 0 || citation.key === '*') return { ...found, problems: attempts(citation) };
    return {
      ...found,
      problems: [{ check: 'citation/unknown-key', range: citation.range, key: citation.key }],
    };
  }
  const trouble = attempts(citation);
  if (!citation.locator) {
    const problems: CitationProblem[] =
      trouble.length > 0 ? trouble : [{ check: 'citation/no-locator', range: citation.range, source }];
    return { ...found, target: targetIn(source, citation), problems };
  }
  const { parts, problems } = resolveLocator(citation.locator, source);
  return { ...found, target: targetOf(source, parts), parts, problems: [...problems, ...trouble] };
}

function attempts(citation: Citation): CitationProblem[] {
  const { attempt } = citation;
  if (!attempt) return [];
  const { range, text, suggestion } = attempt;
  return [{ check: `citation/${attempt.kind}-locator`, range, text, suggestion }];
}

/** Returns the target of a citation whose key is that of `source`. */
export function targetIn(source: Source, { locator }: Citation): Target {
  return targetOf(source, locator ? resolveLocator(locator, source).parts : []);
}

function targetOf(source: Source, parts: readonly ResolvedPart[]): Target {
  const passages = [...new Set(parts.flatMap((part) => part.passages))].sort((a, b) => a - b);
  return {
    source,
    passages,
    section: parts.find((part) => part.section)?.section,
    note: parts.find((part) => part.note !== undefined)?.note,
  };
}
