import type { Element, Nodes, Root } from 'hast';
import { attribute, htmlText, isElement, visitHtml } from './htmlTree.ts';

/** A link, or an element that links lead to. */
export interface Anchored {
  readonly element: Element;
  /** Where it stands among all elements, from 0. */
  readonly order: number;
  /** The element around it that would hold a whole note. Undefined if there is none. */
  readonly block: Element | undefined;
}

/** The links of a page to places in it, and these places. */
export interface HtmlAnchors {
  readonly targets: ReadonlyMap<string, Anchored>;
  readonly links: readonly Anchored[];
  readonly parents: ReadonlyMap<Nodes, Element>;
  /** Elements that their markup calls notes, in order. */
  readonly typedNotes: ReadonlySet<Element>;
}

const noteRole = /(?:^|\s)(?:(?:foot|end|rear)note|doc-(?:foot|end)note)(?:\s|$)/i;

/** What `role` and `epub:type` say that an element is. */
export function htmlRoles(element: Element): string {
  return `${attribute(element, 'role')} ${attribute(element, 'epub:type')}`;
}

/** Finds the links of a page and the places to which they lead. */
export function surveyAnchors(tree: Root): HtmlAnchors {
  const targets = new Map<string, Anchored>();
  const links: Anchored[] = [];
  const typedNotes = new Set<Element>();
  const near: Neighbours = { parents: new Map(), next: new Map() };
  let order = 0;
  visitHtml(tree, (node, parent) => {
    if (parent) near.parents.set(node, parent);
    if (!isElement(node)) return true;
    noteNext(node, near.next);
    const anchored = (): Anchored => ({ element: node, order, block: noteElement(node, near) });
    for (const name of ['id', 'name']) {
      const value = attribute(node, name);
      if (value !== '' && !targets.has(value)) targets.set(value, anchored());
    }
    if (node.tagName === 'a' && attribute(node, 'href').startsWith('#')) links.push(anchored());
    if (noteRole.test(htmlRoles(node)) && node.tagName !== 'a') typedNotes.add(node);
    order++;
    return true;
  });
  return { targets, links, parents: near.parents, typedNotes };
}

/** Where a link leads. Undefined if that place is not there. */
export function anchorTarget({ element }: Anchored, { targets }: HtmlAnchors): Anchored | undefined {
  const fragment = attribute(element, 'href').slice(1);
  return targets.get(fragment) ?? targets.get(decodeFragment(fragment));
}

/** What stands around elements: what they are in, and the element beside them if no words stand between. */
interface Neighbours {
  readonly parents: Map<Nodes, Element>;
  readonly next: Map<Element, Element>;
}

function noteNext({ children }: Element, found: Map<Element, Element>): void {
  let next: Element | undefined;
  for (let at = children.length - 1; at >= 0; at--) {
    const child = children[at];
    if (child?.type === 'text' && child.value.trim() !== '') next = undefined;
    if (!isElement(child)) continue;
    if (next && /^(?:a|span|dt)$/.test(child.tagName)) found.set(child, next);
    next = child;
  }
}

/** The most elements around the target of a link that are asked whether they hold a note. */
const maxNoteSteps = 8;

/** The element around the target of a link that would hold the whole note: what its markup calls a note, else a block. */
function noteElement(element: Element, near: Neighbours): Element | undefined {
  let block: Element | undefined;
  let isOver = false;
  let node: Element | undefined = element;
  for (let steps = 0; node && steps < maxNoteSteps; steps++) {
    if (noteRole.test(htmlRoles(node)) && node.tagName !== 'a') return node;
    if (!isOver && node.tagName === 'dt') return definitionOfTerm(node, near);
    if (/^(?:body|main|article|section|h[1-6])$/.test(node.tagName)) isOver = true;
    if (!isOver && /^(?:p|li|dd|aside|div|td)$/.test(node.tagName)) block ??= node;
    node = near.parents.get(node);
  }
  return block ?? blockAfterAnchor(element, near);
}

/** The definition of a term: notes are written so, too, the number as the term. */
function definitionOfTerm(term: Element, { next }: Neighbours): Element | undefined {
  const found = next.get(term);
  return found?.tagName === 'dd' ? found : undefined;
}

/** The block that an empty anchor stands before. */
function blockAfterAnchor(anchor: Element, { next }: Neighbours): Element | undefined {
  const found = next.get(anchor);
  if (!found || htmlText(anchor) !== '') return undefined;
  return /^(?:p|div|li|aside)$/.test(found.tagName) ? found : undefined;
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
