import type { Nodes } from 'mdast';
import { normaliseLabel } from '../../syntax.ts';

/** Labels that a document defines anywhere change how brackets read everywhere. Normalised as Markdown compares them. */
export interface Labels {
  /** Of link definitions (`[label]: address`). */
  readonly links: ReadonlySet<string>;
  /** Of notes (`[^label]: text`). */
  readonly notes: ReadonlySet<string>;
}

export const noLabels: Labels = { links: new Set(), notes: new Set() };

export function isNoLabels({ links, notes }: Labels): boolean {
  return links.size + notes.size === 0;
}

/** The labels that some nodes define. */
export function definedLabels(nodes: readonly Nodes[]): Labels {
  const links = new Set<string>();
  const notes = new Set<string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'definition') links.add(normaliseLabel(node.identifier));
    if (node.type === 'footnoteDefinition') notes.add(normaliseLabel(node.identifier));
    if ('children' in node) node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return links.size + notes.size === 0 ? noLabels : { links, notes };
}
