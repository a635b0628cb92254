import type { ImageFile, Manuscript, ManuscriptImage } from '../manuscript.ts';
import { openAddress, type ShownSize, shownSizeOf } from '../packing.ts';
import { typstCall, typstString } from './typstMarkup.ts';

/** A picture beside the text: the name of its file, and how large it is shown, in inches. */
interface TypstPicture extends ShownSize {
  readonly path: string;
}

const typstEndings: Readonly<Record<ImageFile['type'], string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
};

/** The size of a picture that does not say it, in pixels. */
const usualSize = { width: 480, height: 320 };

/** What is written, and what has been used of it: labels, each of which stands once, and pictures. */
export class TypstPaper {
  /** The files of the pictures that are shown, by name. */
  readonly files = new Map<string, Uint8Array>();
  private readonly names = new Map<string, string>();
  private readonly labels = new Set<string>();
  private readonly linked = new Map<string, string>();

  constructor(
    readonly manuscript: Manuscript,
    private readonly images: ReadonlyMap<string, ImageFile>,
    private readonly text: ShownSize,
  ) {}

  /** A place to which links lead; nothing for an empty id, and for one that is there already. */
  label(id: string): string {
    if (id === '' || this.labels.has(id)) return '';
    this.labels.add(id);
    return `#metadata(none);#label(${typstString(id)});`;
  }

  /** Words that lead to an address or to `#id` of a place in the paper. */
  link(target: string, content: string): string {
    if (content === '') return '';
    if (target.startsWith('#')) return this.inside(target.slice(1), content);
    const address = openAddress(target);
    return address === undefined ? content : typstCall('link', [typstString(address)], content);
  }

  /** Typst ends with an error where a link leads to no label, so that these are asked for as they are in the end. */
  private inside(id: string, content: string): string {
    const name = this.linked.get(id) ?? `to${String(this.linked.size + 1)}`;
    this.linked.set(id, name);
    return `#${name}[${content}];`;
  }

  /** The links that were written inside the paper: each is a function of the words that lead. */
  get links(): string {
    return [...this.linked]
      .map(([id, name]) => {
        const to = this.labels.has(id) ? `link(label(${typstString(id)}), words)` : 'words';
        return `#let ${name}(words) = ${to}\n`;
      })
      .join('');
  }

  /** The picture of an image whose file is there. */
  pictureOf(image: ManuscriptImage): TypstPicture | undefined {
    const file = this.images.get(image.path);
    if (!file) return undefined;
    const path =
      this.names.get(image.path) ?? `image${String(this.names.size + 1)}.${typstEndings[file.type]}`;
    this.names.set(image.path, path);
    this.files.set(path, file.bytes);
    return { path, ...shownSizeOf(file.size ?? usualSize, image, this.text) };
  }

  /** The arguments of `text` for a language: Typst takes two or three letters, and two of a region. */
  languageArguments(tag: string): string[] {
    const [, lang, region] = /^([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?(?:-|$)/.exec(tag) ?? [];
    return [
      ...(lang ? [`lang: "${lang.toLowerCase()}"`] : []),
      ...(region ? [`region: "${region.toUpperCase()}"`] : []),
    ];
  }
}
