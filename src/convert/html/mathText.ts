import type { Element, Nodes, Root } from 'hast';
import { LineFormula } from '../blocks.ts';
import { attribute, isElement, visitHtml } from './htmlTree.ts';

/** No program sets a formula in more elements than this. */
const maxWrappers = 4;
/** A wrapper holds a formula, and a copy or two with blanks between. */
const maxCopies = 8;
/** Formulas nested deeper are read as far as this. */
const maxMathDepth = 250;
/** Whether an element is a formula in MathML, under whatever prefix its namespace has. */
export function isMath({ tagName }: Element): boolean {
  return tagName === 'math' || tagName.endsWith(':math');
}

/** The formulas of a page, as its programs set them. */
export interface PageFormulas {
  /** What hides nothing but a formula, which is for screen readers: the page shows it in a copy. */
  readonly wrappers: ReadonlySet<Element>;
  /** The copies of formulas that are drawn: words or an image. */
  readonly copies: ReadonlySet<Element>;
}

/** Finds the formulas that KaTeX, MathJax and MediaWiki have set twice. */
export function findFormulas(tree: Root): PageFormulas {
  const parents = new Map<Element, Element>();
  const formulas: Element[] = [];
  visitHtml(tree, (node, parent) => {
    if (!isElement(node)) return true;
    if (parent) parents.set(node, parent);
    if (!isMath(node)) return true;
    formulas.push(node);
    return false;
  });
  const wrappers = new Set<Element>();
  const copies = new Set<Element>();
  for (const formula of formulas) {
    let inner = formula;
    for (let level = 0; level < maxWrappers; level++) {
      const outer = parents.get(inner);
      if (outer === undefined || outer.children.length > maxCopies) break;
      const others = outer.children.filter((child) => child !== inner && holdsWords(child));
      const drawn = others.filter(isElement).filter(isDrawn);
      for (const copy of drawn) copies.add(copy);
      if (drawn.length < others.length) break;
      wrappers.add(outer);
      inner = outer;
    }
  }
  return { wrappers, copies };
}

function holdsWords(node: Nodes): boolean {
  return node.type === 'text' ? node.value.trim() !== '' : isElement(node);
}

function isDrawn(element: Element): boolean {
  return (
    attribute(element, 'ariaHidden') === 'true' ||
    /(?:^|\s)mwe-math-fallback/.test(attribute(element, 'className'))
  );
}

/** Returns the words of a formula in MathML, in the order in which they are read; `alttext` where it has none. */
export function mathText(math: Element): string {
  const formula = new LineFormula();
  readMath(math, formula, 0);
  return formula.words === '' ? attribute(math, 'alttext').replace(/\s+/g, ' ').trim() : formula.words;
}

function readMath(node: Nodes, formula: LineFormula, depth: number): void {
  if (node.type === 'text') formula.text(node.value);
  if (!isElement(node) || depth > maxMathDepth) return;
  formula.open(node.tagName.replace(/^.*:/, ''));
  for (const child of node.children) readMath(child, formula, depth + 1);
  formula.close();
}
