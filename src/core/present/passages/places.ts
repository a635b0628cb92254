import type { Nodes } from 'mdast';
import type { Analysis, Source, SourceFile, Study } from '../../study.ts';
import { type Citation, citationRange, citationsAround, nodesAround } from '../../citations.ts';
import type { MarkdownDocument } from '../../blocks.ts';
import type { Note, Passage } from '../../source.ts';
import { type Range, touches } from '../../text.ts';

/** The citation whose key or locator the offset touches; undefined in files that cannot cite. */
export function citationAt(analysis: Analysis, offset: number): Citation | undefined {
  if (analysis.role !== 'paper' && analysis.role !== 'glossary') return undefined;
  return citationsAround(analysis.document, offset).find((each) => touches(citationRange(each), offset));
}

/** The source that a file is the text of; undefined for a file whose key leads elsewhere. */
export function sourceOf(analysis: SourceFile, study: Study): Source | undefined {
  const source = study.sources.get(analysis.key);
  return source?.file === analysis ? source : undefined;
}

/** The passage or note of a source file that an offset stands in. */
export function passageAt(source: Source, offset: number): { passage: Passage } | { note: Note } | undefined {
  const passage = source.passages.find(({ words }) => words && touches(words.range, offset));
  if (passage) return { passage };
  const note = source.notes.find(({ words }) => words && touches(words.range, offset));
  return note && { note };
}

/** Kinds of nodes in which nothing is a citation, a term or worth completing. */
const opaque = new Set(['code', 'inlineCode', 'html', 'yaml', 'math', 'inlineMath', 'definition']);

/** Whether an offset stands in code, HTML, front matter or the like. */
export function isOpaque(document: MarkdownDocument, offset: number): boolean {
  const inside = (node: Nodes): boolean => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    if (offset <= start || offset >= end) return false;
    if (opaque.has(node.type)) return true;
    return 'children' in node && node.children.some((child) => inside(child));
  };
  return nodesAround(document, offset).some((child) => inside(child));
}

/** A place in a file. */
export interface Place {
  readonly analysis: Analysis;
  readonly range: Range;
}

/** More places are counted, not named, in a message. */
const mostListed = 10;

/** Places for a message: `papers/a.analysis.md:3:5, papers/b.analysis.md:7:1 and 2 more`, lines and columns from 1. */
export function listedPlaces(places: readonly Place[]): string {
  const names = places.slice(0, mostListed).map(({ analysis, range }) => {
    const at = 'lines' in analysis ? analysis.lines.positionAt(range.start) : { line: 0, column: 0 };
    return `${analysis.file.path}:${String(at.line + 1)}:${String(at.column + 1)}`;
  });
  const more = places.length > mostListed ? ` and ${String(places.length - mostListed)} more` : '';
  return names.join(', ') + more;
}

/** Where “go to definition” leads from a place: one or more targets, and the stretch that it starts from. */
export interface Definition {
  readonly origin: Range;
  readonly targets: readonly DefinitionTarget[];
}

/** A place in a file, or in the outline page of an edition whose text is not here. */
export type DefinitionTarget =
  | Place
  | { readonly editionKey: string; readonly passage: number | undefined; readonly note: number | undefined };
