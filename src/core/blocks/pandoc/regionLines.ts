import { type BlockLine, lineAt } from '../blockLines.ts';

/** What a container takes from the start of each of its lines: the `>` of a quotation, or the indentation of an item. */
type ContainerPrefix = { readonly isQuote: true } | { readonly isQuote: false; readonly width: number };

const prefixPart = / {0,3}> ?|[^>]+?(?= {0,3}>|$)/g;
const quotePrefix = / {0,3}> ?/y;

/**
 * The lines of the container in which a block begins, from that block on, without what the container takes from them.
 * They are read as they are asked for, and end where the container certainly ends.
 */
export class RegionLines {
  private readonly lines: BlockLine[] = [];
  private readonly prefixes: ContainerPrefix[];
  private readonly hasReturns: boolean;
  private isAtEnd = false;
  private nextStart: number;

  /** @param start where the content of the first line begins, behind what its containers take of it */
  constructor(
    readonly text: string,
    readonly start: number,
  ) {
    this.hasReturns = text.includes('\r');
    const lineStart = startOfLine(text, start);
    const prefix = text.slice(lineStart, start);
    this.prefixes = prefixesOf(prefix);
    const { end, next } = lineAt(text, lineStart, this.hasReturns);
    this.lines.push({ start, end: Math.max(start, end), next });
    this.nextStart = next;
    // A tab takes a number of columns that depends on where it stands.
    this.isAtEnd = prefix.includes('\t') || end === next;
  }

  /** Whether the lines stand in no container. */
  get isTop(): boolean {
    return this.prefixes.length === 0;
  }

  /** The line before the first one, as it stands; undefined at the start of the text. */
  get lineBefore(): string | undefined {
    const own = startOfLine(this.text, this.start);
    if (own === 0) return undefined;
    const end = this.text.startsWith('\r\n', own - 2) ? own - 2 : own - 1;
    return this.text.slice(startOfLine(this.text, end), end);
  }

  /** Returns a line; undefined behind the last one. */
  line(index: number): BlockLine | undefined {
    while (this.lines.length <= index && !this.isAtEnd) this.readNext();
    return this.lines[index];
  }

  /** Returns the text of a line; undefined behind the last one. */
  content(index: number): string | undefined {
    const line = this.line(index);
    return line && this.text.slice(line.start, line.end);
  }

  /** Whether a line is blank, or there is none. */
  isBlank(index: number): boolean {
    const content = this.content(index);
    return content === undefined || !/[^ \t]/.test(content);
  }

  /** Whether there is such a line, and it is not blank. */
  isFilled(index: number): boolean {
    return !this.isBlank(index);
  }

  private readNext(): void {
    if (this.nextStart >= this.text.length) {
      this.isAtEnd = true;
      return;
    }
    const { start, end, next } = lineAt(this.text, this.nextStart, this.hasReturns);
    const content = this.afterPrefixes(start, end);
    if (content === undefined) this.isAtEnd = true;
    else this.lines.push({ start: content, end, next });
    this.nextStart = next;
  }

  /** Returns where the content of a line begins; undefined where it is not in the containers. */
  private afterPrefixes(start: number, end: number): number | undefined {
    let at = start;
    for (const prefix of this.prefixes) {
      if (prefix.isQuote) {
        quotePrefix.lastIndex = at;
        if (!quotePrefix.test(this.text) || quotePrefix.lastIndex > end) return undefined;
        at = quotePrefix.lastIndex;
        continue;
      }
      const from = at;
      while (at < end && at - from < prefix.width && this.text.charCodeAt(at) === 32) at++;
      if (at - from < prefix.width && at < end) return undefined;
    }
    return at;
  }
}

function prefixesOf(prefix: string): ContainerPrefix[] {
  return (prefix.match(prefixPart) ?? []).map((part) =>
    part.includes('>') ? { isQuote: true } : { isQuote: false, width: part.length },
  );
}

function startOfLine(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text.charCodeAt(at - 1) !== 10 && text.charCodeAt(at - 1) !== 13) at--;
  return at;
}
