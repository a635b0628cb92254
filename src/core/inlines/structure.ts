import { endOfMath, endOfTexCommand, type HtmlTag, isEscape, readHtmlTag } from '../syntax.ts';

/** The brackets and code spans of a text. They are found once, so that no attempt has to search for their ends again. */
export class Structure {
  private readonly closings = new Map<number, number>();
  private readonly ticks = new Map<number, number[]>();
  private readonly lastComment: number;

  constructor(private readonly text: string) {
    this.lastComment = text.lastIndexOf('-->');
    for (const run of text.matchAll(/`+/g)) {
      const starts = this.ticks.get(run[0].length);
      if (starts) starts.push(run.index);
      else this.ticks.set(run[0].length, [run.index]);
    }
    this.matchBrackets();
  }

  /**
   * Returns the offset of the `]` that matches the `[` at `at`, ignoring code, math, tags and escapes; undefined where
   * there is none before the limit.
   */
  closingBracket(at: number, limit: number): number | undefined {
    const close = this.closings.get(at);
    return close !== undefined && close < limit ? close : undefined;
  }

  /** Returns the HTML tag or comment at `at`; undefined where there is none. */
  tag(at: number, limit: number): HtmlTag | undefined {
    const unclosed = at + 4 > this.lastComment && this.text.startsWith('<!--', at);
    return unclosed ? undefined : readHtmlTag(this.text, at, limit);
  }

  /** Returns the code span that starts at `at`; undefined where there is none. */
  codeSpan(at: number, limit: number): { from: number; to: number; end: number } | undefined {
    let width = 0;
    while (at + width < limit && this.text.charAt(at + width) === '`') width++;
    const starts = this.ticks.get(width);
    const close = starts === undefined ? undefined : firstAtLeast(starts, at + width);
    if (width === 0 || close === undefined || close + width > limit) return undefined;
    return { from: at + width, to: close, end: close + width };
  }

  private matchBrackets(): void {
    const open: number[] = [];
    const limit = this.text.length;
    for (let at = 0; at < limit;) {
      const end = this.endOfOpaque(at, limit);
      if (end !== undefined) {
        at = end;
        continue;
      }
      const character = this.text.charAt(at);
      if (character === '[') open.push(at);
      else if (character === ']') {
        const start = open.pop();
        if (start !== undefined) this.closings.set(start, at);
      }
      at++;
    }
  }

  private endOfOpaque(at: number, limit: number): number | undefined {
    switch (this.text.charAt(at)) {
      case '\\':
        return isEscape(this.text, at, limit) ? at + 2 : endOfTexCommand(this.text, at, limit);
      case '`':
        return this.codeSpan(at, limit)?.end;
      case '$':
        return endOfMath(this.text, at, limit);
      case '<':
        return this.tag(at, limit)?.end;
      default:
        return undefined;
    }
  }
}

/** Returns the first number of a sorted list that is at least `least`. */
function firstAtLeast(sorted: readonly number[], least: number): number | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return sorted[low];
}
