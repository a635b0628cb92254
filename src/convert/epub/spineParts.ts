import type { Element, Root } from 'hast';
import { messageOf } from '../../core/messages.ts';
import { archiveLimits, CannotRead } from '../archive.ts';
import { attribute, isElement, visitHtml } from '../html.ts';
import type { BookFiles } from './bookFiles.ts';
import { placeId } from './bookNavigation.ts';
import type { BookPackage, ManifestItem, SpineItem } from './bookPackage.ts';
import { type BlockCount, readBookTree } from './bookTree.ts';
import { StyleLookup } from './styleLookup.ts';
import { StyleReader } from './styleSheet.ts';

/** A file of the spine. Ids in it begin with its name, and links to places in the book lead to these ids. */
export interface BookPart {
  readonly name: string;
  readonly body: Element;
  readonly isLinear: boolean;
  readonly isNavigation: boolean;
  readonly styles: StyleLookup;
}

/** A file of the spine that is not there, or not to its end. */
export interface MissingPart {
  readonly href: string;
  readonly isCut?: true;
  /** How many blocks stand before it. */
  readonly blocks: number;
}

const textType = /html|oeb1|dtbook|^text\/xml$|^application\/xml$/i;
/** Where the end of a text is looked for: comments and blanks may follow it. */
const maxEndBytes = 2000;
const textName = /\.(?:x?html?|xml)$/i;

/**
 * Reads the files of the spine, in its order; those that are read only by links last.
 * @param check is told the names of all of them before any is read
 * @throws CannotRead if one is damaged or nested too deeply, or they are too large together; and what `check` throws
 */
export async function readSpineParts(
  files: BookFiles,
  book: BookPackage,
  check: (names: ReadonlySet<string>) => Promise<void>,
): Promise<{ parts: BookPart[]; missing: MissingPart[] }> {
  const found = [...orderedSpine(book)].map(([spine, item]) => ({
    spine,
    item,
    name: files.find(item.href, book.name)?.name,
  }));
  await check(new Set(found.flatMap(({ name }) => name ?? [])));
  const reader = new PartReader(files);
  const parts: BookPart[] = [];
  const missing: MissingPart[] = [];
  for (const { spine, item, name } of found)
    if (name !== undefined) {
      parts.push(await reader.part(name, spine, item));
      if (reader.isCut) missing.push({ href: item.href, isCut: true, blocks: reader.count.blocks });
    } else if (spine.isLinear) missing.push({ href: item.href, blocks: reader.count.blocks });
  return { parts, missing };
}

/** The texts of the spine; of a picture or another file, the text that the book has in its place. */
function* orderedSpine({ spine, items }: BookPackage): Generator<[SpineItem, ManifestItem]> {
  const seen = new Set<string>();
  for (const isLinear of [true, false])
    for (const one of spine) {
      if (one.isLinear !== isLinear || seen.has(one.id)) continue;
      seen.add(one.id);
      let item = items.get(one.id);
      for (let steps = 0; item && !isText(item) && steps < 10; steps++) item = items.get(item.fallback);
      if (item && isText(item)) yield [one, item];
    }
}

function isText({ mediaType, href }: ManifestItem): boolean {
  return textType.test(mediaType) || (mediaType === '' && textName.test(href));
}

/** Whether a file ends as a text of a book does; the tag that ends it is looked for among its last bytes, in UTF-16 as well. */
function hasEnd(bytes: Uint8Array): boolean {
  const end = String.fromCharCode(...bytes.subarray(-maxEndBytes)).replaceAll('\0', '');
  return /<\/(?:[\w-]+:)?(?:html|body|dtbook)\b/i.test(end);
}

class PartReader {
  readonly count: BlockCount = { blocks: 0 };
  private readonly lookups = new Map<string, StyleLookup>();
  private readonly sheets = new Map<string, string>();
  private left: number = archiveLimits.file;
  /** Whether the last part that was read has no end, as one that was not written whole. */
  isCut = false;

  constructor(private readonly files: BookFiles) {}

  async part(name: string, { isLinear }: SpineItem, { properties }: ManifestItem): Promise<BookPart> {
    const bytes = (await this.files.archive.bytes(name)) ?? new Uint8Array();
    this.left -= bytes.length;
    if (this.left < 0) throw new CannotRead(messageOf('importing.longBook'));
    this.isCut = !hasEnd(bytes);
    const tree = await readBookTree(bytes, name, this.count);
    const styles = await this.stylesOf(tree, name);
    const body = bookBodyOf(tree);
    this.rename(body, name);
    return { name, body, isLinear, isNavigation: /(?:^|\s)nav(?:\s|$)/.test(properties), styles };
  }

  /** Makes ids and links those of the book. */
  private rename(body: Element, name: string): void {
    const own = attribute(body, 'id');
    visitHtml(body, (node) => {
      if (!isElement(node)) return true;
      for (const property of ['id', 'name'] as const) {
        const value = attribute(node, property);
        if (value !== '') node.properties[property] = placeId(name, value);
      }
      const href = node.tagName === 'a' ? attribute(node, 'href') : '';
      const target = href === '' ? undefined : this.files.find(href, name);
      if (target) node.properties['href'] = `#${placeId(target.name, target.fragment)}`;
      return true;
    });
    body.properties['id'] = placeId(name, '');
    if (own === '') return;
    body.children.unshift({
      type: 'element',
      tagName: 'span',
      properties: { id: placeId(name, own) },
      children: [],
    });
  }

  private async stylesOf(tree: Root, name: string): Promise<StyleLookup> {
    const names: string[] = [];
    let own = '';
    visitHtml(tree, (node) => {
      if (!isElement(node)) return true;
      if (node.tagName === 'link' && /\bstylesheet\b/i.test(attribute(node, 'rel')))
        names.push(this.files.find(attribute(node, 'href'), name)?.name ?? '');
      if (node.tagName === 'style')
        own += `${node.children.map((child) => (child.type === 'text' ? child.value : '')).join('')}\n`;
      return node.tagName !== 'body';
    });
    const key = `${names.join('\n')}\n\n${own}`;
    const known = this.lookups.get(key);
    if (known) return known;
    const reader = new StyleReader();
    for (const sheet of names) await this.readSheet(sheet, reader, 0);
    reader.read(own);
    const lookup = new StyleLookup(reader.rules);
    this.lookups.set(key, lookup);
    return lookup;
  }

  /** Reads a style sheet after those that it imports. */
  private async readSheet(name: string, reader: StyleReader, depth: number): Promise<void> {
    if (name === '' || depth > 4) return;
    let css = this.sheets.get(name);
    if (css === undefined) {
      css = new TextDecoder().decode(await this.files.archive.bytes(name));
      this.sheets.set(name, css);
    }
    for (const imported of importsOf(css))
      await this.readSheet(this.files.find(imported, name)?.name ?? '', reader, depth + 1);
    reader.read(css);
  }
}

function importsOf(css: string): string[] {
  return [...css.slice(0, 20_000).matchAll(/@import\s+(?:url\()?\s*["']?([^"')\s;]+)/gi)].map(
    ([, url = '']) => url,
  );
}

function bookBodyOf(tree: Root): Element {
  let body: Element | undefined;
  visitHtml(tree, (node) => {
    if (isElement(node) && node.tagName === 'body') body ??= node;
    return body === undefined;
  });
  const elements = tree.children.filter(isElement);
  return body ?? { type: 'element', tagName: 'body', properties: {}, children: elements };
}
