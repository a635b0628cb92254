import { type Block, type Run, safeAddress, sameStyle } from '../blocks.ts';
import {
  alignmentOf,
  isKeyOf,
  type ListPlace,
  managedField,
  type OfficeText,
  type StyleRole,
  withoutSymbols,
} from '../office.ts';
import type { XmlAttributes } from '../xml.ts';
import type { OdtContext } from './odtContext.ts';
import {
  isHiddenByCondition,
  odfBoxes,
  odfClosers,
  odfContents,
  odfOpeners,
  odfPassedOver,
  odfWithoutText,
} from './odtElements.ts';
import { OdtComments } from './odtComments.ts';
import { type OdtLooks, type ResolvedOdtStyle, runStyleOf } from './odtStyles.ts';
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
  /** What of a draft is hidden here: results of fields, and words whose insertion is undone. */
  private readonly hidden = new Set<string>();
  private isInChanges = false;

  constructor(private readonly context: OdtContext) {
    this.main = context.newText();
    this.texts.push(this.main);
  }

  open(name: string, attributes: XmlAttributes): void {
    this.names.push(name);
    if (this.isOfChanges(name)) {
      this.context.changes.open(name, attributes);
      return;
    }
    if (
      this.skipped > 0 ||
      this.isWorks(name, attributes) ||
      odfPassedOver.has(name) ||
      isHiddenByCondition(name, attributes)
    ) {
      this.skipped++;
      return;
    }
    if (odfContents.has(name)) this.contentsDepth++;
    else if (odfBoxes.has(name)) this.openBox();
    else if (this.comments.isOpen) this.comments.open(name);
    if (isKeyOf(odfOpeners, name)) this[odfOpeners[name]](attributes);
  }

  close(name: string): void {
    this.names.pop();
    if (this.isInChanges) {
      this.context.changes.close(name);
      this.isInChanges = name !== 'text:tracked-changes';
      return;
    }
    if (this.skipped > 0) {
      this.skipped--;
      return;
    }
    if (isKeyOf(odfClosers, name)) this[odfClosers[name]]();
    if (odfContents.has(name)) this.contentsDepth--;
    else if (odfBoxes.has(name)) this.closeText();
  }

  /** White space of any length, line ends among it, is one space (6.1.2). Between the parts of a frame or note it is none. */
  text(text: string): void {
    if (this.isInChanges) this.context.changes.text(text);
    if (this.skipped > 0 || this.isInChanges || odfWithoutText.test(this.names.at(-1) ?? '')) return;
    if (this.comments.isOpen) this.comments.text(text);
    else this.addWords(text.replace(longWhiteSpace, ' '));
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
      alignment: alignmentOf(style.alignment),
      ...(listed ? { listed } : {}),
    });
    for (const box of paragraph.boxes) into.addText(box);
  }

  /** Whether an element belongs to the list of tracked changes, which only a draft is asked for. */
  private isOfChanges(name: string): boolean {
    if (name === 'text:tracked-changes' && this.context.draft) this.isInChanges = true;
    return this.isInChanges;
  }

  /** Whether an element is the section in which a reference manager keeps the works cited. */
  private isWorks(name: string, attributes: XmlAttributes): boolean {
    const { draft, place } = this.context;
    if (!draft || name !== 'text:section') return false;
    const field = managedField(attributes['text:name'] ?? '');
    if (field?.kind !== 'works') return false;
    this.texts.at(-1)?.add({ role: 'text', runs: [{ text: draft.add(field) }], place });
    return true;
  }

  /** Hides the words of a field of a reference manager, and puts its mark there. */
  private beginManaged(id: string, code: string): void {
    const { draft } = this.context;
    const field = draft && managedField(code);
    if (!field || this.hidden.has(id)) return;
    this.addText(draft.add(field));
    this.hidden.add(id);
  }

  private openReference(attributes: XmlAttributes): void {
    const name = attributes['text:name'] ?? '';
    this.beginManaged(name, name);
  }

  private closeReference(attributes: XmlAttributes): void {
    this.hidden.delete(attributes['text:name'] ?? '');
  }

  /** A field of a Word file that LibreOffice keeps. */
  private openField(attributes: XmlAttributes): void {
    if (attributes['field:name']?.endsWith('.field.code'))
      this.beginManaged('field', attributes['field:value'] ?? '');
  }

  private closeField(): void {
    this.hidden.delete('field');
  }

  private openChange(attributes: XmlAttributes): void {
    const id = attributes['text:change-id'] ?? '';
    const { draft, changes } = this.context;
    if (!draft) return;
    draft.countChange('words');
    if (draft.wishes.changes === 'rejected' && changes.isInsertion(id)) this.hidden.add(`change ${id}`);
  }

  private closeChange(attributes: XmlAttributes): void {
    this.hidden.delete(`change ${attributes['text:change-id'] ?? ''}`);
  }

  /** The place of words that were deleted. */
  private addChange(attributes: XmlAttributes): void {
    const { draft, changes } = this.context;
    if (!draft) return;
    draft.countChange('words');
    if (draft.wishes.changes === 'rejected')
      this.addWords(changes.deletedText(attributes['text:change-id'] ?? ''));
  }

  /** Adds words of the file. In a draft they are no marks. */
  private addWords(text: string): void {
    this.addText(this.context.draft?.withoutMarks(text) ?? text);
  }

  private addCommentMark(id: string): void {
    const mark = this.context.draft?.add({ kind: 'comment', id });
    if (mark !== undefined) this.addText(mark);
  }

  /** Marks an end of a box of a draft. */
  private addBoxMark(attributes: XmlAttributes): void {
    this.addText(this.context.boxMark(attributes['text:name'] ?? ''));
  }

  private addText(text: string): void {
    const { paragraph } = this;
    const looks = paragraph?.looks.at(-1);
    if (!paragraph || !looks || looks.hidden || this.hidden.size > 0) return;
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
    const id = attributes['office:name'] ?? '';
    this.context.words.end(id);
    this.addCommentMark(id);
  }

  private openTable(): void {
    this.tables.push(new OdtTable(this.context.place));
  }

  private closeTable(): void {
    const into = this.texts.at(-1);
    const table = this.tables.pop();
    if (into) table?.addTo(into);
  }

  private openHead(): void {
    const table = this.tables.at(-1);
    if (table) table.isHead = true;
  }

  private closeHead(): void {
    const table = this.tables.at(-1);
    if (table) table.isHead = false;
  }

  private openRow(): void {
    this.tables.at(-1)?.openRow();
  }

  private closeRow(): void {
    this.tables.at(-1)?.closeRow();
  }

  private openCell(attributes: XmlAttributes): void {
    this.tables.at(-1)?.openCell(this.openText(), attributes);
  }

  /** Adds the words of a formula. Other objects have none that belong to the text. */
  private addObject(attributes: XmlAttributes): void {
    const folder = (attributes['xlink:href'] ?? '').replace(/^\.\/|\/$/g, '');
    this.addWords(this.context.formulas.get(folder) ?? '');
  }

  private closeCell(): void {
    this.closeText();
  }
}
