import type {
  BibliographyEntry,
  ManuscriptBlock,
  ManuscriptItem,
  PassageEntry,
  PassagesOfSource,
} from '../manuscript.ts';
import { markup } from '../packing.ts';
import { wordBibliographyCode } from '../zotero.ts';
import { type DocxContext, type DocxPart, startOfParagraph } from './docxContext.ts';
import { DocxInlines, type FootnoteWriter } from './docxInlines.ts';
import { type WordPlace, leftOf, paragraph, type ParagraphLooks, textPlace } from './docxParagraphs.ts';
import { fieldBegin, fieldEnd, textRun } from './docxRuns.ts';
import { columnWidths, docxTable, textTwips } from './docxTables.ts';

type WordBlockOf<K extends ManuscriptBlock['kind']> = Extract<ManuscriptBlock, { readonly kind: K }>;

/** Writes the blocks of one part: of the document, or of a footnote. */
export class DocxBlocks {
  private readonly inlines: DocxInlines;

  constructor(
    private readonly context: DocxContext,
    part: DocxPart,
    writeFootnote: FootnoteWriter,
  ) {
    this.inlines = new DocxInlines(context, part, writeFootnote);
  }

  write(blocks: readonly ManuscriptBlock[], place: WordPlace = textPlace): string {
    return blocks
      .filter((block, index) => !this.isHeadingOfPassages(block, blocks[index + 1]))
      .map((block) => this.block(block, place) + (block.kind === 'table' ? tableGap : ''))
      .join('');
  }

  /** A paragraph of inlines, outside all containers. */
  line(children: Parameters<DocxInlines['write']>[0], style: string): string {
    return paragraph(this.inlines.write(children), textPlace, { style });
  }

  /** With fields of Zotero the document is for going on with: it has no list of passages. */
  private isHeadingOfPassages(block: ManuscriptBlock, next: ManuscriptBlock | undefined): boolean {
    return this.context.zotero !== undefined && block.kind === 'heading' && next?.kind === 'passages';
  }

  private block(block: ManuscriptBlock, place: WordPlace): string {
    switch (block.kind) {
      case 'heading':
        return this.heading(block, place);
      case 'paragraph':
        return this.paragraph(this.inlines.write(block.children), place);
      case 'quote':
        return this.write(block.children, { ...place, quotes: place.quotes + 1 });
      case 'list':
        return this.list(block, place);
      case 'definitions':
        return this.definitions(block, place);
      case 'code':
        return this.paragraph(textRun(block.text), place, { style: 'SourceCode' });
      case 'verse':
        return this.verse(block, place);
      case 'table':
        return this.table(block, place);
      case 'figure':
        return this.figure(block, place);
      case 'rule':
        return this.paragraph('', place, { style: 'HorizontalLine' });
      case 'div':
        return this.div(block, place);
      case 'works':
        return this.works();
      case 'passages':
        return this.context.zotero ? '' : this.passages();
    }
  }

  private paragraph(content: string, place: WordPlace, looks: ParagraphLooks = {}): string {
    return paragraph(content, place, looks, () => this.context.numbering.furtherParagraphs());
  }

  private heading({ level, attributes, children }: WordBlockOf<'heading'>, place: WordPlace): string {
    const content = this.context.bookmark(attributes.id, this.inlines.write(children));
    return this.paragraph(content, place, { style: `Heading${String(level)}` });
  }

  private list({ start, numbering, items, isTight }: WordBlockOf<'list'>, outer: WordPlace): string {
    const level = outer.level + 1;
    const { numbering: lists } = this.context;
    const list = start === undefined ? lists.bulleted() : lists.numbered(numbering, start, level);
    return items
      .map((item) => {
        const open = { list, hasNumber: false };
        const place = { ...outer, level, item: open, style: isTight ? 'Compact' : undefined };
        return this.item(item, place);
      })
      .join('');
  }

  /** An item that begins with no paragraph has an empty one, which shows its number. */
  private item({ isChecked, children }: ManuscriptItem, place: WordPlace): string {
    const [first, ...rest] = children;
    const box = isChecked === undefined ? '' : textRun(isChecked ? '☒ ' : '☐ ');
    if (first?.kind === 'paragraph')
      return this.paragraph(box + this.inlines.write(first.children), place) + this.write(rest, place);
    return this.paragraph(box, place) + this.write(children, place);
  }

  private definitions({ entries }: WordBlockOf<'definitions'>, place: WordPlace): string {
    const inner = { ...place, definitions: place.definitions + 1 };
    return entries
      .map(
        ({ term, definitions }) =>
          this.paragraph(this.inlines.write(term), place, { style: 'DefinitionTerm' }) +
          definitions.map((blocks) => this.write(blocks, inner)).join(''),
      )
      .join('');
  }

  private verse({ lines }: WordBlockOf<'verse'>, place: WordPlace): string {
    const content = lines.map((line) => this.inlines.write(line)).join('<w:r><w:br/></w:r>');
    return this.paragraph(content, place);
  }

  private table(table: WordBlockOf<'table'>, place: WordPlace): string {
    const caption = table.caption.length === 0 ? '' : this.inlines.write(table.caption);
    const above = caption === '' ? '' : this.paragraph(caption, place, { style: 'TableCaption' });
    const widths = columnWidths(table, textTwips - leftOf(place), this.context.manuscript);
    return above + docxTable(table, widths, leftOf(place), (blocks, looks) => this.cell(blocks, looks));
  }

  /** A cell ends with a paragraph, or Word takes the file for damaged. */
  private cell(blocks: readonly ManuscriptBlock[], looks: ParagraphLooks): string {
    const content = blocks
      .map((block) =>
        block.kind === 'paragraph'
          ? paragraph(this.inlines.write(block.children), textPlace, { style: 'Compact', ...looks })
          : this.block(block, textPlace),
      )
      .join('');
    return content.endsWith('</w:p>') ? content : content + paragraph('', textPlace, { style: 'Compact' });
  }

  private figure({ image, caption }: WordBlockOf<'figure'>, place: WordPlace): string {
    const content = this.inlines.write([image]);
    if (caption.length === 0) return this.paragraph(content, place);
    return (
      this.paragraph(content, place, { style: 'CaptionedFigure' }) +
      this.paragraph(this.inlines.write(caption), place, { style: 'ImageCaption' })
    );
  }

  /** The bookmark of a group of blocks stands in its first paragraph. */
  private div({ attributes, children }: WordBlockOf<'div'>, place: WordPlace): string {
    const content = this.context.box(attributes, place.quotes > 0, this.write(children, place));
    if (attributes.id === '') return content;
    const start = startOfParagraph(content);
    if (start === undefined) return content;
    return start + this.context.bookmark(attributes.id, '') + content.slice(start.length);
  }

  private works(): string {
    const { bibliography, hangingIndent } = this.context.manuscript;
    const style = hangingIndent ? 'Bibliography' : 'PlainBibliography';
    const isLive = this.context.zotero !== undefined;
    return bibliography
      .map((entry, index) => {
        const begin = isLive && index === 0 ? fieldBegin(wordBibliographyCode) : '';
        const end = isLive && index === bibliography.length - 1 ? fieldEnd : '';
        return paragraph(begin + this.work(entry) + end, textPlace, { style });
      })
      .join('');
  }

  private work({ id, text }: BibliographyEntry): string {
    const content = this.inlines.styled(text, {}, () => undefined);
    return this.context.bookmark(id, content);
  }

  private passages(): string {
    return this.context.manuscript.passages.map((source) => this.passagesOf(source)).join('');
  }

  private passagesOf({ id, title, author, entries }: PassagesOfSource): string {
    const name = [author, title].filter((part) => part !== '').join(', ');
    const heading = paragraph(this.context.bookmark(id, textRun(name)), textPlace, { style: 'Heading2' });
    let before = '';
    const passages = entries.map((entry) => {
      const section = entry.sections.join(' › ');
      const isNew = section !== '' && section !== before;
      before = section;
      return (
        (isNew ? paragraph(textRun(section), textPlace, { style: 'Heading3' }) : '') + this.passage(entry)
      );
    });
    return heading + passages.join('');
  }

  /** A passage with links back to where it is cited. */
  private passage({ id, label, shown, citedBy }: PassageEntry): string {
    const backs = citedBy.flatMap((index) => {
      const citation = this.context.citationAt(index);
      const number = textRun(String(index + 1), { style: 'Hyperlink' });
      return citation ? [this.inlines.link(`#${citation.id}`, number)] : [];
    });
    const content = [
      this.context.bookmark(id, textRun(label, { bold: true })),
      shown === '' ? '' : textRun(` ${shown}`),
      backs.length === 0 ? '' : textRun(' ↑\u00A0') + backs.join(textRun(', ')),
    ].join('');
    return paragraph(content, textPlace, { style: 'Passage' });
  }
}

/** Two tables in a row would be one, and words after one stand too close to it. */
const tableGap = paragraph('', textPlace, { style: 'Compact' });

/** What each footnote begins with: its own number. */
export const footnoteNumber = `<w:r>${markup('w:rPr', {}, markup('w:rStyle', { 'w:val': 'FootnoteReference' }))}<w:footnoteRef/></w:r>${textRun(' ')}`;
