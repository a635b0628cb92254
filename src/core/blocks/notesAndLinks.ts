import { memo } from '../memo.ts';
import type { Definition, Image, Link, Nodes, Parents } from 'mdast';
import { inFile, type Range } from '../text.ts';
import type { Chunk, MarkdownDocument } from './document.ts';
import { endOfMath, isEscaped } from '../syntax.ts';
import { rangeOf } from './blockLines.ts';
import { isFigure } from './pandoc/figures.ts';
import type { PlainParagraph } from './simple/plainParagraph.ts';

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
  const noting = chunks.filter(({ chunk }) => chunk.text.includes('[^'));
  const all = noting.map(({ chunk, start }) => {
    const { references, definitions } = notesOfChunk(chunk);
    const move = <T extends { readonly range: Range }>(each: T): T => ({
      ...each,
      range: inFile(each.range, start),
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

const notesOfChunk = memo('notes of a chunk', ({ text, nodes }: Chunk): ChunkNotes =>
  new FootnoteWalk(text).take(nodes),
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

/** Returns the ranges of the formulas in a block's text. */
function formulasIn(text: string): Range[] {
  const formulas: Range[] = [];
  for (let start = text.indexOf('$'); start >= 0;) {
    const end = endOfMath(text, start, text.length);
    if (end !== undefined) formulas.push({ start, end });
    start = text.indexOf('$', end ?? start + 1);
  }
  return formulas;
}

/** The target of a link or image. */
export interface LinkTarget {
  /** The target itself, without escapes. */
  readonly target: string;
  /** The range of the target as written, without angle brackets. Offsets are into the document. */
  readonly range: Range;
  /** Whether the written form equals the target. */
  readonly isPlain: boolean;
}

interface ChunkLinks {
  /** Targets of `[text](target)` and `![text](target)`. Offsets are into the chunk. */
  readonly targets: readonly LinkTarget[];
  readonly definitions: readonly { readonly label: string; readonly target: LinkTarget }[];
  /** The labels that links refer to. */
  readonly labels: readonly string[];
}

/** Longer links are ignored. UTF-16 code units. */
const maxLinkLength = 2000;

/**
 * Returns the targets in links and images, and those of definitions that a link refers to, in order. Links that Pandoc may
 * read as something else are left out: in formulas and TeX, after citations, and with a label defined twice.
 */
export function readLinks({ chunks }: MarkdownDocument): readonly LinkTarget[] {
  const linking = chunks.filter(({ chunk }) => chunk.text.includes('](') || chunk.text.includes(']:'));
  const all = linking.map(({ chunk, start }) => ({ links: linksOfChunk(chunk), start }));
  const isDefining = all.some(({ links }) => links.definitions.length > 0);
  const labels = new Set(isDefining ? chunks.flatMap(({ chunk }) => linksOfChunk(chunk).labels) : []);
  const times = new Map<string, number>();
  for (const { label } of all.flatMap(({ links }) => links.definitions))
    times.set(label, (times.get(label) ?? 0) + 1);
  return all.flatMap(({ links, start }) => {
    const defined = links.definitions
      .filter(({ label }) => labels.has(label) && times.get(label) === 1)
      .map(({ target }) => target);
    return [...links.targets, ...defined]
      .map((each) => ({ ...each, range: inFile(each.range, start) }))
      .sort((a, b) => a.range.start - b.range.start);
  });
}

const noLinks: ChunkLinks = { targets: [], definitions: [], labels: [] };

const linksOfChunk = memo('links of a chunk', (chunk: Chunk): ChunkLinks => {
  if (!chunk.text.includes(']')) return noLinks;
  return chunk.plain ? linksOfPlain(chunk.plain, chunk.text) : new LinkWalk(chunk.text).take(chunk.nodes);
});

/** Of a plain paragraph, everything from `](` to `)` is hidden, and nothing else is that begins so. */
function linksOfPlain({ hidden }: PlainParagraph, text: string): ChunkLinks {
  const targets: LinkTarget[] = [];
  for (let at = 0; at < hidden.length; at += 2) {
    const start = (hidden[at] ?? 0) + ']('.length;
    if (!text.startsWith('](', start - ']('.length)) continue;
    const range = { start, end: (hidden[at + 1] ?? start) - 1 };
    targets.push({ target: text.slice(range.start, range.end), range, isPlain: true });
  }
  return targets.length > 0 ? { ...noLinks, targets } : noLinks;
}

/** Collects the links of the nodes of one text. */
class LinkWalk {
  private readonly targets: LinkTarget[] = [];
  private readonly definitions: { readonly label: string; readonly target: LinkTarget }[] = [];
  private readonly labels: string[] = [];

  constructor(private readonly text: string) {}

  take(nodes: readonly Nodes[]): ChunkLinks {
    for (const node of nodes) this.visit(node, []);
    const { targets, definitions, labels } = this;
    return { targets, definitions, labels };
  }

  /** @param formulas the formulas of the block */
  private visit(node: Nodes, formulas: readonly Range[]): void {
    if (node.type === 'link' || node.type === 'image') this.takeLink(node, formulas);
    else if (node.type === 'linkReference' || node.type === 'imageReference')
      this.labels.push(node.identifier);
    else if (node.type === 'definition') this.define(node);
    if (!('children' in node)) return;
    const inside = isBlockOfInlines(node) ? this.formulasOf(node) : formulas;
    if (inside) for (const child of node.children) this.visit(child, inside);
  }

  /** Returns the formulas of a block; undefined where it has TeX, which may hold anything. */
  private formulasOf(node: Nodes): Range[] | undefined {
    const { start, end } = rangeOf(node);
    const written = this.text.slice(start, end);
    if (/\\[A-Za-z]+\{/.test(written)) return undefined;
    return written.includes('$') ? formulasIn(written).map((range) => inFile(range, start)) : [];
  }

  private takeLink(node: Link | Image, formulas: readonly Range[]): void {
    const { start, end } = rangeOf(node);
    if (end - start > maxLinkLength || !this.text.startsWith(node.type === 'image' ? '![' : '[', start))
      return;
    if (formulas.some((formula) => formula.start < end && start < formula.end)) return;
    const target = node.type === 'image' ? this.targetOfImage(node) : this.targetOfLink(node);
    if (target) this.targets.push(target);
  }

  private targetOfLink(node: Link): LinkTarget | undefined {
    const { start, end } = rangeOf(node);
    const last = node.children.at(-1);
    const close = last ? rangeOf(last).end : start + 1;
    // Pandoc reads citations and notes in brackets before links.
    if (/^\^|@/.test(this.text.slice(start + 1, close))) return undefined;
    return this.targetAfter(close, end, node.url);
  }

  private targetOfImage(node: Image): LinkTarget | undefined {
    const { start, end } = rangeOf(node);
    for (let at = this.text.indexOf('](', start); at >= 0 && at < end; at = this.text.indexOf('](', at + 1)) {
      const target = this.targetAfter(at, end, node.url);
      if (target) return target;
    }
    return undefined;
  }

  /** Returns the target of a link whose text ends at `close`. */
  private targetAfter(close: number, end: number, url: string): LinkTarget | undefined {
    const opening = /^\]\([ \t\r\n]*/.exec(this.text.slice(close, end));
    return opening ? this.targetAt(close + opening[0].length, end, url) : undefined;
  }

  private targetAt(from: number, end: number, url: string): LinkTarget | undefined {
    const rest = this.text.slice(from, end);
    const bracketed = /^<((?:\\.|[^<>\\\r\n])*)>/.exec(rest);
    const written = bracketed ? (bracketed[1] ?? '') : (/^(?:\\.|[^\s\\]|\\)*/.exec(rest)?.[0] ?? '');
    const start = bracketed ? from + 1 : from;
    // After a target without brackets the end of the link may follow.
    if (written.startsWith(url))
      return { target: url, range: { start, end: start + url.length }, isPlain: true };
    const length = bracketed ? written.length : written.replace(/\)$/, '').length;
    return { target: url, range: { start, end: start + length }, isPlain: false };
  }

  private define(node: Definition): void {
    const { start, end } = rangeOf(node);
    if (end - start > maxLinkLength || /^\[(?:\^|-?@)/.test(this.text.slice(start, start + 3))) return;
    const opening = /^\[(?:\\.|[^\\\]])*\]:[ \t\r\n]*/.exec(this.text.slice(start, end));
    const target = opening && this.targetAt(start + opening[0].length, end, node.url);
    if (target) this.definitions.push({ label: node.identifier, target });
  }
}

function isBlockOfInlines({ type }: Nodes): boolean {
  return type === 'paragraph' || type === 'heading' || type === 'tableCell';
}
