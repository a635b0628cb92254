import type { Element, Nodes, Root } from 'hast';
import { type Anchored, type HtmlAnchors, htmlRoles, surveyAnchors, anchorTarget } from './htmlAnchors.ts';
import { attribute, htmlText, isElement } from './htmlTree.ts';
import { continueNotes } from './noteRegions.ts';

/** The notes that the links of a page make: marks in the text and the elements they lead to. */
export interface HtmlNotes {
  /** The note marks: links, or the superscripts around them, with the label of the note. */
  readonly marks: ReadonlyMap<Element, string>;
  /** The elements that hold the text of a note, with its label. A note of several paragraphs has several. */
  readonly notes: ReadonlyMap<Element, string>;
  /** The links from a note back to its mark, and terms that hold nothing but the number of a note. */
  readonly backLinks: ReadonlySet<Element>;
  /** How the mark of a note is printed, by the label of the note. */
  readonly printed: ReadonlyMap<string, string>;
  /** Headings that stand between notes, as where those of all chapters are together. */
  readonly headings: ReadonlySet<Element>;
}

/** The text of a note mark: digits, a letter or signs, perhaps in brackets. */
const markText = /^[[(]?(?:note )?(?:\d{1,4}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3})[\])]?$/iu;
const backText = /^(?:[↩↑^⏎⤴↵]\uFE0E?|back|return|zurück|jump up)$/iu;
const noteName = /note|ftn|^_?fn|endn|cite|ref/i;
const markRole = /(?:^|\s)(?:noteref|doc-noteref|annoref)(?:\s|$)/i;
const backRole = /(?:^|\s)(?:backlink|doc-backlink|referrer)(?:\s|$)/i;
const maxNoteLength = 8000;
/** The most code units of a mark whose markup does not call it one. */
const maxPlainMarkUnits = 12;
/** The most marks of one note to which links back are recognised. */
const maxMarksOfNote = 100;
/** How many elements a mark and the anchor that leads back to it may stand apart. */
const nearElements = 4;

/**
 * Finds the notes of a page by its markup and its short links. What is called a mark is one, wherever it leads. Of other links one
 * to a later place is a mark if it looks like one or if the place leads back; one to an earlier place leads back.
 */
export function findHtmlNotes(tree: Root): HtmlNotes {
  const finder = new NoteFinder(surveyAnchors(tree));
  finder.readTyped();
  finder.readLinks();
  finder.readBackLinks();
  const { marks, notes, backLinks, printed } = finder;
  return { marks, notes, backLinks, printed, headings: continueNotes(finder.anchors, notes, marks) };
}

class NoteFinder {
  readonly marks = new Map<Element, string>();
  readonly notes = new Map<Element, string>();
  readonly backLinks = new Set<Element>();
  readonly printed = new Map<string, string>();
  private readonly taken = new Set<string>();
  /** The links that are marks, by the label of their notes. */
  private readonly links = new Map<string, Anchored[]>();
  private readonly lengths = new Map<Element, number>();

  constructor(readonly anchors: HtmlAnchors) {}

  /** Reads the marks that their markup calls so, or whose targets it calls notes; then the notes that nothing leads to. */
  readTyped(): void {
    for (const link of this.anchors.links) {
      const target = anchorTarget(link, this.anchors);
      if (!target?.block || target.block === link.block) continue;
      const printed = htmlText(link.element);
      const isNote = this.anchors.typedNotes.has(target.block) && !this.isInTyped(link);
      if (this.hasRole(link, markRole) ? printed.length <= 40 : isNote && markText.test(printed))
        this.addMark(link, target.block, printed);
    }
    for (const element of this.anchors.typedNotes)
      if (!this.notes.has(element) && htmlText(element) !== '' && !this.enclosing(element))
        this.notes.set(element, this.labelFor(htmlText(element).slice(0, 5)));
  }

  readLinks(): void {
    for (const link of this.anchors.links) {
      const target = anchorTarget(link, this.anchors);
      const printed = htmlText(link.element);
      if (this.marks.has(outermostMark(link.element, this.anchors.parents))) continue;
      if (target?.block === undefined || printed.length > maxPlainMarkUnits || this.leadsBack(link, target))
        continue;
      if (target.order <= link.order) {
        if (backText.test(printed) || (markText.test(printed) && link.block && this.notes.has(link.block)))
          this.backLinks.add(link.element);
      } else if (
        markText.test(printed) &&
        this.lengthOf(target.block) <= maxNoteLength &&
        (isNamedMark(link.element, this.anchors.parents) || this.isPair(link, target))
      )
        this.addMark(link, target.block, printed);
    }
  }

  readBackLinks(): void {
    for (const link of this.anchors.links) {
      const { element } = link;
      const names = `${attribute(element, 'className')} ${attribute(element, 'role')}`;
      const printed = htmlText(element);
      const target = anchorTarget(link, this.anchors);
      const isBack =
        backText.test(printed) || /back|return/i.test(names) || (target && this.leadsBack(link, target));
      if (this.hasRole(link, backRole) || (isBack && printed.length <= maxPlainMarkUnits))
        this.backLinks.add(element);
    }
    for (const [element, label] of this.notes) if (element.tagName === 'dd') this.dropTerm(element, label);
  }

  /** A term before a definition that is a note holds no more than its number. */
  private dropTerm(definition: Element, label: string): void {
    const siblings = (this.anchors.parents.get(definition)?.children ?? []).filter(isElement);
    const term = siblings[siblings.indexOf(definition) - 1];
    const printed = this.printed.get(label);
    if (term?.tagName === 'dt' && htmlText(term).replace(/[[\]().:\s]/g, '') === printed)
      this.backLinks.add(term);
  }

  private addMark(link: Anchored, note: Element, printed: string): void {
    const label = this.notes.get(note) ?? this.labelFor(printed);
    this.notes.set(note, label);
    if (!this.printed.has(label)) this.printed.set(label, printed.replace(/^[[(]|[\])]$|^note /gi, ''));
    this.marks.set(outermostMark(link.element, this.anchors.parents), label);
    const known = this.links.get(label) ?? [];
    if (known.length < maxMarksOfNote) this.links.set(label, [...known, link]);
  }

  /**
   * The label of a note: its printed number. The next free number if that is taken, as with numbering by chapter, or if
   * no number is printed.
   */
  private labelFor(printed: string): string {
    const number = /\d{1,4}/.exec(printed)?.[0];
    let label = number;
    let next = this.taken.size + 1;
    while (label === undefined || this.taken.has(label)) label = String(next++);
    this.taken.add(label);
    return label;
  }

  private hasRole({ element }: Anchored, role: RegExp): boolean {
    const parent = this.anchors.parents.get(element);
    const isWhole = parent && /^(?:sup|span)$/.test(parent.tagName);
    return role.test(htmlRoles(element)) || (isWhole === true && role.test(htmlRoles(parent)));
  }

  private isInTyped({ element }: Anchored): boolean {
    let node: Element | undefined = element;
    while (node && !this.anchors.typedNotes.has(node)) node = this.anchors.parents.get(node);
    return node !== undefined;
  }

  /** The label of the note that an element stands in. */
  private enclosing(element: Element): string | undefined {
    let node: Element | undefined = element;
    while (node && !this.notes.has(node)) node = this.anchors.parents.get(node);
    return node && this.notes.get(node);
  }

  /** Whether a link in a note leads to the mark of that note, or close by. */
  private leadsBack(link: Anchored, target: Anchored): boolean {
    const label = this.enclosing(link.element);
    const marks = label === undefined ? [] : (this.links.get(label) ?? []);
    return marks.some((mark) => standsNear(mark, target));
  }

  /** Whether a link that does not begin its block leads to a block with more than a number that leads back. */
  private isPair(link: Anchored, target: Anchored): boolean {
    const { block } = target;
    const printed = htmlText(link.element);
    if (!block || block === link.block || this.lengthOf(block) <= printed.length + 3) return false;
    if (!link.block || htmlText(link.block).startsWith(printed)) return false;
    return this.linksIn(block).some((back) => {
      const place = anchorTarget(back, this.anchors);
      return place !== undefined && standsNear(link, place);
    });
  }

  private byBlock: Map<Element, Anchored[]> | undefined;

  private linksIn(block: Element): readonly Anchored[] {
    if (!this.byBlock) {
      this.byBlock = new Map();
      for (const link of this.anchors.links)
        if (link.block)
          this.byBlock.set(link.block, [...(this.byBlock.get(link.block) ?? []), link].slice(-50));
    }
    return this.byBlock.get(block) ?? [];
  }

  private lengthOf(block: Element): number {
    const known = this.lengths.get(block);
    if (known !== undefined) return known;
    const { length } = htmlText(block);
    this.lengths.set(block, length);
    return length;
  }
}

function standsNear(mark: Anchored, place: Anchored): boolean {
  if (mark.block !== undefined && mark.block === place.block) return true;
  return Math.abs(mark.order - place.order) <= nearElements;
}

/** Whether a link is called a mark by its names, or is raised. */
function isNamedMark(link: Element, parents: ReadonlyMap<Nodes, Element>): boolean {
  const names = ['className', 'role', 'dataType', 'epub:type', 'rel', 'href', 'id']
    .map((name) => withoutFile(attribute(link, name)))
    .join(' ');
  if (noteName.test(names)) return true;
  return (
    parents.get(link)?.tagName === 'sup' ||
    link.children.some((child) => isElement(child) && child.tagName === 'sup')
  );
}

/** The id of a place in a book of many files, which begins with the name of its file: `#notes.xhtml#n1`. */
function withoutFile(name: string): string {
  return name.replace(/^#?([^#]*)#(?=[^#]*$)/, (_, file: string) => (/note/i.test(file) ? 'note ' : ''));
}

/** The superscript around a mark if it contains nothing else, else the mark. */
function outermostMark(link: Element, parents: ReadonlyMap<Nodes, Element>): Element {
  const parent = parents.get(link);
  return parent?.tagName === 'sup' && htmlText(parent) === htmlText(link) ? parent : link;
}
