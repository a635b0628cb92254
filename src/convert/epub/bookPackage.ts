import { messageOf } from '../../core/messages.ts';
import { CannotRead } from '../archive.ts';
import { readXml, type XmlAttributes } from '../xml.ts';
import type { BookFiles } from './bookFiles.ts';

/** What the package document of a book says: its files, the order in which they are read, and what the book is. */
export interface BookPackage {
  /** The name of the package document in the archive. */
  readonly name: string;
  readonly items: ReadonlyMap<string, ManifestItem>;
  readonly spine: readonly SpineItem[];
  /** What its parts are for (EPUB 2), by what they are called there: `cover`, `copyright-page`. */
  readonly guide: readonly { readonly type: string; readonly href: string }[];
  /** The elements of its metadata, in order. */
  readonly about: readonly MetadataElement[];
}

/** A file of the book. */
export interface ManifestItem {
  readonly href: string;
  readonly mediaType: string;
  readonly properties: string;
  readonly fallback: string;
}

export interface SpineItem {
  readonly id: string;
  /** False for what is read only where a link leads to it. */
  readonly isLinear: boolean;
}

export interface MetadataElement {
  /** `dc:title`, `meta`. */
  readonly name: string;
  readonly attributes: XmlAttributes;
  readonly text: string;
}

const containerName = 'META-INF/container.xml';
const packageType = 'application/oebps-package+xml';
const packageNamespaces: ReadonlyMap<string, string> = new Map([
  ['urn:oasis:names:tc:opendocument:xmlns:container', ''],
  ['http://www.idpf.org/2007/opf', ''],
  ['http://openebook.org/namespaces/oeb-package/1.0/', ''],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/elements/1.0/', 'dc'],
]);

/**
 * Reads the package document of a book: the first that its container names and the archive has.
 * @throws CannotRead if there is none, or it is not well formed
 */
export async function readPackage(files: BookFiles): Promise<BookPackage> {
  const name = await packageName(files);
  if (name === undefined) throw new CannotRead(messageOf('importing.noPackage'));
  const reader = new PackageReader();
  await readXml(files.archive.pieces(name) ?? [], reader, { part: name, namespaces: packageNamespaces });
  const { items, spine, guide, about } = reader;
  return { name, items, spine, guide, about };
}

/** Where the container says that the package is, else the only file that can be one. */
async function packageName(files: BookFiles): Promise<string | undefined> {
  const container = files.named(containerName);
  const roots: XmlAttributes[] = [];
  const open = (tag: string, attributes: XmlAttributes): void => {
    if (tag.endsWith('rootfile')) roots.push(attributes);
  };
  if (container !== undefined)
    await readXml(
      files.archive.pieces(container) ?? [],
      { open, close: () => undefined },
      { part: container, namespaces: packageNamespaces },
    );
  const isPackage = (root: XmlAttributes): boolean => root['media-type'] === packageType;
  const ordered = [...roots.filter(isPackage), ...roots.filter((root) => !isPackage(root))];
  const named = ordered
    .map((root) => files.find(root['full-path'] ?? '', '')?.name)
    .find((name) => name !== undefined);
  return named ?? [...files.archive.names].find((name) => /\.opf$/i.test(name));
}

class PackageReader {
  readonly items = new Map<string, ManifestItem>();
  readonly spine: SpineItem[] = [];
  readonly guide: { type: string; href: string }[] = [];
  readonly about: MetadataElement[] = [];
  private current: { name: string; attributes: XmlAttributes; text: string } | undefined;

  readonly open = (name: string, attributes: XmlAttributes): void => {
    if (name === 'item') this.item(attributes);
    else if (name === 'itemref')
      this.spine.push({ id: attributes['idref'] ?? '', isLinear: attributes['linear'] !== 'no' });
    else if (name === 'reference')
      this.guide.push({ type: attributes['type'] ?? '', href: attributes['href'] ?? '' });
    else if (name === 'meta' || name.startsWith('dc:')) this.current = { name, attributes, text: '' };
  };

  readonly text = (text: string): void => {
    if (this.current) this.current.text += text;
  };

  readonly close = (name: string): void => {
    if (this.current?.name !== name) return;
    this.about.push({ ...this.current, text: this.current.text.replace(/\s+/g, ' ').trim() });
    this.current = undefined;
  };

  private item(attributes: XmlAttributes): void {
    const { id = '', href = '', properties = '', fallback = '' } = attributes;
    if (!this.items.has(id))
      this.items.set(id, { href, mediaType: attributes['media-type'] ?? '', properties, fallback });
  }
}
