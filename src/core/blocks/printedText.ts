import type { Nodes } from 'mdast';
import { endOfAttributes, endOfMath, endOfRawAttribute, isAlphaNumeric, readSpans } from '../syntax.ts';
import { type MappedText, type Range } from '../text.ts';
import { plainTextOf } from './plainTextOf.ts';
import { rangeOf } from './blockLines.ts';

/** A pair of start and end, in UTF-16 code units of the plain text of a block. */
type Stretch = readonly [number, number];

/**
 * As `plainTextOf`, without what Pandoc does not print: marks of inlines that CommonMark does not have, inline notes, attributes of
 * headings.
 */
export function printedTextOf(nodes: readonly Nodes[], text: string): MappedText {
  const plain = plainTextOf(nodes, text);
  if (!mayHoldUnprinted(plain.text)) return plain;
  const stretches = unprintedStretches(plain, text, factsOf(nodes, plain));
  return stretches.length === 0 ? plain : plain.withoutStretches(stretches);
}

/** Returns the words of the inline notes in blocks, `^[…]`, as Pandoc prints them. */
export function inlineNotesOf(nodes: readonly Nodes[], text: string): readonly MappedText[] {
  const plain = plainTextOf(nodes, text);
  const facts = factsOf(nodes, plain);
  return unprintedStretches(plain, text, facts).flatMap(([start, end]) => {
    if (!plain.text.startsWith('^[', start) || plain.text.charAt(end - 1) !== ']') return [];
    const words = plain.slice(start + '^['.length, end - 1);
    const isCode = (index: number): boolean => facts.isCode(index + start + '^['.length);
    return [words.withoutStretches(unprintedStretches(words, text, { ...facts, isCode }))];
  });
}

function factsOf(nodes: readonly Nodes[], plain: MappedText): PlainFacts {
  const code = rangesOfType(nodes, ['code', 'inlineCode']);
  const headings = rangesOfType(nodes, ['heading']);
  const isIn = (ranges: readonly Range[], index: number): boolean => {
    const origin = plain.startAt(index) ?? -1;
    return ranges.some(({ start, end }) => start <= origin && origin < end);
  };
  return {
    isCode: (index) => isIn(code, index),
    isHeading: (index) => isIn(headings, index),
    withNotes: true,
  };
}

function rangesOfType(nodes: readonly Nodes[], types: readonly Nodes['type'][]): Range[] {
  return nodes.flatMap((node) => {
    if (types.includes(node.type)) return [rangeOf(node)];
    return 'children' in node ? rangesOfType(node.children, types) : [];
  });
}

/** A cheap test for marks of inlines that CommonMark does not have. */
function mayHoldUnprinted(plain: string): boolean {
  return /[{^~$\\]/.test(plain);
}

/** What the plain text of blocks does not tell of itself. Indexes are into it. */
interface PlainFacts {
  readonly isCode: (index: number) => boolean;
  readonly isHeading: (index: number) => boolean;
  /** Whether inline notes, `^[…]`, are left out as well. */
  readonly withNotes: boolean;
}

/**
 * Returns what Pandoc does not print of the plain text of blocks, in order: brackets and attributes of spans, attributes of links,
 * images, code and headings, marks of superscripts, subscripts and formulas, raw text, the backslash of an escape.
 * @param text the Markdown that `plain` was made from
 */
export function unprintedStretches(plain: MappedText, text: string, facts: PlainFacts): readonly Stretch[] {
  if (!mayHoldUnprinted(plain.text)) return [];
  return blocksOf(plain).flatMap(([start, end]) => {
    const own = start === 0 && end === plain.text.length ? plain : plain.slice(start, end);
    const isCode = (index: number): boolean => facts.isCode(index + start);
    const finder = new UnprintedFinder(own, text, isCode);
    const stretches = finder.find(facts.withNotes, facts.isHeading(start));
    return stretches.map(([from, to]): Stretch => [from + start, to + start]);
  });
}

/** Returns the blocks in a plain text: what stands between them is in no text. */
function blocksOf(plain: MappedText): Stretch[] {
  const blocks: Stretch[] = [];
  let start = 0;
  for (let at = plain.text.indexOf('\n'); at >= 0; at = plain.text.indexOf('\n', at + 1)) {
    if (plain.startAt(at) !== plain.endAt(at)) continue;
    blocks.push([start, at]);
    start = at + 1;
  }
  return [...blocks, [start, plain.text.length]];
}

class UnprintedFinder {
  /** The words, with a sign of no meaning for each character of ASCII that may be a mark and is none, as it is escaped or code. */
  private readonly marks: string;
  private readonly found: Stretch[] = [];

  constructor(
    private readonly plain: MappedText,
    private readonly text: string,
    private readonly isCode: (index: number) => boolean,
  ) {
    this.marks = plain.text.replace(/[!-/:-@[-`{-~]/g, (mark, at: number) =>
      this.isMark(at) ? mark : noMark,
    );
  }

  private isMark(at: number): boolean {
    const start = this.plain.startAt(at);
    return start !== undefined && this.plain.endAt(at) === start + 1 && !this.isCode(at);
  }

  find(withNotes: boolean, isHeading: boolean): readonly Stretch[] {
    for (const { start, close, attributes } of readSpans(this.marks))
      this.found.push([start, start + 1], [close, attributes.end]);
    for (let at = 0; at < this.marks.length; at++) {
      const end = this.takeAt(at, withNotes);
      if (end !== undefined) at = end - 1;
    }
    if (isHeading) this.takeHeadingEnd();
    return this.found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  }

  /** Notes what is not printed from an index on, and returns where to go on. */
  private takeAt(at: number, withNotes: boolean): number | undefined {
    switch (this.marks.charAt(at)) {
      case '\\':
        return this.takeEscape(at);
      case '{':
        return this.takeAttributes(at);
      case '^':
        return (withNotes ? this.takeNote(at) : undefined) ?? this.takeScript(at);
      case '~':
        return this.takeScript(at);
      case '$':
        return this.takeMath(at);
      default:
        return undefined;
    }
  }

  private take(start: number, end: number): number {
    this.found.push([start, end]);
    return end;
  }

  /** A line end is escaped at the end of a block, too. CommonMark knows the other escapes of ASCII. */
  private takeEscape(at: number): number | undefined {
    const next = this.plain.text.charAt(at + 1);
    return next === '' || !isAlphaNumeric(next) ? this.take(at, at + 1) : undefined;
  }

  private takeAttributes(at: number): number | undefined {
    const { marks } = this;
    if (!this.followsLinkOrCode(at)) return undefined;
    const raw = at > 0 && this.isCode(at - 1) ? endOfRawAttribute(marks, at, marks.length) : undefined;
    if (raw === undefined) {
      const end = endOfAttributes(marks, at, marks.length);
      return end === undefined ? undefined : this.take(at, end);
    }
    let start = at;
    while (start > 0 && this.isCode(start - 1)) start--;
    return this.take(start, raw);
  }

  /** Whether the mark before an index, which is no word itself, ends a link, an image or code. */
  private followsLinkOrCode(at: number): boolean {
    const start = this.plain.startAt(at) ?? 0;
    if (at > 0 && (this.plain.endAt(at - 1) ?? 0) >= start) return false;
    const before = this.text.slice(Math.max(0, start - maxMarkUnits), start);
    return /[)`]$|<[^<>\s]+[:@][^<>\s]+>$/.test(before) || (before.endsWith(']') && !noteMark.test(before));
  }

  /** Attributes of a heading, and the `#` before them. */
  private takeHeadingEnd(): void {
    const { marks } = this;
    const end = marks.trimEnd().length;
    for (let at = marks.lastIndexOf('{'); at > 0; at = marks.lastIndexOf('{', at - 1)) {
      if (endOfAttributes(marks, at, end) !== end) continue;
      const before = /[ \t]*#*[ \t]*$/.exec(marks.slice(0, at))?.[0].length ?? 0;
      this.take(at - before, end);
      return;
    }
  }

  private takeNote(at: number): number | undefined {
    const close = this.marks.charAt(at + 1) === '[' ? this.closingBracket(at + 1) : undefined;
    // Since Pandoc 3, brackets after the note make it none.
    if (close === undefined || '[({'.includes(this.marks.charAt(close + 1) || ' ')) return undefined;
    return this.take(at, close + 1);
  }

  private closingBracket(open: number): number | undefined {
    let depth = 0;
    const limit = Math.min(this.marks.length, open + maxNoteUnits);
    for (let at = open; at < limit; at++) {
      const character = this.marks.charAt(at);
      if (character === '[') depth++;
      else if (character === ']' && --depth === 0) return at;
    }
    return undefined;
  }

  /** Superscripts and subscripts hold no space that is not escaped. */
  private takeScript(at: number): number | undefined {
    const { marks } = this;
    for (let end = at + 1; end < marks.length; end++) {
      const character = marks.charAt(end);
      if (character === marks.charAt(at)) {
        this.found.push([at, at + 1], [end, end + 1]);
        return at + 1;
      }
      if (/\s/u.test(character) && marks.charAt(end - 1) !== '\\') return undefined;
    }
    return undefined;
  }

  private takeMath(at: number): number | undefined {
    const end = endOfMath(this.marks, at, this.marks.length);
    if (end === undefined) return undefined;
    const width = this.marks.startsWith('$$', at) ? 2 : 1;
    this.found.push([at, at + width], [end - width, end]);
    return end;
  }
}

const noMark = '\uFFFD';
/** Longer marks of notes and addresses are not looked for. UTF-16 code units. */
const maxMarkUnits = 300;
/** Longer notes are no notes of a sentence. The limit bounds the time for brackets that never close. */
const maxNoteUnits = 5000;
const noteMark = /\[\^[^\s[\]]+\]$/;
