import { withoutCslMarkup } from '../../bibliography.ts';
import type { Paper } from '../../study.ts';
import { plainTextOf } from '../../blocks.ts';
import { metadataText, paperFacts } from '../coverage.ts';

/**
 * The heading of a paper in the preview. Plain text without line breaks; fields are empty if the front matter lacks
 * them.
 */
export interface PaperHeading {
  readonly title: string;
  readonly subtitle: string;
  readonly authors: readonly string[];
  /** As written, in any form. */
  readonly date: string;
}

/**
 * The heading that Pandoc's templates make of a paper's front matter. Undefined if that has no title, subtitle,
 * author or date. A title that the paper repeats as its first heading is left out.
 */
export function paperHeading(paper: Paper): PaperHeading | undefined {
  const { title, subtitle, date } = paper.document.frontMatter.data;
  const written = withoutCslMarkup(metadataText(title));
  const heading: PaperHeading = {
    title: written === firstHeading(paper) ? '' : written,
    subtitle: withoutCslMarkup(metadataText(subtitle)),
    authors: paperFacts(paper).authors.map(withoutCslMarkup),
    date: withoutCslMarkup(metadataText(date)),
  };
  const isEmpty = ![heading.title, heading.subtitle, heading.date, ...heading.authors].some(Boolean);
  return isEmpty ? undefined : heading;
}

/** The text of a level-1 heading at the beginning of a paper's body. Undefined if it begins with something else. */
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
