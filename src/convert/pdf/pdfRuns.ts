import { type LineHyphen, type Run, type RunStyle, sameStyle } from '../blocks.ts';
import { type HyphenVerdict, LineEnds } from './lineEnds.ts';
import type { PdfLine } from './pdfLines.ts';
import type { PdfNotes } from './pdfNotes.ts';
import type { PdfSpan } from './pdfSpans.ts';

/** A hyphen at the end of a line. */
export interface ReadHyphen extends LineHyphen {
  /** Nobody can tell whether it is the author's. */
  readonly unsure: boolean;
}

export interface PdfText {
  readonly runs: readonly Run[];
  /** The hyphens at the ends of lines of which the file does not say whose they are. */
  readonly hyphens: readonly ReadHyphen[];
  /** Where each line begins in the plain text of the runs. */
  readonly starts: readonly number[];
}

/** How lines become text. */
export interface RunContext {
  readonly lineEnds: LineEnds;
  /** What the page of an index is called, where that is known. */
  readonly labelOfPage: (page: number) => string | undefined;
  /** The stretches of text that mark notes, and other raised numbers. */
  readonly notes: Pick<PdfNotes, 'marks' | 'raised'>;
  /** The file is set by TeX, which writes an ellipsis as dots with narrow spaces. */
  readonly isTex: boolean;
  /** The words of a heading are bold as a whole, which says nothing. */
  readonly plain: boolean;
}

/** The text of lines, with its styles, note marks and the pages that begin in it. */
export function runsOfLines(lines: readonly PdfLine[], skip: number, context: RunContext): PdfText {
  return new RunWriter(context).write(lines, skip);
}

class RunWriter {
  private readonly runs: Run[] = [];
  private readonly hyphens: ReadHyphen[] = [];
  private readonly starts: number[] = [];
  private plain = '';
  private isSpacePending = false;

  constructor(private readonly context: RunContext) {}

  write(lines: readonly PdfLine[], skip: number): PdfText {
    let left = skip;
    lines.forEach((line, index) => {
      const before = lines[index - 1];
      if (before) this.joinLine(line);
      if (before && before.page !== line.page) this.pageMark(line.page);
      this.starts.push(this.plain.length);
      for (const span of line.spans) {
        const text = this.ofProducer(span.text.slice(left));
        left = Math.max(0, left - span.text.length);
        this.span(span, text);
      }
    });
    this.trim(0);
    return {
      runs: this.runs.filter((run) => run.text !== '' || run.note !== undefined || run.page !== undefined),
      hyphens: this.hyphens,
      starts: this.starts,
    };
  }

  private ofProducer(text: string): string {
    return this.context.isTex ? text.replace(/\.(?: \.){2}/g, '…') : text;
  }

  private joinLine(line: PdfLine): void {
    const before = this.plain.slice(-80).trimEnd();
    const verdict = LineEnds.isSuspended(before, line.text)
      ? undefined
      : this.context.lineEnds.read(before, line.text);
    if (verdict) this.joinWord(verdict);
    else if (/\S[-\u2010/\u2013\u2014]$/u.test(before) && !LineEnds.isSuspended(before, line.text))
      this.trim(0);
    else this.text(' ', undefined);
  }

  private joinWord({ keeps, unsure, by }: HyphenVerdict): void {
    this.trim(keeps ? 0 : 1);
    if (by === 'file') return;
    const known = by === 'word' ? { isKnown: true as const } : {};
    this.hyphens.push({ offset: this.plain.length - (keeps ? 1 : 0), keeps, unsure, ...known });
  }

  /** Takes the space off the end, and as many code units before it. */
  private trim(units: number): void {
    this.isSpacePending = false;
    const last = this.lastText();
    if (!last || units === 0) return;
    this.plain = this.plain.slice(0, -units);
    this.replaceLast({ ...last, text: last.text.slice(0, -units) });
  }

  private pageMark(page: number): void {
    const label = this.context.labelOfPage(page);
    if (label !== undefined) this.runs.push({ text: '', page: label });
  }

  private span(span: PdfSpan, text: string): void {
    const note = this.context.notes.marks.get(span);
    if (note !== undefined) {
      this.runs.push({ text: '', note });
      if (/\s$/.test(text)) this.isSpacePending = true;
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

  /** Adds text. Spaces around it wait until it is known whether the next words have the same style. */
  private text(text: string, style: RunStyle | undefined): void {
    const words = text.trim();
    if (/^\s/.test(text) && this.plain !== '') this.isSpacePending = true;
    if (words === '') return;
    const isAfterMark = this.runs.at(-1)?.note !== undefined && /^[\p{Pe}\p{Pf}.,;:!?]/u.test(words);
    const space = this.isSpacePending && !isAfterMark ? ' ' : '';
    this.isSpacePending = /\s$/.test(text);
    this.plain += space + words;
    const last = this.lastText();
    if (last && sameStyle(last.style, style)) this.replaceLast({ ...last, text: last.text + space + words });
    else {
      const isBefore = space !== '' && last?.style === undefined && last !== undefined;
      if (isBefore) this.replaceLast({ ...last, text: `${last.text} ` });
      const own = isBefore ? words : space + words;
      if (style && own !== words) this.runs.push({ text: ' ' }, { text: words, style });
      else this.runs.push(style ? { text: own, style } : { text: own });
    }
  }

  /** The last run, if that is text. */
  private lastText(): Run | undefined {
    const last = this.runs.at(-1);
    return last?.note === undefined && last?.page === undefined ? last : undefined;
  }

  private replaceLast(run: Run): void {
    this.runs[this.runs.length - 1] = run;
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
