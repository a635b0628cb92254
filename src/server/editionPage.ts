import type { Location } from 'vscode-languageserver';
import { outlinePage } from '../core/present/sources.ts';
import type { Source } from '../core/study.ts';
import { LineIndex } from '../core/text.ts';

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
  return { uri: editionUri(source.key), range: { start: position, end: position } };
}

function editionUri(key: string): string {
  return `pilcrow:/edition/${encodeURIComponent(key)}.md`;
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
