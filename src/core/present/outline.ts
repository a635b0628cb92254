import type { Heading, Nodes, RootContent } from 'mdast';
import type { Analysis, SourceFile, Study } from '../index/study.ts';
import { plainTextOf } from '../markdown/plainText.ts';
import { notesIndex } from '../resolve/notes.ts';
import { encloses, type Range } from '../text/range.ts';
import { shorten } from './markdown.ts';
import { passagePreview } from './passages.ts';
import { sourceOf } from './places.ts';

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

/** The outline of a file: its headings, nested by level; in a source with the numbered passages and their notes below them. */
export function outlineOf(analysis: Analysis, study: Study): readonly OutlineItem[] {
  if (analysis.role !== 'paper' && analysis.role !== 'source' && analysis.role !== 'glossary') return [];
  const items = nest(analysis.document.tree.children, analysis.text);
  if (analysis.role === 'source') addPassages(items, analysis, study);
  return items;
}

function nest(nodes: readonly RootContent[], text: string): OutlineItem[] {
  const roots: OutlineItem[] = [];
  const open: { item: OutlineItem; depth: number; headingEnd: number }[] = [];
  const headings = nodes.filter((node): node is Heading => node.type === 'heading');
  headings.forEach((heading, index) => {
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= heading.depth) open.pop();
    const next = headings.slice(index + 1).find((other) => other.depth <= heading.depth);
    const start = heading.position?.start.offset ?? 0;
    const end = next?.position?.start.offset ?? text.length;
    const selection = { start, end: heading.position?.end.offset ?? start };
    const name = plainTextOf(heading.children, text).text.trim() || '(empty heading)';
    const item: OutlineItem = {
      name,
      detail: '',
      kind: 'heading',
      range: { start, end: trimEnd(text, selection.end, end) },
      selection,
      children: [],
    };
    (open.at(-1)?.item.children ?? roots).push(item);
    open.push({ item, depth: heading.depth, headingEnd: selection.end });
  });
  return roots;
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text[end - 1] ?? '')) end--;
  return end;
}

function addPassages(items: OutlineItem[], file: SourceFile, study: Study): void {
  const notes = notesOn(file, study);
  for (const passage of sourceOf(file, study)?.passages ?? []) {
    const range = passage.words?.range;
    if (!range) continue;
    const name = `¶ ${String(passage.number)}`;
    const item: OutlineItem = {
      name,
      detail: shorten(passagePreview(passage), 80),
      kind: 'passage',
      range,
      selection: range,
      children: notes.filter(({ selection }) => encloses(range, selection)),
    };
    insert(items, item);
  }
}

/** The notes on passages of a source, each where its words begin. */
function notesOn(file: SourceFile, study: Study): OutlineItem[] {
  if (study.notes.length === 0) return [];
  const threads = notesIndex(study).bySource.get(file.key) ?? [];
  return threads.flatMap(({ range, kind, annotation }): OutlineItem[] => {
    if (!range) return [];
    const place = { start: range.start, end: range.start };
    const name = `${kind.label}: ${shorten(annotation.text, 60)}`;
    return [{ name, detail: annotation.author, kind: 'note', range: place, selection: place, children: [] }];
  });
}

function insert(items: OutlineItem[], item: OutlineItem): void {
  const parent = items.find(
    (candidate) =>
      candidate.kind === 'heading' &&
      candidate.range.start <= item.range.start &&
      item.range.end <= candidate.range.end,
  );
  if (parent) insert(parent.children, item);
  else {
    const at = items.findIndex((candidate) => candidate.range.start > item.range.start);
    items.splice(at < 0 ? items.length : at, 0, item);
  }
}

/** A stretch of a file that can be folded away. */
export interface Fold {
  readonly range: Range;
  readonly kind: 'region' | 'comment';
}

const foldable = new Set([
  'blockquote',
  'list',
  'listItem',
  'code',
  'table',
  'footnoteDefinition',
  'yaml',
  'paragraph',
]);

/** What Markdown users expect to fold: sections, front matter, lists, quotations, code, tables, notes, comments. */
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
  const visit = (node: Nodes): void => {
    const range = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
    if (node.type === 'html' && node.value.startsWith('<!--')) folds.push({ range, kind: 'comment' });
    else if (foldable.has(node.type) && node.type !== 'paragraph') folds.push({ range, kind: 'region' });
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(analysis.document.tree);
  return folds;
}

/** A link in a file; the address is as written. */
export interface LinkView {
  readonly range: Range;
  readonly address: string;
}

/** The links and images of a file and the definitions they use. */
export function linksOf(analysis: Analysis): readonly LinkView[] {
  if (analysis.role !== 'paper' && analysis.role !== 'source' && analysis.role !== 'glossary') return [];
  const { text } = analysis;
  const links: LinkView[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      const start = node.position?.start.offset ?? 0;
      const end = node.position?.end.offset ?? start;
      const at = text.slice(start, end).lastIndexOf(node.url);
      const range = at < 0 ? { start, end } : { start: start + at, end: start + at + node.url.length };
      if (node.url !== '') links.push({ range, address: node.url });
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(analysis.document.tree);
  return links;
}
