import type { Nodes, Root } from 'mdast';
import { inert } from './remarkExtensions.ts';

/**
 * Maximum depth of nested blocks. Nobody writes deeper; there, Markdown's own parser takes quadratic time, and recursive
 * functions would exhaust the stack.
 */
const maxBlockNesting = 50;
/** A level of a list or quotation takes at least two columns at the start of its line, or one `>`. */
const widestPrefix = 2 * maxBlockNesting;

/** White space and the marks of quotations, lists and notes at the start of a line. */
const prefix = /^(?:[ \t]|>|[-+*](?=[ \t]|$)|[0-9]{1,9}[.)](?=[ \t]|$)|\[\^[^\]\s]{1,200}\]:)+/;
/** A mark that opens a level: the label of a note, or the sign of a list or quotation. */
const opener = /\[\^[^\]\s]{1,200}\]:|[>+*\-.)]/g;

/**
 * Returns a text of the same length in which no line opens more than about fifty levels of quotations, lists or notes.
 * Further marks are replaced. Any text that people write is returned unchanged. Each line is judged by itself.
 */
export function limitNesting(text: string): string {
  return mayNestDeeply.test(text) ? text.replace(/[^\r\n]+/g, limitLine) : text;
}

/**
 * A cheap test: a line starts with as many marks as fifty levels take, or with a note, which may be indented by any width.
 */
const mayNestDeeply = /(?:^|[\r\n])(?:[ \t>+*\-0-9.)]{50}|[ \t>+*\-0-9.)]*\[\^)/;

function limitLine(line: string): string {
  const opening = prefix.exec(line)?.[0] ?? '';
  if (opening.length <= maxBlockNesting) return line;
  let levels = 0;
  let labels = 0;
  const limited = opening.replace(opener, (found: string, at: number) => {
    const column = at - labels;
    labels += found.length - 1;
    return ++levels > maxBlockNesting || column >= widestPrefix ? found.slice(0, -1) + inert : found;
  });
  return limited + line.slice(opening.length);
}

/** Whether all nodes of a tree can be reached by recursion safely. Does not itself recurse. */
export function isShallow(tree: Root): boolean {
  const open: { readonly node: Nodes; readonly depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.depth > 4 * maxBlockNesting) return false;
    if ('children' in next.node)
      for (const child of next.node.children) open.push({ node: child, depth: next.depth + 1 });
  }
  return true;
}

/**
 * Returns a text as plain paragraphs separated by blank lines, for a document that cannot be read as Markdown.
 * @param from the start of the paragraphs
 */
export function plainTree(text: string, from = 0): Root {
  const children = [...text.slice(from).matchAll(/(?:[^\r\n]*[^\s][^\r\n]*(?:\r\n|\r|\n|$))+/g)].map(
    (match): Root['children'][number] => {
      const value = match[0].trimEnd();
      const at = (offset: number) => ({ line: 1, column: 1, offset });
      const start = from + match.index;
      const position = { start: at(start), end: at(start + value.length) };
      return { type: 'paragraph', position, children: [{ type: 'text', value, position }] };
    },
  );
  return { type: 'root', children };
}

/**
 * Limits for repetitions within one stretch of text. Nobody writes so many, and for each of them Markdown's own parser goes
 * back over everything before it: underlined headings, items of nested lists, lines that continue a list or quotation
 * without its mark, lines without a blank one between them.
 */
const maxRepeats = { underlines: 200, innerItems: 2000, lazyLines: 2000, lines: 10_000 };
/** Limits for emphasis marks, and for other inline marks, between two blank lines. */
const maxEmphasisMarks = 2000;
const maxInlineMarks = 10_000;
/** Shorter texts cannot reach any limit. */
const minRepetitiveUnits = 400;

const lineWithEnd = /([^\r\n]*)(?:\r\n|\r|\n|$)/g;
const underlineRow = /^[ \t>]*(?:-+|=+)[ \t]*$/;
const thematicBreak = /^[ \t>]*([-*_])(?:[ \t]*\1)+[ \t]*$/;
/** The marks of quotations and items at the start of a line. */
const containerMarks = /^(?:[ \t>]*(?:[-+*]|[0-9]{1,9}[.)])(?=[ \t]|$))*[ \t>]*/;
const itemMark = /[-+*.)](?=[ \t]|$)/g;
const inlineMark = /[*_~]+|[[<`&\\]/g;
const emphasis = /^[*_~]/;
const fenceOpening = /^(`{3,}(?=[^`]*$)|~{3,})/;

/**
 * Returns the offset of the line where a text exceeds a limit of repetition; its length where it does not. Fenced code at
 * the left margin may repeat anything.
 */
export function endOfReadable(text: string): number {
  if (text.length < minRepetitiveUnits) return text.length;
  const counter = new RepetitionCounter();
  for (const found of text.matchAll(lineWithEnd)) {
    if (found[0] === '') break;
    counter.take(found[1] ?? '');
    if (counter.isTooMuch) return found.index;
  }
  return text.length;
}

/** Counts repetitions, line by line. */
class RepetitionCounter {
  private counts = { underlines: 0, innerItems: 0, lazyLines: 0, lines: 0 };
  /** The column of the first item of the current list; undefined outside lists. */
  private margin: number | undefined;
  private inContainer = false;
  private isBehindBlank = false;
  /** The open fence at the left margin; empty where there is none. */
  private fence = '';

  get isTooMuch(): boolean {
    const { counts } = this;
    return (
      counts.lines > maxRepeats.lines ||
      counts.lazyLines > maxRepeats.lazyLines ||
      counts.underlines > maxRepeats.underlines ||
      counts.innerItems > maxRepeats.innerItems
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
    const opening = containerMarks.exec(content)?.[0] ?? '';
    // A line at the margin after a blank one ends every list.
    if (this.isBehindBlank && opening === '') this.endLists();
    this.isBehindBlank = false;
    this.counts.lines++;
    if (underlineRow.test(content)) this.counts.underlines++;
    if (opening === '' && this.inContainer) this.counts.lazyLines++;
    if (!thematicBreak.test(content)) this.countItems(opening);
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
    const mark = fenceOpening.exec(content)?.[1] ?? '';
    if (this.fence !== '') {
      if (mark.startsWith(this.fence) && content.trim() === mark) this.fence = '';
      return true;
    }
    this.fence = mark;
    return mark !== '';
  }
}

/**
 * Returns a text of the same length in which no stretch between blank lines has more than the maximum of emphasis, link,
 * code and similar marks. Further marks are replaced. Any text that people write is returned unchanged.
 */
export function limitMarks(text: string): string {
  if (text.length < minRepetitiveUnits) return text;
  let emphases = 0;
  let marks = 0;
  return text.replace(lineWithEnd, (whole, content: string) => {
    if (content.trim() === '') emphases = marks = 0;
    return whole.replace(inlineMark, (run) => {
      const isTooMany = emphasis.test(run) ? ++emphases > maxEmphasisMarks : ++marks > maxInlineMarks;
      return isTooMany ? inert.repeat(run.length) : run;
    });
  });
}
