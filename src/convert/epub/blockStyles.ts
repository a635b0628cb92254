import type { Element, ElementContent } from 'hast';
import { comparableLine, orderedOf } from '../blocks.ts';
import { attribute, htmlText, isElement } from '../html.ts';
import type { NavigationEntry } from './bookNavigation.ts';
import type { InlineStyles, StyledBlock } from './inlineStyles.ts';

/** The most words of a heading that is one only by how it looks. */
const maxStyledHeadingWords = 25;
const maxHeadingUnits = 300;
/** How much larger than the text a heading is at least. */
const minHeadingScale = 1.15;
/** What a quotation is set in at least, in em: on both sides, or on the left alone. */
const quotationEdges = { left: 1, right: 0.5, leftAlone: 1.5 };
/** With a larger share of words set in, that is how the text is set, and marks no quotations. */
const maxQuotedShare = 0.4;
const headingClass =
  /^(?:h[1-6]|(?:sub-?)?head(?:ing|line)?-?\d*|(?:chapter|chap|part|section|sect)-?(?:title|head(?:ing)?|name|number|num|no)?-?\d*|(?:sub-?)?title-?\d*|[abc]-?head)$/i;
const quotationClass =
  /^(?:block-?quot(?:e|ation)s?|quot(?:e|ation)s?|extracts?|zitat|citation|cita|citazione|intense-?quote)-?\d*$/i;

/** What is known of a book when its blocks are judged. */
export interface BlockContext {
  readonly contents: readonly NavigationEntry[];
  /** Whether an element is a note, or stands in one. */
  readonly isNote: (element: Element) => boolean;
}

/** What most words of a book look like. */
interface UsualText {
  readonly size: number;
  readonly left: number;
  readonly right: number;
}

/** Makes headings and quotations of blocks that are so only by a style sheet, a class or the list of contents. */
export function applyBlockStyles({ blocks, wrappers }: InlineStyles, context: BlockContext): void {
  const open = blocks.filter(
    (block) => block.units > 0 && isOpenBlock(block) && !context.isNote(block.element),
  );
  const usual = usualText(open);
  const places = new SiblingPlaces();
  const headings = findHeadings(open, usual, context.contents, places);
  for (const [block, depth] of headings) makeHeading(block, depth, wrappers);
  const rest = open.filter((block) => !headings.has(block));
  // From the last to the first, so that places stay right where a parent holds several.
  for (const group of quotationGroups(rest, usual, places).reverse()) makeQuotation(group, wrappers, places);
}

/** Where elements stand among the children of their parents. */
class SiblingPlaces {
  private readonly known = new Map<Element, ReadonlyMap<ElementContent, number>>();

  of({ element, parent }: Pick<StyledBlock, 'element' | 'parent'>): number {
    let places = this.known.get(parent);
    if (!places) this.known.set(parent, (places = new Map(parent.children.map((child, at) => [child, at]))));
    return places.get(element) ?? -1;
  }
}

function isOpenBlock({ element, parent }: StyledBlock): boolean {
  if (!/^(?:p|div)$/.test(element.tagName)) return false;
  return !/^(?:li|td|th|dd|dt|blockquote|figure|figcaption|pre|h[1-6]|p)$/.test(parent.tagName);
}

function usualText(blocks: readonly StyledBlock[]): UsualText {
  const most = (of: (block: StyledBlock) => number): number => {
    const units = new Map<number, number>();
    for (const block of blocks) {
      const value = Math.round(of(block) * 20) / 20;
      units.set(value, (units.get(value) ?? 0) + block.units);
    }
    return [...units].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
  };
  return {
    size: most(sizeOfBlock) || 1,
    left: most(({ style }) => style.left),
    right: most(({ style }) => style.right),
  };
}

function sizeOfBlock({ sizes, units }: StyledBlock): number {
  return units === 0 ? 0 : sizes / units;
}

function findHeadings(
  blocks: readonly StyledBlock[],
  usual: UsualText,
  contents: readonly NavigationEntry[],
  siblings: SiblingPlaces,
): Map<StyledBlock, number> {
  const entries = entriesByPlace(contents);
  const found = new Map<StyledBlock, number | undefined>();
  const signatures = new Map<string, number | undefined>();
  for (const block of blocks) {
    const depth = listedDepth(block, entries, siblings);
    if (depth === undefined) continue;
    found.set(block, depth);
    if (attribute(block.element, 'className') !== '' && stands(block, usual))
      signatures.set(signatureOf(block), depth);
  }
  for (const block of blocks) {
    if (found.has(block) || !mayBeHeading(block)) continue;
    const signature = signatureOf(block);
    if (signatures.has(signature)) found.set(block, signatures.get(signature));
    else if (isLarge(block, usual) || (hasClass(block, headingClass) && stands(block, usual)))
      found.set(block, undefined);
  }
  return withDepths(found);
}

function entriesByPlace(contents: readonly NavigationEntry[]): Map<string, NavigationEntry[]> {
  const entries = new Map<string, NavigationEntry[]>();
  for (const entry of contents) entries.set(entry.place, [...(entries.get(entry.place) ?? []), entry]);
  return entries;
}

/** How deep the list of contents puts a block to which it leads, and whose words it has. */
function listedDepth(
  block: StyledBlock,
  entries: ReadonlyMap<string, readonly NavigationEntry[]>,
  siblings: SiblingPlaces,
): number | undefined {
  if (block.units > maxHeadingUnits) return undefined;
  const places = idsOf(block, siblings).flatMap((id) => entries.get(id) ?? []);
  if (places.length === 0) return undefined;
  const text = comparableLine(htmlText(block.element));
  return places.find((entry) => comparableLine(entry.text) === text)?.depth;
}

/** The ids of a block, of what begins in it, and of what stands before it with no words between. */
function idsOf({ element, parent }: StyledBlock, places: SiblingPlaces): string[] {
  const ids = [element, ...firstsIn(element)].flatMap((one) => [
    attribute(one, 'id'),
    attribute(one, 'name'),
  ]);
  const siblings = parent.children;
  for (let at = places.of({ element, parent }) - 1; at >= 0; at--) {
    const sibling = siblings[at];
    if (isElement(sibling) && htmlText(sibling) === '')
      ids.push(attribute(sibling, 'id'), attribute(sibling, 'name'));
    else if (isElement(sibling) || (sibling?.type === 'text' && sibling.value.trim() !== '')) return ids;
  }
  return [...ids, attribute(parent, 'id')];
}

function firstsIn(element: Element): Element[] {
  const found: Element[] = [];
  for (let next: ElementContent | undefined = element; isElement(next); next = firstChild(next))
    found.push(next);
  return found.slice(1);
}

function firstChild({ children }: Element): ElementContent | undefined {
  return children.find((child) => child.type !== 'text' || child.value.trim() !== '');
}

function signatureOf({ element }: StyledBlock): string {
  return `${element.tagName} ${attribute(element, 'className')}`;
}

function hasClass({ element }: StyledBlock, name: RegExp): boolean {
  return attribute(element, 'className')
    .split(/[\s_]+/)
    .some((one) => name.test(one));
}

/** Whether a block is short and ends no sentence, as headings are. */
function mayBeHeading({ element, units }: StyledBlock): boolean {
  if (units > maxHeadingUnits) return false;
  const text = htmlText(element);
  return (
    text.split(' ').length <= maxStyledHeadingWords &&
    /[\p{L}\p{N}]/u.test(text) &&
    (!/[.;,:…]["'”’»)]*$/u.test(text) || /^[\p{L}\p{N}]{1,12}[.:]$/u.test(text))
  );
}

function isLarge(block: StyledBlock, usual: UsualText): boolean {
  return sizeOfBlock(block) >= usual.size * minHeadingScale;
}

/** Whether a block stands out from the text: larger, bold or in the middle. */
function stands(block: StyledBlock, usual: UsualText): boolean {
  return isLarge(block, usual) || block.boldUnits > block.units / 2 || block.style.align === 'center';
}

/** The depth of each heading: that of the list of contents, else by the sizes of those without one. */
function withDepths(found: ReadonlyMap<StyledBlock, number | undefined>): Map<StyledBlock, number> {
  const round = (block: StyledBlock): number => Math.round(sizeOfBlock(block) * 10);
  const bySize = new Map<number, number>();
  for (const [block, depth] of found)
    if (depth !== undefined) bySize.set(round(block), Math.min(depth, bySize.get(round(block)) ?? 6));
  const sizes = [...new Set([...found.keys()].map(round))].sort((a, b) => b - a);
  const listed = Math.min(6, ...bySize.values());
  const base = bySize.size > 0 ? listed : 1;
  return new Map(
    [...found].map(([block, depth]) => [
      block,
      Math.min(6, depth ?? bySize.get(round(block)) ?? base + sizes.indexOf(round(block))),
    ]),
  );
}

function makeHeading({ element }: StyledBlock, depth: number, wrappers: ReadonlySet<Element>): void {
  element.tagName = `h${String(depth)}`;
  withoutLooks(element, wrappers);
}

/** Takes away emphasis that only repeats how all words of a block look. */
function withoutLooks(element: Element, wrappers: ReadonlySet<Element>): void {
  const words = htmlText(element).replace(/\s/g, '').length;
  for (const tagName of ['em', 'strong']) {
    const set = wrappersIn(element, tagName, wrappers);
    const covered = set.reduce((sum, one) => sum + htmlText(one).replace(/\s/g, '').length, 0);
    if (covered >= words) for (const one of set) one.tagName = 'span';
  }
}

function wrappersIn(element: Element, tagName: string, wrappers: ReadonlySet<Element>): Element[] {
  return element.children
    .filter(isElement)
    .flatMap((child) => [
      ...(wrappers.has(child) && child.tagName === tagName ? [child] : []),
      ...wrappersIn(child, tagName, wrappers),
    ]);
}

/** The blocks of each quotation, which stand beside one another. */
function quotationGroups(
  blocks: readonly StyledBlock[],
  usual: UsualText,
  places: SiblingPlaces,
): StyledBlock[][] {
  const quoted = blocks.filter((block) => isQuotation(block, usual));
  const count = (list: readonly StyledBlock[]): number => list.reduce((sum, { units }) => sum + units, 0);
  const named = quoted.filter((block) => hasClass(block, quotationClass));
  const chosen = count(quoted) > count(blocks) * maxQuotedShare ? named : quoted;
  const groups: StyledBlock[][] = [];
  for (const block of chosen) {
    const last = groups.at(-1)?.at(-1);
    if (last && isBeside(last, block, places)) groups.at(-1)?.push(block);
    else groups.push([block]);
  }
  return groups;
}

function isQuotation(block: StyledBlock, usual: UsualText): boolean {
  const { style, element, parent } = block;
  const isNamed = hasClass(block, quotationClass) || hasClass({ ...block, element: parent }, quotationClass);
  if (!isNamed && !isSetApartByEdges(style, usual)) return false;
  const text = htmlText(element);
  if (!/[\p{L}\p{N}]/u.test(text) || /^[•◦▪‣●○■·] /.test(text) || orderedOf(text)) return false;
  return isNamed || text.split(' ').length >= 4;
}

function isSetApartByEdges(style: StyledBlock['style'], usual: UsualText): boolean {
  if (style.indent < -0.1 || style.align === 'center') return false;
  const left = style.left - usual.left;
  const right = style.right - usual.right;
  if (left >= quotationEdges.left && right >= quotationEdges.right) return true;
  return left >= quotationEdges.leftAlone && right >= -0.1;
}

/** Whether no words stand between two blocks of one parent. */
function isBeside(before: StyledBlock, block: StyledBlock, places: SiblingPlaces): boolean {
  if (before.parent !== block.parent) return false;
  const { children } = block.parent;
  const between = children.slice(places.of(before) + 1, places.of(block));
  return between.every((one) =>
    isElement(one)
      ? htmlText(one) === '' && one.tagName !== 'hr'
      : one.type !== 'text' || one.value.trim() === '',
  );
}

function makeQuotation(
  group: readonly StyledBlock[],
  wrappers: ReadonlySet<Element>,
  places: SiblingPlaces,
): void {
  const [first] = group;
  const last = group.at(-1);
  if (!first || !last) return;
  for (const { element, style } of group) {
    withoutLooks(element, wrappers);
    if (/^(?:right|end)$/.test(style.align)) element.properties['style'] = 'text-align: right';
  }
  const { children } = first.parent;
  const start = places.of(first);
  const within = children.slice(start, places.of(last) + 1);
  const quotation: Element = { type: 'element', tagName: 'blockquote', properties: {}, children: within };
  if (first.element.position) quotation.position = first.element.position;
  children.splice(start, within.length, quotation);
}
