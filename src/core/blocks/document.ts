import type { Root } from 'mdast';
import { memoState } from '../memo.ts';
import type { Range } from '../text.ts';
import { type Chunk, type ChunkList, parseChunks, type PlacedChunk } from './chunks/chunks.ts';
import { shiftNode } from './chunks/shiftNode.ts';
import { type PlacedYaml, readFrontMatter } from './frontMatter.ts';
import type { FrontMatter } from './yamlMapping.ts';

export type { Chunk, PlacedChunk };

/** A Markdown text and its tree. Positions of nodes are offsets into `text`, in UTF-16 code units. */
export interface MarkdownDocument {
  readonly text: string;
  /** Assembled on first use. Callers that can work chunk by chunk should not use it. */
  readonly tree: Root;
  /** They cover the text without gaps. */
  readonly chunks: readonly PlacedChunk[];
  readonly frontMatter: FrontMatter;
}

/**
 * Parses any text as Markdown with front matter, tables, notes and Pandoc citations. Never throws. The text must have no
 * byte order mark. The tree equals that of `parseWithRemark`, but most of it is built faster.
 */
export function parseMarkdown(text: string): MarkdownDocument {
  return new ChunkedDocument(text, parseChunks(text));
}

/**
 * Parses an edited text at the cost of the edited part. The result equals that of `parseMarkdown(text)`.
 * @param previous the document before the edit; undefined where there was none
 */
export function reparseMarkdown(previous: MarkdownDocument | undefined, text: string): MarkdownDocument {
  if (text === previous?.text) return previous;
  if (memoState.isPlain || !(previous instanceof ChunkedDocument)) return parseMarkdown(text);
  return new ChunkedDocument(text, parseChunks(text, previous.list), previous);
}

class ChunkedDocument implements MarkdownDocument {
  readonly chunks: readonly PlacedChunk[];
  readonly frontMatter: FrontMatter;
  private readonly metadata: readonly PlacedYaml[];
  private made: Root | undefined;

  constructor(
    readonly text: string,
    readonly list: ChunkList,
    previous?: ChunkedDocument,
  ) {
    this.chunks = list.placed;
    this.metadata = list.placed.flatMap(({ chunk, start }) =>
      chunk.plain || !chunk.text.includes('---')
        ? []
        : chunk.blocks.flatMap((node) => (node.type === 'yaml' ? [{ node, origin: start }] : [])),
    );
    const before = previous?.metadata ?? [];
    const isSame =
      this.metadata.length === before.length &&
      this.metadata.every(
        ({ node, origin }, index) => node === before[index]?.node && origin === before[index].origin,
      );
    this.frontMatter = previous && isSame ? previous.frontMatter : readFrontMatter(text, this.metadata);
  }

  get tree(): Root {
    this.made ??= joinChunks(this.text, this.list.placed);
    return this.made;
  }
}

function joinChunks(text: string, placed: readonly PlacedChunk[]): Root {
  const children = placed.flatMap(({ start, line, chunk }) =>
    start === 0 ? chunk.nodes : chunk.nodes.map((node) => shiftNode(node, start, line)),
  );
  const last = placed[placed.length - 1];
  const lines = text.slice(last?.start ?? 0).split(/\r\n|\r|\n/);
  const end = {
    line: (last?.line ?? 0) + lines.length,
    column: (lines[lines.length - 1]?.length ?? 0) + 1,
    offset: text.length,
  };
  return {
    type: 'root',
    children: [...children],
    position: { start: { line: 1, column: 1, offset: 0 }, end },
  };
}

/** Returns the language in a document's front matter, such as `fr` or `en-GB`; undefined where it names none. */
export function languageOf({ frontMatter }: { readonly frontMatter: FrontMatter }): string | undefined {
  const { lang } = frontMatter.data;
  return typeof lang === 'string' ? lang : undefined;
}

/**
 * Lines at the start of a document that are meant as front matter, but that Pandoc reads as text; or front matter that
 * Pandoc reads further than meant. Offsets are into the text of the document.
 */
export interface OpenFrontMatter {
  /**
   * The fault: an indented opening line, a blank line, an indented closing line, a closing line of other characters, or
   * none.
   */
  readonly fault: 'indented-opening' | 'blank-line' | 'indented-closing' | 'other-closing' | 'no-closing';
  /** The faulty line; the opening line where the closing one is missing. */
  readonly range: Range;
  /** The edit that repairs the front matter. */
  readonly edit: { readonly range: Range; readonly newText: string };
}

interface MatterLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** More lines than anybody's front matter has. */
const maxFrontMatterLines = 200;
const openingDashes = /^(?:[ \t]*(?:\r\n|\n|\r)){0,100}([ \t]*)---[ \t]*(\r\n|\n|\r)/;
const restOfBlankLine = /[^\S\r\n]*(?:[\r\n]|$)/y;
const closingDashes = /^(?:---|\.\.\.)[ \t]*$/;
/** Dashes and points that may be meant as a closing line. */
const nearlyClosing = /^[ \t]*(?:-{2,}|\.{2,3}|…|[–—―]+-*|-+[–—―]+)[ \t]*$/;
const field = /^[\p{L}_][\p{L}\p{N}_-]*:(?:[ \t]|$)/u;
/** Fields that show by themselves that front matter is meant. */
const usualField =
  /^(?:title|subtitle|authors?|date|lang|id|type|tags|keywords|bibliography|csl|abstract|references|issued|nocite|share|layout|draft|format):/i;
/** Lines of YAML: a field, an item, or the continuation of one. */
const yaml = /^(?:[ \t]+\S|-[ \t])|^[\p{L}_"'][^:]*:(?:[ \t]|$)/u;

/** Returns front matter that is not closed, or not in the way Pandoc requires; undefined where there is none. */
export function openFrontMatter({ text, frontMatter }: MarkdownDocument): OpenFrontMatter | undefined {
  const found = openingDashes.exec(text);
  if (!found) return undefined;
  const [whole, indent = '', lineEnd = '\n'] = found;
  const isRead = frontMatter.range !== undefined && frontMatter.problems.length === 0;
  restOfBlankLine.lastIndex = whole.length;
  const isBlankFirst = whole.length < text.length && restOfBlankLine.test(text);
  if (isRead && !isBlankFirst) return undefined;
  const lines = matterLinesFrom(text, whole.length);
  const end = lines.findIndex((line, at) => endsFields(line, lines.slice(0, at)));
  const fields = lines.slice(0, end < 0 ? lines.length : end);
  if (!areMeantAsFields(fields)) return undefined;
  const last = lines[end];
  const dashes = whole.trimEnd().length;
  const line = { start: dashes - 3, end: dashes };
  if (last && closingDashes.test(last.text)) return closedWell({ indent, line, fields, isBlankFirst });
  if (last && nearlyClosing.test(last.text)) {
    const isIndented = closingDashes.test(last.text.trim());
    const range = { start: last.start, end: last.end };
    const edit = { range, newText: '---' };
    return { fault: isIndented ? 'indented-closing' : 'other-closing', range, edit };
  }
  // Pandoc reads on to the next closing line, which is right if the text up to there is YAML.
  if (isRead) return undefined;
  const at = lastOfFirstBlock(fields)?.end ?? line.end;
  const edit = { range: { start: at, end: at }, newText: `${lineEnd}---` };
  return { fault: 'no-closing', range: line, edit };
}

interface Opened {
  readonly indent: string;
  /** The dashes of the opening line. */
  readonly line: Range;
  readonly fields: readonly MatterLine[];
  readonly isBlankFirst: boolean;
}

function closedWell({ indent, line, fields, isBlankFirst }: Opened): OpenFrontMatter | undefined {
  if (indent !== '') {
    const range = { start: line.start - indent.length, end: line.end };
    return {
      fault: 'indented-opening',
      range,
      edit: { range: { start: range.start, end: line.start }, newText: '' },
    };
  }
  const first = fields.find(({ text }) => text.trim() !== '');
  const blank = fields[0];
  if (!isBlankFirst || !first || !blank) return undefined;
  const range = { start: blank.start, end: first.start };
  return { fault: 'blank-line', range: line, edit: { range, newText: '' } };
}

/** Whether a line ends the fields, because it closes them or is text. */
function endsFields({ text }: MatterLine, before: readonly MatterLine[]): boolean {
  if (closingDashes.test(text) || nearlyClosing.test(text)) return true;
  if (text.trim() === '') return false;
  const isAfterBlank = before.some((line, at) => at > 0 && line.text.trim() === '');
  return text.startsWith('#') ? isAfterBlank : !yaml.test(text);
}

function areMeantAsFields(fields: readonly MatterLine[]): boolean {
  const written = fields.filter(({ text }) => text.trim() !== '' && !text.startsWith('#'));
  if (!written[0] || !field.test(written[0].text)) return false;
  return usualField.test(written[0].text) || written.filter(({ text }) => field.test(text)).length > 1;
}

/** Returns the last line before the first blank one that follows a field. */
function lastOfFirstBlock(fields: readonly MatterLine[]): MatterLine | undefined {
  const first = fields.findIndex(({ text }) => text.trim() !== '');
  const blank = fields.findIndex(({ text }, at) => at > first && text.trim() === '');
  return fields[(blank < 0 ? fields.length : blank) - 1];
}

function matterLinesFrom(text: string, start: number): MatterLine[] {
  const lines: MatterLine[] = [];
  const line = /[^\r\n]*/y;
  for (let at = start; at < text.length && lines.length < maxFrontMatterLines;) {
    line.lastIndex = at;
    const written = line.exec(text)?.[0] ?? '';
    const end = at + written.length;
    lines.push({ text: written, start: at, end });
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1;
  }
  return lines;
}
