import {
  type CitationKeyToken,
  endOfMath,
  endOfTexCommand,
  type HtmlTag,
  isEscape,
  readHtmlTag,
} from '../syntax.ts';
import { firstIndex } from '../text.ts';

/** How Pandoc prints a citation: in brackets, with the author's name in the sentence, or without the author. */
export type CitationMode = 'normal' | 'authorInText' | 'suppressAuthor';

/**
 * Inline content as Pandoc reads it. It is read from the text of one block, in addition to CommonMark's tree, because
 * Pandoc's rules for brackets, quotation marks and emphasis decide what belongs to a citation. Offsets are into the text of
 * the block. A `tie` is the space after an abbreviation such as `p.`, which Pandoc makes a no-break space. A `group` is not
 * an element; it holds inlines that were read together.
 */
export type Inline =
  | {
      readonly kind: 'string' | 'code' | 'math';
      readonly text: string;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'space' | 'tie' | 'softBreak' | 'lineBreak' | 'raw' | 'nothing';
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'group' | 'singleQuoted' | 'doubleQuoted';
      readonly children: readonly Inline[];
      readonly start: number;
      readonly end: number;
    }
  | StyledInline
  | LinkInline
  | NoteInline
  | CiteNode;

/** Inlines between marks, or a span. */
export interface StyledInline {
  readonly kind: 'styled';
  readonly style: InlineStyle;
  /** Where the attributes of a span begin: those in braces, or the opening tag. Undefined for other styles. */
  readonly attributesAt: number | undefined;
  readonly children: readonly Inline[];
  readonly start: number;
  readonly end: number;
}

export interface LinkInline {
  readonly kind: 'link' | 'image';
  readonly target: LinkSource;
  /** Where what may be attributes begins. */
  readonly attributesAt: number;
  readonly children: readonly Inline[];
  readonly start: number;
  readonly end: number;
}

export interface NoteInline {
  readonly kind: 'note';
  /** The label of `[^label]`; undefined for a note in the text, which has children. */
  readonly label: string | undefined;
  readonly children: readonly Inline[];
  readonly start: number;
  readonly end: number;
}

/** What marks around inlines mean. */
export type InlineStyle =
  'emphasis' | 'strong' | 'strongEmphasis' | 'strikeout' | 'superscript' | 'subscript' | 'span';

/** What says where a link leads: `(…)` at an offset, a label that the document defines, or an address in angle brackets. */
export type LinkSource = { readonly at: number } | { readonly label: string } | { readonly address: string };

/** One citation group: `[see @a; @b]`, `@a [¶ 4]`, `@a`. */
export interface CiteNode {
  readonly kind: 'cite';
  readonly citations: readonly CiteItem[];
  /** The text that Pandoc prints where it does not resolve citations. */
  readonly fallback: string;
  readonly start: number;
  readonly end: number;
}

/** One work of a citation group. */
export interface CiteItem {
  readonly key: CitationKeyToken;
  readonly mode: CitationMode;
  readonly prefix: readonly Inline[];
  readonly suffix: readonly Inline[];
  /** The bounds of the suffix, with leading and trailing space. */
  readonly suffixStart: number;
  readonly suffixEnd: number;
}

/** An inline that was read, and where it ends. */
export interface Step {
  readonly node: Inline;
  readonly end: number;
  /** Whether a word ends at `end`. No key and no opening quotation mark can follow it directly. */
  readonly afterWord: boolean;
}

export function string(text: string, start: number, end: number): Inline {
  return { kind: 'string', text, start, end };
}

/** The brackets and code spans of a text. They are found once, so that no attempt has to search for their ends again. */
export class BracketStructure {
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
    const close = starts?.[firstIndex(starts, (start) => start >= at + width)];
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
