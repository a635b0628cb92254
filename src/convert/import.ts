import { messageOf } from '../core/messages.ts';
import { type Edition, readSource, type SourceText } from '../core/source.ts';
import type { Dropped, Page, Unreadable } from './blocks.ts';
import { commentNotes } from './commentNotes.ts';
import type { ExchangedNote } from '../core/notes.ts';
import { isCitableKey } from '../core/syntax.ts';
import { existingFrontMatter, idIn, proposeKey, withTold, writeBlocks, writeFrontMatter } from './writing.ts';
import { readPage } from './formats.ts';
import type { LineVerdict } from './markdown.ts';
import { recogniseCopy, type Recognised, type RecognisedCopy, restoreStructure } from './recognition.ts';
import {
  type Decision,
  type Doubt,
  findStructure,
  hasText,
  type Outline,
  type OwnMarkdown,
  ownOutline,
  type PageStructure,
  textOutline,
  withSpellings,
} from './structure.ts';

export type { Dropped } from './blocks.ts';
export type { Choice } from './blocks.ts';
export type { Recognised } from './recognition.ts';
export type { Decision, Doubt } from './structure.ts';

/** The bytes to import, and what is known about them. */
export interface ImportRequest {
  readonly bytes: Uint8Array;
  /** The name of the file. Its extension tells the format if the content does not. */
  readonly fileName: string;
  /** The password that a person gave for an encrypted file. */
  readonly password?: string;
  /** The citation key. Without it, the key is that of the front matter or of the edition, else one is proposed. */
  readonly key?: string;
  /** The title for front matter that the import writes. By default the one found in the text. */
  readonly title?: string;
  /** Names separated by `;`. */
  readonly author?: string;
  readonly editions: readonly Edition[];
  /** Answers to the doubts of an earlier import of the same bytes. */
  readonly decisions?: readonly Decision[];
  /** The source file that is there now. Its front matter is kept. */
  readonly existing?: string;
}

/** A source file made from a text, with all that a person should check before it is written. */
export interface ImportResult {
  readonly key: string;
  /** The title and author that were found, if the import writes the front matter and no edition gives them. */
  readonly about?: { readonly title: string; readonly author: string };
  /** The text of the source file. */
  readonly markdown: string;
  /** The edition that the text is a copy of. Undefined if it is none. */
  readonly recognised?: Recognised;
  readonly doubts: readonly Doubt[];
  /** What was left out of the text, with its lines in the original. */
  readonly dropped: readonly Dropped[];
  /** What lines of doubts and of what was left out count, where that is not the lines of the file. */
  readonly unit?: 'paragraph' | 'page';
  /** The comments of readers that the file holds, as notes on the source. Nothing takes them without being told. */
  readonly comments: readonly ExchangedNote[];
}

/**
 * Turns the bytes of a file in one of `importFormats` into a source file. The same request always gives the same
 * result.
 * @returns `problem`, a sentence, if there is nothing to import or the file is too large or too deeply nested
 */
export async function importSource(request: ImportRequest): Promise<ImportResult | Unreadable> {
  try {
    return await importFile(request);
  } catch (error) {
    if (error instanceof RangeError) return { problem: messageOf('importing.deep') };
    throw error;
  }
}

async function importFile(request: ImportRequest): Promise<ImportResult | Unreadable> {
  const { key: asked } = request;
  if (asked !== undefined && !isCitableKey(asked))
    return { problem: messageOf('importing.badKey', { key: asked }) };
  const page = await readPage(request);
  return 'problem' in page ? page : await importPage(withSpellings(page, request.decisions ?? []), request);
}

async function importPage(page: Page, request: ImportRequest): Promise<ImportResult | Unreadable> {
  const decisions = request.decisions ?? [];
  const structure = findStructure(page);
  const copy = recognisePage(page, structure, request.editions);
  if (!copy && !hasText(structure)) return { problem: messageOf('importing.onlyFrame') };
  const restored = copy && restoreStructure(copy, page, structure, decisions);
  const outline = restored?.outline ?? textOutline(structure, page, decisions);
  const isOwn = ownMarkdown(page) !== undefined && !copy;
  const own = isOwn ? ownOutline(structure, outline) : undefined;
  const { key, markdown, about } = await assembleImport(request, page, outline, copy?.edition, own);
  return {
    key,
    ...(about ? { about } : {}),
    markdown,
    ...(restored ? { recognised: restored.recognised } : {}),
    doubts: (own ?? outline).doubts,
    dropped: (own ?? outline).dropped,
    ...(page.unit ? { unit: page.unit } : {}),
    comments: await notesOfComments(page, markdown, key),
  };
}

async function notesOfComments(
  { comments = [] }: Page,
  markdown: string,
  key: string,
): Promise<readonly ExchangedNote[]> {
  return comments.length === 0
    ? []
    : commentNotes(comments, await readMarkdownSource(markdown), markdown, key);
}

/** Reads a source. The reader of Markdown is loaded for that: most imports do without it. */
async function readMarkdownSource(markdown: string): Promise<SourceText> {
  const { parseMarkdown } = await import('../core/blocks.ts');
  return readSource(parseMarkdown(markdown));
}

/** Recognises a page with its lists grouped by the rules, or line by line if more passages are found that way. */
function recognisePage(
  page: Page,
  structure: PageStructure,
  editions: readonly Edition[],
): RecognisedCopy | undefined {
  const grouped = structure.items.map((item) => item.block);
  const copy = recogniseCopy(grouped, editions);
  const changed = grouped.length !== page.blocks.length;
  if (!changed || copy?.matched === copy?.edition.passages.length) return copy;
  const plain = recogniseCopy(page.blocks, editions);
  return (plain?.matched ?? 0) > (copy?.matched ?? 0) ? plain : copy;
}

/** The author's own Markdown. Undefined if the page is not Markdown or was read as plain text. */
function ownMarkdown(page: Page): { frontMatter: string | undefined; body: OwnBody } | undefined {
  if (!('body' in page) || typeof page.body !== 'function') return undefined;
  const frontMatter =
    'frontMatter' in page && typeof page.frontMatter === 'string' ? page.frontMatter : undefined;
  return { frontMatter, body: page.body as OwnBody };
}

type OwnBody = (verdict: LineVerdict) => string;

async function assembleImport(
  request: ImportRequest,
  page: Page,
  outline: Outline,
  edition: Edition | undefined,
  verdicts: OwnMarkdown | undefined,
): Promise<Pick<ImportResult, 'key' | 'markdown' | 'about'>> {
  const own = edition ? undefined : ownMarkdown(page);
  const existing = request.existing === undefined ? undefined : existingFrontMatter(request.existing);
  const yaml = existing ?? ownMarkdown(page)?.frontMatter;
  const found = own ? page.metadata : outline.metadata;
  const metadata = asTold(found, request);
  const key =
    request.key ??
    (yaml === undefined ? undefined : idIn(yaml)) ??
    edition?.key ??
    proposeKey(metadata, request.fileName);
  const frontMatter =
    yaml === undefined ? writeFrontMatter(key, metadata, edition) : withTold(yaml, key, request, metadata);
  const body = own && verdicts ? own.body(verdicts.verdict) : writeBlocks(outline.blocks);
  const isPrinted = yaml === undefined && !edition && (await isCountedInPrint(body));
  const markdown = isPrinted
    ? `---\n${frontMatter.trimEnd()}\nnumbering: printed\n---\n\n${body}\n`
    : `---\n${frontMatter.trimEnd()}\n---\n\n${body}\n`;
  if (yaml !== undefined || edition) return { key, markdown };
  return {
    key,
    markdown,
    about: { title: metadata.title ?? '', author: (metadata.authors ?? []).join('; ') },
  };
}

/** A text has at least as many paragraphs with numbers if its author numbered them. */
const leastNumbered = 3;
/** The beginning of each line that can be a paragraph with a number, and of none that is a note or a heading. */
const numberedLine = /^(?!\[\^|#)[^\p{L}\p{N}\n]{0,20}\d/gmu;

/** The beginning of a block that is certainly a paragraph without a number. */
const unnumberedBlock = /^\n\p{L}/gmu;

/**
 * Whether the author numbered most paragraphs of a text, each once, and not all by the number that counting would give
 * them: citations then name the printed numbers.
 */
async function isCountedInPrint(body: string): Promise<boolean> {
  const numbered = body.match(numberedLine)?.length ?? 0;
  const unnumbered = body.match(unnumberedBlock)?.length ?? 0;
  // Most long texts have a few such lines, in lists. Reading one as a source can take longer than the rest of its import.
  if (numbered < leastNumbered || numbered < unnumbered / 3) return false;
  const { passages, printed } = await readMarkdownSource(`---\nnumbering: printed\n---\n\n${body}`);
  const places = [...(printed ?? [])];
  if (places.length < leastNumbered || places.length < passages.length * 0.5) return false;
  // A list that the import kept is one block.
  if ((await readMarkdownSource(body)).passages.length !== passages.length) return false;
  const isOnce = places.every(([label, found]) => /^\d+$/.test(label) && found.length === 1);
  const numbers = places.map(([label]) => Number(label));
  const rises = numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));
  // An excerpt leaves paragraphs out, but most of those between its first and its last are there: years are no such numbers.
  const isDense = (numbers.at(-1) ?? 0) - (numbers[0] ?? 0) < places.length * 2;
  return isOnce && rises && isDense && places.some(([label, found]) => Number(label) !== found[0]?.first);
}

/** Returns the metadata with the title and author that the person gave in place of those found. */
function asTold(metadata: Page['metadata'], { title, author }: ImportRequest): Page['metadata'] {
  return {
    ...metadata,
    ...(title === undefined ? {} : { title: title.trim() }),
    ...(author === undefined
      ? {}
      : {
          authors: author
            .split(';')
            .map((name) => name.trim())
            .filter(Boolean),
        }),
  };
}
