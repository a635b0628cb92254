import type { Element, ElementContent, Text } from 'hast';
import { bookInlineTag } from './bookTree.ts';
import { attribute, htmlRoles, isElement, visitHtml } from '../html.ts';
import type { StyleLookup } from './styleLookup.ts';
import type { Declarations } from './styleSheet.ts';
import { plainStyle, computedStyle, type TextStyle } from './textStyle.ts';

/** A block with words of its own, and how they are set. Counts are in UTF-16 code units without white space at the ends. */
export interface StyledBlock {
  readonly element: Element;
  readonly parent: Element;
  readonly style: TextStyle;
  units: number;
  boldUnits: number;
  /** The sum of the sizes of all units. */
  sizes: number;
}

/** What the words of a book look like where only its style sheets say so. */
export interface InlineStyles {
  readonly blocks: StyledBlock[];
  /** The elements that were set around words because of how they look. */
  readonly wrappers: Set<Element>;
}

/** Tags that say how words look; style sheets may say otherwise. */
const looksTag = /^(?:i|b|cite|dfn|var)$/;

/** Where words stand: the block that holds them, and what needs no further word. */
interface InlineScope {
  readonly block: StyledBlock | undefined;
  readonly parent: Element;
  /** What is usual in the block, so that it is no emphasis. */
  readonly usual: { readonly italic: boolean; readonly bold: boolean };
  readonly marked: { readonly italic: boolean; readonly bold: boolean };
}

/**
 * Makes emphasis, superscripts and deleted words of how they look, and takes out what is not shown.
 * @param body the body of a file of the book
 * @param isLinked whether a link leads to an element: what is not shown may be a note
 */
export function applyInlineStyles(
  body: Element,
  lookup: StyleLookup,
  isLinked: (element: Element) => boolean,
  found: InlineStyles,
): void {
  new InlineStyler(lookup, isLinked, found).element(body, plainStyle, {
    block: undefined,
    parent: body,
    usual: { italic: false, bold: false },
    marked: { italic: false, bold: false },
  });
}

class InlineStyler {
  private readonly around: Element[] = [];

  constructor(
    private readonly lookup: StyleLookup,
    private readonly isLinked: (element: Element) => boolean,
    private readonly found: InlineStyles,
  ) {}

  element(element: Element, outer: TextStyle, scope: InlineScope): void {
    const declared = this.lookup.declared(element, this.around);
    const { tagName } = element;
    const style = computedStyle(tagName, declared, outer);
    const inner = bookInlineTag.test(tagName)
      ? inlineScope(element, scope)
      : this.blockScope(element, style, scope);
    if (looksTag.test(tagName)) element.tagName = 'span';
    this.around.push(element);
    element.children = this.children(element, style, inner);
    this.around.pop();
    if (declared.size > 0 && bookInlineTag.test(tagName)) rewrite(element, declared, style, outer);
  }

  private children(element: Element, style: TextStyle, scope: InlineScope): ElementContent[] {
    const kept: ElementContent[] = [];
    for (const child of element.children) {
      if (child.type === 'text') kept.push(this.words(child, style, scope));
      else if (!isElement(child)) kept.push(child);
      else if (!this.isHidden(child)) {
        if (this.isOwnLine(child, kept)) kept.push(lineBreak(scope));
        this.element(child, style, scope);
        kept.push(child);
      }
    }
    return kept;
  }

  private words(text: Text, style: TextStyle, { block, usual, marked }: InlineScope): ElementContent {
    const units = text.value.trim().length;
    if (units === 0) return text;
    if (block) {
      block.units += units;
      block.sizes += units * style.size;
      if (style.bold) block.boldUnits += units;
    }
    let set: ElementContent = text;
    if (style.italic !== usual.italic && !marked.italic) set = this.wrap('em', set);
    if (style.bold && !usual.bold && !marked.bold) set = this.wrap('strong', set);
    return set;
  }

  private wrap(tagName: string, child: ElementContent): Element {
    const wrapper: Element = { type: 'element', tagName, properties: {}, children: [child] };
    if (child.position) wrapper.position = child.position;
    this.found.wrappers.add(wrapper);
    return wrapper;
  }

  private blockScope(element: Element, style: TextStyle, scope: InlineScope): InlineScope {
    const block: StyledBlock = {
      element,
      parent: this.around.at(-1) ?? scope.parent,
      style,
      units: 0,
      boldUnits: 0,
      sizes: 0,
    };
    this.found.blocks.push(block);
    const isHeading = /^h[1-6]$/.test(element.tagName);
    const inQuotation = isHeading || this.around.some(({ tagName }) => tagName === 'blockquote');
    const usual = {
      italic: inQuotation && style.italic,
      bold: (isHeading || element.tagName === 'th') && style.bold,
    };
    return { block, parent: element, usual, marked: { italic: false, bold: false } };
  }

  private isHidden(element: Element): boolean {
    const declared = this.lookup.declared(element, this.around);
    const isShown =
      declared.get('display') !== 'none' &&
      declared.get('visibility') !== 'hidden' &&
      element.properties['hidden'] === undefined;
    return !isShown && !this.holdsNotes(element);
  }

  /** Whether a note stands in an element that is shown only when somebody asks for it, or a mark of a page. */
  private holdsNotes(element: Element): boolean {
    let holds = false;
    visitHtml(element, (node) => {
      if (
        isElement(node) &&
        (this.isLinked(node) || /footnote|endnote|rearnote|pagebreak/.test(htmlRoles(node)))
      )
        holds = true;
      return !holds;
    });
    return holds;
  }

  /** Whether an inline element is set on a line of its own, after other words. */
  private isOwnLine(element: Element, before: readonly ElementContent[]): boolean {
    if (!bookInlineTag.test(element.tagName) || /^(?:br|img)$/.test(element.tagName) || before.length === 0)
      return false;
    const last = before.at(-1);
    if (isElement(last) && last.tagName === 'br') return false;
    return this.lookup.declared(element, this.around).get('display') === 'block';
  }
}

function inlineScope({ tagName }: Element, scope: InlineScope): InlineScope {
  if (tagName !== 'em' && tagName !== 'strong') return scope;
  const { marked } = scope;
  return {
    ...scope,
    marked: { italic: marked.italic || tagName === 'em', bold: marked.bold || tagName === 'strong' },
  };
}

function lineBreak({ parent }: InlineScope): ElementContent {
  if (/^h[1-6]$/.test(parent.tagName)) return { type: 'text', value: ' ' };
  return { type: 'element', tagName: 'br', properties: {}, children: [] };
}

/** Gives an inline element the tag of what it looks like: a superscript, or words struck out. */
function rewrite(element: Element, declared: Declarations, style: TextStyle, outer: TextStyle): void {
  const raised = declared.get('vertical-align') ?? '';
  const isRaised =
    /^(?:super|text-top|top)$/.test(raised) || (/^\+?[\d.]*[1-9]/.test(raised) && style.size < outer.size);
  if (isRaised && element.tagName !== 'sup') {
    if (element.tagName === 'span') element.tagName = 'sup';
    else if (element.tagName === 'a')
      element.children = [{ type: 'element', tagName: 'sup', properties: {}, children: element.children }];
  } else if (element.tagName === 'span' && (declared.get('text-decoration') ?? '').includes('line-through'))
    element.tagName = 'del';
  if (attribute(element, 'style') !== '') delete element.properties['style'];
}
