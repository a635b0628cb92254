import type { Context, InlineReader } from './inlineReader.ts';

/** Returns the offset after the `]` of `[^label]` at `at`; undefined where there is no note mark. */
export function noteMarkerEnd(reader: InlineReader, at: number, context: Context): number | undefined {
  if (!reader.text.startsWith('[^', at)) return undefined;
  const match = /^\[\^[^ \t\r\n^[\]]+\]/.exec(reader.text.slice(at, Math.min(context.limit, at + 1000)));
  return match === null ? undefined : at + match[0].length;
}

/** Normalises a label the way Pandoc compares labels. */
export function referenceKey(label: string): string {
  return label.trim().split(/\s+/u).join(' ').toLowerCase();
}
