import { memo } from '../../memo.ts';
import type { Paper } from '../../study.ts';

/** Title, authors and date from the front matter of a paper. */
export interface PaperFacts {
  /** `title`, else the name of the file without extension. */
  readonly title: string;
  /** `author`, else `authors`: one name or a list. CSL's separate parts of a name are joined. */
  readonly authors: readonly string[];
  /** `date` as a year, month or day, such as `2026-11-23`. Undefined if it cannot be read. */
  readonly date: string | undefined;
  /** Whether it is a discussion guide, which repeats the questions of papers. */
  readonly guide: boolean;
}

/** The `genre` of discussion guides. By it they are left out when papers are counted or questions gathered. */
export const guideGenre = 'discussion guide';

/** Title, authors and date of a paper. */
export const paperFacts = memo('facts of a paper', (paper: Paper): PaperFacts => {
  const { title, author, authors, date, genre } = paper.document.frontMatter.data;
  return {
    title: metadataText(title) || paperName(paper),
    authors: authorNames(author ?? authors),
    date: dateOf(date),
    guide: metadataText(genre).toLowerCase() === guideGenre,
  };
});

/** A value of front matter as one line of text. Empty if it is neither text nor number. */
export function metadataText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? normalisedLine(String(value)) : '';
}

function normalisedLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

function paperName(paper: Paper): string {
  const { path } = paper.file;
  return path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.analysis)?\.md$/i, '');
}

function authorNames(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return [...new Set(list.map((author) => authorName(author)))].filter(Boolean);
}

/**
 * Reads a name. Pandoc's templates allow text or an object with `name`; CSL has parts; Quarto has the parts in
 * `name`.
 */
function authorName(value: unknown, isInner = false): string {
  if (typeof value !== 'object' || value === null) return metadataText(value);
  const { name, literal, given, family } = value as Record<string, unknown>;
  const inner = isInner ? metadataText(name) : authorName(name, true);
  return inner || metadataText(literal) || normalisedLine(`${metadataText(given)} ${metadataText(family)}`);
}

/** The date at the beginning of an ISO 8601 value. Other forms are not guessed. */
function dateOf(value: unknown): string | undefined {
  return /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|T|\s)/.exec(metadataText(value))?.[0];
}
