import type { PdfNode } from './openPdf.ts';
import { pushTo } from './listsByKey.ts';
import { withInitials } from './initials.ts';
import { linesOfSpans, type PdfLine } from './pdfLines.ts';
import type { PdfSpan } from './pdfSpans.ts';

/** What the structure tree calls a paragraph. */
export interface PdfRole {
  readonly kind: 'paragraph' | 'heading' | 'note' | 'item' | 'cell' | 'contents';
  /** Level of a heading. */
  readonly depth?: number;
  /** Paragraphs of one quotation, item, row, cell or note have the same element. */
  readonly quotation?: PdfNode;
  readonly list?: PdfNode;
  readonly item?: PdfNode;
  readonly table?: PdfNode;
  readonly row?: PdfNode;
  readonly cell?: PdfNode;
  readonly note?: PdfNode;
  /** The printed label of an item or a note. */
  readonly label?: string;
}

/** A paragraph of the structure tree on one page. */
export interface TaggedParagraph {
  readonly role: PdfRole;
  readonly lines: readonly PdfLine[];
  /** No element has just these lines, so that where they stand tells which are a paragraph. */
  readonly isLoose?: boolean;
  /** As in `PdfParagraph`. */
  readonly unsure?: number | undefined;
}

/** Elements that are no running text of the element around them. */
const blockRole =
  /^(?:P|H\d?|Title|BlockQuote|L|LI|LBody|Table|TR|TH|TD|THead|TBody|TFoot|Note|FENote|Figure|Formula|Caption|TOC|TOCI|Index|Sect|Div|Art|Part|Document|DocumentFragment|Aside|Form)$/;
/** Elements that are running text even where no paragraph is around them. */
const inlineRole =
  /^(?:Span|Em|Strong|Link|Reference|Quote|Code|Lbl|Sub|Ruby|RB|RT|RP|Warichu|NonStruct|Annot|Private|BibEntry)$/;
/** Elements that hold paragraphs, and text without any where a producer had none, as of a web page. */
const division = /^(?:Sect|Div|Art|Part|Document|DocumentFragment|Aside|BlockQuote)$/;
/** Elements whose text is not read. */
const silentRole = /^(?:Artifact|Figure|Formula|Form)$/;

/** Reads the structure tree of a page. */
export class TreeReader {
  readonly paragraphs: TaggedParagraph[] = [];
  /** Stretches of text that the tree calls the label of a note in running text. */
  readonly marks = new Set<PdfSpan>();
  private spans: PdfSpan[] = [];
  /** The place of each stretch of text in the file: trees may name inline elements after the text around them. */
  private readonly order = new Map<PdfSpan, number>();
  private readonly byMark = new Map<string, PdfSpan[]>();

  constructor(
    spans: readonly PdfSpan[],
    private readonly page: number,
  ) {
    spans.forEach((span, index) => {
      this.order.set(span, index);
      if (span.mark !== undefined) pushTo(this.byMark, span.mark, span);
    });
  }

  read(root: PdfNode): this {
    this.group(root, { kind: 'paragraph' });
    return this;
  }

  /** Reads an element that holds others. Text right in it is a paragraph of its own. */
  private group(node: PdfNode, role: PdfRole): void {
    for (const child of node.children ?? []) {
      const isText = child.role === undefined || (inlineRole.test(child.role) && !hasBlocks(child));
      if (child.role === 'Lbl' && (role.kind === 'item' || role.kind === 'note')) continue;
      if (isText) this.inline(child);
      else {
        this.flush(role, true);
        this.element(child, role);
      }
    }
    this.flush(role, true);
  }

  private element(node: PdfNode, role: PdfRole): void {
    const name = node.role ?? '';
    if (silentRole.test(name)) return;
    const own = roleOfElement(name, node, role, this.labelIn(node));
    const isLeaf = !hasBlocks(node) || /^(?:P|H\d?|Title)$/.test(name);
    if (!isLeaf || name === 'L' || name === 'LI') return this.group(node, own);
    const notes: PdfNode[] = [];
    this.leaf(node, own, notes);
    this.flush(own, division.test(name));
    for (const note of notes) this.element(note, { kind: 'paragraph' });
  }

  /** Reads the running text of a paragraph. The notes in it are kept for later. */
  private leaf(node: PdfNode, role: PdfRole, notes: PdfNode[]): void {
    for (const child of node.children ?? []) {
      const name = child.role;
      if (name === 'Note' || name === 'FENote') notes.push(child);
      else if (name !== undefined && silentRole.test(name)) continue;
      else if (name === 'Lbl' && (role.kind === 'item' || role.kind === 'note')) continue;
      else if (name === undefined || (child.children ?? []).every((one) => one.role === undefined))
        this.inline(child);
      else if (child.alt === '\u00AD' || name === 'Lbl') this.inline(child);
      else this.leaf(child, role, notes);
    }
  }

  /** Takes the text of an inline element. */
  private inline(node: PdfNode): void {
    const spans = this.spansOf(node);
    if (node.alt === '\u00AD') {
      const hyphen = spans.find((span) => span.text.trim() !== '');
      if (hyphen) this.addSoftHyphen(hyphen);
    } else
      for (const span of spans) {
        this.spans.push(span);
        if (node.role === 'Lbl') this.marks.add(span);
      }
  }

  private addSoftHyphen(span: PdfSpan): void {
    const soft = { ...span, text: '\u00AD' };
    this.order.set(soft, this.order.get(span) ?? 0);
    this.spans.push(soft);
  }

  private spansOf(node: PdfNode): PdfSpan[] {
    if (node.role === undefined) return node.type === 'content' ? (this.byMark.get(node.id ?? '') ?? []) : [];
    return silentRole.test(node.role) ? [] : (node.children ?? []).flatMap((child) => this.spansOf(child));
  }

  /** The printed label of an item or note: that of its element for labels. */
  private labelIn(node: PdfNode): string | undefined {
    const label = findRole(node, 'Lbl', 3);
    return (
      label &&
      this.spansOf(label)
        .map((span) => span.text)
        .join('')
        .trim()
    );
  }

  private flush(role: PdfRole, isLoose = false): void {
    const spans = this.spans.sort((a, b) => (this.order.get(a) ?? 0) - (this.order.get(b) ?? 0));
    const lines = spans.some((span) => span.text.trim() !== '')
      ? withInitials(linesOfSpans(spans, this.page))
      : [];
    this.spans = [];
    if (lines.length > 0)
      this.paragraphs.push({ role, lines, isLoose: isLoose && role.kind === 'paragraph' });
  }
}

function roleOfElement(name: string, node: PdfNode, role: PdfRole, label: string | undefined): PdfRole {
  const labelled = label === undefined ? {} : { label };
  if (/^H\d?$/.test(name)) return { ...role, kind: 'heading', depth: Number(name.slice(1) || '2') };
  if (name === 'Title') return { ...role, kind: 'heading', depth: 1 };
  if (name === 'BlockQuote') return { ...role, quotation: role.quotation ?? node };
  if (name === 'Note' || name === 'FENote') return { kind: 'note', note: node, ...labelled };
  if (name === 'L') return role.kind === 'item' ? role : { ...role, list: node };
  if (name === 'LI' || (role.list && role.item === undefined && findRole(node, 'Lbl', 1)))
    return { ...role, kind: 'item', item: node, ...labelled };
  if (name === 'Table') return { ...role, table: node };
  if (name === 'TR') return { ...role, row: node };
  if (name === 'TD' || name === 'TH') return { ...role, kind: 'cell', cell: node };
  if (name === 'TOC' || name === 'TOCI') return { ...role, kind: 'contents' };
  return role;
}

function hasBlocks(node: PdfNode): boolean {
  return (node.children ?? []).some(
    (child) => (child.role !== undefined && blockRole.test(child.role)) || hasBlocks(child),
  );
}

function findRole(node: PdfNode, role: string, depth: number): PdfNode | undefined {
  if (depth === 0) return undefined;
  for (const child of node.children ?? []) {
    const found = child.role === role ? child : findRole(child, role, depth - 1);
    if (found) return found;
  }
  return undefined;
}
