import type { Nodes } from 'mdast';
import type { Chunk, MarkdownDocument } from '../blocks.ts';
import { memo } from '../memo.ts';
import { appendAll } from '../text.ts';
import { headingRange, noReferences } from './blockTexts.ts';
import { InlineParser } from './inlineParser.ts';
import type { References } from './inlineReader.ts';
import { stringify } from './stringify.ts';

/** The targets that links within a document may have, as Pandoc names them. */
export interface Identifiers {
  /** Identifiers of headings, and explicit ones. */
  readonly ids: ReadonlySet<string>;
  /** Names that GitHub and the preview of VS Code give a heading → Pandoc's identifier of that heading. */
  readonly bySlug: ReadonlyMap<string, string>;
  /** Possible identifiers of headings that versions of Pandoc may read differently. */
  readonly uncertain: readonly string[];
}

/** A heading, as Pandoc reads it. */
interface PandocHeading {
  /** The source text, without marks and attributes. */
  readonly written: string;
  readonly given: string | undefined;
  /** Pandoc's automatic identifier, before a number is added for an earlier heading of the same name. */
  readonly base: string;
  /** The identifiers it would have if its links were not links; usually the same as `base`. */
  readonly others: readonly string[];
  /** The text as printed. */
  readonly text: string;
}

interface ChunkIdentifiers {
  readonly headings: readonly PandocHeading[];
  readonly given: readonly string[];
}

/**
 * Returns the identifiers of a document by Pandoc's rule (`auto_identifiers`), and those that attributes and raw HTML
 * define. Where Pandoc and CommonMark may read a block differently, the result may contain more than Pandoc's identifiers.
 */
export const readIdentifiers = memo(
  'identifiers of a document',
  ({ chunks }: MarkdownDocument): Identifiers => {
    const read = chunks.map(({ chunk }) => identifiersOf(chunk));
    const ids = new Set<string>();
    const uncertain: string[] = [];
    const slugs = new Slugs();
    for (const heading of read.flatMap(({ headings }) => headings)) {
      const id = heading.given ?? unusedIdentifier(heading.base, ids);
      ids.add(id);
      if (isUncertain(heading)) appendAll(uncertain, [id, ...heading.others]);
      slugs.add(heading, id);
    }
    for (const { given } of read) for (const id of given) ids.add(id);
    return { ids, bySlug: slugs.table, uncertain };
  },
);

function unusedIdentifier(base: string, ids: ReadonlySet<string>): string {
  let id = base;
  for (let count = 1; ids.has(id); count++) id = `${base}-${String(count)}`;
  return id;
}

/** Versions of Pandoc differ on HTML, TeX, formulas and braces in headings. */
function isUncertain({ written, base, others }: PandocHeading): boolean {
  return /[<{}\\$]/.test(written) || others.some((other) => other !== base);
}

const noIdentifiers: ChunkIdentifiers = { headings: [], given: [] };

const identifiersOf = memo('identifiers of a chunk', (chunk: Chunk): ChunkIdentifiers => {
  const { text, blocks } = chunk;
  if (!/[#={]|^[ \t>]*-/m.test(text)) return noIdentifiers;
  const headings: PandocHeading[] = [];
  const given: string[] = [];
  const visit = (siblings: readonly Nodes[], isTop: boolean): void => {
    siblings.forEach((node, at) => {
      if (node.type === 'heading') {
        const heading = readPandocHeading(node, siblings[at - 1], text, isTop);
        if (heading) headings.push(heading);
      } else if (node.type === 'list' && isTop) appendAll(given, underlinedIn(textOfNode(node, text)));
      if (node.type === 'html' || (node.type === 'code' && !isFenced(node, text)))
        appendAll(given, headingsWithin(node.value));
      else if ('children' in node && node.type !== 'paragraph') visit(node.children, false);
    });
  };
  visit(blocks, true);
  if (/\{[^{}]*#|(?:id|name)\s*=/i.test(text))
    for (const written of readBlocksWithAttributes(chunk.nodes, text))
      appendAll(given, explicitIdentifiers(written));
  return { headings, given };
});

function textOfNode({ position }: Nodes, text: string): string {
  return text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}

function isFenced({ position }: Nodes, text: string): boolean {
  const start = position?.start.offset ?? 0;
  return /^(?:`{3}|~{3})/.test(text.slice(start, start + 3));
}

/** Returns headings in HTML and in some indented text. Pandoc reads Markdown there, CommonMark does not. */
function headingsWithin(text: string): string[] {
  if (text.startsWith('<!--')) return [];
  const atx = [...text.matchAll(/^[ \t]*#{1,6}[ \t]+(.*)$/gm)].map((found) => found[1] ?? '');
  return [...atx.map(identifierWritten), ...underlinedIn(text)];
}

/** Returns underlined lines. Pandoc takes them for headings, whatever they start with. */
function underlinedIn(text: string): string[] {
  const lines = text.matchAll(/^(.+)\r?\n[ \t]*(?:=+|-+)[ \t]*$/gm);
  return [...lines].map((found) => identifierWritten(found[1] ?? ''));
}

function identifierWritten(written: string): string {
  const { end } = headingRange({ start: 0, end: written.length + 2 }, `# ${written}`);
  return identifierOf(headingText(`# ${written}`.slice(2, end), allDefined));
}

/** Reads a heading that Pandoc accepts as one: Pandoc requires a blank line before it and no indentation. */
function readPandocHeading(
  node: Nodes,
  before: Nodes | undefined,
  text: string,
  isTop: boolean,
): PandocHeading | undefined {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  if (followsText(start, before, text)) return undefined;
  if (isTop && /[ \t]/.test(text.charAt(start - 1))) return undefined;
  const range = headingRange({ start, end }, text);
  const written = text.slice(range.start, range.end);
  if (/[\r\n]/.test(written.trim())) return undefined;
  const given = explicitIdentifiers(text.slice(range.end, end))[0];
  const printed = headingText(written, allDefined);
  const others = [noReferences].map((references) => identifierOf(headingText(written, references)));
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

/** Returns the identifiers that attributes (`{#id}`) and raw HTML (`id="…"`) in a text define. */
function explicitIdentifiers(text: string): string[] {
  const braces = [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([, attributes = '']) =>
    [...attributes.matchAll(/(?:^|\s)#([^\s#]+)/g)].map((found) => found[1] ?? ''),
  );
  const html = [...text.matchAll(/(?<![\w-])(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>}]+))/gi)].map(
    (found) => found[1] ?? found[2] ?? found[3] ?? '',
  );
  return [...braces, ...html];
}

// Pandoc names headings before it knows the notes, so `[^1]` counts as written.
/** Every label but those with a citation: nobody calls a link so. */
const allDefined: References = { ...noReferences, links: { has: (label) => !label.includes('@') } };

function headingText(written: string, references: References): string {
  const reader = new InlineParser(written, references);
  const limit = written.length;
  return stringify(reader.inside(0, limit, { quote: 0, links: true, limit, depth: 0 }));
}

/** Returns the identifier that Pandoc makes of a heading's text, with its markup already removed. */
export function identifierOf(text: string): string {
  const words = [...text]
    .map(lowerCase)
    .join('')
    .replace(/[^\p{L}\p{M}\p{N}_.\s-]/gu, '')
    .split(/\s+/u)
    .filter((word) => word !== '');
  return words.join('-').replace(/^[^\p{L}]+/u, '') || 'section';
}

/** Longer headings are cut to this length before they are named. UTF-16 code units. */
const maxSlugLength = 1000;

/** Maps one character to one, wherever it stands, as Pandoc does: no final sigma, no combining dot from İ. */
function lowerCase(character: string): string {
  return [...character.toLowerCase()][0] ?? character;
}

/** The names that GitHub and VS Code give headings. The two differ slightly, and earlier versions differed, too. */
class Slugs {
  readonly table = new Map<string, string>();
  private readonly counts = new Map<string, number>();

  add({ written, text }: PandocHeading, id: string): void {
    const plain = written.slice(0, maxSlugLength).replace(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1');
    const all = [plain, text].flatMap((each) => [
      withoutPunctuation(each),
      withoutOuterHyphens(withoutPunctuation(each)),
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

function withoutOuterHyphens(slug: string): string {
  return slug.replace(/^-+|-+$/g, '');
}

/**
 * Returns the stretches of a text where attributes and raw HTML may define identifiers: everything but code and comments.
 * Of fenced code, the opening line is included.
 * @param nodes their positions are offsets into `text`
 */
function readBlocksWithAttributes(nodes: readonly Nodes[], text: string): string[] {
  const stretches: string[] = [];
  let from = 0;
  const leaveOut = (start: number, end: number): void => {
    if (start > from) stretches.push(text.slice(from, start));
    from = Math.max(from, end);
  };
  const visit = (node: Nodes): void => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    if (node.type === 'code' && /^(?:`{3}|~{3})/.test(text.slice(start, start + 3))) {
      const line = /^.*/.exec(text.slice(start, end))?.[0].length ?? 0;
      leaveOut(start + line, end);
    } else if (node.type === 'inlineCode') leaveOut(start, end);
    else if (node.type === 'html' && node.value.startsWith('<!--') && node.value.trimEnd().endsWith('-->'))
      leaveOut(start, end);
    else if ('children' in node) node.children.forEach(visit);
  };
  nodes.forEach(visit);
  leaveOut(text.length, text.length);
  return stretches;
}
