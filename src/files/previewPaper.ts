import { languageOf } from '../core/blocks.ts';
import { type Preview, previewOf } from '../core/present/papers.ts';
import {
  type CitationStyle,
  formatCitations,
  type FormattedGroup,
  styleChoice,
  type StyledRun,
} from '../core/styles.ts';
import { type ManuscriptCitation, manuscriptOf } from '../publish/manuscript.ts';
import { loadCitationStyle, type PaperJob, styleOf } from './citationStyles.ts';

/** What a citation style prints in place of a citation: the same as when the paper goes out. */
export interface PrintedCitation {
  /** Null where it is shown as it is written: its key is unknown, or it stands where nothing is printed. */
  readonly runs: readonly StyledRun[] | null;
  /** The footnote whose mark follows, for a style of notes, with its number among those of the paper. */
  readonly note: { readonly number: number; readonly runs: readonly StyledRun[] } | null;
}

const asWritten: PrintedCitation = { runs: null, note: null };

/** A paper as it will be read. Footnotes that a person wrote are drawn by the editor. */
export interface PaperPreview extends Preview {
  readonly citations: readonly (Preview['citations'][number] & PrintedCitation)[];
  /** The works cited. */
  readonly works: readonly (readonly StyledRun[])[];
}

/** A paper that is to be shown; without the folder of Pilcrow's own package there are no styles. */
export type PreviewJob = Omit<PaperJob, 'packageRoot'> & { readonly packageRoot: string | undefined };

/** Makes the preview of a paper. Where its style cannot be used, by the usual one: the reason is said when the paper goes out. */
export async function previewPaper(job: PreviewJob): Promise<PaperPreview> {
  const { paper, study } = job;
  const { heading, citations } = previewOf(paper, study);
  const style = await usableStyle(job);
  if (!style) return { heading, works: [], citations: citations.map((each) => ({ ...each, ...asWritten })) };
  let groups: readonly FormattedGroup[] = [];
  const manuscript = manuscriptOf(paper, study, {
    format: (works, cited) => {
      const formatted = formatCitations(works, cited, style, languageOf(paper.document));
      groups = formatted.groups;
      return formatted;
    },
    withoutPassages: true,
  });
  const printed = new Map(
    manuscript.citations.map((citation, index) => [citation.range.start, printedAs(citation, groups[index])]),
  );
  return {
    heading,
    works: manuscript.bibliography.map(({ text }) => text),
    citations: citations.map((each) => ({ ...each, ...(printed.get(each.range.start) ?? asWritten) })),
  };
}

function printedAs(
  { isResolved, footnote }: ManuscriptCitation,
  group: FormattedGroup | undefined,
): PrintedCitation {
  if (!isResolved || !group) return asWritten;
  const { runs, note } = group;
  return { runs, note: note && footnote !== undefined ? { number: footnote + 1, runs: note } : null };
}

async function usableStyle({ packageRoot, ...job }: PreviewJob): Promise<CitationStyle | undefined> {
  if (packageRoot === undefined) return undefined;
  const wanted = await styleOf({ ...job, packageRoot });
  if ('sheet' in wanted) return wanted;
  const style = await loadCitationStyle(packageRoot, {
    choice: styleChoice(undefined, undefined, undefined),
    language: languageOf(job.paper.document),
    place: { folder: job.root },
  });
  return 'sheet' in style ? style : undefined;
}
