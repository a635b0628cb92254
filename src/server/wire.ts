import {
  type Location,
  type MarkupContent,
  MarkupKind,
  type Position,
  type Range as WireRange,
} from 'vscode-languageserver';
import type { Analysis, Source } from '../core/study.ts';
import { withoutMarkdown } from '../core/present/wording.ts';
import { LineIndex, type Range, percentEncoded } from '../core/text.ts';
import { outlinePage } from '../core/present/sources.ts';

const noLines = new LineIndex('');

/** The line index of a file; a file that could not be read has one empty line. */
export function linesOf(analysis: Analysis): LineIndex {
  return 'lines' in analysis ? analysis.lines : noLines;
}

export function toOffset(analysis: Analysis, position: Position): number {
  return linesOf(analysis).offsetAt({ line: position.line, column: position.character });
}

export function wirePosition(analysis: Analysis, offset: number): Position {
  const { line, column } = linesOf(analysis).positionAt(offset);
  return { line, character: column };
}

export function wireRange(analysis: Analysis, range: Range): WireRange {
  return { start: wirePosition(analysis, range.start), end: wirePosition(analysis, range.end) };
}

export function rangeFromWire(analysis: Analysis, range: WireRange): Range {
  return { start: toOffset(analysis, range.start), end: toOffset(analysis, range.end) };
}

export function wireLocation(place: { readonly analysis: Analysis; readonly range: Range }): Location {
  return { uri: place.analysis.file.uri, range: wireRange(place.analysis, place.range) };
}

/** Markdown in the format that a client wants. */
export function markupContent(markdown: string, kind: MarkupKind): MarkupContent {
  return { kind, value: kind === MarkupKind.Markdown ? markdown : withoutMarkdown(markdown) };
}

/** Address of the outline page of an edition whose text is not here, at a passage or note. */
export function editionAddress(
  source: Source,
  passage: number | undefined,
  note: number | undefined,
): Location {
  const page = outlinePage(source);
  const offset =
    (note === undefined ? undefined : page.notes.get(note)) ??
    (passage === undefined ? 0 : (page.passages.get(passage) ?? 0));
  const { line } = new LineIndex(page.text).positionAt(offset);
  const position = { line, character: 0 };
  const uri = `pilcrow:/edition/${percentEncoded(source.key)}.md`;
  return { uri, range: { start: position, end: position } };
}

/** The key in the address of an outline page; undefined for other addresses. */
export function keyOfEditionUri(uri: string): string | undefined {
  const match = /^pilcrow:\/+edition\/([^/?#]+)\.md$/.exec(uri);
  try {
    return match ? decodeURIComponent(match[1] ?? '') : undefined;
  } catch {
    return undefined;
  }
}
