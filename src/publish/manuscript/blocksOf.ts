import type { Code, List, ListItem, Nodes, Root, Table, TableCell } from 'mdast';
import { isRawBlock, rangeOf } from '../../core/blocks.ts';
import { type BlockText, blockTextOf, originalOf } from '../../core/inlines.ts';
import { romanValue } from '../../core/source.ts';
import { readAttributes } from '../../core/syntax.ts';
import { appendAll } from '../../core/text.ts';
import { type InlinePlace, inlinesOfBlock } from './inlinesOf.ts';
import type {
  CellSpan,
  DefinitionEntry,
  ElementAttributes,
  ListNumbering,
  ManuscriptBlock,
  ManuscriptInline,
  ManuscriptItem,
  ManuscriptTable,
  TableRow,
} from './manuscriptTypes.ts';
import { attributesOfHeading, isExampleList, type PaperState } from './paperState.ts';
import { readDrawnTable } from './drawnTables.ts';
import type { GridCells } from './gridCells.ts';
import { paragraphsOfHtml, readDivTags } from './htmlBlocks.ts';

/** Reads the blocks of a paper. */
export function blocksOf(root: Root, state: PaperState): readonly ManuscriptBlock[] {
  return new BlockCollector(state, undefined).collect(root.children, 0);
}

const noAttributes: ElementAttributes = { id: '', classes: [], values: [] };

/** A div that was opened, by a line of colons or by a tag. */
interface OpenDiv {
  readonly attributes: ElementAttributes;
  readonly children: ManuscriptBlock[];
  readonly isHtml?: boolean;
}

class BlockCollector {
  private examples = 0;

  constructor(
    private readonly state: PaperState,
    private readonly footnote: number | undefined,
  ) {}

  /** Reads siblings. Lines of colons open and close divs among them; what is not closed goes on to the end. */
  collect(nodes: readonly Nodes[], quotes: number): readonly ManuscriptBlock[] {
    const top: ManuscriptBlock[] = [];
    const open: OpenDiv[] = [];
    const add = (blocks: readonly ManuscriptBlock[]): void => {
      appendAll(open.at(-1)?.children ?? top, blocks);
    };
    const close = (): void => {
      const div = open.pop();
      if (div) add([{ kind: 'div', attributes: div.attributes, children: div.children }]);
    };
    for (const node of nodes) {
      const tags = node.type === 'html' ? readDivTags(node.value) : undefined;
      if (node.type === 'divFence') {
        if (!/^:+\s*$/u.test(node.value))
          open.push({ attributes: this.divAttributes(node.value), children: [] });
        else if (open.at(-1)?.isHtml !== true) close();
      } else if (!tags) add(this.blocksOfNode(node, quotes));
      else
        for (const tag of tags) {
          if (tag.isOpen) open.push({ attributes: this.own(tag.attributes), children: [], isHtml: true });
          else if (open.at(-1)?.isHtml) close();
        }
    }
    while (open.length > 0) close();
    return top;
  }

  private divAttributes(line: string): ElementAttributes {
    const written = line.replace(/^:+[ \t]*/u, '');
    const read = readAttributes(written, 0);
    const word = /^[^\s:{]+/u.exec(written)?.[0] ?? '';
    return read ? this.own(read) : { ...noAttributes, classes: word === '' ? [] : [word] };
  }

  private own({ id, classes, values }: ElementAttributes): ElementAttributes {
    return { id: this.state.takeId(id), classes, values };
  }

  private get place(): InlinePlace {
    return {
      footnote: this.footnote,
      readFootnote: (label, index) => {
        const note = this.state.footnoteOf(label);
        return note ? new BlockCollector(this.state, index).collect(note.children, 0) : [];
      },
    };
  }

  private inlines(node: Nodes, quotes: number): readonly ManuscriptInline[] {
    const block = blockTextOf(node, this.state.text, quotes);
    return block ? inlinesOfBlock(block, this.state, this.place) : [];
  }

  private blocksOfNode(node: Nodes, quotes: number): readonly ManuscriptBlock[] {
    switch (node.type) {
      case 'paragraph':
        return paragraphOf(this.inlines(node, quotes));
      case 'heading': {
        const read = attributesOfHeading(node, this.state.text) ?? noAttributes;
        const attributes = { id: this.state.headingId(node), classes: read.classes, values: read.values };
        return [{ kind: 'heading', level: node.depth, attributes, children: this.inlines(node, quotes) }];
      }
      case 'blockquote':
        return [{ kind: 'quote', children: this.collect(node.children, quotes + 1) }];
      case 'list':
        return [this.list(node, quotes)];
      case 'code':
        return this.code(node);
      case 'thematicBreak':
        return [{ kind: 'rule' }];
      case 'table':
        return [this.table(node, quotes)];
      case 'definitionList':
        return [{ kind: 'definitions', entries: this.definitions(node.children, quotes) }];
      case 'lineBlock':
        return [{ kind: 'verse', lines: node.children.map((line) => this.verse(line, quotes)) }];
      case 'html':
        return this.html(node, quotes);
      default:
        return [];
    }
  }

  private html(node: Nodes, quotes: number): readonly ManuscriptBlock[] {
    const block = blockTextOf(node, this.state.text, quotes);
    return paragraphsOfHtml(
      block,
      (paragraph: BlockText) => inlinesOfBlock(paragraph, this.state, this.place),
      (at) => {
        if (block) this.state.report('raw', originalOf(block, at.start, at.end), 'export.rawLeftOut');
      },
    );
  }

  private list(node: List, quotes: number): ManuscriptBlock {
    const { items, numbering, start } = this.numbered(node);
    const isTight = !isLoose(node, this.state.text);
    return {
      kind: 'list',
      start,
      numbering,
      isTight,
      items: items.map((item): ManuscriptItem => ({
        isChecked: item.checked ?? undefined,
        children: this.collect(item.children, quotes),
      })),
    };
  }

  private numbered(node: List): {
    readonly items: readonly ListItem[];
    readonly numbering: ListNumbering;
    readonly start: number | undefined;
  } {
    const items = node.children;
    const at = items[0] ? rangeOf(items[0]).start : 0;
    const mark = readItemNumber(this.state.text.slice(at, at + maxMarkUnits));
    if (node.ordered !== true) return { items, numbering: mark.numbering, start: undefined };
    if (!isExampleList(node, this.state.text))
      return { items, numbering: mark.numbering, start: mark.start ?? node.start ?? 1 };
    const start = this.examples + 1;
    this.examples += items.length;
    return { items, numbering: mark.numbering, start };
  }

  private code(node: Code): readonly ManuscriptBlock[] {
    if (isRawBlock(node)) {
      this.state.report('raw', rangeOf(node), 'export.rawLeftOut');
      return [];
    }
    const info = `${node.lang ?? ''} ${node.meta ?? ''}`.trim();
    const read = readAttributes(info, !info.includes('{') ? 0 : info.indexOf('{'));
    const lang = info.startsWith('{') ? [] : (/^[^\s{]+/u.exec(info) ?? []);
    const attributes = read
      ? this.own({ ...read, classes: [...lang, ...read.classes] })
      : { ...noAttributes, classes: [...lang] };
    return [{ kind: 'code', attributes, text: node.value }];
  }

  private verse(node: Nodes, quotes: number): readonly ManuscriptInline[] {
    const block = blockTextOf(node, this.state.text, quotes);
    if (!block) return [];
    const indent = /^[ \t]*/u.exec(block.text.slice(block.from, block.to))?.[0].length ?? 0;
    const inlines = inlinesOfBlock(block, this.state, this.place);
    return indent === 0 ? inlines : [{ kind: 'text', text: '\u00a0'.repeat(indent) }, ...inlines];
  }

  private definitions(nodes: readonly Nodes[], quotes: number): readonly DefinitionEntry[] {
    const entries: { term: readonly ManuscriptInline[]; definitions: (readonly ManuscriptBlock[])[] }[] = [];
    for (const node of nodes) {
      if (node.type === 'definitionTerm') entries.push({ term: this.inlines(node, quotes), definitions: [] });
      else if (node.type === 'definitionDescription')
        entries.at(-1)?.definitions.push(this.collect(node.children, quotes));
    }
    return entries;
  }

  private table(node: Table, quotes: number): ManuscriptTable {
    const rows = node.children.filter((row) => row.data?.pandoc?.isCaption !== true);
    const caption = node.children.find((row) => row.data?.pandoc?.isCaption)?.children[0];
    const cells = rows.map((row): TableRow => row.children.map((cell) => this.cell(cell, quotes)));
    const drawn = readDrawnTable(node, this.state.text);
    const { width, whole, spans, heads = drawn.hasHead ? 1 : 0 } = placedCells(cells, drawn.grid);
    return {
      kind: 'table',
      caption: caption ? this.inlines(caption, quotes) : [],
      alignments: Array.from(
        { length: width },
        (_each, column) => node.align?.[column] ?? drawn.alignments[column],
      ),
      head: whole.slice(0, heads).filter((row) => spans.length > 0 || row.some((cell) => cell.length > 0)),
      rows: whole.slice(heads),
      ...(spans.length > 0 ? { spans } : {}),
    };
  }

  private cell(node: TableCell, quotes: number): readonly ManuscriptBlock[] {
    if (blockTextOf(node, this.state.text, quotes)) {
      const children = this.inlines(node, quotes);
      return children.length === 0 ? [] : [{ kind: 'paragraph', children }];
    }
    return this.collect(node.children, quotes);
  }
}

/** Cells of a table in as many columns as it has. */
interface PlacedCells {
  readonly width: number;
  readonly whole: readonly TableRow[];
  readonly spans: readonly CellSpan[];
  /** How many rows are the head, where that is drawn. */
  readonly heads?: number;
}

/** Puts cells where they are drawn; where they are not drawn so, side by side from the left. */
function placedCells(cells: readonly TableRow[], grid: GridCells | undefined): PlacedCells {
  const isDrawn =
    grid?.rows.length === cells.length && grid.rows.every((row, at) => row.length === cells[at]?.length);
  if (!grid || !isDrawn) {
    const width = cells.reduce((most, row) => Math.max(most, row.length), 0);
    const missing = (row: TableRow): TableRow => Array.from({ length: width - row.length }, () => []);
    return { width, whole: cells.map((row) => [...row, ...missing(row)]), spans: [] };
  }
  const whole = cells.map((row, at) => {
    const placed: (readonly ManuscriptBlock[])[] = Array.from({ length: grid.columns }, () => []);
    for (const [index, { column }] of (grid.rows[at] ?? []).entries()) placed[column] = row[index] ?? [];
    return placed;
  });
  const spans = grid.rows.flat().filter(({ columns, rows }) => columns > 1 || rows > 1);
  return { width: grid.columns, whole, spans, heads: grid.heads };
}

/** Longer marks of items are none. UTF-16 code units. */
const maxMarkUnits = 120;

/** A paragraph that is an image with words and nothing else is a figure. */
function paragraphOf(inlines: readonly ManuscriptInline[]): readonly ManuscriptBlock[] {
  const children = withoutOuterSpaces(inlines);
  const [image, more] = children;
  if (!image) return [];
  if (image.kind === 'image' && !more && image.caption.length > 0)
    return [{ kind: 'figure', image, caption: image.caption }];
  return [{ kind: 'paragraph', children }];
}

/** Leaves out spaces at the ends, where something beside them was left out. */
function withoutOuterSpaces(inlines: readonly ManuscriptInline[]): readonly ManuscriptInline[] {
  const trimmed = inlines.map((inline, at) => {
    if (inline.kind !== 'text') return inline;
    let { text } = inline;
    if (at === 0) text = text.replace(/^ +/u, '');
    if (at === inlines.length - 1) text = text.replace(/ +$/u, '');
    return text === inline.text ? inline : { ...inline, text };
  });
  return trimmed.filter((inline) => inline.kind !== 'text' || inline.text !== '');
}

/** Whether blank lines stand between the blocks or items of a list. */
function isLoose({ children, spread }: List, text: string): boolean {
  if (spread === true || children.some((item) => item.spread === true)) return true;
  return children.some((item, at) => {
    const next = children[at + 1];
    return (
      next !== undefined && /\n[ \t>]*\r?\n/u.test(text.slice(rangeOf(item).end - 1, rangeOf(next).start))
    );
  });
}

interface ItemNumber {
  readonly numbering: ListNumbering;
  /** Undefined where the mark says no number. */
  readonly start: number | undefined;
}

/** Reads the number before an item as Pandoc does: `i` is a numeral, any other letter alone is a letter. */
function readItemNumber(line: string): ItemNumber {
  const [, open = '', label = '', close = '.'] =
    /^\s*(\(?)(@[^\s).]*|#|[0-9]+|[A-Za-z]+)([.)])/u.exec(line) ?? [];
  const delimiter = open ? 'parentheses' : close === ')' ? 'parenthesis' : 'period';
  if (!/^[A-Za-z]+$/u.test(label)) {
    const start = /^[0-9]+$/u.test(label) ? Number(label) : undefined;
    return { numbering: { digits: 'decimal', delimiter }, start };
  }
  const isUpper = label === label.toUpperCase();
  const isNumeral = label.length > 1 || /^i$/iu.test(label);
  const digits = isNumeral ? (isUpper ? 'upperRoman' : 'lowerRoman') : isUpper ? 'upperAlpha' : 'lowerAlpha';
  const start = isNumeral ? romanValue(label) : label.toLowerCase().charCodeAt(0) - 96;
  return { numbering: { digits, delimiter }, start };
}
