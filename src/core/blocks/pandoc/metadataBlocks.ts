import type { DraftRegion } from './draftNode.ts';
import type { RegionLines } from './regionLines.ts';

/** Metadata blocks of Pandoc (`yaml_metadata_block`), which may stand anywhere after a blank line. */

const opening = /^---[ \t]*$/;
const closing = /^(?:---|\.\.\.)[ \t]*$/;
const firstField = /^(?:[\p{L}_"'][^:]*|\$[^:]*):(?:[ \t]|$)/u;
const yamlLine = /^(?:[ \t]|#|-[ \t]|-$|[\p{L}\p{N}_"'$?{}[\]][^:]*:(?:[ \t]|$)|[}\]])/u;

/** Reads a metadata block; undefined where none begins. */
export function readMetadataBlock(lines: RegionLines): DraftRegion | undefined {
  if (!lines.isTop || !opening.test(lines.content(0) ?? '') || lines.isBlank(1)) return undefined;
  if ((lines.lineBefore ?? '').trim() !== '') return undefined;
  let hasField = false;
  for (let next = 1; lines.line(next); next++) {
    const content = lines.content(next) ?? '';
    if (closing.test(content)) {
      if (!hasField) return undefined;
      const end = lines.line(next)?.end ?? lines.start;
      const first = lines.line(1) ?? { start: end, end, next: end };
      const value = { start: first.start, end: lines.line(next - 1)?.end ?? first.end, next: end };
      return { node: { type: 'yaml', lines: [value], start: lines.start, end }, next: next + 1 };
    }
    if (content.trim() === '') continue;
    if (!yamlLine.test(content)) return undefined;
    hasField ||= firstField.test(content);
  }
  return undefined;
}
