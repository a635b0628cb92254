import type { Element, Nodes, Root } from 'hast';
import { attribute, htmlText, isElement, visitHtml } from './htmlTree.ts';

/** The notes that the links of a page make: marks in the text and the elements they lead to. */
export interface HtmlNotes {
  /** The note marks: links, or the superscripts around them, with the label of the note. */
  readonly marks: ReadonlyMap<Element, string>;
  /** The elements that hold the text of a note, with its label. */
  readonly notes: ReadonlyMap<Element, string>;
  /** The links from a note back to its mark. */
  readonly backLinks: ReadonlySet<Element>;
}

/** The text of a note mark: digits, a letter or signs, perhaps in brackets. */
const markText = /^[[(]?(?:note )?(?:\d{1,4}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3})[\])]?$/iu;
const backText = /^(?:[↩↑^⏎⤴↵]\uFE0E?|back|return|zurück|jump up)$/iu;
const noteName = /note|ftn|^_?fn|endn|cite|ref/i;
const maxNoteLength = 8000;

interface Anchored {
  readonly element: Element;
  readonly order: number;
  readonly block: Element | undefined;
}

/**
 * Finds the notes of a page by its short links. A link to a later place is a mark; one to an earlier place leads
 * back.
 */
export function findHtmlNotes(tree: Root): HtmlNotes {
  const { targets, links, parents } = surveyAnchors(tree);
  const marks = new Map<Element, string>();
  const notes = new Map<Element, string>();
  const backLinks = new Set<Element>();
  const taken = new Set<string>();
  for (const link of links) {
    const target = targets.get(decodeFragment(attribute(link.element, 'href').slice(1)));
    const printed = htmlText(link.element);
    if (target?.block === undefined || printed.length > 12) continue;
    if (target.order <= link.order) {
      if (backText.test(printed) || (markText.test(printed) && link.block && notes.has(link.block)))
        backLinks.add(link.element);
      continue;
    }
    if (!isNoteMark(link.element, printed, parents) || htmlText(target.block).length > maxNoteLength)
      continue;
    const label = notes.get(target.block) ?? labelFor(printed, taken);
    taken.add(label);
    notes.set(target.block, label);
    marks.set(outermostMark(link.element, parents), label);
  }
  for (const link of links)
    if (
      backText.test(htmlText(link.element)) ||
      /back|return/i.test(`${attribute(link.element, 'className')} ${attribute(link.element, 'role')}`)
    )
      if (htmlText(link.element).length <= 12) backLinks.add(link.element);
  return { marks, notes, backLinks };
}

function surveyAnchors(tree: Root) {
  const targets = new Map<string, Anchored>();
  const links: Anchored[] = [];
  const parents = new Map<Nodes, Element>();
  let order = 0;
  visitHtml(tree, (node, parent) => {
    if (parent) parents.set(node, parent);
    if (!isElement(node)) return true;
    const block = (): Element | undefined => noteElement(node, parents);
    for (const name of ['id', 'name']) {
      const value = attribute(node, name);
      if (value !== '' && !targets.has(value)) targets.set(value, { element: node, order, block: block() });
    }
    if (node.tagName === 'a' && attribute(node, 'href').startsWith('#'))
      links.push({ element: node, order, block: block() });
    order++;
    return true;
  });
  return { targets, links, parents };
}

/** The element around the target of a link that would hold the whole note. Undefined if there is none. */
function noteElement(element: Element, parents: ReadonlyMap<Nodes, Element>): Element | undefined {
  let node: Element | undefined = element;
  for (let steps = 0; node && steps < 8; steps++) {
    if (/^(?:p|li|dd|aside|div|td)$/.test(node.tagName)) return node;
    if (/^(?:body|main|article|section|h[1-6])$/.test(node.tagName)) return undefined;
    node = parents.get(node);
  }
  return undefined;
}

function isNoteMark(link: Element, printed: string, parents: ReadonlyMap<Nodes, Element>): boolean {
  if (!markText.test(printed)) return false;
  const names = ['className', 'role', 'dataType', 'epub:type', 'rel', 'href', 'id']
    .map((name) => attribute(link, name))
    .join(' ');
  if (noteName.test(names)) return true;
  return (
    parents.get(link)?.tagName === 'sup' ||
    link.children.some((child) => isElement(child) && child.tagName === 'sup')
  );
}

/** The superscript around a mark if it contains nothing else, else the mark. */
function outermostMark(link: Element, parents: ReadonlyMap<Nodes, Element>): Element {
  const parent = parents.get(link);
  return parent?.tagName === 'sup' && htmlText(parent) === htmlText(link) ? parent : link;
}

/**
 * The label of a note: its printed number. The next free number if that is taken, as with numbering by chapter, or if
 * no number is printed.
 */
function labelFor(printed: string, taken: ReadonlySet<string>): string {
  const number = /\d{1,4}/.exec(printed)?.[0];
  if (number !== undefined && !taken.has(number)) return number;
  let next = taken.size + 1;
  while (taken.has(String(next))) next++;
  return String(next);
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
