import type { Element, Root } from 'hast';
import { pageNumberOf } from '../blocks.ts';
import { attribute, htmlRoles, htmlText, isElement, visitHtml } from '../html.ts';
import type { NavigationEntry } from './bookNavigation.ts';

const breakRole = /(?:^|\s)(?:doc-)?pagebreak(?:\s|$)/i;
const pageLabel = /^[\p{L}\p{N}]{1,12}$/u;
const pageName = /(?:page|pg|p|seite|pag)[-_.]?(\d{1,4}|[ivxlcdm]{1,8})$|(\d{1,4})$/i;
/** The most code units of a page break's own words. One with more holds the text of its page. */
const maxBreakUnits = 20;

/**
 * Finds where the pages of the printed book begin: what is called a page break, and the places of its list of pages. Takes the
 * words out of page breaks, and sets an element at the beginning of a place that has words.
 * @param root the text of the book, whose ids are those of `pages`
 * @param known the marks that are found already; the elements have no words
 * @returns the elements that are page marks, with their labels; an empty label is no number
 */
export function findBookPages(
  root: Root,
  pages: readonly NavigationEntry[],
  known: ReadonlyMap<Element, string>,
): Map<Element, string> {
  const labels = new Map<string, string>();
  for (const { place, text } of pages) {
    const label = labelOfPage(text);
    if (label !== undefined && !labels.has(place)) labels.set(place, label);
  }
  const marks = new Map(known);
  const places: [Element, string][] = [];
  visitHtml(root, (node) => {
    if (!isElement(node)) return true;
    const listed = labels.get(attribute(node, 'id')) ?? labels.get(attribute(node, 'name'));
    const isBreak = breakRole.test(htmlRoles(node));
    const label = listed ?? known.get(node) ?? (isBreak ? (ownLabel(node) ?? '') : undefined);
    if (label === undefined) return true;
    if (isBreak || known.has(node) ? htmlText(node).length <= maxBreakUnits : isMark(node)) {
      marks.set(node, label);
      node.children = [];
    } else places.push([node, label]);
    return true;
  });
  const marked = new Set(marks.values());
  for (const [element, label] of places)
    if (!marked.has(label)) {
      const mark: Element = { type: 'element', tagName: 'span', properties: {}, children: [] };
      if (element.position) mark.position = element.position;
      element.children.unshift(mark);
      marks.set(mark, label);
      marked.add(label);
    }
  return marks;
}

/** Whether a listed place is nothing but the mark: empty, or no more than the number. */
function isMark(element: Element): boolean {
  if (!/^(?:a|span|div|p|sup|small|hr)$/.test(element.tagName)) return false;
  const text = htmlText(element);
  return (
    (text === '' && !hasChildElements(element)) ||
    (text !== '' && labelOfPage(text) !== undefined && text.length <= 12)
  );
}

function hasChildElements({ children }: Element): boolean {
  return children.some(isElement);
}

function labelOfPage(text: string): string | undefined {
  const trimmed = text.trim();
  return pageNumberOf(trimmed) ?? (pageLabel.test(trimmed) && /\d/.test(trimmed) ? trimmed : undefined);
}

/** The label that a page break gives itself: in a name for readers, its words, or its id. */
function ownLabel(element: Element): string | undefined {
  const named = ['ariaLabel', 'title', 'value', 'dataPageNumber'].map((name) => attribute(element, name));
  const label = [...named, htmlText(element)].map(labelOfPage).find((one) => one !== undefined);
  const [, prefixed, digits] = pageName.exec(attribute(element, 'id').replace(/^.*#/, '')) ?? [];
  return label ?? prefixed ?? digits;
}
