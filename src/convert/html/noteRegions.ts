import type { Element } from 'hast';
import { isNotesHeading } from '../blocks.ts';
import { type HtmlAnchors, htmlRoles } from './htmlAnchors.ts';
import { attribute, htmlText, isElement, visitHtml } from './htmlTree.ts';

const notesRole = /(?:^|\s)(?:(?:foot|end|rear)notes|doc-(?:foot|end)notes)(?:\s|$)/i;
const notesClass = /(?:^|\s)(?:foot|end|rear)?-?notes(?:\s|$)/i;
const noteClass = /note|^fn|\bfn/i;
const blockTag = /^(?:p|ul|ol|dl|blockquote|div|table|pre|li|dd|aside)$/;

/**
 * Gives the blocks between notes to the note that they go on: in a part of the page that holds nothing but notes, below a heading
 * of notes, or where they have the class of the note.
 * @param notes the elements of notes with their labels, to which it adds
 * @returns the headings between notes
 */
export function continueNotes(
  anchors: HtmlAnchors,
  notes: Map<Element, string>,
  marks: ReadonlyMap<Element, string>,
): Set<Element> {
  const headings = new Set<Element>();
  const holders = new Set<Element>();
  for (const element of notes.keys()) {
    const parent = anchors.parents.get(element);
    if (parent) holders.add(parent);
  }
  const parts = new Map<Element, boolean>();
  for (const holder of holders) {
    const isRegion = inRegion(holder, anchors, parts, notes, marks);
    continueWithin(holder, isRegion, notes, headings);
  }
  return headings;
}

/** Whether an element stands in what its markup calls notes, or in a body that holds nothing else. */
function inRegion(
  element: Element,
  { parents }: HtmlAnchors,
  parts: Map<Element, boolean>,
  notes: ReadonlyMap<Element, string>,
  marks: ReadonlyMap<Element, string>,
): boolean {
  for (let node: Element | undefined = element; node; node = parents.get(node)) {
    if (notesRole.test(htmlRoles(node)) || notesClass.test(attribute(node, 'className'))) return true;
    if (node.tagName !== 'body') continue;
    const known = parts.get(node) ?? holdsOnlyNotes(node, notes, marks);
    parts.set(node, known);
    return known;
  }
  return false;
}

/** Whether the first words of a body but headings are those of a note, and no mark stands outside of notes. */
function holdsOnlyNotes(
  body: Element,
  notes: ReadonlyMap<Element, string>,
  marks: ReadonlyMap<Element, string>,
): boolean {
  const seen = { words: false, notes: false, marks: false };
  visitHtml(body, (node) => {
    if (isElement(node) && notes.has(node)) {
      seen.notes = true;
      return false;
    }
    if (isElement(node) && /^h[1-6]$/.test(node.tagName)) return false;
    if (isElement(node) && marks.has(node)) seen.marks = true;
    if (!seen.notes && node.type === 'text' && node.value.trim() !== '') seen.words = true;
    return !seen.marks && !seen.words;
  });
  return seen.notes && !seen.words && !seen.marks;
}

function continueWithin(
  holder: Element,
  isRegion: boolean,
  notes: Map<Element, string>,
  headings: Set<Element>,
): void {
  const children = holder.children.filter(isElement);
  const last = children.findLastIndex((child) => notes.has(child));
  let current: Element | undefined;
  let isHeaded = false;
  children.forEach((child, at) => {
    if (notes.has(child)) current = child;
    else if (/^h[1-6]$/.test(child.tagName)) {
      isHeaded = isNotesHeading(htmlText(child));
      if (isRegion) headings.add(child);
      current = undefined;
    } else if (current && goesOnIn(child, notes)) {
      const isBetween = at < last && (isHeaded || hasItsClass(child, current));
      if (isRegion || isBetween) notes.set(child, notes.get(current) ?? '');
    }
  });
}

function hasItsClass(block: Element, note: Element): boolean {
  const names = attribute(note, 'className');
  return noteClass.test(names) && names === attribute(block, 'className');
}

/** Whether a block has words and holds no note of its own. */
function goesOnIn(block: Element, notes: ReadonlyMap<Element, string>): boolean {
  if (!blockTag.test(block.tagName) || htmlText(block) === '') return false;
  let isWhole = true;
  visitHtml(block, (node) => {
    if (isElement(node) && notes.has(node)) isWhole = false;
    return isWhole;
  });
  return isWhole;
}
