import { languageOf } from '../core/blocks.ts';
import { type Preview, previewOf } from '../core/present/papers.ts';
import {
  type CitationStyle,
  formatCitations,
  type FormattedGroup,
  type FormattedWorks,
  styleChoice,
  type StyledRun,
} from '../core/styles.ts';
import type { Range } from '../core/text.ts';
import {
  type Manuscript,
  type ManuscriptCitation,
  manuscriptOf,
  type PreviewMark,
  previewMarks,
} from '../publish/manuscript.ts';
import { PageWriter } from '../publish/webPage.ts';
import { loadCitationStyle, type PaperJob, styleOf } from './citationStyles.ts';

/** What a citation style prints in place of a citation: the same as when the paper goes out. */
export interface PrintedCitation {
  /** Null where it is shown as it is written: its key is unknown, or it stands where nothing is printed. */
  readonly runs: readonly StyledRun[] | null;
  /** The footnote whose mark follows, for a style of notes, with its number among those of the paper. */
  readonly note: { readonly number: number; readonly runs: readonly StyledRun[] } | null;
}

const asWritten: PrintedCitation = { runs: null, note: null };
const nothingPrinted: FormattedWorks = { groups: [], entries: [], missing: [], hangingIndent: false };

/** The mark of a footnote as it is drawn, or the note itself where that stands in the text. */
interface FootnoteMark {
  readonly range: Range;
  readonly html: string;
}

/** A footnote that a person wrote. */
interface PreviewFootnote {
  /** Its number among all footnotes of the paper, those of a style of notes too. */
  readonly number: number;
  /** What it says, with a link back to its mark, as HTML of our own: nothing of the paper is in it but as text. */
  readonly html: string;
}

/** A paper as it will be read. */
export interface PaperPreview extends Preview {
  readonly footnotes: readonly PreviewFootnote[];
  /** Where these, the citations and what else only Pandoc reads stand. */
  readonly marks: readonly PreviewMark[];
  readonly citations: readonly (Preview['citations'][number] & PrintedCitation)[];
  /** The works cited. */
  readonly works: readonly (readonly StyledRun[])[];
}

/** A paper that is to be shown; without the folder of Pilcrow's own package there are no styles. */
export type PreviewJob = Omit<PaperJob, 'packageRoot'> & { readonly packageRoot: string | undefined };

/** Makes the preview of a paper. Where its style cannot be used, by the usual one: the reason is said when the paper goes out. */
export async function previewPaper(job: PreviewJob): Promise<PaperPreview> {
  const { paper, study } = job;
  const { citations, ...preview } = previewOf(paper, study);
  const style = await usableStyle(job);
  let groups: readonly FormattedGroup[] = [];
  const manuscript = manuscriptOf(paper, study, {
    format: (works, cited) => {
      if (!style) return nothingPrinted;
      const formatted = formatCitations(works, cited, style, languageOf(paper.document));
      groups = formatted.groups;
      return formatted;
    },
    withoutPassages: true,
  });
  const printed = new Map(
    manuscript.citations.map((citation, index) => [citation.range.start, printedAs(citation, groups[index])]),
  );
  const footnotes = footnotesOf(manuscript);
  return {
    ...preview,
    footnotes: footnotes.map(({ number, html }) => ({ number, html })),
    marks: previewMarks(
      paper.document,
      citations.map(({ range }) => range),
      footnotes.map(({ mark }) => mark),
    ),
    works: manuscript.bibliography.map(({ text }) => text),
    citations: citations.map((each) => ({ ...each, ...(printed.get(each.range.start) ?? asWritten) })),
  };
}

/**
 * Footnotes, each with its mark. Works in a preview have no places that citations could lead to, and pictures in notes are shown by
 * their words.
 */
function footnotesOf(manuscript: Manuscript): readonly (PreviewFootnote & { readonly mark: FootnoteMark })[] {
  const citations = manuscript.citations.map((citation) => ({
    ...citation,
    items: citation.items.map((item) => ({ ...item, entry: undefined })),
  }));
  const writer = new PageWriter({ ...manuscript, citations }, () => undefined);
  return manuscript.footnotes.flatMap(({ mark: range, children }, index) => {
    if (!range) return [];
    const number = index + 1;
    const digits = String(number);
    const id = `pilcrow-note-mark-${digits}`;
    const back = ` <a class="pilcrow-back" href="#${id}" role="doc-backlink">↩\ufe0e${digits}</a>`;
    const link = `<a id="${id}" href="#pilcrow-note-${digits}" role="doc-noteref">${digits}</a>`;
    const html = writer.blocks(children).replace(/(?=(?:<\/p>)?$)/u, back);
    return [{ number, html, mark: { range, html: `<sup>${link}</sup>` } }];
  });
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
