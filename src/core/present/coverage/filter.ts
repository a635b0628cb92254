import type { Paper } from '../../study.ts';
import { paperFacts } from './papers.ts';

/** What counts: what is left out here is counted whatever it is. */
export interface CoverageFilter {
  /** URIs of papers. Notes belong to no paper, so that none counts where papers are named. */
  readonly papers?: readonly string[];
  /** Names as front matter and notes have them, without regard to case. */
  readonly authors?: readonly string[];
  /** First and last day that counts, `2026-11-23`; a month, `2026-11`, or a year stands for all its days. */
  readonly since?: string;
  readonly until?: string;
}

/** Who wrote something, and when: names, and a date of ISO 8601 or the beginning of one. */
interface Signed {
  readonly authors: readonly string[];
  readonly date: string | undefined;
}

/** Whether a paper counts. Discussion guides never do: they repeat what papers ask. */
export function paperCounts(paper: Paper, filter: CoverageFilter): boolean {
  const facts = paperFacts(paper);
  if (facts.guide) return false;
  if (filter.papers && !filter.papers.includes(paper.file.uri)) return false;
  return signedCounts(facts, filter);
}

/** Whether a note counts. */
export function noteCounts(note: Signed, filter: CoverageFilter): boolean {
  return filter.papers === undefined && signedCounts(note, filter);
}

function signedCounts({ authors, date }: Signed, { authors: wanted, since, until }: CoverageFilter): boolean {
  if (wanted && !authors.some((author) => wanted.some((name) => sameName(author, name)))) return false;
  if (since === undefined && until === undefined) return true;
  // What has no date was written at no time that anybody could ask for.
  return date !== undefined && !isBefore(date, since) && !isAfter(date, until);
}

/** Whether two names are the same but for case, spaces and the way their accents are encoded. */
function sameName(a: string, b: string): boolean {
  return folded(a) === folded(b);
}

function folded(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

/** A year that holds the day counts as well as the day itself: of two dates the shorter one tells how exactly. */
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

/** A date as a filter takes it, from what a person wrote; undefined where it is none. */
export function readDate(text: string): string | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text.trim());
  if (!match) return undefined;
  const [whole, , month, day] = match;
  if (month !== undefined && (month < '01' || month > '12')) return undefined;
  if (day !== undefined && (day < '01' || day > '31')) return undefined;
  return whole;
}
