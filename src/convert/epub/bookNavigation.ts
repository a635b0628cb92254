import type { Element, Root } from 'hast';
import { attribute, htmlRoles, htmlText, isElement, visitHtml } from '../html.ts';
import { readXml, type XmlAttributes } from '../xml.ts';
import type { BookFiles } from './bookFiles.ts';
import type { BookPackage, ManifestItem } from './bookPackage.ts';
import { readBookTree } from './bookTree.ts';

/** An entry of a list of contents, pages or parts. */
export interface NavigationEntry {
  readonly text: string;
  /** The place that it leads to, as `placeId` writes it. */
  readonly place: string;
  /** How deep it stands in its list, from 1. */
  readonly depth: number;
  /** What the part is for, in a list of these: `cover`. */
  readonly type: string;
}

export interface BookNavigation {
  readonly contents: readonly NavigationEntry[];
  readonly pages: readonly NavigationEntry[];
  readonly landmarks: readonly NavigationEntry[];
}

/** A place in a book as one text: the file's name and the id of an element, which is empty for the whole file. */
export function placeId(name: string, fragment: string): string {
  return `${name}#${fragment}`;
}

/** Reads the lists of a book: of EPUB 3, and what these lack from those of EPUB 2. */
export async function readNavigation(files: BookFiles, book: BookPackage): Promise<BookNavigation> {
  const find = itemFinder(files, book);
  const nav = await navigationOf(
    files,
    find(({ properties }) => /(?:^|\s)nav(?:\s|$)/.test(properties)),
  );
  const ncx = await readNcx(
    files,
    find(({ mediaType }) => mediaType === 'application/x-dtbncx+xml'),
  );
  const pageMap = await readPageMap(
    files,
    find(({ mediaType }) => mediaType === 'application/oebps-page-map+xml'),
  );
  return {
    contents: firstOf(nav.contents, ncx.contents),
    pages: firstOf(nav.pages, ncx.pages, pageMap),
    landmarks: nav.landmarks,
  };
}

function firstOf(...lists: (readonly NavigationEntry[])[]): readonly NavigationEntry[] {
  return lists.find((list) => list.length > 0) ?? [];
}

function itemFinder(files: BookFiles, book: BookPackage) {
  return (isWanted: (item: ManifestItem) => boolean): string | undefined => {
    const item = [...book.items.values()].find(isWanted);
    return item && files.find(item.href, book.name)?.name;
  };
}

async function navigationOf(files: BookFiles, name: string | undefined): Promise<BookNavigation> {
  const found = { contents: [], pages: [], landmarks: [] } as Record<keyof BookNavigation, NavigationEntry[]>;
  const bytes = name === undefined ? undefined : await files.archive.bytes(name);
  if (name === undefined || bytes === undefined) return found;
  visitHtml(await readBookTree(bytes, name, { blocks: 0 }), (node) => {
    if (!isElement(node) || node.tagName !== 'nav') return true;
    const roles = htmlRoles(node);
    const kind = /\bpage-?list\b/.test(roles)
      ? 'pages'
      : /\blandmarks\b/.test(roles)
        ? 'landmarks'
        : 'contents';
    if (found[kind].length === 0) found[kind] = listEntries({ type: 'root', children: [node] }, files, name);
    return false;
  });
  return found;
}

function listEntries(list: Root, files: BookFiles, name: string): NavigationEntry[] {
  const entries: NavigationEntry[] = [];
  const depths = new Map<Element, number>();
  visitHtml(list, (node, parent) => {
    if (!isElement(node)) return true;
    const depth = ((parent && depths.get(parent)) ?? 0) + (/^[ou]l$/.test(node.tagName) ? 1 : 0);
    depths.set(node, depth);
    const found = node.tagName === 'a' ? files.find(attribute(node, 'href'), name) : undefined;
    if (found)
      entries.push({
        text: htmlText(node),
        place: placeId(found.name, found.fragment),
        depth: Math.max(1, depth),
        type: attribute(node, 'epub:type'),
      });
    return true;
  });
  return entries;
}

const ncxNamespaces: ReadonlyMap<string, string> = new Map([['http://www.daisy.org/z3986/2005/ncx/', '']]);

/** Reads the lists of contents and pages of EPUB 2. */
async function readNcx(
  files: BookFiles,
  name: string | undefined,
): Promise<Omit<BookNavigation, 'landmarks'>> {
  const reader = new NcxReader(files, name ?? '');
  if (name !== undefined)
    await readXml(files.archive.pieces(name) ?? [], reader, { part: name, namespaces: ncxNamespaces });
  return reader;
}

class NcxReader {
  readonly contents: NavigationEntry[] = [];
  readonly pages: NavigationEntry[] = [];
  private depth = 0;
  private label: string | undefined;
  private last = { text: '', value: '' };

  constructor(
    private readonly files: BookFiles,
    private readonly name: string,
  ) {}

  readonly open = (tag: string, attributes: XmlAttributes): void => {
    if (tag === 'navPoint') this.depth++;
    if (tag === 'navPoint' || tag === 'pageTarget')
      this.last = { text: '', value: attributes['value'] ?? '' };
    if (tag === 'navLabel') this.label = '';
    if (tag === 'content') this.target(attributes['src'] ?? '');
  };

  readonly text = (text: string): void => {
    if (this.label !== undefined) this.label += text;
  };

  readonly close = (tag: string): void => {
    if (tag === 'navPoint') this.depth--;
    if (tag !== 'navLabel') return;
    this.last.text = (this.label ?? '').replace(/\s+/g, ' ').trim();
    this.label = undefined;
  };

  private target(source: string): void {
    const found = this.files.find(source, this.name);
    if (!found) return;
    const place = placeId(found.name, found.fragment);
    const text = this.last.text || this.last.value;
    if (this.depth > 0) this.contents.push({ text, place, depth: this.depth, type: '' });
    else this.pages.push({ text, place, depth: 1, type: '' });
  }
}

/** Reads Adobe's list of pages. */
async function readPageMap(files: BookFiles, name: string | undefined): Promise<NavigationEntry[]> {
  const entries: NavigationEntry[] = [];
  const open = (tag: string, attributes: XmlAttributes): void => {
    const found = tag.endsWith('page') ? files.find(attributes['href'] ?? '', name ?? '') : undefined;
    if (found)
      entries.push({
        text: attributes['name'] ?? '',
        place: placeId(found.name, found.fragment),
        depth: 1,
        type: '',
      });
  };
  if (name !== undefined)
    await readXml(
      files.archive.pieces(name) ?? [],
      { open, close: () => undefined },
      { part: name, namespaces: ncxNamespaces },
    );
  return entries;
}
