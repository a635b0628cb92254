import type { Element, Root } from 'hast';
import { messageOf } from '../../core/messages.ts';
import { CannotRead, openArchive, withinLimits } from '../archive.ts';
import type { Block, FileToRead, Metadata, Page, Unreadable } from '../blocks.ts';
import {
  attribute,
  findHtmlNotes,
  type HtmlContext,
  type HtmlNotes,
  isElement,
  readPageBlocks,
  takeMarks,
  visitHtml,
} from '../html.ts';
import { applyBlockStyles } from './blockStyles.ts';
import { BookFiles, decodePercent } from './bookFiles.ts';
import { abstractOn, BookFrame, holdsProse } from './bookFrame.ts';
import { readBookMetadata } from './bookMetadata.ts';
import { type BookNavigation, placeId, readNavigation } from './bookNavigation.ts';
import { type BookPackage, readPackage } from './bookPackage.ts';
import { findBookPages } from './bookPages.ts';
import { type BookPart, type MissingPart, readSpineParts } from './spineParts.ts';
import { applyInlineStyles, type InlineStyles } from './inlineStyles.ts';
import { takePictures } from './bookPictures.ts';
import { refuseEncrypted } from './protection.ts';

/** Reads an EPUB book: the files of its spine one after another, as one page of HTML. */
export function readEpub({ bytes }: FileToRead): Promise<Page | Unreadable> {
  return withinLimits(async () => {
    const archive = openArchive(bytes);
    if (!archive) throw new CannotRead(messageOf('importing.damaged'));
    const files = new BookFiles(archive);
    const book = await readPackage(files);
    return readBook(files, book);
  });
}

async function readBook(files: BookFiles, book: BookPackage): Promise<Page> {
  const navigation = await readNavigation(files, book);
  const { parts, missing } = await readSpineParts(files, book, (names) => refuseEncrypted(files, names));
  const root: Root = { type: 'root', children: parts.map(({ body }) => body) };
  const pictures = takePictures(root);
  const pages = findBookPages(root, navigation.pages, takeMarks(root).pages);
  const styles = applyLooks(parts);
  const notes = findHtmlNotes(root);
  const within = elementsInNotes(notes);
  applyBlockStyles(styles, { contents: navigation.contents, isNote: (element) => within.has(element) });
  const about = readBookMetadata(book);
  const types = typesOf(files, book, navigation);
  const { frame, abstract } = findFrame(root, parts, notes, { types, title: about.title });
  const context: HtmlContext = {
    notes,
    marks: { pages },
    cut: frame.cut,
    base: undefined,
  };
  const { blocks, dropped } = readPageBlocks(root, context);
  const metadata: Metadata = { ...about, ...(abstract === undefined ? {} : { abstract }) };
  return {
    format: 'html',
    metadata,
    dropped: [...frame.dropped, ...dropped, ...pictures],
    blocks: withMissing(blocks, missing),
  };
}

/** Reads what words look like: emphasis that only style sheets tell of. */
function applyLooks(parts: readonly BookPart[]): InlineStyles {
  const linked = new Set<string>();
  for (const { body } of parts)
    visitHtml(body, (node) => {
      if (isElement(node) && node.tagName === 'a') linked.add(attribute(node, 'href').slice(1));
      return true;
    });
  const found: InlineStyles = { blocks: [], wrappers: new Set() };
  const isLinked = (element: Element): boolean => {
    const id = attribute(element, 'id');
    return id !== '' && linked.has(id);
  };
  for (const { body, styles } of parts) applyInlineStyles(body, styles, isLinked, found);
  return found;
}

function elementsInNotes({ notes }: HtmlNotes): Set<Element> {
  const found = new Set<Element>();
  for (const note of notes.keys())
    visitHtml(note, (node) => {
      if (isElement(node)) found.add(node);
      return true;
    });
  return found;
}

/** What whole files are for, by the name of the file: as the guide of EPUB 2 or the landmarks of EPUB 3 say. */
function typesOf(files: BookFiles, book: BookPackage, { landmarks }: BookNavigation): Map<string, string> {
  const types = new Map(landmarks.map(({ place, type }) => [place, type]));
  for (const { type, href } of book.guide) {
    const found = files.find(href, book.name);
    if (found) types.set(placeId(found.name, found.fragment), type);
  }
  return types;
}

/** Finds the parts of a book that are none of its text, and the abstract on its title page. */
function findFrame(
  root: Root,
  parts: readonly BookPart[],
  { notes }: HtmlNotes,
  { types, title }: { readonly types: ReadonlyMap<string, string>; readonly title: string | undefined },
): { frame: BookFrame; abstract: string | undefined } {
  const frame = new BookFrame(root);
  let isBegun = false;
  for (const { name, body, isLinear, isNavigation } of parts) {
    const type = isNavigation ? 'toc' : (types.get(placeId(name, '')) ?? '');
    if (frame.leaveOut(body, type)) continue;
    frame.leaveOutWithin(body);
    // Behind its first text, a book has no title page: a poem may be called what the book is.
    if (!frame.cut.has(body) && !isBegun) frame.leaveOutTitlePage(body, title);
    if (!frame.cut.has(body)) frame.leaveOutCopyright(body);
    if (!isLinear && !frame.cut.has(body)) frame.leaveOutAside(body, notes);
    isBegun ||= isLinear && !frame.cut.has(body) && holdsProse(body);
  }
  return { frame, abstract: [...frame.cut].map(abstractOn).find((text) => text !== undefined) };
}

/** The blocks, of which those after a file that is not there, or not to its end, are on the list of doubts. */
function withMissing(blocks: readonly Block[], missing: readonly MissingPart[]): Block[] {
  const marked = [...blocks];
  for (const { href, isCut, blocks: before } of missing) {
    const at = marked.findIndex(({ line, kind }) => line > before && kind !== 'note');
    const place = at < 0 ? marked.length - 1 : at;
    const block = marked[place];
    if (!block) continue;
    const reason = messageOf(isCut ? 'importing.cutPart' : 'importing.missingPart', {
      part: decodePercent(href),
    });
    marked[place] = { ...block, doubtful: { reason } };
  }
  return marked;
}
