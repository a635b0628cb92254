import { withoutCslMarkup } from '../../bibliography.ts';
import type { Paper, Study } from '../../study.ts';
import { type Resolution, statusOf } from '../../resolve.ts';
import { resolutionsIn } from '../../citedBy.ts';
import { appendTo, type Range } from '../../text.ts';
import { shorten } from '../wording.ts';
import { passagePreview, passageWords } from '../passages.ts';
import { plainTextOf } from '../../blocks.ts';
import { metadataText, paperFacts } from '../coverage.ts';

/** A citation, or several in one bracket, with what a person learns who rests on it. Plain text, not HTML. */
interface PreviewCitation {
  readonly range: Range;
  /** The passages that it cites. */
  readonly tooltip: string;
  readonly unresolved: boolean;
}

/** What a preview shows of a paper, but for what a citation style prints and what only Pandoc reads. */
export interface Preview {
  /** Null if the front matter has nothing to show. */
  readonly heading: PaperHeading | null;
  readonly citations: readonly PreviewCitation[];
}

const maxPreviewTooltip = 400;

/** The heading of a paper, and its citations with their passages. */
export function previewOf(paper: Paper, study: Study): Preview {
  const groups = new Map<number, Resolution[]>();
  for (const resolution of resolutionsIn(paper, study))
    appendTo(groups, resolution.citation.group.start, resolution);
  return {
    heading: paperHeading(paper) ?? null,
    citations: [...groups.values()].map((group) => ({
      range: group[0]?.citation.group ?? { start: 0, end: 0 },
      tooltip: group.map(tooltip).filter(Boolean).join('\n\n'),
      unresolved: group.some((each) => !['resolved', 'citation/no-locator'].includes(statusOf(each))),
    })),
  };
}

const noBreakSpace = '\u00a0';

function tooltip({ source, target }: Resolution): string {
  if (!source || !target) return '';
  const items = target.passages.slice(0, 3).flatMap((number) => source.passages[number - 1] ?? []);
  const note = source.notes.find((candidate) => candidate.number === target.note);
  const shown = [...items.map((item) => ['¶', item] as const), ...(note ? [['n.', note] as const] : [])];
  return shown
    .map(
      ([sign, item]) =>
        `${sign}${noBreakSpace}${String(item.number)}: ${shorten(passageWords(item) ?? passagePreview(item), maxPreviewTooltip)}`,
    )
    .join('\n\n');
}

/**
 * The heading of a paper in the preview. Plain text without line breaks; fields are empty if the front matter lacks
 * them.
 */
interface PaperHeading {
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
function paperHeading(paper: Paper): PaperHeading | undefined {
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
