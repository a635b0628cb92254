/**
 * What nobody writes so often in one stretch, and for each of which Markdown's own parser goes back over all that came
 * before: underlined headings, items of lists in lists, lines that run on without the mark of their list or quotation,
 * lines without a blank one between them.
 */
const most = { underlines: 200, innerItems: 2000, lazyLines: 2000, lines: 10_000 };
/** Marks of emphasis, and other marks within lines, between two blank lines. */
const mostEmphasis = 2000;
const mostMarks = 10_000;
/** Means nothing in Markdown, and keeps every offset. */
const inert = '\uFFFD';
/** Shorter texts have no room for so many. */
const shortest = 400;

const line = /([^\r\n]*)(?:\r\n|\r|\n|$)/g;
const underline = /^[ \t>]*(?:-+|=+)[ \t]*$/;
const rule = /^[ \t>]*([-*_])(?:[ \t]*\1)+[ \t]*$/;
/** The marks of quotations and items that a line begins with. */
const marks = /^(?:[ \t>]*(?:[-+*]|[0-9]{1,9}[.)])(?=[ \t]|$))*[ \t>]*/;
const itemMark = /[-+*.)](?=[ \t]|$)/g;
const inlineMark = /[*_~]+|[[<`&\\]/g;
const emphasis = /^[*_~]/;
const fence = /^(`{3,}(?=[^`]*$)|~{3,})/;

/**
 * The offset of the line from which on a text repeats something more often than anybody writes; its length where it does
 * not. Fenced code at the margin repeats what it likes.
 */
export function endOfReadable(text: string): number {
  if (text.length < shortest) return text.length;
  const counter = new RepetitionCounter();
  for (const found of text.matchAll(line)) {
    if (found[0] === '') break;
    counter.take(found[1] ?? '');
    if (counter.isTooMuch) return found.index;
  }
  return text.length;
}

/** Counts what repeats itself, line by line. */
class RepetitionCounter {
  private counts = { underlines: 0, innerItems: 0, lazyLines: 0, lines: 0 };
  /** The column of the first item of a list, while one goes on. */
  private margin: number | undefined;
  private inContainer = false;
  private isBehindBlank = false;
  /** The fence that is open at the margin. */
  private fence = '';

  get isTooMuch(): boolean {
    const { counts } = this;
    return (
      counts.lines > most.lines ||
      counts.lazyLines > most.lazyLines ||
      counts.underlines > most.underlines ||
      counts.innerItems > most.innerItems
    );
  }

  take(content: string): void {
    if (this.isCode(content)) return;
    if (content.trim() === '') {
      this.counts = { ...this.counts, underlines: 0, lazyLines: 0, lines: 0 };
      this.inContainer = false;
      this.isBehindBlank = true;
      return;
    }
    const opening = marks.exec(content)?.[0] ?? '';
    // A line at the margin behind a blank one ends every list.
    if (this.isBehindBlank && opening === '') this.endLists();
    this.isBehindBlank = false;
    this.counts.lines++;
    if (underline.test(content)) this.counts.underlines++;
    if (opening === '' && this.inContainer) this.counts.lazyLines++;
    if (!rule.test(content)) this.countItems(opening);
  }

  private endLists(): void {
    this.counts.innerItems = 0;
    this.margin = undefined;
  }

  private countItems(opening: string): void {
    const items = opening.match(itemMark)?.length ?? 0;
    if (items > 0 || opening.includes('>')) this.inContainer = true;
    if (items === 0) return;
    const column = opening.search(/[^ \t>]/);
    this.margin ??= column;
    this.counts.innerItems += items - 1 + (column > this.margin + 1 ? 1 : 0);
  }

  private isCode(content: string): boolean {
    const mark = fence.exec(content)?.[1] ?? '';
    if (this.fence !== '') {
      if (mark.startsWith(this.fence) && content.trim() === mark) this.fence = '';
      return true;
    }
    this.fence = mark;
    return mark !== '';
  }
}

/**
 * A text of the same length in which no stretch between blank lines has more marks of emphasis, links, code and the like
 * than anybody writes: those beyond are made inert. Any text that people write comes back as it is.
 */
export function limitMarks(text: string): string {
  if (text.length < shortest) return text;
  let emphases = 0;
  let marks = 0;
  return text.replace(line, (whole, content: string) => {
    if (content.trim() === '') emphases = marks = 0;
    return whole.replace(inlineMark, (run) => {
      const isTooMany = emphasis.test(run) ? ++emphases > mostEmphasis : ++marks > mostMarks;
      return isTooMany ? inert.repeat(run.length) : run;
    });
  });
}
