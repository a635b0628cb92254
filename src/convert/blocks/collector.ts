import { appendAll } from '../../core/text.ts';
import {
  plainOf,
  tidyRuns,
  type Block,
  type BlockKind,
  type LineMark,
  type Run,
  type RunStyle,
} from './block.ts';

/** What a block of running text is, apart from its text. */
export interface Setting {
  readonly kind: BlockKind;
  readonly depth?: number;
  readonly quotation?: number;
  readonly note?: string;
  readonly sure?: true;
  readonly standfirst?: 'class';
}

/** Collects the runs of HTML or Markdown into blocks and collapses white space. */
export class Collector {
  readonly blocks: Block[] = [];
  private runs: Run[] = [];
  private lines: LineMark[] = [];
  private length = 0;
  private spaced = true;
  private start = 0;
  private end = 0;

  /** Adds text. White space in it, line breaks included, counts as one space. */
  text(value: string, style: RunStyle | undefined, line: number): void {
    value.split(/\r\n|\n|\r/).forEach((piece, index) => {
      const text = index === 0 ? piece : ` ${piece}`;
      this.piece(text.replace(/[\s\u0085\u180E]+/gu, ' '), style, line + index);
    });
  }

  private piece(collapsed: string, style: RunStyle | undefined, line: number): void {
    const text = this.spaced ? collapsed.replace(/^ /, '') : collapsed;
    if (text === '') return;
    if (this.start === 0) this.start = line;
    this.end = Math.max(this.end, line);
    if (this.lines.at(-1)?.line !== line) this.lines.push({ offset: this.length, line });
    const last = this.runs.at(-1);
    if (
      last &&
      last.note === undefined &&
      last.page === undefined &&
      !last.image &&
      sameStyle(last.style, style)
    )
      this.runs[this.runs.length - 1] = { ...last, text: last.text + text };
    else this.runs.push(style ? { text, style } : { text });
    this.length += text.length;
    this.spaced = text.endsWith(' ');
  }

  /** Adds a line break that the original insists on. Two in a row end the block. */
  lineBreak(setting: Setting): void {
    if (this.runs.at(-1)?.text === '\n') return this.flush(setting);
    if (this.length === 0) return;
    this.runs.push({ text: '\n' });
    this.length++;
    this.spaced = true;
  }

  mark(label: string, line: number): void {
    if (this.start === 0) this.start = line;
    this.runs.push({ text: '', note: label });
  }

  /** Adds the mark of a page that begins here. */
  page(label: string, line: number): void {
    if (this.start === 0) this.start = line;
    this.runs.push({ text: '', page: label });
  }

  image(url: string, alt: string, line: number): void {
    if (this.start === 0) this.start = line;
    this.end = Math.max(this.end, line);
    this.runs.push({ text: '', image: { url, alt } });
  }

  /** Ends the current block. A block of images alone is of kind `image`; an empty block is dropped. */
  flush(setting: Setting): void {
    const { before, runs, after } = splitPages(tidyRuns(this.runs));
    const { start, end } = this;
    appendAll(this.blocks, pageBlocks(before, start, setting.quotation));
    this.block(runs, setting);
    appendAll(this.blocks, pageBlocks(after, Math.max(start, end), setting.quotation));
  }

  private block(runs: Run[], setting: Setting): void {
    const { lines, start, end } = this;
    this.runs = [];
    this.lines = [];
    this.length = this.start = this.end = 0;
    this.spaced = true;
    const words = plainOf(runs).trim() !== '';
    if (!words && !runs.some((run) => run.image)) return;
    const place = { line: start, endLine: Math.max(start, end), lines };
    const whole = words ? whollyStyled(runs) : undefined;
    this.blocks.push({
      ...setting,
      kind: words ? setting.kind : 'image',
      runs,
      ...place,
      ...(whole === 'strong' && setting.kind === 'paragraph' ? { bold: true as const } : {}),
      ...(whole === 'emphasis' && setting.standfirst === undefined ? { standfirst: 'style' as const } : {}),
    });
  }
}

/** Marks of pages at the ends of a block are blocks of their own, of its quotation. */
export function pageBlocks(runs: readonly Run[], line: number, quotation?: number): Block[] {
  return runs.map((run) => ({
    kind: 'pageMark',
    runs: [run],
    line,
    endLine: line,
    ...(quotation === undefined ? {} : { quotation }),
  }));
}

/** Separates the marks of pages that stand before and after all words. */
export function splitPages(runs: readonly Run[]): { before: Run[]; runs: Run[]; after: Run[] } {
  const first = runs.findIndex((run) => run.page === undefined);
  if (first < 0) return { before: [...runs], runs: [], after: [] };
  const last = runs.findLastIndex((run) => run.page === undefined);
  return { before: runs.slice(0, first), runs: runs.slice(first, last + 1), after: runs.slice(last + 1) };
}

/** Whether all words of a block are bold, or all in italics; undefined if neither. */
export function whollyStyled(runs: readonly Run[]): 'strong' | 'emphasis' | undefined {
  const words = runs.filter((run) => run.text.trim() !== '');
  if (words.every((run) => run.style?.strong)) return 'strong';
  return words.every((run) => run.style?.emphasis) ? 'emphasis' : undefined;
}

/** Whether two styles are the same. Undefined is the style of plain text. */
export function sameStyle(a: RunStyle | undefined, b: RunStyle | undefined): boolean {
  if (a === b) return true;
  return (
    a?.emphasis === b?.emphasis &&
    a?.strong === b?.strong &&
    a?.deleted === b?.deleted &&
    a?.code === b?.code &&
    a?.term === b?.term &&
    a?.raised === b?.raised &&
    a?.lowered === b?.lowered &&
    a?.asWritten === b?.asWritten &&
    a?.anchor === b?.anchor &&
    a?.link === b?.link
  );
}
