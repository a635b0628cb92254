import type { Nodes } from 'mdast';
import { appendAll, SideTable } from '../text.ts';
import type { Chunk, MarkdownDocument } from '../blocks.ts';
import { readBlocksWithAttributes } from './identifierPlaces.ts';
import { headingRange } from './blockTexts.ts';
import { InlineReader, type References } from './reader.ts';
import { stringify } from './stringify.ts';

/** What links can lead to within a document, as Pandoc names it. */
export interface Identifiers {
  /** Of headings, and those given by hand. */
  readonly ids: ReadonlySet<string>;
  /** What GitHub and the preview of VS Code call a heading → Pandoc's identifier of the same heading. */
  readonly bySlug: ReadonlyMap<string, string>;
  /** Identifiers that headings may have which are not surely read as Pandoc reads them. */
  readonly uncertain: readonly string[];
}

/** A heading of Pandoc's. */
interface Heading {
  /** Without marks and attributes. */
  readonly written: string;
  readonly given: string | undefined;
  /** As Pandoc makes it, before headings of the same name are counted. */
  readonly base: string;
  /** What it would be if links were none; usually the same. */
  readonly others: readonly string[];
  /** The text as printed. */
  readonly text: string;
}

interface ChunkIdentifiers {
  readonly headings: readonly Heading[];
  readonly given: readonly string[];
}

const byChunk = new SideTable<Chunk, ChunkIdentifiers>();
const byDocument = new SideTable<MarkdownDocument, Identifiers>();

/**
 * The identifiers of a document by Pandoc's rule (`auto_identifiers`), and those given by attributes and raw HTML. More is
 * taken for an identifier than Pandoc would where the two may read a block differently.
 */
export function readIdentifiers(document: MarkdownDocument): Identifiers {
  let identifiers = byDocument.get(document);
  if (!identifiers) byDocument.set(document, (identifiers = collect(document)));
  return identifiers;
}

function collect({ chunks }: MarkdownDocument): Identifiers {
  const read = chunks.map(({ chunk }) => identifiersOf(chunk));
  const ids = new Set<string>();
  const uncertain: string[] = [];
  const slugs = new Slugs();
  for (const heading of read.flatMap(({ headings }) => headings)) {
    const id = heading.given ?? unused(heading.base, ids);
    ids.add(id);
    if (isUncertain(heading)) appendAll(uncertain, [id, ...heading.others]);
    slugs.add(heading, id);
  }
  for (const { given } of read) for (const id of given) ids.add(id);
  return { ids, bySlug: slugs.table, uncertain };
}

function unused(base: string, ids: ReadonlySet<string>): string {
  let id = base;
  for (let count = 1; ids.has(id); count++) id = `${base}-${String(count)}`;
  return id;
}

/** What holds HTML, TeX, formulas or braces is not always read alike by different versions of Pandoc. */
function isUncertain({ written, base, others }: Heading): boolean {
  return /[<{}\\$]/.test(written) || others.some((other) => other !== base);
}

function identifiersOf(chunk: Chunk): ChunkIdentifiers {
  let identifiers = byChunk.get(chunk);
  if (!identifiers) byChunk.set(chunk, (identifiers = readChunk(chunk)));
  return identifiers;
}

const none: ChunkIdentifiers = { headings: [], given: [] };

function readChunk(chunk: Chunk): ChunkIdentifiers {
  const { text, blocks } = chunk;
  if (!/[#={]|^[ \t>]*-/m.test(text)) return none;
  const headings: Heading[] = [];
  const given: string[] = [];
  const visit = (siblings: readonly Nodes[], isTop: boolean): void => {
    siblings.forEach((node, at) => {
      if (node.type === 'heading') {
        const heading = readHeading(node, siblings[at - 1], text, isTop);
        if (heading) headings.push(heading);
      } else if (node.type === 'list' && isTop) appendAll(given, underlinedIn(textOfNode(node, text)));
      if (node.type === 'html' || (node.type === 'code' && !isFenced(node, text)))
        appendAll(given, headingsWithin(node.value));
      else if ('children' in node && node.type !== 'paragraph') visit(node.children, false);
    });
  };
  visit(blocks, true);
  if (/\{[^{}]*#|(?:id|name)\s*=/i.test(text))
    for (const written of readBlocksWithAttributes(chunk.nodes, text)) appendAll(given, givenIn(written));
  return { headings, given };
}

function textOfNode({ position }: Nodes, text: string): string {
  return text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}

function isFenced({ position }: Nodes, text: string): boolean {
  const start = position?.start.offset ?? 0;
  return /^(?:`{3}|~{3})/.test(text.slice(start, start + 3));
}

/** Pandoc reads Markdown within HTML and some indented text, where CommonMark reads none. */
function headingsWithin(text: string): string[] {
  if (text.startsWith('<!--')) return [];
  const atx = [...text.matchAll(/^[ \t]*#{1,6}[ \t]+(.*)$/gm)].map((found) => found[1] ?? '');
  return [...atx.map(identifierWritten), ...underlinedIn(text)];
}

/** Pandoc takes an underlined line for a heading, whatever it begins with. */
function underlinedIn(text: string): string[] {
  const lines = text.matchAll(/^(.+)\r?\n[ \t]*(?:=+|-+)[ \t]*$/gm);
  return [...lines].map((found) => identifierWritten(found[1] ?? ''));
}

function identifierWritten(written: string): string {
  const { end } = headingRange({ start: 0, end: written.length + 2 }, `# ${written}`);
  return identifierOf(textOf(`# ${written}`.slice(2, end), allDefined));
}

/** A heading that Pandoc takes for one, too; it wants a blank line before it, and no indentation. */
function readHeading(
  node: Nodes,
  before: Nodes | undefined,
  text: string,
  isTop: boolean,
): Heading | undefined {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  if (followsText(start, before, text)) return undefined;
  if (isTop && /[ \t]/.test(text.charAt(start - 1))) return undefined;
  const range = headingRange({ start, end }, text);
  const written = text.slice(range.start, range.end);
  if (/[\r\n]/.test(written.trim())) return undefined;
  const given = givenIn(text.slice(range.end, end))[0];
  const printed = textOf(written, allDefined);
  const others = [noneDefined].map((references) => identifierOf(textOf(written, references)));
  return { written, given, base: identifierOf(printed), others, text: printed };
}

function followsText(start: number, before: Nodes | undefined, text: string): boolean {
  if (before?.type !== 'paragraph' && before?.type !== 'list' && before?.type !== 'blockquote') return false;
  const end = before.position?.end.offset ?? 0;
  if ((text.slice(end, start).match(/\r\n|\r|\n/g) ?? []).length > 1) return false;
  const lastLine = text.slice(
    Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) + 1,
    end,
  );
  return !/^[ \t>]*:::/.test(lastLine);
}

/** The identifiers that attributes (`{#id}`) and raw HTML (`id="…"`) in a text give. */
function givenIn(text: string): string[] {
  const braces = [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([, attributes = '']) =>
    [...attributes.matchAll(/(?:^|\s)#([^\s#]+)/g)].map((found) => found[1] ?? ''),
  );
  const html = [...text.matchAll(/(?<![\w-])(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>}]+))/gi)].map(
    (found) => found[1] ?? found[2] ?? found[3] ?? '',
  );
  return [...braces, ...html];
}

// Pandoc names headings before it knows the notes: `[^1]` counts as it is written.
const allDefined: References = { isLink: () => true, isNote: () => false, isExample: () => false };
const noneDefined: References = { isLink: () => false, isNote: () => false, isExample: () => false };

function textOf(written: string, references: References): string {
  const reader = new InlineReader(written, references);
  const limit = written.length;
  return stringify(reader.inside(0, limit, { quote: 0, links: true, limit, depth: 0 }));
}

/** The identifier that Pandoc makes of the text of a heading, its markup removed. */
function identifierOf(text: string): string {
  const words = [...text]
    .map(lowerCase)
    .join('')
    .replace(/[^\p{L}\p{M}\p{N}_.\s-]/gu, '')
    .split(/\s+/u)
    .filter((word) => word !== '');
  return words.join('-').replace(/^[^\p{L}]+/u, '') || 'section';
}

/** Of longer headings only the beginning is named. UTF-16 code units. */
const maxSlugLength = 1000;

/** One character for one, wherever it stands, as Pandoc does it: no final sigma, no dot beside the i of İ. */
function lowerCase(character: string): string {
  return [...character.toLowerCase()][0] ?? character;
}

/** What GitHub and VS Code call headings: they do it a little differently from each other, and did so in the past. */
class Slugs {
  readonly table = new Map<string, string>();
  private readonly counts = new Map<string, number>();

  add({ written, text }: Heading, id: string): void {
    const plain = written.slice(0, maxSlugLength).replace(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1');
    const all = [plain, text].flatMap((each) => [
      withoutPunctuation(each),
      trimmed(withoutPunctuation(each)),
    ]);
    const single = all.map((slug) => slug.replace(/-+/g, '-'));
    for (const slug of new Set([...all, ...single])) {
      const count = this.counts.get(slug) ?? 0;
      this.counts.set(slug, count + 1);
      const name = count === 0 ? slug : `${slug}-${String(count)}`;
      if (name !== '' && !this.table.has(name)) this.table.set(name, id);
    }
  }
}

function withoutPunctuation(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '')
    .replace(/\s/gu, '-');
}

function trimmed(slug: string): string {
  return slug.replace(/^-+|-+$/g, '');
}
