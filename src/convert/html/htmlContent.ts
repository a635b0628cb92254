import { tableOf } from '../../core/text.ts';
import { messageOf } from '../../core/messages.ts';
import type { Element, Nodes, Root } from 'hast';
import type { Dropped } from '../blocks.ts';
import { findFormulas } from './mathText.ts';
import { attribute, endLineOf, htmlText, isElement, lineOfHtml, visitHtml } from './htmlTree.ts';

/** Elements whose text is never part of the page's text. */
const silent =
  /^(?:script|style|template|noscript|iframe|object|embed|applet|svg|canvas|audio|video|map|head|link|meta|title|base|input|select|textarea|button|datalist|progress|meter|dialog|frameset)$/;
/** What a piece of furniture is, by the message that names it. */
type FurnitureName =
  `importing.${'navigation' | 'aside' | 'form' | 'foot' | 'head' | 'menu' | 'dialogue' | 'pageMessage' | 'comments' | 'shareBox' | 'advertising' | 'frame' | 'notShown'}`;

const boilerplateTags = tableOf<FurnitureName>({
  nav: 'importing.navigation',
  aside: 'importing.aside',
  form: 'importing.form',
  footer: 'importing.foot',
  menu: 'importing.menu',
});
const boilerplateRoles = tableOf<FurnitureName>({
  navigation: 'importing.navigation',
  complementary: 'importing.aside',
  banner: 'importing.head',
  contentinfo: 'importing.foot',
  search: 'importing.form',
  dialog: 'importing.dialogue',
  alert: 'importing.pageMessage',
});
/** Words in `class` and `id` that mark an element as furniture, with the reason shown to a person. */
const boilerplateWords: readonly (readonly [RegExp, FurnitureName])[] = [
  [
    /^(?:comments?|commentlist|respond|disqus\w*|replies|reply|pings?|trackbacks?|webmentions?)$/,
    'importing.comments',
  ],
  [
    /^(?:share|sharing|sharedaddy|sharethis|social|addtoany\w*|jp-relatedposts|likes?|follow-us|reactions?)$/,
    'importing.shareBox',
  ],
  [
    /^(?:sidebar|widget|widgets|widget-area|secondary|related|recommended|recirc|trending|popular)$/,
    'importing.aside',
  ],
  [
    /^(?:nav|navbar|navigation|menu|breadcrumbs?|pagination|pager|pagenav|toc|(?:ez-|wp-block-)?(?:toc[-_]container|table-?of-?contents)|skip-link|tabs)$/,
    'importing.navigation',
  ],
  [
    /^(?:cookie|cookies|cookie-\w+|consent|gdpr|newsletter|subscribe|subscription|signup|paywall|popup|modal|banner)$/,
    'importing.pageMessage',
  ],
  [/^(?:ad|ads|advert\w*|adsense|promo|promotion|sponsored|outbrain|taboola)$/, 'importing.advertising'],
  [
    /^(?:site-header|masthead|site-footer|page-footer|colophon|headertemplate|wst?-header|licensetpl|licensecontainer|ws-noexport|catlinks)$/,
    'importing.frame',
  ],
  [
    /^(?:screen-reader-text|sr-only|visually-hidden|noprint|mw-editsection|editsection|print-only)$/,
    'importing.notShown',
  ],
];

/** An element with more than this share of the page's prose is never furniture. */
const maxProseShare = 0.5;

/** A page without its furniture: the element that holds the text, and what was left out. */
export interface HtmlContent {
  readonly root: Root | Element;
  readonly dropped: readonly Dropped[];
  /** Elements inside `root` that are left out. */
  readonly cut: ReadonlySet<Element>;
}

/** Finds the text of a page. Elements in `keep`, such as notes, are never left out. */
export function findContent(tree: Root, keep: ReadonlySet<Element>): HtmlContent {
  const lengths = proseLengths(tree);
  const total = lengths.get(tree) ?? 0;
  const keepers = new Set<Nodes>(keep);
  const cut = new Set<Element>();
  const dropped: Dropped[] = [];
  const holdsKept = holders(tree, keepers);
  const attributions = attributionsOf(tree);
  const formulas = findFormulas(tree);
  visitHtml(tree, (node) => {
    if (!isElement(node)) return true;
    if (silent.test(node.tagName) || formulas.copies.has(node)) return !cut.add(node);
    const why = boilerplateOf(node);
    if (
      why === undefined ||
      attributions.has(node) ||
      formulas.wrappers.has(node) ||
      holdsKept.has(node) ||
      (lengths.get(node) ?? 0) > total * maxProseShare
    )
      return true;
    cut.add(node);
    const text = htmlText(node);
    if (text !== '')
      dropped.push({
        line: lineOfHtml(node),
        endLine: endLineOf(node),
        text,
        why: messageOf('importing.cutAs', { what: messageOf(why) }),
      });
    return false;
  });
  return { root: contentRoot(tree, cut), dropped, cut };
}

/** The feet of block quotations, which say where their words are from and are none of the page. */
function attributionsOf(tree: Root): Set<Element> {
  const found = new Set<Element>();
  visitHtml(tree, (node) => {
    if (!isElement(node) || node.tagName !== 'blockquote') return true;
    visitHtml(node, (child) => {
      if (isElement(child) && child.tagName === 'footer') found.add(child);
      return true;
    });
    return false;
  });
  return found;
}

function boilerplateOf(element: Element): FurnitureName | undefined {
  const { tagName } = element;
  if (tagName === 'html' || tagName === 'body' || tagName === 'main' || tagName === 'article')
    return undefined;
  if (/^(?:em|strong|b|i|a|sup|sub|code|q|cite|p|h[1-6]|blockquote)$/.test(tagName) && tagName !== 'a') {
    return isHidden(element) ? 'importing.notShown' : undefined;
  }
  if (isHidden(element)) return 'importing.notShown';
  const byTag = boilerplateTags[tagName] ?? boilerplateRoles[attribute(element, 'role').toLowerCase()];
  if (byTag !== undefined) return byTag;
  const names = `${attribute(element, 'className')} ${attribute(element, 'id')}`.toLowerCase().split(/\s+/);
  for (const name of names) {
    if (name === '' || name.length > 60) continue;
    for (const [pattern, why] of boilerplateWords) if (pattern.test(name)) return why;
  }
  return undefined;
}

function isHidden(element: Element): boolean {
  if (element.properties['hidden'] !== undefined && element.properties['hidden'] !== false) return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, 'style'));
}

/**
 * The length of the prose inside each node, in code units. Texts under 25 code units and texts in links count as 0.
 */
function proseLengths(tree: Root, cut: ReadonlySet<Nodes> = new Set()): Map<Nodes, number> {
  const parents = new Map<Nodes, Nodes>();
  const order: Nodes[] = [];
  const lengths = new Map<Nodes, number>();
  visitHtml(tree, (node) => {
    if (cut.has(node) || (isElement(node) && silent.test(node.tagName))) return false;
    order.push(node);
    if ('children' in node) for (const child of node.children) parents.set(child, node);
    if (node.type === 'text') lengths.set(node, node.value.trim().length < 25 ? 0 : node.value.length);
    return !(isElement(node) && node.tagName === 'a');
  });
  for (let i = order.length - 1; i >= 0; i--) {
    const node = order[i];
    const parent = node && parents.get(node);
    if (node && parent) lengths.set(parent, (lengths.get(parent) ?? 0) + (lengths.get(node) ?? 0));
  }
  return lengths;
}

/** All nodes that are, or contain, one of `nodes`. */
function holders(tree: Root, nodes: ReadonlySet<Nodes>): Set<Nodes> {
  const parents = new Map<Nodes, Nodes>();
  visitHtml(tree, (node) => {
    if ('children' in node) for (const child of node.children) parents.set(child, node);
    return true;
  });
  const found = new Set<Nodes>();
  for (const start of nodes)
    for (let node: Nodes | undefined = start; node && !found.has(node); node = parents.get(node))
      found.add(node);
  return found;
}

/** Goes down from the page to the element that holds its prose: an article, the main part, or where most prose is. */
function contentRoot(tree: Root, cut: ReadonlySet<Element>): Root | Element {
  const lengths = proseLengths(tree, cut);
  const total = lengths.get(tree) ?? 0;
  let root: Root | Element = tree;
  for (;;) {
    if (isElement(root) && (root.tagName === 'article' || attribute(root, 'role') === 'article')) return root;
    const children: Element[] = (root.children as Nodes[])
      .filter(isElement)
      .filter((child) => !cut.has(child));
    const share = (child: Element): number => (lengths.get(child) ?? 0) / Math.max(1, total);
    const next: Element | undefined = children.find((child) => share(child) >= (isNamed(child) ? 0.6 : 0.9));
    if (next === undefined || /^(?:p|blockquote|ul|ol|table|pre|h[1-6])$/.test(next.tagName)) return root;
    root = next;
  }
}

function isNamed(element: Element): boolean {
  return /^(?:article|main|body|html)$/.test(element.tagName) || attribute(element, 'role') === 'main';
}
