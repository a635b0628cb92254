import {
  type BibliographyEntry,
  cellPlacesOf,
  type ManuscriptBlock,
  type ManuscriptInline,
  type ManuscriptItem,
  type PassageEntry,
  type PassagesOfSource,
  type TableRow,
} from '../manuscript.ts';
import { markup } from '../packing.ts';
import { odtBibliographyName } from '../zotero.ts';
import { OdtInlines } from './odtInlines.ts';
import { bulletLevels, numberLevels } from './odtLists.ts';
import { odtStyleName, quoteMargin } from './odtStyleSheet.ts';
import type { PublishedOdt } from './publishedOdt.ts';

type OdtBlockOf<K extends ManuscriptBlock['kind']> = Extract<ManuscriptBlock, { readonly kind: K }>;

/** How a cell of a table is written. */
interface OdtCellPlace {
  readonly alignment: string | undefined;
  readonly isHead: boolean;
  readonly columns: number;
  readonly rows: number;
}

/** Where a block stands: in which containers. */
interface OdtPlace {
  readonly quotes: number;
  readonly definitions: number;
  /** The style of paragraphs of plain text here, where the place has one. */
  readonly style: string | undefined;
}

const odtTextPlace: OdtPlace = { quotes: 0, definitions: 0, style: undefined };

/** Writes the blocks of a text or a footnote. */
export class OdtBlocks {
  private readonly inlines: OdtInlines;

  constructor(
    private readonly file: PublishedOdt,
    writeFootnote: (index: number) => string | undefined,
  ) {
    this.inlines = new OdtInlines(file, writeFootnote);
  }

  write(blocks: readonly ManuscriptBlock[], place: OdtPlace = odtTextPlace): string {
    return blocks
      .filter((block, index) => !this.isHeadingOfPassages(block, blocks[index + 1]))
      .map((block) => this.block(block, place))
      .join('');
  }

  /** Blocks whose plain paragraphs have a style of their own. */
  inStyle(blocks: readonly ManuscriptBlock[], style: string): string {
    return this.write(blocks, { ...odtTextPlace, style });
  }

  line(children: readonly ManuscriptInline[], style: string): string {
    return paragraphElement(this.inlines.paragraph(children), style);
  }

  /** With fields of Zotero the document is for going on with: it has no list of passages. */
  private isHeadingOfPassages(block: ManuscriptBlock, next: ManuscriptBlock | undefined): boolean {
    return this.file.zotero !== undefined && block.kind === 'heading' && next?.kind === 'passages';
  }

  private block(block: ManuscriptBlock, place: OdtPlace): string {
    switch (block.kind) {
      case 'heading':
        return this.heading(block);
      case 'paragraph':
        return this.paragraph(this.inlines.paragraph(block.children), place);
      case 'quote':
        return this.write(block.children, { ...place, quotes: place.quotes + 1 });
      case 'list':
        return this.list(block, place);
      case 'definitions':
        return this.definitions(block, place);
      case 'code':
        return paragraphElement(
          this.inlines.paragraph([{ kind: 'text', text: block.text }]),
          'Preformatted Text',
        );
      case 'verse':
        return this.verse(block, place);
      case 'table':
        return this.table(block);
      case 'figure':
        return this.figure(block, place);
      case 'rule':
        return paragraphElement('', 'Horizontal Line');
      case 'div':
        return this.div(block, place);
      case 'works':
        return this.works();
      case 'passages':
        return this.file.zotero
          ? ''
          : this.file.manuscript.passages.map((one) => this.passagesOf(one)).join('');
    }
  }

  private paragraph(content: string, place: OdtPlace): string {
    return markup('text:p', { 'text:style-name': this.styleAt(place) }, content);
  }

  /** A container in a container stands further in, which is a style without a name. */
  private styleAt({ quotes, definitions, style }: OdtPlace): string {
    const usual =
      quotes > 0 ? 'Quotations' : (style ?? (definitions > 0 ? 'Definition Definition' : 'Text body'));
    const steps = quotes + definitions;
    if (steps < 2) return odtStyleName(usual);
    return this.file.styles.ofParagraph(odtStyleName(usual), {
      'fo:margin-left': `${String(steps * quoteMargin)}cm`,
      'fo:margin-right': `${String(quotes * quoteMargin)}cm`,
    });
  }

  private heading({ level, attributes, children }: OdtBlockOf<'heading'>): string {
    const content = this.file.bookmark(attributes.id, this.inlines.paragraph(children));
    return headingElement(content, level);
  }

  private list({ start, numbering, items, isTight }: OdtBlockOf<'list'>, place: OdtPlace): string {
    const style = this.file.styles.ofList(
      start === undefined ? bulletLevels() : numberLevels(numbering, start),
    );
    const inner = isTight ? { ...place, style: 'Compact' } : { ...place, style: undefined };
    const content = items.map((item, index) =>
      markup(
        'text:list-item',
        // A second list in an item would go on with the numbers of the first.
        { 'text:start-value': index === 0 ? start : undefined },
        this.item(item, inner),
      ),
    );
    return markup('text:list', { 'text:style-name': style }, content.join(''));
  }

  private item({ isChecked, children }: ManuscriptItem, place: OdtPlace): string {
    if (isChecked === undefined) return this.write(children, place);
    const box: ManuscriptInline = { kind: 'text', text: isChecked ? '☒ ' : '☐ ' };
    const [first, ...rest] = children;
    if (first?.kind === 'paragraph')
      return this.write([{ ...first, children: [box, ...first.children] }, ...rest], place);
    return this.write([{ kind: 'paragraph', children: [box] }, ...children], place);
  }

  private definitions({ entries }: OdtBlockOf<'definitions'>, place: OdtPlace): string {
    const inner = { ...place, definitions: place.definitions + 1 };
    return entries
      .map(
        ({ term, definitions }) =>
          this.line(term, 'Definition Term') +
          definitions.map((blocks) => this.write(blocks, inner)).join(''),
      )
      .join('');
  }

  private verse({ lines }: OdtBlockOf<'verse'>, place: OdtPlace): string {
    const inlines = lines.flatMap((line, index): ManuscriptInline[] =>
      index === 0 ? [...line] : [{ kind: 'break' }, ...line],
    );
    return this.paragraph(this.inlines.paragraph(inlines), place);
  }

  private table(table: OdtBlockOf<'table'>): string {
    const { caption, alignments, head, rows } = table;
    const placeOf = cellPlacesOf(table);
    const columns = [...head, ...rows].reduce((most, row) => Math.max(most, row.length), alignments.length);
    const rowOf = (row: TableRow, isHead: boolean, rowAt: number): string => {
      const cells = Array.from({ length: Math.max(1, columns) }, (_, at) => {
        const place = placeOf(rowAt, at);
        if (place.kind === 'covered') return markup('table:covered-table-cell', {});
        return this.cell(row[at] ?? [], { alignment: alignments[at], isHead, ...place });
      });
      return markup('table:table-row', {}, cells.join(''));
    };
    const name = this.file.nextShape('Table');
    const above = caption.length === 0 ? '' : this.line(caption, 'Table Caption');
    const heads = head.map((row, at) => rowOf(row, true, at)).join('');
    return (
      above +
      markup(
        'table:table',
        {
          'table:name': name,
          'table:style-name': this.file.styles.ofTable('table', {
            'table:align': 'margins',
            'fo:margin-bottom': '0.3cm',
          }),
        },
        [
          markup('table:table-column', { 'table:number-columns-repeated': Math.max(1, columns) }),
          heads === '' ? '' : markup('table:table-header-rows', {}, heads),
          ...rows.map((row, at) => rowOf(row, false, head.length + at)),
        ].join(''),
      )
    );
  }

  private cell(
    blocks: readonly ManuscriptBlock[],
    { alignment, isHead, columns, rows }: OdtCellPlace,
  ): string {
    const style = isHead ? 'Table Heading' : 'Compact';
    const aligned =
      alignment === undefined || alignment === 'left'
        ? odtStyleName(style)
        : this.file.styles.ofParagraph(odtStyleName(style), {
            'fo:text-align': alignment === 'right' ? 'end' : alignment,
          });
    const line = '0.5pt solid #000000';
    const border = this.file.styles.ofTable('table-cell', {
      'fo:padding': '0.1cm',
      ...(isHead ? { 'fo:border-top': line } : {}),
      'fo:border-bottom': line,
    });
    const content = blocks
      .map((block) =>
        block.kind === 'paragraph'
          ? markup('text:p', { 'text:style-name': aligned }, this.inlines.paragraph(block.children))
          : this.block(block, odtTextPlace),
      )
      .join('');
    return markup(
      'table:table-cell',
      {
        'table:style-name': border,
        'office:value-type': 'string',
        ...(columns > 1 ? { 'table:number-columns-spanned': columns } : {}),
        ...(rows > 1 ? { 'table:number-rows-spanned': rows } : {}),
      },
      content === '' ? markup('text:p', { 'text:style-name': aligned }) : content,
    );
  }

  private figure({ image, caption }: OdtBlockOf<'figure'>, place: OdtPlace): string {
    const content = this.paragraph(this.inlines.paragraph([image]), place);
    return caption.length === 0 ? content : content + this.line(caption, 'Figure Caption');
  }

  /** The bookmark of a group of blocks stands in its first paragraph. */
  private div({ attributes, children }: OdtBlockOf<'div'>, place: OdtPlace): string {
    const content = this.file.box(attributes, place.quotes > 0, this.write(children, place));
    const start = attributes.id === '' ? undefined : /^<text:[ph] [^>]*[^/]>/.exec(content)?.[0];
    if (start === undefined) return content;
    return start + this.file.bookmark(attributes.id, '') + content.slice(start.length);
  }

  private works(): string {
    const { bibliography, hangingIndent } = this.file.manuscript;
    const style = hangingIndent ? 'Bibliography' : 'Bibliography Plain';
    const entries = bibliography.map((entry) => paragraphElement(this.work(entry), style)).join('');
    if (!this.file.zotero || entries === '') return entries;
    return markup(
      'text:section',
      { 'text:style-name': this.file.styles.ofSection(), 'text:name': odtBibliographyName },
      entries,
    );
  }

  private work({ id, text }: BibliographyEntry): string {
    this.inlines.paragraph([]);
    return this.file.bookmark(
      id,
      this.inlines.styled(text, {}, () => undefined),
    );
  }

  private passagesOf({ id, title, author, entries }: PassagesOfSource): string {
    const name = [author, title].filter((part) => part !== '').join(', ');
    const heading = this.file.bookmark(id, this.inlines.paragraph([{ kind: 'text', text: name }]));
    let before = '';
    const passages = entries.map((entry) => {
      const section = entry.sections.join(' › ');
      const isNew = section !== '' && section !== before;
      before = section;
      const above = isNew ? headingElement(this.inlines.paragraph([{ kind: 'text', text: section }]), 3) : '';
      return above + this.passage(entry);
    });
    return headingElement(heading, 2) + passages.join('');
  }

  /** A passage with links back to where it is cited. */
  private passage({ id, label, shown, citedBy }: PassageEntry): string {
    const { citations } = this.file.manuscript;
    this.inlines.paragraph([]);
    const head = this.file.bookmark(id, this.inlines.words(label, { bold: true }));
    const words = shown === '' ? '' : this.inlines.words(` ${shown}`);
    const arrow = citedBy.length === 0 ? '' : this.inlines.words(' ↑\u00A0');
    const backs = citedBy.map((index, at) => {
      const comma = at === 0 ? '' : this.inlines.words(', ');
      const to = citations[index];
      const number = this.inlines.words(String(index + 1));
      return comma + (to ? this.inlines.link(`#${to.id}`, number) : number);
    });
    return paragraphElement([head, words, arrow, ...backs].join(''), 'Cited Passage');
  }
}

function paragraphElement(content: string, style: string): string {
  return markup('text:p', { 'text:style-name': odtStyleName(style) }, content);
}

function headingElement(content: string, level: number): string {
  return markup(
    'text:h',
    { 'text:style-name': odtStyleName(`Heading ${String(level)}`), 'text:outline-level': level },
    content,
  );
}
