import type {
  ElementAttributes,
  ExportSurroundings,
  ImageFile,
  Manuscript,
  ManuscriptCitation,
  ManuscriptImage,
} from '../manuscript.ts';
import { boxBookmark, markup, type ShownSize, shownSizeOf } from '../packing.ts';
import { ZoteroFields } from '../zotero.ts';
import { DocxNumbering } from './docxNumbering.ts';
import { DocxRelations } from './docxParts.ts';
import { tableOf } from '../../core/text.ts';

/** A part with text, whose links and pictures have their ids in a list of its own. */
export interface DocxPart {
  readonly relations: DocxRelations;
  /** The footnote that is written, and the remarks in it; undefined in the text. */
  readonly footnote: { readonly remarks: number[] } | undefined;
}

/** What all parts of one document share. */
export class DocxContext {
  readonly numbering = new DocxNumbering();
  readonly main: DocxPart = { relations: new DocxRelations(), footnote: undefined };
  readonly footnoteRelations = new DocxRelations();
  /** The pictures of the document, in the order in which they are first shown: their names there. */
  readonly pictures = new Map<string, ImageFile>();
  /** The footnotes that are written; the id of each is its place here, from 1. */
  readonly footnotes: string[] = [];
  /** The remarks that stand in the text. */
  readonly remarks = new Set<number>();
  readonly text: ShownSize;
  readonly zotero: ZoteroFields | undefined;
  private readonly names = new Map<string, string>();
  private readonly taken = new Set<string>();
  private readonly placed = new Set<string>();
  private bookmarks = 0;
  private boxes = 0;
  private shapes = 0;

  constructor(
    readonly manuscript: Manuscript,
    readonly surroundings: ExportSurroundings,
    text: ShownSize,
  ) {
    this.text = text;
    this.zotero = surroundings.areFieldsLive ? new ZoteroFields(manuscript) : undefined;
  }

  /** A bookmark around content, by which links lead there. None where there is no id, or it stands elsewhere already. */
  bookmark(id: string, content: string): string {
    if (id === '' || this.placed.has(id)) return content;
    this.placed.add(id);
    const number = this.bookmarks++;
    const start = markup('w:bookmarkStart', { 'w:id': number, 'w:name': this.nameOf(id) });
    return `${start}${content}${markup('w:bookmarkEnd', { 'w:id': number })}`;
  }

  /** A bookmark around the paragraphs of a box, by which it is known when the file comes back. */
  box(attributes: ElementAttributes, isQuoted: boolean, paragraphs: string): string {
    const name = boxBookmark(this.boxes + 1, attributes, isQuoted);
    if (name === undefined || paragraphs === '') return paragraphs;
    this.boxes++;
    const number = this.bookmarks++;
    const begin = markup('w:bookmarkStart', { 'w:id': number, 'w:name': name });
    const end = markup('w:bookmarkEnd', { 'w:id': number });
    // A bookmark does not begin in a table and end after it.
    const start = startOfParagraph(paragraphs);
    const whole =
      start === undefined
        ? markup('w:p', {}, begin) + paragraphs
        : start + begin + paragraphs.slice(start.length);
    return whole.replace(/<\/w:p>$/, `${end}</w:p>`);
  }

  /**
   * The name of a bookmark: at most 40 letters, digits and low lines, the first a letter. One that Word would not take is
   * written in a form that it does, and differs from all others.
   */
  nameOf(id: string): string {
    const known = this.names.get(id);
    if (known !== undefined) return known;
    const plain = id.replace(/[^\p{L}\p{N}_]+/gu, '_').replace(/^(?!\p{L})/u, 'p_');
    let name = plain.slice(0, maxBookmarkUnits);
    for (let count = 2; this.taken.has(name.toLowerCase()); count++)
      name = `${plain.slice(0, maxBookmarkUnits - 6)}_${String(count)}`;
    this.taken.add(name.toLowerCase());
    this.names.set(id, name);
    return name;
  }

  /** The next number of a picture or formula, which all have to differ. */
  nextShape(): number {
    return ++this.shapes;
  }

  citationAt(index: number): ManuscriptCitation | undefined {
    return this.manuscript.citations[index];
  }

  /** A picture in the document: its id there and its size in inches. Undefined where its file is no picture that Word shows. */
  pictureOf(
    image: ManuscriptImage,
    { relations }: DocxPart,
  ): (ShownSize & { readonly id: string }) | undefined {
    const file = this.surroundings.images.get(image.path);
    const ending = file && wordPictures[file.type];
    if (!file?.size || ending === undefined) return undefined;
    const known = [...this.pictures].find(([, { bytes }]) => bytes === file.bytes)?.[0];
    const name = known ?? `media/image${String(this.pictures.size + 1)}.${ending}`;
    this.pictures.set(name, file);
    return { ...shownSizeOf(file.size, image, this.text), id: relations.part('image', name) };
  }
}

/** The pictures that every Word shows, by their endings in its file. */
const wordPictures = tableOf<string>({
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
});

const maxBookmarkUnits = 40;

/** What stands before the words of the paragraph that some blocks begin with; undefined where a table stands first. */
export function startOfParagraph(blocks: string): string | undefined {
  return /^<w:p>(?:<w:pPr>.*?<\/w:pPr>)?/.exec(blocks)?.[0];
}
