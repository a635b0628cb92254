import type { RootContent } from 'mdast';
import { readSimpleBlocks } from '../simple/blocks.ts';
import type { Labels } from './labels.ts';
import { parseWithRemark } from './remark.ts';
import { shifted } from './shifted.ts';

/** How a stretch of a document is read: as it would be read where it stands. */
export interface Reading {
  /** Whether it begins the document, which may have front matter. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /**
   * Whether it stands behind front matter that nothing closes. The parser believes itself in that until the document ends,
   * and looks for no list, quotation or note in it.
   */
  readonly isUnclosed: boolean;
}

/** Stands behind a piece in place of what follows it there. */
const sentinel = 'x';
/** Stands before a piece in place of front matter that nothing closes: a thematic break, in the end. */
const opening = { text: '---\n\n', lines: 2 };

/** Reads a piece by itself; `undefined` where something is open at its end that what follows may belong to. */
export function parsePart(
  text: string,
  reading: Reading,
  labels: Labels,
): readonly RootContent[] | undefined {
  const { isFirst, isLast, isUnclosed } = reading;
  const simple = readSimpleBlocks(text, isFirst, labels);
  if (simple && !(isUnclosed && simple.some(isContainer))) return simple;
  const before = isUnclosed && !isFirst ? opening.text : '';
  const whole = isLast ? before + text : before + text + sentinel;
  const nodes = parseWithRemark(whole, isFirst || before !== '', labels).children;
  if (!isLast) {
    const last = nodes.pop();
    if (last?.type !== 'paragraph' || last.position?.start.offset !== before.length + text.length)
      return undefined;
  }
  if (before === '') return nodes;
  return nodes.slice(1).map((node) => shifted(node, -before.length, -opening.lines));
}

function isContainer({ type }: RootContent): boolean {
  return type === 'list' || type === 'blockquote' || type === 'footnoteDefinition';
}
