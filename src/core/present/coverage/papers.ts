import type { Paper } from '../../index/study.ts';
import { SideTable } from '../../text/sideTable.ts';

/** What a paper's front matter says of it. */
export interface PaperFacts {
  /** `title`; the file's name without ending where there is none. */
  readonly title: string;
  /** `author`: a name, or a list of names; those that CSL takes apart are put together. */
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
  const { title, author, date, genre } = paper.document.frontMatter.data;
  const facts: PaperFacts = {
    title: textOf(title) || nameOf(paper),
    authors: [...new Set((Array.isArray(author) ? (author as unknown[]) : [author]).map(authorName))].filter(
      Boolean,
    ),
    date: dateOf(date),
    guide: textOf(genre).toLowerCase() === guideGenre,
  };
  kept.set(paper, facts);
  return facts;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? oneLine(String(value)) : '';
}

function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

function nameOf(paper: Paper): string {
  const { path } = paper.file;
  return path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.analysis)?\.md$/i, '');
}

/** Pandoc's templates take a name, or an object with `name`; CSL has names in parts. */
function authorName(value: unknown): string {
  if (typeof value !== 'object' || value === null) return textOf(value);
  const { name, literal, given, family } = value as Record<string, unknown>;
  return textOf(name) || textOf(literal) || oneLine(`${textOf(given)} ${textOf(family)}`);
}

/** The beginning of a date of ISO 8601; other forms are not guessed at. */
function dateOf(value: unknown): string | undefined {
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|T|\s)/.exec(textOf(value))?.[0];
}
