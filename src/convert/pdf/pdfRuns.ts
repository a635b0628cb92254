import { plainOf, type Run, type RunStyle, sameStyle } from '../blocks.ts';
import { LineEnds } from './lineEnds.ts';
import type { PdfLine } from './pdfLines.ts';
import type { PdfNotes } from './pdfNotes.ts';
import type { PdfSpan } from './pdfSpans.ts';

/** A hyphen at the end of a line of which nobody can tell whether it is the author's. */
export interface UnsureHyphen {
  /** Its offset in the plain text of the runs, or where it was taken out. */
  readonly offset: number;
  readonly keeps: boolean;
}

export interface PdfText {
  readonly runs: readonly Run[];
  readonly hyphens: readonly UnsureHyphen[];
}

/** How lines become text. */
export interface RunContext {
  readonly lineEnds: LineEnds;
  /** What the page of an index is called, where that is known. */
  readonly labelOfPage: (page: number) => string | undefined;
  /** The stretches of text that mark notes, and other raised numbers. */
  readonly notes: Pick<PdfNotes, 'marks' | 'raised'>;
  /** The words of a heading are bold as a whole, which says nothing. */
  readonly plain: boolean;
}

/** The text of lines, with its styles, note marks and the pages that begin in it. */
export function runsOfLines(lines: readonly PdfLine[], skip: number, context: RunContext): PdfText {
  return new RunWriter(context).write(lines, skip);
}

class RunWriter {
  private readonly runs: Run[] = [];
  private readonly hyphens: UnsureHyphen[] = [];

  constructor(private readonly context: RunContext) {}

  write(lines: readonly PdfLine[], skip: number): PdfText {
    let left = skip;
    lines.forEach((line, index) => {
      const before = lines[index - 1];
      if (before) this.joinLine(line);
      if (before && before.page !== line.page) this.pageMark(line.page);
      for (const span of line.spans) {
        const text = span.text.slice(left);
        left = Math.max(0, left - span.text.length);
        this.span(span, text);
      }
    });
    return { runs: this.runs, hyphens: this.hyphens };
  }

  private joinLine(line: PdfLine): void {
    const before = plainOf(this.runs).slice(-80).trimEnd();
    if (LineEnds.isSuspended(before, line.text)) return this.text(' ', undefined);
    const verdict = this.context.lineEnds.read(before, line.text);
    if (verdict) {
      if (!verdict.keeps) this.trimHyphen();
      if (verdict.unsure)
        this.hyphens.push({
          offset: plainOf(this.runs).trimEnd().length - (verdict.keeps ? 1 : 0),
          keeps: verdict.keeps,
        });
      this.trimEnd();
    } else if (/[-\u2010/\u2013\u2014]$/u.test(before) && /\S[-\u2010/\u2013\u2014]$/u.test(before))
      this.trimEnd();
    else this.text(' ', undefined);
  }

  private trimEnd(): void {
    const last = this.runs.at(-1);
    if (last) this.runs[this.runs.length - 1] = { ...last, text: last.text.trimEnd() };
  }

  private trimHyphen(): void {
    this.trimEnd();
    const last = this.runs.at(-1);
    if (last) this.runs[this.runs.length - 1] = { ...last, text: last.text.slice(0, -1) };
  }

  private pageMark(page: number): void {
    const label = this.context.labelOfPage(page);
    if (label !== undefined) this.runs.push({ text: '', page: label });
  }

  private span(span: PdfSpan, text: string): void {
    const note = this.context.notes.marks.get(span);
    if (note !== undefined) {
      this.runs.push({ text: '', note });
      if (/\s$/.test(text)) this.text(' ', undefined);
      return;
    }
    const style = styleOf(span, this.context.plain);
    this.text(
      text.replace(/\u00AD(?!\s*$)/gu, ''),
      text.trim() === ''
        ? undefined
        : this.context.notes.raised.has(span)
          ? { ...style, raised: true }
          : style,
    );
  }

  private text(text: string, style: RunStyle | undefined): void {
    const last = this.runs.at(-1);
    const isBlankAfter = /\s$/.test(plainOf(this.runs.slice(-3))) && plainOf(this.runs) !== '';
    const own = isBlankAfter || plainOf(this.runs) === '' ? text.replace(/^\s+/u, '') : text;
    if (own === '') return;
    if (last && last.note === undefined && last.page === undefined && sameStyle(last.style, style))
      this.runs[this.runs.length - 1] = { ...last, text: last.text + own };
    else this.runs.push(style ? { text: own, style } : { text: own });
  }
}

function styleOf(span: PdfSpan, plain: boolean): RunStyle | undefined {
  const strong = span.bold && !plain;
  if (!span.italic && !strong) return undefined;
  return {
    ...(span.italic ? { emphasis: true as const } : {}),
    ...(strong ? { strong: true as const } : {}),
  };
}
