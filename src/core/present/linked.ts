import type { Nodes } from 'mdast';
import type { Analysis } from '../index/study.ts';
import { touches, type Range } from '../text/range.ts';

/**
 * The places that are edited together with the one at an offset: the label of a note, at its marks and its definition.
 * Empty where there is nothing to edit together.
 */
export function linkedRangesAt(analysis: Analysis, offset: number): readonly Range[] {
  if (!('document' in analysis)) return [];
  const labels: { readonly identifier: string; readonly range: Range }[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') {
      const start = (node.position?.start.offset ?? 0) + '[^'.length;
      const end = analysis.text.indexOf(']', start);
      if (end > start) labels.push({ identifier: node.identifier, range: { start, end } });
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(analysis.document.tree);
  const here = labels.find(({ range }) => touches(range, offset));
  const same = labels.filter(({ identifier }) => identifier === here?.identifier);
  return same.length > 1 ? same.map(({ range }) => range) : [];
}
