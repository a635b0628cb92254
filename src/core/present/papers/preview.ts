import {
  authorLabel,
  type Described,
  describeWork,
  workFromCsl,
  yearLabel,
  withoutCslMarkup,
} from '../../bibliography.ts';
import type { Paper, Study } from '../../study.ts';
import { type Resolution, statusOf } from '../../resolve.ts';
import { resolutionsIn } from '../../citedBy.ts';
import { appendTo, type Range } from '../../text.ts';
import { shorten } from '../wording.ts';
import { passagePreview, passageWords } from '../passages.ts';
import { plainTextOf } from '../../blocks.ts';
import { metadataText, paperFacts } from '../coverage.ts';

/** A citation, or several in one bracket, as a reader of the finished paper sees it. Plain text, not HTML. */
export interface PreviewCitation {
  readonly range: Range;
  readonly text: string;
  /** The passages that it cites. */
  readonly tooltip: string;
  readonly unresolved: boolean;
}

/** What a preview shows above a paper, in place of its citations, and at its end. */
export interface Preview {
  /** Null if the front matter has nothing to show. */
  readonly heading: PaperHeading | null;
  readonly citations: readonly PreviewCitation[];
  readonly works: readonly string[];
}

const maxPreviewTooltip = 400;

/** The heading of a paper, its citations in author-date form with their passages, and the works cited. */
export function previewOf(paper: Paper, study: Study): Preview {
  const groups = new Map<number, Resolution[]>();
  const all = resolutionsIn(paper, study);
  for (const resolution of all) appendTo(groups, resolution.citation.group.start, resolution);
  return {
    heading: paperHeading(paper) ?? null,
    citations: [...groups.values()].map((group) => previewCitation(group, paper)),
    works: worksCited(all),
  };
}

function describedWork({ source, works }: Resolution): Described | undefined {
  return works[0]?.work ?? (source && workFromCsl(source.key, source.csl));
}

function previewCitation(group: readonly Resolution[], paper: Paper): PreviewCitation {
  const [first] = group;
  const range = first?.citation.group ?? { start: 0, end: 0 };
  const inText = first?.citation.mode === 'authorInText';
  const unresolved = group.some(
    (resolution) => !['resolved', 'citation/no-locator'].includes(statusOf(resolution)),
  );
  const parts = group.map((resolution, index) => part(resolution, paper, inText && index === 0));
  const author = first && inText ? workName(first) : '';
  const rest = parts.filter(Boolean).join('; ');
  return {
    range,
    text: [author, rest && `(${rest})`].filter(Boolean).join(' '),
    tooltip: group.map(tooltip).filter(Boolean).join('\n\n'),
    unresolved,
  };
}

function workName(resolution: Resolution): string {
  const work = describedWork(resolution);
  return work ? authorLabel(work) : `@${resolution.citation.key}?`;
}

function part(resolution: Resolution, paper: Paper, withoutAuthor: boolean): string {
  const { citation } = resolution;
  const work = describedWork(resolution);
  const author = withoutAuthor || citation.mode === 'suppressAuthor' ? '' : workName(resolution);
  const year = work ? yearLabel(work) : '';
  const locator = citation.locator ? `, ${locatorText(citation.locator, paper)}` : '';
  const head = [citation.prefix, author, year].filter(Boolean).join(' ');
  return `${head}${locator}${citation.rest.replace(/\s+/gu, ' ').trimEnd()}`.trim();
}

const noBreakSpace = '\u00a0';

/** A locator on one line. A no-break space keeps a sign or abbreviation with its number. */
function locatorText({ range }: { readonly range: Range }, { text }: Paper): string {
  return text
    .slice(range.start, range.end)
    .replace(/[{}]/g, '')
    .replace(/\s+/gu, ' ')
    .replace(/(?<=[¶§.\p{L}]) (?=[\p{N}(])/gu, noBreakSpace);
}

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

function worksCited(resolutions: readonly Resolution[]): string[] {
  const works = new Map<string, string>();
  for (const resolution of resolutions) {
    const { key } = resolution.citation;
    const work = works.has(key) ? undefined : describedWork(resolution);
    if (work) works.set(key, describeWork(work));
  }
  return [...works.values()].sort((a, b) => a.localeCompare(b, 'en'));
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
