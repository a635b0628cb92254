import { type Block, LineFormula } from '../blocks.ts';
import {
  isKeyOf,
  type ManagedField,
  managedControl,
  type OfficeText,
  symbolOf,
  withoutSymbols,
} from '../office.ts';
import type { XmlAttributes, XmlHandler } from '../xml.ts';
import type { WordContext } from './wordContext.ts';
import { trackedChanges, wordClosers, wordOpeners, wordPassedOver } from './wordElements.ts';
import { WordFields } from './wordFields.ts';
import { WordParagraph } from './wordParagraph.ts';
import {
  isOn,
  readParagraphProperty,
  readRunProperty,
  type RunProperties,
  wordValue,
} from './wordProperties.ts';
import { WordTable } from './wordTables.ts';

/** A text into which paragraphs go, and the one that goes on in the next. */
interface OpenText {
  readonly text: OfficeText;
  before?: WordParagraph;
}

/** An element that may stand aside: what is in it is passed over, or is a table of contents. */
interface OpenControl {
  isContents: boolean;
  isPlaceholder: boolean;
}

/** Reads the paragraphs of the document, or of the notes, of a Word file (ECMA-376, part 1, 17). */
export class WordText implements XmlHandler {
  /** The blocks of each note, by its id; those of the document under an empty one. */
  readonly notes = new Map<string, readonly Block[]>();
  readonly main: OpenText;
  private readonly names: string[] = [];
  private readonly texts: OpenText[] = [];
  private readonly tables: WordTable[] = [];
  private readonly controls: OpenControl[] = [];
  private readonly alternatives: { isChosen: boolean }[] = [];
  private readonly fields: WordFields;
  private paragraph: WordParagraph | undefined;
  private run: RunProperties | undefined;
  private formula: LineFormula | undefined;
  /** The rest of the run shows the mark that the author chose for this note. */
  private signOf: string | undefined;
  /** How many elements deep the parser is in one that is passed over. */
  private skipped = 0;

  constructor(private readonly context: WordContext) {
    this.fields = new WordFields(context.draft !== undefined);
    this.main = { text: context.newText() };
    this.texts.push(this.main);
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.formula) return this.formula.open(name.replace(/^.*:/, ''), attributes['m:val']);
    if (name === 'm:oMath' && this.skipped === 0) this.formula = new LineFormula();
    const parent = this.names.at(-1) ?? '';
    this.names.push(name);
    if (this.skipped > 0 || this.isPassedOver(name, parent)) {
      this.skipped++;
      return;
    }
    if (parent === 'w:rPr' || parent === 'w:pPr' || parent === 'w:numPr' || parent.endsWith('Pr'))
      this.property(name, parent, attributes);
    else if (isKeyOf(wordOpeners, name)) this[wordOpeners[name]](attributes);
  }

  close(name: string): void {
    if (this.formula && name !== 'm:oMath') return this.formula.close();
    this.names.pop();
    if (this.skipped > 0) {
      this.skipped--;
      return;
    }
    if (isKeyOf(wordClosers, name)) this[wordClosers[name]]();
  }

  text(text: string): void {
    if (this.formula) return this.formula.text(text);
    if (this.skipped > 0) return;
    const element = this.names.at(-1);
    if (element === 'w:instrText' || element === 'w:delInstrText') this.fields.code(text);
    else if (element === 'w:t' || element === 'w:delText')
      this.addWords(withoutSymbols(text.replace(/[\t\r\n]+/g, ' '), this.run?.font));
  }

  /** Deletes nothing itself: `w:del` around runs is passed over, in properties it says that a mark or row is gone. */
  private isPassedOver(name: string, parent: string): boolean {
    const change = trackedChanges[name];
    if (change) return parent !== 'w:rPr' && parent !== 'w:trPr' && this.isUndone(change, 'words');
    if (wordPassedOver.has(name)) return true;
    const control = this.controls.at(-1);
    if (name === 'w:sdtContent') return control?.isPlaceholder ?? false;
    const alternative = this.alternatives.at(-1);
    if (name === 'mc:Fallback' || name === 'mc:Choice') {
      if (!alternative || alternative.isChosen) return alternative !== undefined;
      alternative.isChosen = true;
    }
    return false;
  }

  /** Whether a tracked change brings words that are not in the text as it is read. */
  private isUndone(change: 'added' | 'removed', of: 'words' | 'mark'): boolean {
    const { draft } = this.context;
    draft?.countChange(of);
    return (draft?.wishes.changes === 'rejected') === (change === 'added');
  }

  private property(name: string, parent: string, attributes: XmlAttributes): void {
    const { paragraph } = this;
    if (parent === 'w:sdtPr' || parent === 'w:docPartObj') this.control(name, attributes);
    else if (parent === 'w:sectPr' && name === 'w:type') this.context.sectionStarts(wordValue(attributes));
    else if (parent === 'w:trPr') this.ofRow(name, attributes);
    else if (parent === 'w:tcPr') this.tables.at(-1)?.property(name, parent, attributes);
    else if (!paragraph) return;
    else if (parent === 'w:rPr' && this.names.at(-3) === 'w:pPr') this.ofMark(paragraph, name, attributes);
    else if (parent === 'w:rPr' && this.run) readRunProperty(this.run, name, attributes);
    else if (parent === 'w:pPr' || parent === 'w:numPr')
      readParagraphProperty(paragraph.properties, name, attributes);
  }

  private ofRow(name: string, attributes: XmlAttributes): void {
    if (name === 'w:tblHeader' && isOn(attributes)) this.tables.at(-1)?.markHead();
    const change = trackedChanges[name];
    if (change && this.isUndone(change, 'words')) this.tables.at(-1)?.removeRow();
  }

  private ofMark(paragraph: WordParagraph, name: string, attributes: XmlAttributes): void {
    const change = trackedChanges[name];
    if (change) {
      const isUndone = this.isUndone(change, 'mark');
      paragraph.isMarkGone ||= isUndone;
    } else readRunProperty(paragraph.mark, name, attributes);
  }

  private control(name: string, attributes: XmlAttributes): void {
    const control = this.controls.at(-1);
    if (!control) return;
    if (name === 'w:tag' && this.context.draft) this.managedControl(control, wordValue(attributes));
    if (name === 'w:showingPlcHdr') control.isPlaceholder = isOn(attributes);
    if (name === 'w:docPartGallery') control.isContents = /^table of contents$/i.test(wordValue(attributes));
  }

  private managedControl(control: OpenControl, tag: string): void {
    const field = managedControl(tag);
    if (!field) return;
    control.isPlaceholder = true;
    this.addField(field);
  }

  /** Adds the mark of a field of a reference manager; one between paragraphs is a paragraph. */
  private addField(field: ManagedField): void {
    const mark = this.context.draft?.add(field) ?? '';
    const into = this.texts.at(-1);
    if (this.paragraph) this.addMark(this.paragraph, mark);
    else into?.text.add({ role: 'text', runs: [{ text: mark }], place: this.context.place });
  }

  /** A mark looks like the words around it, so that it divides no emphasis. */
  private addMark(paragraph: WordParagraph, mark: string): void {
    const link = this.fields.link;
    paragraph.add(mark, this.context.looks.styleOf(this.run ?? {}, paragraph.properties, link));
  }

  private openControl(): void {
    this.controls.push({ isContents: false, isPlaceholder: false });
  }

  private closeControl(): void {
    this.controls.pop();
  }

  private openAlternative(): void {
    this.alternatives.push({ isChosen: false });
  }

  private closeAlternative(): void {
    this.alternatives.pop();
  }

  private openParagraph(): void {
    this.paragraph = new WordParagraph(this.context.nextPlace(), this.paragraph, this.run);
    this.run = undefined;
  }

  private closeParagraph(): void {
    const { paragraph } = this;
    const into = this.texts.at(-1);
    if (!paragraph || !into) return;
    this.paragraph = paragraph.outer;
    this.run = paragraph.outerRun;
    if (into.before) paragraph.goOnFrom(into.before);
    delete into.before;
    if (this.isContents) paragraph.isContents = true;
    if (paragraph.isMarkGone || (paragraph.properties.isDropCap && paragraph.runs.length > 0))
      into.before = paragraph;
    else this.context.endParagraph(into.text, paragraph);
  }

  private get isContents(): boolean {
    return this.controls.some(({ isContents }) => isContents) || this.fields.isContents;
  }

  private openRun(): void {
    this.run = {};
    this.signOf = undefined;
  }

  private closeRun(): void {
    this.run = undefined;
    this.signOf = undefined;
  }

  private addFormula(): void {
    const words = this.formula?.words ?? '';
    this.formula = undefined;
    this.addWords(words);
  }

  /** Adds words of the file. In a draft they are no marks. */
  private addWords(text: string): void {
    this.addText(this.context.draft?.withoutMarks(text) ?? text);
  }

  /** Adds text that the run holds, unless it is hidden or belongs to the code of a field. */
  private addText(text: string): void {
    const { paragraph, run = {} } = this;
    if (!paragraph || text === '' || this.fields.isCode) return;
    if (this.signOf !== undefined) {
      this.context.addSign(this.signOf, text);
      return;
    }
    const { looks, words } = this.context;
    if (looks.isHidden(run, paragraph.properties)) return;
    if (this.fields.isContents) paragraph.isContents = true;
    paragraph.add(text, looks.styleOf(run, paragraph.properties, this.fields.link));
    words.add(text);
  }

  private addBreak(attributes: XmlAttributes): void {
    if (attributes['w:type'] === 'page') this.paragraph?.addPage();
    else this.addText(attributes['w:type'] === 'column' ? ' ' : '\n');
  }

  private addPage(): void {
    this.paragraph?.addPage();
  }

  private addSymbol(attributes: XmlAttributes): void {
    this.addText(symbolOf(Number.parseInt(attributes['w:char'] ?? '', 16) || 0, attributes['w:font'] ?? ''));
  }

  private addTab(): void {
    this.addText(' ');
  }

  private addLineBreak(): void {
    this.addText('\n');
  }

  private addHyphen(): void {
    this.addText('\u2011');
  }

  private addFootnote(attributes: XmlAttributes): void {
    this.addNote('footnote', attributes);
  }

  private addEndnote(attributes: XmlAttributes): void {
    this.addNote('endnote', attributes);
  }

  private openFootnote(attributes: XmlAttributes): void {
    this.openNote('footnote', attributes);
  }

  private openEndnote(attributes: XmlAttributes): void {
    this.openNote('endnote', attributes);
  }

  private addNote(kind: string, attributes: XmlAttributes): void {
    const { paragraph, run = {} } = this;
    if (!paragraph || this.context.looks.isHidden(run, paragraph.properties)) return;
    const name = `${kind} ${attributes['w:id'] ?? ''}`;
    paragraph.addNote(name);
    if (isOn({ 'w:val': attributes['w:customMarkFollows'] ?? '0' })) this.signOf = name;
  }

  private field(attributes: XmlAttributes): void {
    const managed = this.fields.character(attributes['w:fldCharType'] ?? '');
    if (managed) this.addField(managed);
  }

  private openSimpleField(attributes: XmlAttributes): void {
    this.fields.openSimple(attributes['w:instr'] ?? '');
  }

  private openLink(attributes: XmlAttributes): void {
    const id = attributes['r:id'];
    const address = id === undefined ? undefined : this.context.linkOf(id);
    this.fields.openLink(address, attributes['w:anchor']);
  }

  private closeLink(): void {
    this.fields.closeElement();
  }

  private openComment(attributes: XmlAttributes): void {
    this.context.words.start(attributes['w:id'] ?? '', this.context.place);
  }

  private closeComment(attributes: XmlAttributes): void {
    this.context.words.end(attributes['w:id'] ?? '');
  }

  /** The mark of a comment stands after the words that it is on. */
  private placeComment(attributes: XmlAttributes): void {
    const id = attributes['w:id'] ?? '';
    this.context.words.at(id, this.context.place);
    const mark = this.context.draft?.add({ kind: 'comment', id });
    if (mark !== undefined && this.paragraph) this.addMark(this.paragraph, mark);
  }

  private openBookmark(attributes: XmlAttributes): void {
    this.addBoxMark(this.context.boxStart(attributes['w:id'] ?? '', attributes['w:name'] ?? ''));
  }

  private closeBookmark(attributes: XmlAttributes): void {
    this.addBoxMark(this.context.boxEnd(attributes['w:id'] ?? ''));
  }

  private addBoxMark(mark: string): void {
    if (mark !== '' && this.paragraph) this.addMark(this.paragraph, mark);
  }

  private openTable(): void {
    this.tables.push(new WordTable(this.context.place));
  }

  private closeTable(): void {
    const table = this.tables.pop();
    const into = this.texts.at(-1);
    if (into) table?.addTo(into.text);
  }

  private openRow(): void {
    this.tables.at(-1)?.openRow();
  }

  private closeRow(): void {
    this.tables.at(-1)?.closeRow();
  }

  private openCell(): void {
    const text = this.openText();
    this.tables.at(-1)?.openCell(text);
  }

  private closeCell(): void {
    this.closeText();
    this.tables.at(-1)?.closeCell();
  }

  private openBox(): void {
    const text = this.openText();
    this.paragraph?.boxes.push(text);
  }

  private openNote(kind: string, attributes: XmlAttributes): void {
    const isSeparator = /separator|notice/i.test(attributes['w:type'] ?? '');
    const text = this.openText();
    if (!isSeparator) this.notes.set(`${kind} ${attributes['w:id'] ?? ''}`, text.blocks);
  }

  private openText(): OfficeText {
    const text = this.context.newText();
    this.texts.push({ text });
    return text;
  }

  /** Ends a text. Its last paragraph may lack its mark, and then is one by itself. */
  closeText(): void {
    const closed = this.texts.pop();
    if (!closed) return;
    if (closed.before) this.context.endParagraph(closed.text, closed.before);
    closed.text.end();
  }
}
