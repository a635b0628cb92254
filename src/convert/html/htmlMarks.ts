import type { Element, Root } from 'hast';
import { pageNumberOf } from '../blocks.ts';
import { attribute, htmlText, isElement, visitHtml } from './htmlTree.ts';

/** Words in `class`, and roles, of the page numbers that stand between the words of a book. */
const pageNames =
  /^(?:x-ebookmaker-|ws-)?(?:page-?(?:num(?:ber)?s?|nos?|break|start|mark(?:er)?|id)|pg-?(?:num|no)|pb|pagina|folio)[a-z]?$/i;
const pageRole = /(?:^|\s)(?:doc-)?pagebreak(?:\s|$)/i;
const pageAnchor = /^(?:page|pg|seite)[-_.]?(\d{1,4}|[ivxlcdm]{1,8})$/i;
const pageTags = /^(?:a|span|div|p|small|sup|b|i|em|big|font|td|ins|tt)$/;
const outOfFlow = /position\s*:\s*absolute/i;
/** What a sign that leads to its own heading is called where it has words. */
const permalinkWords = /^(?:permalink|permanent link|anchor|link to this \w+|direct link to .*|copy link)$/i;

/** What the markup of a page sets between the words of its text. */
export interface HtmlMarks {
  /** The elements that hold no words but the number of a page of the printed text, with it. */
  readonly pages: ReadonlyMap<Element, string>;
}

/**
 * Finds the numbers of printed pages, and takes them and the permanent links of headings out of the tree, so that no
 * reader of the tree takes them for words.
 */
export function takeMarks(tree: Root): HtmlMarks {
  const pages = new Map<Element, string>();
  const absolute = absoluteClasses(tree);
  visitHtml(tree, (node) => {
    if (!isElement(node)) return true;
    const label = pageTags.test(node.tagName) ? pageLabelOf(node, absolute) : undefined;
    if (label !== undefined) {
      pages.set(node, label);
      node.children = [];
    } else if (/^h[1-6]$/.test(node.tagName)) withoutPermalinks(node);
    return true;
  });
  return { pages };
}

function pageLabelOf(element: Element, absolute: ReadonlySet<string>): string | undefined {
  const names = attribute(element, 'className').split(/\s+/);
  const roles = `${attribute(element, 'role')} ${attribute(element, 'epub:type')} ${attribute(element, 'epubType')}`;
  const isNamed = names.some((name) => pageNames.test(name)) || pageRole.test(roles);
  const isApart =
    outOfFlow.test(attribute(element, 'style')) || names.some((name) => absolute.has(name.toLowerCase()));
  const text = htmlText(element).replace(/[\u200B-\u200D\u2060\uFEFF]/gu, '');
  if (text !== '') return (isNamed || isApart) && text.length <= 20 ? pageNumberOf(text) : undefined;
  if (!isNamed && !/^(?:a|span)$/.test(element.tagName)) return undefined;
  return isNamed ? (namedPage(element) ?? anchoredPage(element)) : anchoredPage(element);
}

/** The page that the attributes of an empty element name: `aria-label="Page 12"`. */
function namedPage(element: Element): string | undefined {
  return ['dataPageNumber', 'ariaLabel', 'title', 'value']
    .map((name) => pageNumberOf(attribute(element, name)))
    .find((label) => label !== undefined);
}

function anchoredPage(element: Element): string | undefined {
  const anchors = [element, ...element.children.filter(isElement)];
  return (
    anchors
      .flatMap((one) => [attribute(one, 'id'), attribute(one, 'name')])
      // In a book of many files the name of the file stands before: `part.xhtml#page12`.
      .map((name) => pageAnchor.exec(name.slice(name.indexOf('#') + 1))?.[1])
      .find((label) => label !== undefined)
  );
}

/** The classes that the style sheets of a page take out of the flow of its text. */
function absoluteClasses(tree: Root): Set<string> {
  const found = new Set<string>();
  visitHtml(tree, (node) => {
    if (!isElement(node) || node.tagName !== 'style') return true;
    const css = node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
    for (const [, selectors = '', rules = ''] of css
      .slice(0, 200_000)
      .matchAll(/([^{}]{1,300})\{([^{}]*)\}/g))
      if (outOfFlow.test(rules))
        for (const [, name = ''] of selectors.matchAll(/\.([\w-]+)/g)) found.add(name.toLowerCase());
    return false;
  });
  return found;
}

/** Takes out of a heading the link to itself that pages print as a sign: `¶`, `#`, `§`. */
function withoutPermalinks(heading: Element): void {
  visitHtml(heading, (node) => {
    if ('children' in node)
      node.children = (node.children as Element['children']).filter((child) => !isPermalink(child));
    return true;
  });
}

function isPermalink(node: Element['children'][number]): boolean {
  if (!isElement(node) || node.tagName !== 'a' || attribute(node, 'href') === '') return false;
  const text = htmlText(node);
  if (/[\p{L}\p{N}]/u.test(text)) return permalinkWords.test(text);
  return !hasPicture(node);
}

function hasPicture(element: Element): boolean {
  return element.children.some((child) => isElement(child) && (child.tagName === 'img' || hasPicture(child)));
}
