import { appendAll } from '../../core/text.ts';
import { endsInColon, endsSentence } from '../blocks.ts';
import { readHeadingLabel } from '../../core/source.ts';
import {
  isRaisedLine,
  setInOf,
  isFirstIndent,
  isSameSize,
  type PdfMeasures,
  smallGap,
} from './pdfMeasures.ts';
import { backLink, type PdfLine } from './pdfLines.ts';
import type { PdfRole, TaggedParagraph } from './taggedParagraphs.ts';

/** The lines of one paragraph, heading or note. */
export interface PdfParagraph {
  readonly lines: PdfLine[];
  /** Nothing tells for certain whether the paragraph before ends where this one begins, or in its line of this index. */
  unsure?: number;
  /** What the structure tree calls it, if the file has one. */
  readonly role?: PdfRole;
}

/** How a line stands to the one before it. */
export type LineJoint = 'begins' | 'continues' | 'unsure';

/** Puts lines in reading order together to paragraphs. */
export function paragraphsOfLines(lines: readonly PdfLine[], measures: PdfMeasures): PdfParagraph[] {
  const paragraphs: PdfParagraph[] = [];
  const rights = rightEdges(lines, measures.body);
  lines.forEach((line, index) => {
    const current = paragraphs.at(-1);
    const joint = current
      ? new JointReader(current.lines, line, lines[index + 1], measures, rights).read()
      : 'begins';
    if (!current || joint === 'begins') paragraphs.push({ lines: [line] });
    else {
      if (joint === 'unsure') current.unsure = current.lines.length;
      current.lines.push(line);
    }
  });
  return paragraphs;
}

/** Parts lines that no element of a structure tree has to itself, as texts right in a division. */
export function partLoose(tagged: readonly TaggedParagraph[], measures: PdfMeasures): TaggedParagraph[] {
  return tagged.flatMap((one): TaggedParagraph[] =>
    one.isLoose
      ? paragraphsOfLines(one.lines, measures).map(({ lines, unsure }) => ({ role: one.role, lines, unsure }))
      : [one],
  );
}

/** Joins the paragraphs of the structure trees that a page's end divides. */
export function joinTagged(tagged: readonly TaggedParagraph[], measures: PdfMeasures): PdfParagraph[] {
  const rights = rightEdges(
    tagged.flatMap(({ lines }) => lines),
    measures.body,
  );
  const joined: PdfParagraph[] = [];
  for (const { lines, role, unsure } of tagged) {
    const before = joined.at(-1);
    const [first, second] = lines;
    const last = before?.lines.at(-1);
    const isDivided =
      last !== undefined &&
      first !== undefined &&
      (last.page === first.page - 1 ||
        (last.page === first.page && last.column !== first.column && first.y < last.y));
    const isNext = isDivided && isSameRole(before?.role, role);
    const joint =
      isNext && before
        ? new JointReader(before.lines, first, second, measures, rights).readAcross()
        : 'begins';
    if (!before || joint === 'begins')
      joined.push({ lines: [...lines], role, ...(unsure === undefined ? {} : { unsure }) });
    else {
      if (joint === 'unsure') before.unsure = before.lines.length;
      appendAll(before.lines, lines);
    }
  }
  return joined;
}

/** Whether two paragraphs of the structure tree, on two pages, may be one. */
function isSameRole(before: PdfRole | undefined, role: PdfRole): boolean {
  const isText = role.kind === 'paragraph' || (role.kind === 'item' && role.label === undefined);
  return (
    isText &&
    (before?.kind === role.kind || role.kind === 'item') &&
    (before?.quotation === undefined) === (role.quotation === undefined)
  );
}

/** Whether all letters of a line are bold. */
function isBoldLine(line: PdfLine): boolean {
  return (
    line.spans.every((span) => span.bold || !/[\p{L}\p{N}]/u.test(span.text)) &&
    line.spans.some((span) => span.bold)
  );
}

/**
 * The right edge that each line may reach: that of its column, or, where lines are set in alike, that of the longest
 * of them.
 */
function rightEdges(lines: readonly PdfLine[], body: number): ReadonlyMap<PdfLine, number> {
  const edges = new Map<PdfLine, number>();
  for (let start = 0; start < lines.length;) {
    const first = lines[start];
    if (!first) break;
    let end = start + 1;
    while (end < lines.length && isSetAlike(lines[end - 1], lines[end])) end++;
    const run = lines.slice(start, end);
    const isSetIn = run.length > 1 && setInOf(first) > 0.5 * body;
    const right = Math.max(...run.map((line) => line.end));
    for (const line of run) edges.set(line, isSetIn ? right : line.column.right);
    start = end;
  }
  return edges;
}

function isSetAlike(a: PdfLine | undefined, b: PdfLine | undefined): boolean {
  if (!a || a.column !== b?.column) return false;
  return Math.abs(setInOf(a) - setInOf(b)) < 1.5 && isSameSize(a.size, b.size);
}

/** Two indents that differ by less than this, in sizes of the type, are the same. */
const sameIndent = 0.4;
/** A larger distance than this, in usual distances of lines, parts paragraphs. */
const partingGap = 1.25;
const partingGapAtRaised = 1.45;

/** Whether a line ends a sentence; the sign of a link back from a note may follow it. */
function endsWords(text: string): boolean {
  return endsSentence(text.replace(backLink, '').trimEnd());
}

/** Reads whether a line begins a paragraph, from where it and its neighbours stand. */
class JointReader {
  private readonly last: PdfLine;
  private readonly em: number;
  private readonly indent: number;
  private readonly lastIndent: number;

  constructor(
    private readonly current: readonly PdfLine[],
    private readonly line: PdfLine,
    private readonly next: PdfLine | undefined,
    private readonly measures: PdfMeasures,
    private readonly rights: ReadonlyMap<PdfLine, number>,
  ) {
    this.last = current.at(-1) ?? line;
    this.em = line.size;
    this.indent = setInOf(line);
    this.lastIndent = setInOf(this.last);
  }

  read(): LineJoint {
    const { last, line } = this;
    if (!isSameSize(last.size, line.size) || isBoldLine(last) !== isBoldLine(line)) return 'begins';
    if (this.isNextItem()) return 'begins';
    if (isHeadingStyle(line, this.measures)) return this.readHeading();
    return last.page === line.page && last.column === line.column && line.y > last.y
      ? this.readBelow()
      : this.readAcross();
  }

  /** Another item of a list: it begins as the first one does, in the same place. */
  private isNextItem(): boolean {
    const [first] = this.current;
    const marker = itemMarkerOf(this.line.text);
    if (marker === undefined || first === undefined) return false;
    return (
      marker === 'bullet' ||
      (itemMarkerOf(first.text) === marker && Math.abs(setInOf(first) - this.indent) < sameIndent * this.em)
    );
  }

  /** The next line of a heading, or another heading. */
  private readHeading(): LineJoint {
    const { last, line } = this;
    const isClose =
      line.page === last.page &&
      line.y - last.y < 1.4 * this.measures.leadingOf(line.size) &&
      line.y > last.y;
    const isCentred =
      this.lastIndent > this.em &&
      Math.abs(last.x + last.end - (last.column.left + last.column.right)) < 2 * this.em;
    const isLabelled = readHeadingLabel(line.text) !== undefined && readHeadingLabel(last.text) !== undefined;
    return isClose && !isLabelled && (isCentred || !this.isShort()) ? 'continues' : 'begins';
  }

  private readBelow(): LineJoint {
    const { last, line, em } = this;
    const gap = (line.y - last.y) / this.measures.leadingOf(line.size);
    if (gap > (this.isRaised() ? partingGapAtRaised : partingGap)) return 'begins';
    if (this.isAttribution()) return this.isShort() ? 'begins' : 'unsure';
    const step = this.indent - this.lastIndent;
    if (step > sameIndent * em) return this.isHanging() ? 'continues' : 'begins';
    if (step < -sameIndent * em)
      return this.current.length > 1 && this.isBlock() ? 'begins' : this.endsHere();
    const isOneLine = this.current.length === 1 && isFirstIndent(this.indent, em) && this.measures.isIndented;
    if (isOneLine && (this.isShort() || endsWords(last.text))) return 'begins';
    return this.endsHere(gap > smallGap);
  }

  /** A line that says whose the words are that are set in above it. */
  private isAttribution(): boolean {
    const isSetIn = Math.min(this.indent, this.lastIndent) > 0.8 * this.em;
    return (
      isSetIn && endsWords(this.last.text) && /^[\u2013-\u2015]\s?[\p{Lu}\p{Pi}"']/u.test(this.line.text)
    );
  }

  /**
   * Whether the paragraph ends with the line before because the next word would have fitted on it. Where paragraphs
   * have other signs, that line must be much shorter.
   */
  private endsHere(isApart = false): LineJoint {
    const { last, measures } = this;
    const isSentenceEnd = endsWords(last.text) || endsInColon(last.text);
    if (isSentenceEnd && isApart && !this.isRaised()) return 'begins';
    if (!isSentenceEnd && !isApart) return 'continues';
    if (!this.isShort()) return isSentenceEnd && this.hasNoSign() ? 'unsure' : 'continues';
    const room = last.column.right - last.end;
    const isFarShort = room > 0.3 * (last.column.right - last.column.left);
    return isApart || isFarShort || !(measures.isIndented || measures.hasGaps) ? 'begins' : 'continues';
  }

  /** Whether paragraphs of the text neither begin with an indent nor stand apart, and this line may begin one. */
  private hasNoSign(): boolean {
    const { isIndented, hasGaps, hasSmallGaps } = this.measures;
    return !isIndented && !hasGaps && !hasSmallGaps && !/^[\p{P}\p{S}]*\p{Ll}/u.test(this.line.text);
  }

  private isRaised(): boolean {
    return isRaisedLine(this.last) || isRaisedLine(this.line);
  }

  /** A first line that stands out: the lines below it are set in alike. */
  private isHanging(): boolean {
    const { next, line, last } = this;
    if (this.current.length !== 1) return false;
    if (itemMarkerOf(last.text) !== undefined) return true;
    const isAlike =
      next?.column === line.column && Math.abs(setInOf(next) - this.indent) < sameIndent * this.em;
    return isAlike && !this.isShort() && !endsWords(last.text);
  }

  /** Whether the last lines are set in alike, as those of a quotation are. */
  private isBlock(): boolean {
    const before = this.current.at(-2);
    return (
      before !== undefined &&
      this.lastIndent > sameIndent * this.em &&
      Math.abs(setInOf(before) - this.lastIndent) < sameIndent * this.em
    );
  }

  /** Whether the lines after the first are set in further than it is, as those of a list's item are. */
  private isHangingRest(): boolean {
    const [first, second] = this.current;
    return (
      first !== undefined && second !== undefined && setInOf(first) < this.lastIndent - sameIndent * this.em
    );
  }

  /** The first line of a column or page. */
  readAcross(): LineJoint {
    const { last, line, em } = this;
    const isStep = Math.abs(this.indent - this.lastIndent) > sameIndent * em;
    const isAlike = !isStep && this.current.length === 1 && !this.isShort() && !endsWords(last.text);
    if ((isAlike || (!isStep && this.isHangingRest())) && this.indent > 0.5 * em && !this.isShort())
      return 'continues';
    if (this.indent > 0.5 * em && (isStep || !this.isBlock())) return 'begins';
    if (isStep && this.isBlock()) return 'begins';
    const isEnd = endsWords(last.text) || endsInColon(last.text);
    if (/^\p{Ll}/u.test(line.text) && !isEnd) return 'continues';
    if (this.isShort()) return isEnd ? 'begins' : 'unsure';
    return isEnd && !this.measures.isIndented && !/^\p{Ll}/u.test(line.text) ? 'unsure' : 'continues';
  }

  /** Whether the first word of the line would have had room on the line before. */
  private isShort(): boolean {
    const { last, line, em } = this;
    const right = this.rights.get(last) ?? last.column.right;
    const word = line.text.search(/\s|$/);
    const width = ((line.end - line.x) * word) / Math.max(1, line.text.length);
    return right - last.end > width + 0.6 * em && right - last.end > em;
  }
}

/** Whether a line is set as headings are: larger than the text, or all in bold. */
export function isHeadingStyle(line: PdfLine, measures: PdfMeasures): boolean {
  return line.size > measures.body * 1.08 || (isBoldLine(line) && line.size > measures.body * 0.92);
}

/** The sign or number of a list's item that a line begins with. */
function itemMarkerOf(text: string): 'bullet' | 'dash' | 'number' | undefined {
  if (/^[•◦▪‣●○■]\s?/u.test(text)) return 'bullet';
  if (/^[–—*-]\s/u.test(text)) return 'dash';
  return /^\(?(?:\d{1,3}|\p{L})[.)]\s/u.test(text) ? 'number' : undefined;
}
