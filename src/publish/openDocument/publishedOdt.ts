import type {
  ElementAttributes,
  ExportSurroundings,
  ImageFile,
  Manuscript,
  ManuscriptImage,
} from '../manuscript.ts';
import type { Formula } from '../maths.ts';
import { boxBookmark, markup, type ShownSize, shownSizeOf } from '../packing.ts';
import { ZoteroFields } from '../zotero.ts';
import { OdtAutomaticStyles } from './odtLooks.ts';

/** An OpenDocument text while it is written: its styles, pictures, formulas and the names in it. */
export class PublishedOdt {
  readonly styles = new OdtAutomaticStyles();
  /** By their paths in the file. */
  readonly pictures = new Map<string, ImageFile>();
  readonly formulas: { readonly formula: Formula; readonly isDisplay: boolean }[] = [];
  readonly zotero: ZoteroFields | undefined;
  private readonly names = new Map<string, string>();
  private readonly taken = new Set<string>();
  private readonly placed = new Set<string>();
  private shapes = 0;
  private boxes = 0;
  private footnotes = 0;

  constructor(
    readonly manuscript: Manuscript,
    readonly surroundings: ExportSurroundings,
    private readonly text: ShownSize,
  ) {
    this.zotero = surroundings.areFieldsLive ? new ZoteroFields(manuscript) : undefined;
  }

  /** A bookmark around content. None where there is no id, or where it stands already. */
  bookmark(id: string, content: string): string {
    if (id === '' || this.placed.has(id)) return content;
    this.placed.add(id);
    const name = { 'text:name': this.nameOf(id) };
    if (content === '') return markup('text:bookmark', name);
    return markup('text:bookmark-start', name) + content + markup('text:bookmark-end', name);
  }

  /** A bookmark around the paragraphs of a box, by which it is known when the file comes back. */
  box(attributes: ElementAttributes, isQuoted: boolean, paragraphs: string): string {
    const written = boxBookmark(this.boxes + 1, attributes, isQuoted);
    if (written === undefined || paragraphs === '') return paragraphs;
    this.boxes++;
    const name = { 'text:name': written };
    const begin = markup('text:bookmark-start', name);
    const end = markup('text:bookmark-end', name);
    const [, start = '', rest = ''] = firstParagraph.exec(paragraphs) ?? [];
    const begun = start === '' ? markup('text:p', compactStyle, begin) + paragraphs : start + begin + rest;
    const [, before = '', after = ''] = lastParagraph.exec(begun) ?? [];
    return after === '' ? begun + markup('text:p', compactStyle, end) : before + end + after;
  }

  /** The name of a bookmark as an address can hold it, so that all programs find it. */
  nameOf(id: string): string {
    const known = this.names.get(id);
    if (known !== undefined) return known;
    const plain = id.replace(/[^\p{L}\p{N}_.-]+/gu, '_');
    let name = plain;
    for (let count = 2; this.taken.has(name); count++) name = `${plain}_${String(count)}`;
    this.taken.add(name);
    this.names.set(id, name);
    return name;
  }

  nextShape(kind: string): string {
    return `${kind}${String(++this.shapes)}`;
  }

  nextFootnote(): number {
    return ++this.footnotes;
  }

  /** Adds a formula. Returns the folder of its part. */
  addFormula(formula: Formula, isDisplay: boolean): string {
    return formulaFolder(this.formulas.push({ formula, isDisplay }) - 1);
  }

  pictureOf(image: ManuscriptImage): (ShownSize & { readonly path: string }) | undefined {
    const file = this.surroundings.images.get(image.path);
    if (!file?.size) return undefined;
    const known = [...this.pictures].find(([, { bytes }]) => bytes === file.bytes)?.[0];
    const path = known ?? `Pictures/image${String(this.pictures.size + 1)}.${odtEndings[file.type]}`;
    this.pictures.set(path, file);
    return { ...shownSizeOf(file.size, image, this.text), path };
  }
}

const compactStyle = { 'text:style-name': 'Compact' };
/** Blocks up to the first words, and those from the end of the last: neither may stand in a table, from which no bookmark leads out. */
const firstParagraph = /^((?:<text:list(?:-item)?(?: [^>]*)?>)*<text:[ph](?: [^>]*)?(?<!\/)>)([^]*)$/;
const lastParagraph = /^([^]*)(<\/text:[ph]>(?:<\/text:list(?:-item)?>)*)$/;

/** The folder of the formula at an index. */
export function formulaFolder(index: number): string {
  return `Formula${String(index + 1)}`;
}

const odtEndings: Readonly<Record<ImageFile['type'], string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
};
