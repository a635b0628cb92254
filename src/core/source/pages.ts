import type { Nodes, Root } from 'mdast';

/** The start of a page of the printed source. */
export interface PageMark {
  /** As in the mark: `12`, `xiv`. */
  readonly label: string;
  /** Offset after the mark. */
  readonly offset: number;
}

/** `<!-- p. 12 -->`, `<!-- page xiv -->`. */
const mark = /<!--\s*(?:p\.|page|pg\.)\s*([\p{L}\p{N}]{1,12})\s*-->/giu;

/** The page marks of a source, in reading order. */
export function readPageMarks(tree: Root): PageMark[] {
  const marks: PageMark[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'html') {
      const start = node.position?.start.offset ?? 0;
      for (const match of node.value.matchAll(mark))
        marks.push({ label: match[1] ?? '', offset: start + match.index + match[0].length });
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return marks;
}
