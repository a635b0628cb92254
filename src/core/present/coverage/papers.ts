import type { Paper } from '../../study.ts';
import { SideTable } from '../../text.ts';

/** What a paper's front matter says of it. */
export interface PaperFacts {
  /** `title`; the file's name without ending where there is none. */
  readonly title: string;
  /** `author`, else `authors`: a name, or a list of names; those that CSL takes apart are put together. */
  readonly authors: readonly string[];
  /** `date` as year, year and month, or day: `2026-11-23`; undefined where there is none that can be read. */
  readonly date: string | undefined;
  /** Whether it is a discussion guide, which repeats what papers ask. */
  readonly guide: boolean;
}

/** What discussion guides say under `genre`, so that they are neither counted nor gathered again. */
export const guideGenre = 'discussion guide';

const kept = new SideTable<Paper, PaperFacts>();

/** Title, authors and date of a paper. */
export function paperFacts(paper: Paper): PaperFacts {
  const known = kept.get(paper);
  if (known) return known;
  const { title, author, authors, date, genre } = paper.document.frontMatter.data;
  const facts: PaperFacts = {
    title: metadataText(title) || nameOf(paper),
    authors: authorNames(author ?? authors),
    date: dateOf(date),
    guide: metadataText(genre).toLowerCase() === guideGenre,
  };
  kept.set(paper, facts);
  return facts;
}

/** A value of front matter as one line of text; empty for what is no text. */
export function metadataText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? oneLine(String(value)) : '';
}

function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

function nameOf(paper: Paper): string {
  const { path } = paper.file;
  return path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.analysis)?\.md$/i, '');
}

function authorNames(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return [...new Set(list.map((author) => authorName(author)))].filter(Boolean);
}

/** Pandoc's templates take a name, or an object with `name`; CSL has names in parts, and Quarto such names under `name`. */
function authorName(value: unknown, isInner = false): string {
  if (typeof value !== 'object' || value === null) return metadataText(value);
  const { name, literal, given, family } = value as Record<string, unknown>;
  const inner = isInner ? metadataText(name) : authorName(name, true);
  return inner || metadataText(literal) || oneLine(`${metadataText(given)} ${metadataText(family)}`);
}

/** The beginning of a date of ISO 8601; other forms are not guessed at. */
function dateOf(value: unknown): string | undefined {
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|T|\s)/.exec(metadataText(value))?.[0];
}
