import type { BlockLine } from '../blockLines.ts';

/**
 * A block of Pandoc that CommonMark does not have, cut into the stretches that its parts are read from. Offsets are into
 * the text that is read.
 */
export interface DraftNode {
  readonly type:
    | 'table'
    | 'tableRow'
    | 'tableCell'
    | 'lineBlock'
    | 'verseLine'
    | 'definitionList'
    | 'definitionTerm'
    | 'definitionDescription'
    | 'list'
    | 'listItem'
    | 'definition'
    | 'yaml';
  readonly children?: readonly DraftNode[];
  /** The lines of its content. */
  readonly lines?: readonly BlockLine[];
  /** Whether the content is inlines or blocks. */
  readonly holds?: 'inlines' | 'blocks';
  /** The label of a numbered example or a link definition. */
  readonly label?: string;
  /** The address of a link definition, as written. */
  readonly url?: string;
  readonly start: number;
  readonly end: number;
}

/** A draft, and the index of the line after it. */
export interface DraftRegion {
  readonly node: DraftNode;
  readonly next: number;
}

/** Returns the part `[from, to)` of a line, without white space around it. */
export function partOfLine(text: string, line: BlockLine, from: number, to: number): BlockLine {
  let start = Math.min(line.start + from, line.end);
  let end = Math.min(line.start + to, line.end);
  while (start < end && isBlankCode(text.charCodeAt(start))) start++;
  while (end > start && isBlankCode(text.charCodeAt(end - 1))) end--;
  return { start, end, next: end + 1 };
}

function isBlankCode(code: number): boolean {
  return code === 32 || code === 9;
}
