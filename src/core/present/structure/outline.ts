import { inWords } from '../../messages.ts';
import type { Nodes } from 'mdast';
import type { Analysis, SourceFile, Study } from '../../study.ts';
import { type Chunk, type MarkdownDocument, plainTextOf, rangeOf } from '../../blocks.ts';
import { notesIndex } from '../../resolve.ts';
import { appendAll, firstIndex, inFile, type Range } from '../../text.ts';
import { shorten } from '../wording.ts';
import { paragraphLabel, passagePreview, sourceOf } from '../passages.ts';

/** An entry of a file's outline. */
export interface OutlineItem {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'heading' | 'passage' | 'term' | 'note';
  /** The heading and everything below it. */
  readonly range: Range;
  /** The heading itself. */
  readonly selection: Range;
  readonly children: OutlineItem[];
}

/** The headings of a file, nested by level. In a source, also its passages, and below them their readers' notes. */
export function outlineOf(analysis: Analysis, study: Study): readonly OutlineItem[] {
  if (analysis.role !== 'paper' && analysis.role !== 'source' && analysis.role !== 'glossary') return [];
  const items = nest(topLevelHeadings(analysis.document), analysis.text);
  return analysis.role === 'source' ? withPassages(items, passagesOf(analysis, study)) : items;
}

interface PlacedHeading {
  readonly name: string;
  readonly depth: number;
  readonly range: Range;
}

/** The top-level headings, but not those inside quotations or lists. */
function topLevelHeadings({ chunks }: MarkdownDocument): PlacedHeading[] {
  return chunks.flatMap(({ chunk, start }) => {
    if (!chunk.blocks.some(({ type }) => type === 'heading')) return [];
    return chunk.nodes.flatMap((node): PlacedHeading[] => {
      if (node.type !== 'heading') return [];
      const name = plainTextOf(node.children, chunk.text).text.trim() || inWords('outline.emptyHeading');
      return [{ name, depth: node.depth, range: inFile(rangeOf(node), start) }];
    });
  });
}

function nest(headings: readonly PlacedHeading[], text: string): OutlineItem[] {
  const roots: OutlineItem[] = [];
  const open: { readonly heading: PlacedHeading; readonly children: OutlineItem[] }[] = [];
  const close = (least: number, end: number): void => {
    while ((open.at(-1)?.heading.depth ?? 0) >= least) {
      const { heading, children } = open.pop() ?? {};
      if (!heading || !children) continue;
      const range = { start: heading.range.start, end: trimEnd(text, heading.range.end, end) };
      const item = { name: heading.name, detail: '', kind: 'heading', selection: heading.range } as const;
      (open.at(-1)?.children ?? roots).push({ ...item, range, children });
    }
  };
  for (const heading of headings) {
    close(heading.depth, heading.range.start);
    open.push({ heading, children: [] });
  }
  close(1, text.length);
  return roots;
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text[end - 1] ?? '')) end--;
  return end;
}

function passagesOf(file: SourceFile, study: Study): OutlineItem[] {
  const notes = notesInOutline(file, study);
  return (sourceOf(file, study)?.passages ?? []).flatMap((passage): OutlineItem[] => {
    const range = passage.words?.range;
    if (!range) return [];
    const name = paragraphLabel(passage);
    const detail = shorten(passagePreview(passage), 80);
    const first = firstIndex(notes, ({ selection }) => selection.start >= range.start);
    const behind = firstIndex(notes, ({ selection }) => selection.start > range.end);
    const children = notes.slice(first, behind);
    return [{ name, detail, kind: 'passage', range, selection: range, children }];
  });
}

/** The readers' notes on a source, each as an empty range where its words begin, sorted by position. */
function notesInOutline(file: SourceFile, study: Study): readonly OutlineItem[] {
  if (study.notes.length === 0) return [];
  const threads = notesIndex(study).bySource.get(file.key) ?? [];
  const notes = threads.flatMap(({ range, kind, annotation }): OutlineItem[] => {
    if (!range) return [];
    const place = { start: range.start, end: range.start };
    const name = `${kind.label}: ${shorten(annotation.text, 60)}`;
    return [{ name, detail: annotation.author, kind: 'note', range: place, selection: place, children: [] }];
  });
  return notes.sort((a, b) => a.range.start - b.range.start);
}

/** Puts passages below the headings of their sections. Both are sorted by position. */
function withPassages(items: readonly OutlineItem[], passages: readonly OutlineItem[]): OutlineItem[] {
  const all: OutlineItem[] = [];
  let next = 0;
  for (const item of items) {
    const first = firstIndex(passages, ({ range }) => range.start >= item.range.start);
    const behind = firstIndex(passages, ({ range }) => range.end > item.range.end);
    appendAll(all, passages.slice(next, first));
    all.push({ ...item, children: withPassages(item.children, passages.slice(first, behind)) });
    next = Math.max(first, behind);
  }
  appendAll(all, passages.slice(next));
  return all;
}

/** A range of a file that can be folded. */
export interface Fold {
  readonly range: Range;
  readonly kind: 'region' | 'comment';
}

const foldable = new Set(['blockquote', 'list', 'listItem', 'code', 'table', 'footnoteDefinition', 'yaml']);

/**
 * The folds that Markdown users expect: sections, front matter, lists, quotations, code, tables, notes and comments.
 */
export function foldsOf(analysis: Analysis, study: Study): readonly Fold[] {
  if (analysis.role !== 'paper' && analysis.role !== 'source' && analysis.role !== 'glossary') return [];
  const folds: Fold[] = [];
  const sections = (items: readonly OutlineItem[]): void => {
    for (const item of items) {
      if (item.kind === 'heading') folds.push({ range: item.range, kind: 'region' });
      sections(item.children);
    }
  };
  sections(outlineOf(analysis, study));
  for (const placed of analysis.document.chunks)
    for (const { range, kind } of foldsIn(placed.chunk))
      folds.push({ range: inFile(range, placed.start), kind });
  return folds;
}

/** The folds of a chunk. Offsets count from the chunk's beginning. */
function foldsIn(chunk: Chunk): readonly Fold[] {
  const folds: Fold[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'html' && node.value.startsWith('<!--'))
      folds.push({ range: rangeOf(node), kind: 'comment' });
    else if (foldable.has(node.type)) folds.push({ range: rangeOf(node), kind: 'region' });
    if ('children' in node) for (const child of node.children) visit(child);
  };
  // Inside a paragraph only comments can be folded.
  for (const node of chunk.text.includes('<!--') ? chunk.nodes : chunk.blocks) visit(node);
  return folds;
}

/** A link in a file, with its address as written. */
export interface LinkView {
  readonly range: Range;
  readonly address: string;
}

/** The links, images and link definitions of a file. */
export function linksOf(analysis: Analysis): readonly LinkView[] {
  if (analysis.role !== 'paper' && analysis.role !== 'source' && analysis.role !== 'glossary') return [];
  return analysis.document.chunks.flatMap(({ chunk, start }) =>
    linksInChunk(chunk).map(({ range, address }) => ({ range: inFile(range, start), address })),
  );
}

/** A chunk without any of these characters has no links. */
const linkCharacter = /[\]<]/;

/** The links of a chunk. Offsets count from the chunk's beginning. Cached per chunk. */
function linksInChunk(chunk: Chunk): readonly LinkView[] {
  const links: LinkView[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      const { start, end } = rangeOf(node);
      const at = chunk.text.slice(start, end).lastIndexOf(node.url);
      const range = at < 0 ? { start, end } : { start: start + at, end: start + at + node.url.length };
      if (node.url !== '') links.push({ range, address: node.url });
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  if (linkCharacter.test(chunk.text)) for (const node of chunk.nodes) visit(node);
  return links;
}
