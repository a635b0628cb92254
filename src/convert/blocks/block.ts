import type { Message } from '../../core/messages.ts';
import type { DraftMarks } from './draftMarks.ts';

/**
 * The intermediate model of every import. A page is a list of blocks, a block holds runs of text, and each knows the
 * lines of the original it came from. The readers of plain text, HTML and Markdown produce it. The structure rules,
 * recognition and the writer use nothing else.
 */

/**
 * The style of a run. `link` is an address that is safe to write; `raised` is a superscript and `lowered` a
 * subscript, which are written where they hold figures; `anchor` is the text of a link, wherever it leads, and is not written.
 */
export interface RunStyle {
  readonly emphasis?: true;
  readonly strong?: true;
  readonly deleted?: true;
  readonly code?: true;
  /** Marked as a term, `[words]{.term}`. */
  readonly term?: true;
  readonly raised?: true;
  readonly lowered?: true;
  /** The text is the author's own Markdown, and is written as it stands. */
  readonly asWritten?: true;
  readonly anchor?: true;
  readonly link?: string;
}

/** A run of text in one style. A `\n` in `text` is a line break that the original insists on. */
export interface Run {
  readonly text: string;
  readonly style?: RunStyle;
  /** The label of the note that is marked here; `text` is empty then. */
  readonly note?: string;
  /**
   * The label of the page of the printed text that begins here; `text` is empty then. An empty label is a page that
   * is not numbered, as where a word processor broke its own pages: no citation can name it.
   */
  readonly page?: string;
  /** An image; `text` is empty then. */
  readonly image?: { readonly url: string; readonly alt: string };
}

/**
 * The place where a line of the original begins: `offset` counts code units of the block's plain text, `line` from 1.
 */
export interface LineMark {
  readonly offset: number;
  readonly line: number;
}

/** Where a cell of a table stands, counted from its first row, and how many columns and rows it takes. */
export interface BlockSpan {
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

export type BlockKind =
  | 'paragraph'
  | 'heading'
  | 'attribution'
  | 'note'
  | 'list'
  | 'table'
  | 'code'
  | 'verse'
  | 'image'
  | 'break'
  /** A line of Markdown that opens or closes a box, as it is written. */
  | 'fence'
  | 'pageMark';

export type Cells = readonly (readonly Run[])[];

/** How the words of a column stand in it; undefined where nothing is said. */
export type ColumnAlignment = 'right' | 'center' | undefined;

/** One block of a page, in reading order. */
export interface Block {
  readonly kind: BlockKind;
  readonly runs: readonly Run[];
  /** First and last line of the original, 1-based. */
  readonly line: number;
  readonly endLine: number;
  readonly lines?: readonly LineMark[];
  /** The number of blank lines before the block. Only for plain text. */
  readonly gap?: number;
  /** Columns of indentation beyond that of most lines. Only for plain text. */
  readonly indent?: number;
  /** Heading level in the original, 1 to 6. */
  readonly depth?: number;
  /** Blocks with the same number belong to one block quotation. */
  readonly quotation?: number;
  /** The items of a list. `ordered` is the number of the first item, undefined for bullets. */
  readonly items?: readonly (readonly Block[])[];
  readonly ordered?: number;
  /**
   * What each item of a numbered list shows before its words, `12.` or `§ 12.`. With `ordered`, they are plain numbers that
   * count on from it; without, they are written as words.
   */
  readonly labels?: readonly string[];
  /** What each item begins with in Markdown, where Pandoc reads its label as the mark of one. */
  readonly marks?: readonly string[];
  /** Blank lines stand between the items of the list. Only for Markdown. */
  readonly isLoose?: true;
  readonly rows?: readonly Cells[];
  /** The cells of a table that take several columns or rows; those that they cover are empty. */
  readonly spans?: readonly BlockSpan[];
  /** How many rows of a table are its head; one where nothing is said. */
  readonly heads?: number;
  /** One for each column of a table. */
  readonly alignments?: readonly ColumnAlignment[];
  readonly language?: string;
  /** The label of the note to which a block of kind `note` belongs. */
  readonly note?: string;
  /** The markup of the original says what the block is. Without it, the structure rules decide. */
  readonly sure?: true;
  /** A sign that the block is a standfirst: a class such as `excerpt`, or that all its words are in italics. */
  readonly standfirst?: 'class' | 'style';
  /** All words of the paragraph are bold, as those of a heading may be. */
  readonly bold?: true;
  /** Set where the words may not be those of the original: they are taken, and put on the list of doubts. */
  readonly doubtful?: BlockDoubt;
  /** The hyphens that stood at the ends of printed lines, in order, unless the file says whose they are. */
  readonly lineHyphens?: readonly LineHyphen[];
}

/** A hyphen that stood at the end of a printed line, and that its author or the printer may have set. */
export interface LineHyphen {
  /** Where it is, or was, in the plain text of the block. */
  readonly offset: number;
  /** It was taken for the author's, and is still there. */
  readonly keeps: boolean;
  /** The text has the word elsewhere as it is written here. */
  readonly isKnown?: true;
}

/** Why a reader is not certain that a block holds the words of the original. A person is asked to look at it. */
export interface BlockDoubt {
  /** The label of the page of the original on which to look. */
  readonly page?: string;
  /** The words that may be wrong. Without them, all of the block. */
  readonly words?: string;
  /** Which of its `lineHyphens` may be the author's or the printer's: a person is asked how these words are spelled. */
  readonly hyphens?: readonly number[];
  readonly reason: Message;
}

/** CSL variables found in the page. Their texts are plain. */
export interface Metadata {
  readonly title?: string;
  readonly authors?: readonly string[];
  /** An ISO date, possibly without day or month. */
  readonly issued?: string;
  /** The ISO date at which the file was made. It is that of the text where nothing in it says one. */
  readonly created?: string;
  readonly url?: string;
  readonly language?: string;
  readonly abstract?: string;
  readonly container?: string;
  readonly publisher?: string;
  readonly type?: string;
}

/** A part of the original that is left out of the text. */
export interface Dropped {
  readonly line: number;
  readonly endLine: number;
  readonly text: string;
  readonly why: Message;
}

/** A remark of a reader on words of a text, which a word processor keeps with it. */
export interface TextComment {
  /** Tells it from the other comments of its file. */
  readonly id: string;
  /** As its program wrote them; empty where it did not. `created` is a date of ISO 8601. */
  readonly author: string;
  readonly created: string;
  readonly text: string;
  readonly isResolved: boolean;
  /** The id of the comment that it answers. */
  readonly answers?: string;
  /** The words that it is on, and those around them in their paragraphs. */
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string };
}

/** The result of a reader: the blocks and metadata of one file. */
export interface Page {
  /**
   * How much the blocks know: in `text` lists, quotations and headings are guessed from the lines, in `markdown` only which lists
   * are numbered paragraphs; `html` stands for every format whose markup says what a block is.
   */
  readonly format: 'text' | 'html' | 'markdown';
  readonly blocks: readonly Block[];
  readonly metadata: Metadata;
  readonly dropped: readonly Dropped[];
  /** Remarks of readers, which are no part of the text. */
  readonly comments?: readonly TextComment[];
  /** What stands among the words of a draft. */
  readonly draft?: DraftMarks;
  /** What `line` of blocks counts, where that is not the lines of the file. */
  readonly unit?: 'paragraph' | 'page';
}

/** All white space that normalisation turns into a space, with U+0085 and U+180E. */
export const whiteSpace = /[\s\u0085\u180E]+/gu;

/** The plain text of runs. Note marks and images contribute nothing. */
export function plainOf(runs: readonly Run[]): string {
  return runs.length === 1 ? (runs[0]?.text ?? '') : runs.map((run) => run.text).join('');
}

/** All text of a block, with that of its items and cells. */
export function textOfBlock(block: Block): string {
  if (block.items) return block.items.flatMap((item) => item.map(textOfBlock)).join('\n');
  if (block.rows) return block.rows.map((cells) => cells.map(plainOf).join('\n')).join('\n');
  return plainOf(block.runs);
}

/** The style of characters that stand above or below their line. */
export function scriptStyle(looks: {
  readonly raised?: boolean | undefined;
  readonly lowered?: boolean | undefined;
}): RunStyle {
  return looks.raised ? { raised: true } : looks.lowered ? { lowered: true } : {};
}

/** One run of unstyled text. */
export function plainRuns(text: string): Run[] {
  return text === '' ? [] : [{ text }];
}

/** The runs between two offsets of their plain text. A note mark or image belongs to the text before it. */
export function sliceRuns(runs: readonly Run[], start: number, end: number): Run[] {
  const kept: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, run.text.length);
    if (run.text === '') {
      if ((at > start && at <= end) || (at === start && start === 0)) kept.push(run);
    } else if (from < to)
      kept.push(from === 0 && to === run.text.length ? run : { ...run, text: run.text.slice(from, to) });
    at += run.text.length;
  }
  return kept;
}

/** What `tidyText` leaves as it is contains none of these. */
const untidy = / {2}|[^\S ]|[\u0085\u180E]/u;

function tidyText(text: string): string {
  return text.replace(/[^\S\n]+|[\u0085\u180E]+/gu, ' ').replace(/ *\n[ \n]*/g, '\n');
}

/** Collapses spaces, except in code, and trims both ends. Line breaks inside stay. */
export function tidyRuns(runs: readonly Run[]): Run[] {
  const tidy: Run[] = [];
  let last = '\n';
  for (const run of runs) {
    let text = run.style?.code || !untidy.test(run.text) ? run.text : tidyText(run.text);
    if (/\s$/.test(last)) text = text.replace(/^ +/, '');
    if (last === '\n') text = text.replace(/^\s+/, '');
    if (last.endsWith(' ') && text.startsWith('\n')) trimLast(tidy);
    if (text === '' && run.text !== '') continue;
    tidy.push(text === run.text ? run : { ...run, text });
    if (run.text !== '') last = text;
    else if (run.image) last = 'x';
  }
  while (trimLast(tidy));
  return tidy;
}

/** Trims the last run that has text. Returns whether that run was all white space, so that the run before is next. */
function trimLast(runs: Run[]): boolean {
  let index = runs.length - 1;
  while (index >= 0 && (runs[index]?.note ?? runs[index]?.page) !== undefined) index--;
  const run = runs[index];
  if (run === undefined || run.image) return false;
  const text = run.text.trimEnd();
  if (text === '') {
    runs.splice(index, 1);
    return true;
  }
  if (text !== run.text) runs[index] = { ...run, text };
  return false;
}

/** The line of the original, from 1, at an offset of the block's plain text. */
export function originalLineAt(block: Block, offset: number): number {
  let line = block.line;
  for (const mark of block.lines ?? []) {
    if (mark.offset > offset) break;
    line = mark.line;
  }
  return line;
}
