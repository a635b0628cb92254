import type { Nodes, Root } from 'mdast';
import { headingRange } from './blockTexts.ts';
import { referenceKey } from './brackets.ts';
import type { References } from './reader.ts';

/** Labels of links, headings and notes of a document, with those of its examples. */
export function readReferences(tree: Root, text: string, examples: ReadonlySet<string>): References {
  const links = new Set<string>();
  const notes = new Set<string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' && node.label) links.add(referenceKey(node.label));
    if (node.type === 'footnoteDefinition') notes.add(node.label ?? node.identifier);
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (node.type === 'heading' && start !== undefined && end !== undefined) {
      const range = headingRange({ start, end }, text);
      links.add(referenceKey(text.slice(range.start, range.end)));
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(tree);
  return { links, notes, examples };
}
