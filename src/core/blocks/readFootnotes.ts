import { memo } from '../memo.ts';
import type { Nodes, Parents } from 'mdast';
import { moveRange, type Range } from '../text.ts';
import type { Chunk, MarkdownDocument } from './document.ts';
import { endOfMath } from '../syntax.ts';
import { isFigure } from './pandoc/figures.ts';

/** `[^label]` in a text. */
export interface NoteReference {
  readonly label: string;
  readonly range: Range;
  /** Whether it is inside a note, where Pandoc reads no note marks. */
  readonly isInNote: boolean;
}

/** `[^label]: text`. */
export interface NoteDefinition {
  readonly label: string;
  /** From `[` to `]`. */
  readonly range: Range;
  /** Whether a line of text is directly before it. Pandoc then reads it as part of that text. */
  readonly isPartOfText: boolean;
}

/** The notes of a document, in order. Offsets are into the document. */
export interface Footnotes {
  readonly references: readonly NoteReference[];
  readonly definitions: readonly NoteDefinition[];
  /** Labels that a title or abstract refers to. */
  readonly labelsInFrontMatter: ReadonlySet<string>;
}

/** Returns note marks and note definitions, matched or not. Code, comments, formulas and addresses are skipped. */
export function readFootnotes({ text, chunks, frontMatter }: MarkdownDocument): Footnotes {
  if (!text.includes('[^')) return noFootnotes;
  const all = chunks.map(({ chunk, start }) => {
    const { references, definitions } = notesOfChunk(chunk);
    const move = <T extends { readonly range: Range }>(each: T): T => ({
      ...each,
      range: moveRange(each.range, start),
    });
    return { references: references.map(move), definitions: definitions.map(move) };
  });
  // Pandoc reads titles and abstracts as text.
  const { start = 0, end = 0 } = frontMatter.range ?? {};
  const noteLabels = [...text.slice(start, end).matchAll(anywhere)].map((found) => found[1] ?? '');
  return {
    references: all.flatMap(({ references }) => references),
    definitions: all.flatMap(({ definitions }) => definitions),
    labelsInFrontMatter: new Set(noteLabels),
  };
}

const noFootnotes: Footnotes = { references: [], definitions: [], labelsInFrontMatter: new Set() };

type ChunkNotes = Omit<Footnotes, 'labelsInFrontMatter'>;

const notesOfChunk = memo('notes of a chunk', (chunk: Chunk): ChunkNotes =>
  chunk.text.includes('[^') ? new FootnoteWalk(chunk.text).take(chunk.nodes) : noFootnotes,
);

const noteReference = /\[\^([^\s[\]]{1,200})\](?![*+?{]|:[ \t]*\S)/gu;
const anywhere = /\[\^([^\s[\]]{1,200})\]/gu;
/** HTML in which Pandoc reads no Markdown. */
const verbatimHtml = /^<(?:!--|(?:pre|script|style|textarea)(?![\w-]))/i;
/** A last line that opens or closes a fenced div. */
const fenceOfDiv = /(?:^|[\r\n])[ \t>]*:{3,}[^\r\n]*$/;
const plainLabel = /^[\p{L}\p{N}_][\p{L}\p{N}_.:-]*$/u;

/** Collects the notes of the nodes of one text. */
class FootnoteWalk {
  private readonly references: NoteReference[] = [];
  private readonly definitions: NoteDefinition[] = [];

  constructor(private readonly text: string) {}

  take(nodes: readonly Nodes[]): ChunkNotes {
    this.visitAll(nodes, false);
    const { references, definitions } = this;
    return { references, definitions };
  }

  private visitAll(nodes: readonly Nodes[], isInNote: boolean): void {
    nodes.forEach((node, at) => {
      const start = node.position?.start.offset ?? 0;
      const end = node.position?.end.offset ?? start;
      if (node.type === 'footnoteReference') this.refer(node.label ?? node.identifier, start, end, isInNote);
      else if (node.type === 'text') this.readText(start, end, isInNote, noteReference);
      else if (node.type === 'html' && !verbatimHtml.test(this.text.slice(start, start + 10)))
        this.readText(start, end, isInNote, anywhere);
      else if (node.type === 'image') this.readText(start, this.endOfCaption(start, end), isInNote, anywhere);
      if (node.type === 'footnoteDefinition')
        this.define(node.label ?? node.identifier, start, nodes[at - 1]);
      if ('children' in node) this.visitAll(inlinesOf(node), isInNote || node.type === 'footnoteDefinition');
    });
  }

  private refer(label: string, start: number, end: number, isInNote: boolean): void {
    this.references.push({ label, range: { start, end }, isInNote });
  }

  private define(label: string, start: number, before: Nodes | undefined): void {
    const end = this.text.indexOf(']', start) + 1;
    const gap = this.text.slice(before?.position?.end.offset ?? start, start);
    const isNext = (gap.match(/\r\n|\r|\n/g) ?? []).length === 1;
    const isPartOfText = isNext && before !== undefined && this.goesOn(before);
    this.definitions.push({ label, range: { start, end }, isPartOfText });
  }

  /** Whether Pandoc reads the next line as part of this text, also after a list or quotation. */
  private goesOn(before: Nodes): boolean {
    if (before.type === 'list' || before.type === 'listItem' || before.type === 'blockquote') {
      const last = before.children.at(-1);
      return last !== undefined && this.goesOn(last);
    }
    if (before.type !== 'paragraph') return false;
    const text = this.text.slice(before.position?.start.offset, before.position?.end.offset);
    return !fenceOfDiv.test(text);
  }

  /** Returns the end of an image's text; its start where the text contains code, which may hold anything. */
  private endOfCaption(start: number, end: number): number {
    const written = this.text.slice(start, end);
    const close = Math.max(written.lastIndexOf(']('), written.lastIndexOf(']['));
    const length = close < 0 ? written.length - 1 : close;
    return written.slice(0, length).includes('`') ? start : start + length;
  }

  private readText(start: number, end: number, isInNote: boolean, pattern: RegExp): void {
    const written = this.text.slice(start, end);
    if (!written.includes('[^')) return;
    const formulas = formulasIn(written);
    for (const found of written.matchAll(pattern)) {
      const label = found[1] ?? '';
      const at = found.index;
      if (!plainLabel.test(label) || isEscaped(written, at)) continue;
      if (formulas.some((formula) => formula.start < at && at < formula.end)) continue;
      this.refer(label, start + at, start + at + found[0].length, isInNote);
    }
  }
}

/** The children of a node. The text of the image of a figure stands beside it, as the caption. */
function inlinesOf(node: Parents): readonly Nodes[] {
  return isFigure(node) ? node.children.slice(1) : node.children;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - slashes - 1] === '\\') slashes++;
  return slashes % 2 === 1;
}

/** Returns the ranges of the formulas in a block's text. */
export function formulasIn(text: string): Range[] {
  const formulas: Range[] = [];
  for (let start = text.indexOf('$'); start >= 0;) {
    const end = endOfMath(text, start, text.length);
    if (end !== undefined) formulas.push({ start, end });
    start = text.indexOf('$', end ?? start + 1);
  }
  return formulas;
}
