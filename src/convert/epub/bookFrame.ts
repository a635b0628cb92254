import type { Element, Root } from 'hast';
import { messageOf, type PlainMessageId } from '../../core/messages.ts';
import { countWords } from '../../core/text.ts';
import { comparableLine, type Dropped, endsSentence, isNotesHeading } from '../blocks.ts';
import { attribute, endLineOf, htmlRoles, htmlText, isElement, lineOfHtml, visitHtml } from '../html.ts';

/** What the parts of a book are that are none of its text, by the names that EPUB and its forerunners have for them. */
const frameTypes: readonly (readonly [type: RegExp, what: PlainMessageId])[] = [
  [/^(?:cover|(?:back|inside)-?cover|doc-cover)$/, 'importing.bookCover'],
  [/^(?:half-?)?title-?page$/, 'importing.titlePage'],
  [/^(?:copyright(?:-?page)?|imprint|imprimatur|series-?page)$/, 'importing.copyrightPage'],
  [/^(?:doc-)?toc(?:-brief)?$|^(?:landmarks|page-?list|doc-pagelist|lo[aitv])$/, 'importing.contentsPage'],
];
/** A part with more than this share of the words of a book is never its frame. */
const maxFrameShare = 0.5;
/** The most code units of a cover or title page. */
const maxTitleUnits = 4000;
/** The most words of a title page that its markup does not call so, and of a sentence on it. */
const maxTitlePageWords = 60;
const maxTitleLineWords = 8;
/** The most words of a page that says who owns a book, if its markup does not call it so. */
const maxCopyrightWords = 600;

/** Finds the parts of a book that are none of its text. */
export class BookFrame {
  readonly cut = new Set<Element>();
  readonly dropped: Dropped[] = [];
  private readonly units: number;

  constructor(root: Root) {
    this.units = unitsOf(root);
  }

  /** Leaves out what `type` names, unless it is no frame or holds most of the book. Returns whether it is left out. */
  leaveOut(element: Element, type: string): boolean {
    const names = type.toLowerCase().split(/[\s.:]+/);
    const found = frameTypes.find(([pattern]) => names.some((name) => pattern.test(name)));
    return found !== undefined && this.drop(element, found[1]);
  }

  /** Leaves out all parts in an element that their markup calls frame, and lists of links. */
  leaveOutWithin(root: Element): void {
    visitHtml(root, (node) => {
      if (!isElement(node)) return true;
      if (this.cut.has(node)) return false;
      if (
        /^(?:head|script|style|template|noscript|iframe|object|embed|audio|video|canvas)$/.test(node.tagName)
      )
        return !this.cut.add(node);
      if (node.tagName === 'nav') return !this.drop(node, 'importing.contentsPage');
      return !(
        /^(?:body|section|div|article|header)$/.test(node.tagName) && this.leaveOut(node, htmlRoles(node))
      );
    });
  }

  /** Leaves out a file that holds little more than the title of the book, its authors and its publisher. */
  leaveOutTitlePage(file: Element, title: string | undefined): void {
    if (title === undefined || unitsOf(file) > Math.min(maxTitleUnits, this.units * maxFrameShare)) return;
    const text = htmlText(file);
    if (!`${comparableLine(text)} `.startsWith(`${comparableLine(title)} `)) return;
    const [rest] = withoutAbstract(file);
    if (!rest.some(isProseLine) && countWords(rest.join(' ')) <= maxTitlePageWords)
      this.drop(file, 'importing.titlePage');
  }

  /** Leaves out a file that says who owns the book. */
  leaveOutCopyright(file: Element): void {
    if (unitsOf(file) > maxCopyrightWords * 10) return;
    const text = htmlText(file);
    if (text.split(' ').length > maxCopyrightWords) return;
    const isOwned = /©|\(c\) ?(?:1[5-9]|20)\d\d|\bcopyright\b/i.test(text);
    const isImprint =
      /\bISBN\b|all rights reserved|library of congress|first published|british library|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|dépôt légal/i.test(
        text,
      );
    if (isOwned && isImprint) this.drop(file, 'importing.copyrightPage');
  }

  /** Leaves out a file that is read only where a link leads to it. Notes in it are kept. */
  leaveOutAside(file: Element, notes: ReadonlyMap<Element, string>): void {
    const text = textWithout(file, notes);
    this.note(file, messageOf('importing.outsideOrder'), isNotesHeading(text) ? '' : text);
  }

  private drop(element: Element, what: PlainMessageId): boolean {
    const mayBeLong = what !== 'importing.bookCover' && what !== 'importing.titlePage';
    if (unitsOf(element) > (mayBeLong ? this.units * maxFrameShare : maxTitleUnits)) return false;
    this.note(element, messageOf('importing.cutAs', { what: messageOf(what) }), htmlText(element));
    return true;
  }

  private note(element: Element, why: Dropped['why'], text: string): void {
    this.cut.add(element);
    if (text === '') return;
    this.dropped.push({ line: lineOfHtml(element), endLine: endLineOf(element), text, why });
  }
}

/** The length of the text of a node in code units, with all its white space. */
function unitsOf(node: Root | Element): number {
  let units = 0;
  visitHtml(node, (child) => {
    if (child.type === 'text') units += child.value.length;
    return true;
  });
  return units;
}

/** The words of an element outside of notes. */
function textWithout(element: Element, notes: ReadonlyMap<Element, string>): string {
  const words: string[] = [];
  visitHtml(element, (node) => {
    if (isElement(node) && notes.has(node)) return false;
    if (node.type === 'text') words.push(node.value);
    return true;
  });
  return words.join('').replace(/\s+/g, ' ').trim();
}

/** Whether a file holds a sentence that no title page has. */
export function holdsProse(file: Element): boolean {
  return withoutAbstract(file)[0].some(isProseLine);
}

function isProseLine(line: string): boolean {
  return endsSentence(line) && countWords(line) > maxTitleLineWords;
}

/** The abstract that a title page holds. */
export function abstractOn(file: Element): string | undefined {
  return withoutAbstract(file)[1];
}

const abstractName = /(?:^|\s)(?:doc-)?abstract(?:\s|$)/;

/** The lines of a title page, and the abstract on it. */
function withoutAbstract(file: Element): [lines: string[], abstract: string | undefined] {
  const lines: string[] = [];
  let abstract: string | undefined;
  visitHtml(file, (node) => {
    if (!isElement(node)) {
      if (node.type === 'text' && node.value.trim() !== '') lines.push(node.value.trim());
      return true;
    }
    if (/^(?:p|h[1-6])$/.test(node.tagName)) return !lines.push(htmlText(node));
    if (!abstractName.test(`${attribute(node, 'className')} ${htmlRoles(node)}`)) return true;
    const words = node.children.filter(
      (child) =>
        !isElement(child) || !/^h[1-6]$|title/.test(`${child.tagName} ${attribute(child, 'className')}`),
    );
    abstract ??= words.map(htmlText).join(' ').replace(/\s+/g, ' ').trim();
    return false;
  });
  return [lines, abstract === '' ? undefined : abstract];
}
