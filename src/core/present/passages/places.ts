import { inWords } from '../../messages.ts';
import type { Nodes } from 'mdast';
import type { Analysis, Source, SourceFile, Study } from '../../study.ts';
import { type Citation, citationRange, citationsNear, nodesNear } from '../../citations.ts';
import type { MarkdownDocument } from '../../blocks.ts';
import type { Note, Passage } from '../../source.ts';
import { type Range, touches } from '../../text.ts';

/** The citation whose key or locator is at an offset. Undefined in files that cannot cite. */
export function citationAt(analysis: Analysis, offset: number): Citation | undefined {
  if (analysis.role !== 'paper' && analysis.role !== 'glossary') return undefined;
  return citationsNear(analysis.document, offset).find((each) => touches(citationRange(each), offset));
}

/** The source whose text is in a file. Undefined if the file's key belongs to another file. */
export function sourceOf(analysis: SourceFile, study: Study): Source | undefined {
  const source = study.sources.get(analysis.key);
  return source?.file === analysis ? source : undefined;
}

/** The passage or note at an offset of a source file. */
export function passageAt(source: Source, offset: number): { passage: Passage } | { note: Note } | undefined {
  const passage = source.passages.find(({ words }) => words && touches(words.range, offset));
  if (passage) return { passage };
  const note = source.notes.find(({ words }) => words && touches(words.range, offset));
  return note && { note };
}

/** Types of nodes in which there are no citations or terms, and nothing is completed. */
const opaque = new Set(['code', 'inlineCode', 'html', 'yaml', 'math', 'inlineMath', 'definition']);

/** Whether an offset is in code, HTML, front matter or the like. */
export function isOpaque(document: MarkdownDocument, offset: number): boolean {
  const inside = (node: Nodes): boolean => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    if (offset <= start || offset >= end) return false;
    if (opaque.has(node.type)) return true;
    return 'children' in node && node.children.some((child) => inside(child));
  };
  return nodesNear(document, offset).some((child) => inside(child));
}

/** A range in a file. */
export interface Place {
  readonly analysis: Analysis;
  readonly range: Range;
}

/** The most places named in a message. More are only counted. */
const maxListed = 10;

/**
 * Places for a message: `papers/a.analysis.md:3:5, papers/b.analysis.md:7:1 and 2 more`. Lines and columns count from
 * 1.
 */
export function listedPlaces(places: readonly Place[]): string {
  const names = places.slice(0, maxListed).map(({ analysis, range }) => {
    const at = 'lines' in analysis ? analysis.lines.positionAt(range.start) : { line: 0, column: 0 };
    return `${analysis.file.path}:${String(at.line + 1)}:${String(at.column + 1)}`;
  });
  const listed = names.join(', ');
  const more = places.length - maxListed;
  return more > 0 ? inWords('places.more', { listed, more }) : listed;
}

/** The result of “go to definition”: the targets, and the range that the link covers. */
export interface DefinitionView {
  readonly origin: Range;
  readonly targets: readonly DefinitionTarget[];
}

/** A place in a file, or in the outline page of an edition whose text is not here. */
export type DefinitionTarget =
  | Place
  | { readonly editionKey: string; readonly passage: number | undefined; readonly note: number | undefined };
