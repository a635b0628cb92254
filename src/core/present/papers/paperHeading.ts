import { plainText } from '../../bibliography.ts';
import type { Paper } from '../../study.ts';
import { plainTextOf } from '../../blocks.ts';
import { metadataText, paperFacts } from '../coverage.ts';

/** What stands above a printed paper: plain text without line breaks, empty where the front matter says nothing. */
export interface PaperHeading {
  readonly title: string;
  readonly subtitle: string;
  readonly authors: readonly string[];
  /** As it is written, in whatever form. */
  readonly date: string;
}

/**
 * The heading that Pandoc's templates make of a paper's front matter; undefined where it names neither title, subtitle,
 * author nor date. A title that the paper repeats as its first heading is left out.
 */
export function paperHeading(paper: Paper): PaperHeading | undefined {
  const { title, subtitle, date } = paper.document.frontMatter.data;
  const written = plainText(metadataText(title));
  const heading: PaperHeading = {
    title: written === firstHeading(paper) ? '' : written,
    subtitle: plainText(metadataText(subtitle)),
    authors: paperFacts(paper).authors.map(plainText),
    date: plainText(metadataText(date)),
  };
  const isEmpty = ![heading.title, heading.subtitle, heading.date, ...heading.authors].some(Boolean);
  return isEmpty ? undefined : heading;
}

/** The words of the heading of the first level with which the body of a paper begins; undefined where it does not. */
function firstHeading({ document }: Paper): string | undefined {
  for (const { chunk } of document.chunks)
    for (const node of chunk.nodes) {
      if (node.type === 'yaml') continue;
      if (node.type !== 'heading' || node.depth !== 1) return undefined;
      const words = plainTextOf([node], chunk.text).text;
      return metadataText(words.replace(/[ \t]*\{[^{}]*\}[ \t]*$/, ''));
    }
  return undefined;
}
