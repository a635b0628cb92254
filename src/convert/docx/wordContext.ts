import { alignmentOf, type ListPlace, OfficeContext, type OfficeText, type StyleRole } from '../office.ts';
import { type Block, plainOf } from '../blocks.ts';
import type { WordNumbering } from './wordNumbering.ts';
import type { WordPackage } from './wordPackage.ts';
import { RunLooks, type WordParagraph } from './wordParagraph.ts';
import type { ResolvedStyle, WordStyles } from './wordStyles.ts';

/** What all texts of a Word file share. */
export class WordContext extends OfficeContext {
  readonly looks: RunLooks;
  /** The marks of notes that their author chose, by the names of the notes. */
  readonly signs = new Map<string, string>();
  /** The names of bookmarks around boxes, by their ids. */
  private readonly boxes = new Map<string, string>();
  /** The page that the present section begins. */
  private sectionMark: { readonly text: OfficeText; readonly mark: Block } | undefined;

  constructor(
    private readonly file: WordPackage,
    private readonly styles: WordStyles,
    private readonly numbering: WordNumbering,
  ) {
    super();
    this.looks = new RunLooks(styles);
  }

  linkOf(id: string): string | undefined {
    return this.file.linkOf(id);
  }

  /** What marks the beginning of a box in a draft; empty for other bookmarks. */
  boxStart(id: string, name: string): string {
    const mark = this.boxMark(name);
    if (mark !== '') this.boxes.set(id, name);
    return mark;
  }

  boxEnd(id: string): string {
    return this.boxMark(this.boxes.get(id) ?? '');
  }

  addSign(note: string, text: string): void {
    this.signs.set(note, `${this.signs.get(note) ?? ''}${text}`);
  }

  /** Adds a paragraph that is read to the text in which it stands, and then what is in its boxes. */
  endParagraph(text: OfficeText, paragraph: WordParagraph): void {
    const style = this.styles.paragraph(paragraph.properties.style);
    const listed = this.listedIn(paragraph, style);
    this.words.endParagraph();
    if (paragraph.properties.startsPage ?? style.paragraph.startsPage)
      paragraph.runs.unshift({ text: '', page: '' });
    this.addParagraph(text, {
      ...paragraphRole(paragraph, style),
      runs: paragraph.runs,
      place: paragraph.place,
      inItalics: style.run.italic ?? false,
      inBold: style.run.bold ?? false,
      alignment: alignmentOf(paragraph.properties.justification ?? style.paragraph.justification),
      ...(listed ? { listed } : {}),
    });
    for (const box of paragraph.boxes) text.addText(box);
    if (paragraph.properties.endsSection) this.endSection(text, paragraph.place);
  }

  /** A section begins a page, unless its own properties, which stand at its end, say that it does not. */
  private endSection(text: OfficeText, place: number): void {
    text.add({ role: 'text', runs: [{ text: '', page: '' }], place });
    const mark = text.blocks.at(-1);
    this.sectionMark = mark?.kind === 'pageMark' ? { text, mark } : undefined;
  }

  /** How the section that ends now began. */
  sectionStarts(type: string): void {
    const { sectionMark } = this;
    if (sectionMark && /^(?:continuous|nextColumn)$/.test(type)) sectionMark.text.remove(sectionMark.mark);
    this.sectionMark = undefined;
  }

  /** Counts a paragraph of a list on. One that is hidden, with its mark, is not counted. */
  private listedIn({ properties, mark, runs }: WordParagraph, style: ResolvedStyle): ListPlace | undefined {
    const list = properties.list ?? style.paragraph.list;
    if (list === undefined || list === '0') return undefined;
    const isHidden = plainOf(runs).trim() === '' && this.looks.isHidden(mark, properties);
    const level =
      properties.level ?? style.paragraph.level ?? this.numbering.levelOfStyle(list, style.ids) ?? 0;
    return isHidden ? undefined : this.numbering.count(list, level);
  }
}

function paragraphRole({ properties, isContents }: WordParagraph, { role }: ResolvedStyle): StyleRole {
  if (isContents) return { role: 'contents' };
  const { outline } = properties;
  if (outline === undefined) return role;
  if (outline < 9) return { role: 'heading', depth: outline + 1 };
  return role.role === 'heading' ? { role: 'text' } : role;
}
