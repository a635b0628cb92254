import type {
  Definition,
  List,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  TableCell,
  TableRow,
} from 'mdast';
import type { Position } from 'unist';
import { appendAll, LineIndex } from '../../text.ts';
import { endOfAttributes, normaliseLabel } from '../../syntax.ts';
import { type BlockLine, readBlockLines } from '../blockLines.ts';
import type { DraftNode } from './draftNode.ts';
import { finishFigure } from './figures.ts';
import { InnerDocument, pointOf, type ReadMarkdown } from './innerDocument.ts';
import { pandocFactsOf } from './pandocNodes.ts';

/**
 * Makes the tree of Pandoc's blocks from that of CommonMark: reads the content of blocks that were taken as they stand,
 * gives tables and figures their captions, and joins bullet lists that differ in nothing but their marks.
 * @param read reads Markdown inside of blocks; undefined where they are nested too deeply
 */
export function finishTree(tree: Root, text: string, read: ReadMarkdown | undefined): void {
  new TreeFinisher(text, read).finish(tree, 0);
}

class TreeFinisher {
  private readonly index: LineIndex;

  constructor(
    private readonly text: string,
    private readonly read: ReadMarkdown | undefined,
  ) {
    this.index = new LineIndex(text);
  }

  finish(parent: Nodes, quotes: number): void {
    if (!('children' in parent) || parent.type === 'paragraph' || parent.type === 'heading') return;
    const inside = quotes + (parent.type === 'blockquote' ? 1 : 0);
    const children: RootContent[] = [];
    for (const child of parent.children as RootContent[]) {
      const node = child.type === 'pandocRegion' ? this.nodeOf(child.draft) : child;
      if (node === child) this.finish(node, inside);
      if (node.type === 'paragraph') finishFigure(node, this.text, inside);
      const last = children[children.length - 1];
      if (last && isSameList(last, node)) joinLists(last as List, node as List);
      else if (last?.type === 'table' && node.type === 'paragraph' && this.addCaption(last, node, inside))
        continue;
      else if (node.type === 'table' && last?.type === 'paragraph' && this.addCaption(node, last, inside))
        children[children.length - 1] = node;
      else children.push(node);
    }
    (parent as { children: RootContent[] }).children = children;
  }

  private nodeOf(draft: DraftNode): RootContent {
    const position = this.position(draft.start, draft.end);
    const children = this.childrenOf(draft);
    const lines = draft.lines ?? [];
    switch (draft.type) {
      case 'yaml':
        return {
          type: 'yaml',
          value: lines.map(({ start, end }) => this.text.slice(start, end)).join('\n'),
          position,
        };
      case 'definition':
        return definitionNode(draft, position);
      case 'list':
        return {
          type: 'list',
          ordered: true,
          start: this.firstNumber(draft),
          spread: false,
          children,
          position,
        } as RootContent;
      case 'listItem': {
        const data = draft.label === undefined ? {} : { data: { pandoc: { exampleLabel: draft.label } } };
        return { type: 'listItem', spread: false, checked: null, children, position, ...data } as RootContent;
      }
      case 'tableCell':
      case 'verseLine':
      case 'definitionTerm':
        return { type: draft.type, children, position, data: { pandoc: { lines } } } as RootContent;
      default:
        return { type: draft.type, children, position } as RootContent;
    }
  }

  /** Returns the number of the first item of a list; 1 where that is no number. */
  private firstNumber({ start, end }: DraftNode): number {
    return Number(/^[ (]*([0-9]{1,9})/.exec(this.text.slice(start, end))?.[1] ?? 1);
  }

  private childrenOf(draft: DraftNode): RootContent[] {
    if (draft.children) return draft.children.map((child) => this.nodeOf(child));
    if (draft.holds === 'inlines') return this.inlinesOf(draft.lines ?? []);
    if (draft.holds !== 'blocks') return [];
    const blocks = this.blocksOf(draft);
    const [only] = blocks;
    // A cell with a single paragraph is an ordinary one.
    return draft.type === 'tableCell' && blocks.length === 1 && only?.type === 'paragraph'
      ? only.children
      : blocks;
  }

  private blocksOf({ type, lines = [] }: DraftNode): RootContent[] {
    return this.inner(lines, '', '\n').read(this.read ?? plainParagraph, type === 'listItem');
  }

  /** Reads lines as one stretch of inlines: the text of a heading is nothing else, whatever it looks like. */
  private inlinesOf(lines: readonly BlockLine[]): PhrasingContent[] {
    const [heading] = this.inner(lines, '# ', ' ').read(this.read ?? plainParagraph);
    return heading?.type === 'heading' || heading?.type === 'paragraph' ? heading.children : [];
  }

  private inner(lines: readonly BlockLine[], before: string, between: string): InnerDocument {
    return new InnerDocument(this.text, lines, this.index, before, between);
  }

  private position(start: number, end: number): Position {
    return { start: pointOf(this.index, start), end: pointOf(this.index, end) };
  }

  /** Adds a caption to a table, as a row of one cell; returns whether the paragraph is one. */
  private addCaption(table: Table, paragraph: Paragraph, quotes: number): boolean {
    const start = paragraph.position?.start.offset ?? 0;
    const end = paragraph.position?.end.offset ?? start;
    captionMark.lastIndex = start;
    const mark = captionMark.exec(this.text);
    if (!mark || table.children.some(isCaption)) return false;
    const facts = pandocFactsOf(paragraph);
    const [first, ...others] = facts.lines ?? readBlockLines(this.text, { start, end }, quotes, true);
    if (!first) return false;
    const written = [{ ...first, start: first.start + mark[0].length }, ...others];
    const lines = written.map((line, at) => (at < written.length - 1 ? line : this.withoutAttributes(line)));
    const cell = this.nodeOf({ type: 'tableCell', lines, holds: 'inlines', start, end }) as TableCell;
    const row: TableRow = {
      type: 'tableRow',
      children: [cell],
      position: this.position(start, end),
      data: { pandoc: { isCaption: true } },
    };
    const isBefore = start < (table.position?.start.offset ?? 0);
    if (isBefore) table.children.unshift(row);
    else table.children.push(row);
    const own = table.position ?? this.position(start, end);
    table.position = isBefore
      ? { start: pointOf(this.index, start), end: own.end }
      : { start: own.start, end: pointOf(this.index, end) };
    return true;
  }

  private withoutAttributes(line: BlockLine): BlockLine {
    const at = this.text.lastIndexOf('{', line.end);
    const end = at < line.start ? undefined : endOfAttributes(this.text, at, line.end);
    if (end === undefined || /[^ \t]/.test(this.text.slice(end, line.end))) return line;
    // After a bracket or code, attributes belong to that.
    if (at > line.start && /[\])`>]/.test(this.text.charAt(at - 1))) return line;
    return { ...line, end: at };
  }
}

function definitionNode({ label = '', url = '' }: DraftNode, position: Position): Definition {
  const identifier = normaliseLabel(label).toLowerCase();
  return { type: 'definition', identifier, label, title: null, url, position };
}

/** A caption of a table starts with a colon or "Table:". */
const captionMark = /(?::(?!\p{P})|[Tt]able:)[ \t]*/uy;

function isCaption(row: TableRow): boolean {
  return pandocFactsOf(row).isCaption ?? false;
}

/** Whether two siblings are one list: for Pandoc, the marks of bullets are all the same. */
function isSameList(a: RootContent, b: RootContent): boolean {
  return a.type === 'list' && b.type === 'list' && !a.ordered && !b.ordered;
}

function joinLists(list: List, more: List): void {
  appendAll(list.children, more.children);
  list.spread = true;
  if (list.position && more.position) list.position = { start: list.position.start, end: more.position.end };
}

/** What stands in blocks that are nested more deeply than anybody writes: plain text. */
function plainParagraph(text: string): readonly RootContent[] {
  const position = {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: 1, offset: text.length },
  };
  return [{ type: 'paragraph', children: [{ type: 'text', value: text, position }], position }];
}
