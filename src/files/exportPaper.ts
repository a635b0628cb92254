import { dirname, join, relative, sep } from './pathNames.ts';
import { languageOf } from '../core/blocks.ts';
import { type Message, messageOf } from '../core/messages.ts';
import { formatCitations, styleChoice } from '../core/styles.ts';
import { analyse } from '../core/study.ts';
import { encodedAddress } from '../core/text.ts';
import { exportFormats } from '../publish/exportFormats.ts';
import {
  type ExportProblem,
  type ExportSurroundings,
  type ImageFile,
  imagePathsOf,
  type Manuscript,
  manuscriptOf,
  type PlacedRemark,
} from '../publish/manuscript.ts';
import { type PaperJob, styleOf } from './citationStyles.ts';
import { noPrinter, printPdf } from './printing.ts';
import { readImages } from './publishedImages.ts';

export { previewPaper } from './previewPaper.ts';

/** The formats that papers go out in: those that Pilcrow writes, and PDF, for which it needs another program. */
export const exportNames = ['html', 'docx', 'odt', 'pdf', 'md'] as const;
export type ExportName = (typeof exportNames)[number];

/** What is to be made of a paper. */
export interface ExportJob extends PaperJob {
  readonly to: ExportName;
  /** The file that will be written, from which images are looked for that it does not hold. */
  readonly target: string;
  readonly remarks?: readonly PlacedRemark[];
  readonly withoutPassages?: boolean;
  readonly areFieldsLive?: boolean;
  /** The `PATH` by which programs are found; undefined where none may be started. */
  readonly programPath: string | undefined;
  readonly signal?: AbortSignal;
}

/** A file that is made and not yet written. */
export interface ExportedFile {
  readonly content: string | Uint8Array;
  /** The format that it has: HTML in place of PDF where no program makes one. */
  readonly format: ExportName;
  readonly problems: readonly ExportProblem[];
  /** What else is to be said. */
  readonly notes: readonly Message[];
}

/** A document of a study, in Pandoc Markdown, as the paper that is exported. Its name has no ending. */
export function paperOfDocument(text: string, name: string): PaperJob['paper'] {
  const file = { uri: 'pilcrow:document', path: `${name}.md`, role: 'paper' as const };
  return analyse({ ...file, content: { text } }) as PaperJob['paper'];
}

/** Makes a file of a paper; a message where its citation style cannot be used. */
export async function exportPaper(job: ExportJob): Promise<ExportedFile | { readonly problem: Message }> {
  const { paper, study } = job;
  const style = await styleOf(job);
  if ('problem' in style) return style;
  const lang = languageOf(paper.document);
  const manuscript = manuscriptOf(paper, study, {
    format: (works, groups) => formatCitations(works, groups, style, lang),
    ...(job.remarks ? { remarks: job.remarks } : {}),
    ...(job.withoutPassages ? { withoutPassages: true } : {}),
  });
  const { images, notes } = await readImages(imagePathsOf(manuscript), job.root);
  const live = liveStyleOf(job, style.sheet.isNoteStyle);
  const made = await write(manuscript, { ...job, ...live }, images);
  return { ...made, problems: manuscript.problems, notes: [...notes, ...made.notes] };
}

/** What Zotero calls the style; its own default stands in for a file of the group. */
function liveStyleOf(
  { paper, study, style }: ExportJob,
  isNote: boolean,
): Pick<ExportSurroundings, 'liveStyle'> {
  const { csl } = paper.document.frontMatter.data;
  const choice = styleChoice(style?.name, typeof csl === 'string' ? csl : undefined, study.configuration.csl);
  return choice.kind === 'builtIn' ? { liveStyle: { name: choice.name, isNote } } : {};
}

type Made = Pick<ExportedFile, 'content' | 'format' | 'notes'>;

async function write(
  manuscript: Manuscript,
  job: ExportJob & Pick<ExportSurroundings, 'liveStyle'>,
  images: ReadonlyMap<string, ImageFile>,
): Promise<Made> {
  const surroundings: ExportSurroundings = {
    images,
    areFieldsLive: job.areFieldsLive ?? false,
    ...(job.liveStyle ? { liveStyle: job.liveStyle } : {}),
    addressOf: (path) =>
      encodedAddress(relative(dirname(job.target), join(job.root, path)).split(sep).join('/')),
  };
  if (job.to === 'pdf') return print(manuscript, job, surroundings);
  return { content: await exportFormats[job.to].write(manuscript, surroundings), format: job.to, notes: [] };
}

async function print(
  manuscript: Manuscript,
  { root, programPath, signal }: ExportJob,
  surroundings: ExportSurroundings,
): Promise<Made> {
  const { html: page, docx: word } = exportFormats;
  const html = await page.write(manuscript, surroundings);
  const inPlace: Made = { content: html, format: 'html', notes: [noPrinter] };
  if (programPath === undefined) return { ...inPlace, notes: [messageOf('export.untrusted')] };
  const printable = {
    html,
    docx: async () => word.write(manuscript, { ...surroundings, areFieldsLive: false }),
    typst: async () =>
      (await import('../publish/typstDocument.ts')).writeTypst(manuscript, surroundings.images),
  };
  const printed = await printPdf(printable, { path: programPath, except: root }, signal);
  if (!printed) return inPlace;
  return {
    content: printed.bytes,
    format: 'pdf',
    notes: [messageOf('export.printedBy', { program: printed.program })],
  };
}
