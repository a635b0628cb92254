import { type Block, type Run, type RunStyle, safeAddress, sameStyle } from '../blocks.ts';
import { isKeyOf, type ListPlace, type OfficeText, type StyleRole, withoutSymbols } from '../office.ts';
import type { XmlAttributes } from '../xml.ts';
import type { OdtContext } from './odtContext.ts';
import { OdtComments } from './odtComments.ts';
import type { OdtLooks, ResolvedOdtStyle } from './odtStyles.ts';
import { OdtTable } from './odtTables.ts';

/** A paragraph while it is read, and the looks of the words in it, innermost last. */
interface OpenParagraph {
  readonly place: number;
  readonly role: StyleRole;
  readonly style: ResolvedOdtStyle;
  readonly listed: ListPlace | undefined;
  readonly runs: Run[];
  readonly looks: OdtLooks[];
  readonly links: (string | undefined)[];
  readonly boxes: OfficeText[];
  readonly outer: OpenParagraph | undefined;
}

/** What is in these elements is not seen in the text. */
const odfPassedOver = new Set([
  'text:tracked-changes',
  'text:note-citation',
  'text:number',
  'text:ruby-text',
  'text:script',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'office:forms',
  'office:event-listeners',
  'office:scripts',
  'office:binary-data',
  'svg:title',
  'svg:desc',
  'text:table-of-content-source',
  'text:illustration-index-source',
  'text:table-index-source',
  'text:object-index-source',
  'text:user-index-source',
  'text:alphabetical-index-source',
  'text:bibliography-source',
]);

/** Lists that a program makes of what stands elsewhere in the text. */
const contents = new Set([
  'text:table-of-content',
  'text:illustration-index',
  'text:table-index',
  'text:object-index',
  'text:user-index',
]);

/** Shapes that may hold paragraphs. */
const boxes = new Set([
  'draw:text-box',
  'draw:custom-shape',
  'draw:rect',
  'draw:ellipse',
  'draw:circle',
  'draw:polygon',
  'draw:path',
  'draw:caption',
]);

/** What is done where an element begins. */
const odfOpeners = {
  'text:p': 'openParagraph',
  'text:h': 'openParagraph',
  'text:span': 'openSpan',
  'text:a': 'openLink',
  'draw:a': 'openLink',
  'text:s': 'addSpace',
  'text:tab': 'addSpace',
  'text:line-break': 'addLineBreak',
  'text:soft-page-break': 'addPage',
  'text:note': 'openNote',
  'text:list': 'openList',
  'text:list-item': 'openItem',
  'text:list-header': 'openHeader',
  'office:annotation': 'openComment',
  'office:annotation-end': 'endComment',
  'table:table': 'openTable',
  'table:table-row': 'openRow',
  'table:table-cell': 'openCell',
  'table:covered-table-cell': 'openCell',
} as const;

/** What is done where an element ends. */
const odfClosers = {
  'text:p': 'closeParagraph',
  'text:h': 'closeParagraph',
  'text:span': 'closeSpan',
  'text:a': 'closeLink',
  'draw:a': 'closeLink',
  'text:note': 'closeNote',
  'text:list': 'closeList',
  'office:annotation': 'closeComment',
  'table:table': 'closeTable',
  'table:table-row': 'closeRow',
  'table:table-cell': 'closeCell',
  'table:covered-table-cell': 'closeCell',
} as const;

/** What stands in a paragraph and holds elements, but no text of its own. */
const holdsNoText = /^(?:draw:|text:note$|text:note-body$)/;

/** White space that is anything but one space. */
const longWhiteSpace = / [ \t\r\n]+|[\t\r\n][ \t\r\n]*/g;

/** Reads the paragraphs of an OpenDocument text (1.3, part 3, 5 and 6). */
export class OdtText {
  readonly main: OfficeText;
  /** The blocks of each note, by the name of its mark. */
  readonly notes = new Map<string, readonly Block[]>();
  readonly comments = new OdtComments();
  private readonly texts: OfficeText[] = [];
  private readonly tables: OdtTable[] = [];
  private readonly names: string[] = [];
  private paragraph: OpenParagraph | undefined;
  private skipped = 0;
  private contentsDepth = 0;

  constructor(private readonly context: OdtContext) {
    this.main = context.newText();
    this.texts.push(this.main);
  }

  open(name: string, attributes: XmlAttributes): void {
    this.names.push(name);
    if (this.skipped > 0 || odfPassedOver.has(name) || isHiddenByCondition(name, attributes)) {
      this.skipped++;
      return;
    }
    if (contents.has(name)) this.contentsDepth++;
    else if (boxes.has(name)) this.openBox();
    else if (this.comments.isOpen) this.comments.open(name);
    if (isKeyOf(odfOpeners, name)) this[odfOpeners[name]](attributes);
  }

  close(name: string): void {
    this.names.pop();
    if (this.skipped > 0) {
      this.skipped--;
      return;
    }
    if (isKeyOf(odfClosers, name)) this[odfClosers[name]]();
    if (contents.has(name)) this.contentsDepth--;
    else if (boxes.has(name)) this.closeText();
  }

  /** White space of any length, line ends among it, is one space (6.1.2). Between the parts of a frame or note it is none. */
  text(text: string): void {
    if (this.skipped > 0 || holdsNoText.test(this.names.at(-1) ?? '')) return;
    if (this.comments.isOpen) this.comments.text(text);
    else this.addText(text.replace(longWhiteSpace, ' '));
  }

  /** Ends the text. */
  end(): void {
    this.main.end();
  }

  private openParagraph(attributes: XmlAttributes): void {
    if (this.comments.isOpen) return;
    const isHeading = this.names.at(-1) === 'text:h';
    const style = this.context.styles.get('paragraph', attributes['text:style-name']);
    const role = this.roleOf(isHeading, style, attributes);
    const hidden = style.hidden ?? false;
    const listed = hidden ? undefined : this.listedAs(role, isHeading, attributes);
    this.paragraph = {
      place: this.context.nextPlace(),
      role,
      style,
      listed,
      runs: style.startsPage ? [{ text: '', page: '' }] : [],
      looks: [style],
      links: [],
      boxes: [],
      outer: this.paragraph,
    };
  }

  private roleOf(isHeading: boolean, { role }: ResolvedOdtStyle, attributes: XmlAttributes): StyleRole {
    if (this.contentsDepth > 0) return { role: 'contents' };
    if (!isHeading || role.role === 'title') return role;
    return { role: 'heading', depth: Number(attributes['text:outline-level'] ?? role.depth ?? 1) || 1 };
  }

  private listedAs(role: StyleRole, isHeading: boolean, attributes: XmlAttributes): ListPlace | undefined {
    const { numbering } = this.context;
    if (numbering.isInList) return numbering.count();
    return isHeading ? numbering.countHeading(role.depth ?? 1, attributes) : undefined;
  }

  private closeParagraph(): void {
    const { paragraph } = this;
    const into = this.texts.at(-1);
    if (this.comments.isOpen || !paragraph || !into) return;
    this.paragraph = paragraph.outer;
    const { role, runs, place, listed, style } = paragraph;
    this.context.words.endParagraph();
    if (style.endsPage) runs.push({ text: '', page: '' });
    this.context.addParagraph(into, {
      ...role,
      runs,
      place,
      inItalics: style.italic ?? false,
      inBold: style.bold ?? false,
      ...(listed ? { listed } : {}),
    });
    for (const box of paragraph.boxes) into.addText(box);
  }

  private addText(text: string): void {
    const { paragraph } = this;
    const looks = paragraph?.looks.at(-1);
    if (!paragraph || !looks || looks.hidden) return;
    const seen = withoutSymbols(text, looks.font);
    const style = runStyleOf(
      looks,
      paragraph.links.findLast((link) => link !== undefined),
    );
    const last = paragraph.runs.at(-1);
    if (seen === '') return;
    if (last && last.text !== '' && sameStyle(last.style, style))
      paragraph.runs[paragraph.runs.length - 1] = { ...last, text: last.text + seen };
    else paragraph.runs.push(style ? { text: seen, style } : { text: seen });
    this.context.words.add(seen);
  }

  private addSpace(): void {
    this.addText(' ');
  }

  private addLineBreak(): void {
    this.addText('\n');
  }

  private addPage(): void {
    if (this.paragraph) this.paragraph.runs.push({ text: '', page: '' });
    else this.texts.at(-1)?.add({ role: 'text', runs: [{ text: '', page: '' }], place: this.context.place });
  }

  private openSpan(attributes: XmlAttributes): void {
    const { paragraph } = this;
    if (!paragraph) return;
    const own = this.context.styles.get('text', attributes['text:style-name']);
    paragraph.looks.push({ ...paragraph.looks.at(-1), ...own });
  }

  private closeSpan(): void {
    this.paragraph?.looks.pop();
  }

  private openLink(attributes: XmlAttributes): void {
    this.paragraph?.links.push(safeAddress(attributes['xlink:href'] ?? ''));
  }

  private closeLink(): void {
    this.paragraph?.links.pop();
  }

  private openNote(): void {
    const name = `note ${String(this.notes.size)}`;
    if (!this.paragraph?.looks.at(-1)?.hidden) this.paragraph?.runs.push({ text: '', note: name });
    this.notes.set(name, this.openText().blocks);
  }

  private closeNote(): void {
    this.closeText();
  }

  private openBox(): void {
    const text = this.openText();
    if (this.paragraph) this.paragraph.boxes.push(text);
    else this.texts.at(-2)?.addText(text);
  }

  private openText(): OfficeText {
    const text = this.context.newText();
    this.texts.push(text);
    return text;
  }

  private closeText(): void {
    this.texts.pop()?.end();
  }

  private openList(attributes: XmlAttributes): void {
    this.context.numbering.openList(attributes);
  }

  private closeList(): void {
    this.context.numbering.closeList();
  }

  private openItem(attributes: XmlAttributes): void {
    this.context.numbering.openItem(attributes, false);
  }

  private openHeader(attributes: XmlAttributes): void {
    this.context.numbering.openItem(attributes, true);
  }

  private openComment(attributes: XmlAttributes): void {
    const id = this.comments.begin(attributes);
    this.context.words.start(id, this.context.place);
  }

  private closeComment(): void {
    this.comments.end();
  }

  private endComment(attributes: XmlAttributes): void {
    this.context.words.end(attributes['office:name'] ?? '');
  }

  private openTable(): void {
    this.tables.push(new OdtTable(this.context.place));
  }

  private closeTable(): void {
    const into = this.texts.at(-1);
    const table = this.tables.pop();
    if (into) table?.addTo(into);
  }

  private openRow(): void {
    this.tables.at(-1)?.openRow();
  }

  private closeRow(): void {
    this.tables.at(-1)?.closeRow();
  }

  private openCell(attributes: XmlAttributes): void {
    this.tables
      .at(-1)
      ?.openCell(this.openText(), Number(attributes['table:number-columns-repeated'] ?? 1) || 1);
  }

  private closeCell(): void {
    this.closeText();
  }
}

/** Whether an element is a section, or words, that a condition hides. */
function isHiddenByCondition(name: string, attributes: XmlAttributes): boolean {
  if (name === 'text:section')
    return attributes['text:display'] === 'none' || attributes['text:is-hidden'] === 'true';
  return /^text:hidden-(?:text|paragraph)$/.test(name) && attributes['text:is-hidden'] === 'true';
}

function runStyleOf(looks: OdtLooks, link: string | undefined): RunStyle | undefined {
  const style: RunStyle = {
    ...(looks.italic ? { emphasis: true as const } : {}),
    ...(looks.bold ? { strong: true as const } : {}),
    ...(looks.struck ? { deleted: true as const } : {}),
    ...(looks.raised ? { raised: true as const } : {}),
    ...(link === undefined ? {} : { link, anchor: true as const }),
  };
  return Object.keys(style).length === 0 ? undefined : style;
}
