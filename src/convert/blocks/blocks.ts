/**
 * The intermediate model of every importer: a page is a list of blocks, a block holds runs of text, and each knows the
 * lines of the original it came from. Readers (plain text, HTML, Markdown …) make it; structure, recognition and the
 * writer work on it alone.
 */

/** How a run of text was set. `link` is an address that is safe to write; `raised` is a superscript. */
export interface RunStyle {
  readonly emphasis?: true;
  readonly strong?: true;
  readonly deleted?: true;
  readonly code?: true;
  readonly raised?: true;
  readonly link?: string;
}

/** A stretch of text in one style. `\n` in `text` is a line break that the original insists on. */
export interface Run {
  readonly text: string;
  readonly style?: RunStyle;
  /** Label of the note whose mark stands here; `text` is empty then. */
  readonly note?: string;
  /** A picture; `text` is empty then. */
  readonly image?: { readonly url: string; readonly alt: string };
}

/** A line of the original that begins at `offset` of a block's plain text. Lines count from 1. */
export interface LineMark {
  readonly offset: number;
  readonly line: number;
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
  | 'pageMark';

export type Cells = readonly (readonly Run[])[];

/** One block of a page, in reading order. */
export interface Block {
  readonly kind: BlockKind;
  readonly runs: readonly Run[];
  /** First and last line of the original, 1-based. */
  readonly line: number;
  readonly endLine: number;
  readonly lines?: readonly LineMark[];
  /** Blank lines before the block, where the original is plain text. */
  readonly gap?: number;
  /** Columns of indentation beyond the rest of the text, where the original is plain text. */
  readonly indent?: number;
  /** Heading level as the original has it, 1 to 6. */
  readonly depth?: number;
  /** Blocks with the same number stand in one block quotation. */
  readonly quotation?: number;
  /** Items of a list; `ordered` is the number of the first, undefined for bullets. */
  readonly items?: readonly (readonly Block[])[];
  readonly ordered?: number;
  readonly rows?: readonly Cells[];
  readonly language?: string;
  /** Label of the note that a block of kind `note` defines or continues. */
  readonly note?: string;
  /** The original's own markup says what the block is; otherwise it is for the rules to tell. */
  readonly sure?: true;
  /** A cue of the markup that the block introduces the text without being part of it (class `excerpt`, all italics). */
  readonly standfirst?: 'class' | 'style';
  /** The markup sets the paragraph as a heading would be set: wholly bold. */
  readonly bold?: true;
}

/** CSL variables found in the page. Texts are plain. */
export interface Metadata {
  readonly title?: string;
  readonly authors?: readonly string[];
  /** ISO date, or a part of one. */
  readonly issued?: string;
  readonly url?: string;
  readonly language?: string;
  readonly abstract?: string;
  readonly container?: string;
  readonly publisher?: string;
  readonly type?: string;
}

/** Something of the original that is not part of the text. */
export interface Dropped {
  readonly line: number;
  readonly endLine: number;
  readonly text: string;
  readonly why: string;
}

/** What a reader makes of a file. */
export interface Page {
  readonly format: 'text' | 'html' | 'markdown';
  readonly blocks: readonly Block[];
  readonly metadata: Metadata;
  readonly dropped: readonly Dropped[];
}

/** Every kind of white space that normalisation makes a space, U+0085 and U+180E included. */
export const whiteSpace = /[\s\u0085\u180E]+/gu;

/** The plain text of runs: note marks and pictures have none. */
export function plainOf(runs: readonly Run[]): string {
  return runs.length === 1 ? (runs[0]?.text ?? '') : runs.map((run) => run.text).join('');
}

/** All words of a block, its items and cells included. */
export function textOf(block: Block): string {
  if (block.items) return block.items.flatMap((item) => item.map(textOf)).join('\n');
  if (block.rows) return block.rows.map((cells) => cells.map(plainOf).join('\n')).join('\n');
  return plainOf(block.runs);
}

/** One run of unstyled text. */
export function plainRuns(text: string): Run[] {
  return text === '' ? [] : [{ text }];
}

/** The runs between two offsets of their plain text; a note mark or picture belongs to the text before it. */
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

/** Runs without white space at their ends, and with single spaces where `collapse` is set. Line breaks survive inside. */
export function tidyRuns(runs: readonly Run[]): Run[] {
  const tidy: Run[] = [];
  let last = '\n';
  for (const run of runs) {
    let text = run.style?.code
      ? run.text
      : run.text.replace(/[^\S\n]+|[\u0085\u180E]+/gu, ' ').replace(/ *\n[ \n]*/g, '\n');
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

/** Trims the end of the last run that has text; whether a run became empty and the one before has its turn. */
function trimLast(runs: Run[]): boolean {
  let index = runs.length - 1;
  while (index >= 0 && runs[index]?.note !== undefined) index--;
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

/** The original line at an offset of a block's plain text. */
export function lineAt(block: Block, offset: number): number {
  let line = block.line;
  for (const mark of block.lines ?? []) {
    if (mark.offset > offset) break;
    line = mark.line;
  }
  return line;
}
