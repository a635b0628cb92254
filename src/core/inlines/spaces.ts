import type { Context, InlineReader } from './inlineReader.ts';
import type { Step } from './nodes.ts';

/** Whether a character is a space or tab. */
export function isSpaceOrTabAt(character: string): boolean {
  return character === ' ' || character === '\t';
}

/** Reads spaces. Two or more at the end of a line are a line break. */
export function readSpace(reader: InlineReader, at: number, context: Context): Step {
  let end = at;
  while (isSpaceOrTabAt(reader.character(end, context))) end++;
  const line = end - at > 1 ? readLineBreak(reader, end, context) : undefined;
  if (line) return { node: { kind: 'lineBreak', start: at, end: line.end }, end: line.end, afterWord: false };
  return { node: { kind: 'space', start: at, end }, end, afterWord: false };
}

/** Reads a line end within a paragraph. */
export function readLineBreak(reader: InlineReader, at: number, context: Context): Step | undefined {
  if (reader.character(at, context) !== '\n') return undefined;
  let end = at + 1;
  while (isSpaceOrTabAt(reader.character(end, context))) end++;
  if (reader.character(end, context) === '\n') return undefined;
  const kind = end >= context.limit ? 'nothing' : 'softBreak';
  return { node: { kind, start: at, end }, end, afterWord: false };
}

/** Returns the offset after spaces and at most one line end; undefined before a blank line. */
export function skipSpaces(reader: InlineReader, at: number, context: Context): number | undefined {
  let end = at;
  while (isSpaceOrTabAt(reader.character(end, context))) end++;
  if (reader.character(end, context) === '\n') end++;
  while (isSpaceOrTabAt(reader.character(end, context))) end++;
  return reader.character(end, context) === '\n' ? undefined : end;
}
