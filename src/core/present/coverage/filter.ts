import type { Paper } from '../../study.ts';
import { paperFacts } from './paperFacts.ts';

/** Restricts what is counted. An undefined field restricts nothing. */
export interface CoverageFilter {
  /** URIs of papers. With this field no notes are counted, because they belong to no paper. */
  readonly papers?: readonly string[];
  /** Names as in front matter and notes. Case is ignored. */
  readonly authors?: readonly string[];
  /** First and last day, such as `2026-11-23`. A month (`2026-11`) or a year includes all its days. */
  readonly since?: string;
  readonly until?: string;
}

/** Who wrote something and when: an ISO 8601 date, or only its year or month. */
interface Signed {
  readonly authors: readonly string[];
  readonly date: string | undefined;
}

/** Whether a paper is counted. Discussion guides never are, because they repeat the questions of papers. */
export function paperCounts(paper: Paper, filter: CoverageFilter): boolean {
  const facts = paperFacts(paper);
  if (facts.guide) return false;
  if (filter.papers && !filter.papers.includes(paper.file.uri)) return false;
  return signedCounts(facts, filter);
}

/** Whether a note is counted. */
export function countsNote(note: Signed, filter: CoverageFilter): boolean {
  return filter.papers === undefined && signedCounts(note, filter);
}

function signedCounts({ authors, date }: Signed, { authors: wanted, since, until }: CoverageFilter): boolean {
  if (wanted && !authors.some((author) => wanted.some((name) => foldedName(author) === foldedName(name))))
    return false;
  if (since === undefined && until === undefined) return true;
  // Something without a date is in no range of dates.
  return date !== undefined && !isBefore(date, since) && !isAfter(date, until);
}

function foldedName(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

/** Compares at the precision of the less exact date, so that a year includes each of its days. */
function isBefore(date: string, since: string | undefined): boolean {
  if (since === undefined) return false;
  const length = Math.min(date.length, since.length);
  return date.slice(0, length) < since.slice(0, length);
}

function isAfter(date: string, until: string | undefined): boolean {
  if (until === undefined) return false;
  const length = Math.min(date.length, until.length);
  return date.slice(0, length) > until.slice(0, length);
}

/** Reads a date that a person gave for a filter. Undefined if it is not a date. */
export function readDate(text: string): string | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text.trim());
  if (!match) return undefined;
  const [whole, , month, day] = match;
  if (month !== undefined && (month < '01' || month > '12')) return undefined;
  if (day !== undefined && (day < '01' || day > '31')) return undefined;
  return whole;
}
