import {
  endOfAutolink,
  endOfTexCommand,
  isAlphaNumeric,
  isBlockTag,
  readCharacterReference,
} from '../syntax.ts';
import { string, type Step } from './nodes.ts';
import type { Context, InlineReader } from './inlineReader.ts';

/** Reads a character reference such as `&amp;`, or a plain `&`. */
export function readEntity(reader: InlineReader, at: number, context: Context): Step {
  const entity = readCharacterReference(reader.text, at, context.limit);
  if (entity === undefined) return reader.symbol(at, context);
  return { node: string(entity.text, at, entity.end), end: entity.end, afterWord: false };
}

/** Reads an escaped character, an escaped line end, raw TeX, or a plain backslash. */
export function readEscapeOrTex(reader: InlineReader, at: number, context: Context): Step | undefined {
  const next = reader.character(at + 1, context);
  if (next === '\n')
    return { node: { kind: 'lineBreak', start: at, end: at + 1 }, end: at + 1, afterWord: false };
  if (next !== '' && !isAlphaNumeric(next)) {
    const end = at + 1 + next.length;
    return { node: string(next === ' ' ? '\u00a0' : next, at, end), end, afterWord: false };
  }
  const end = endOfTexCommand(reader.text, at, context.limit);
  if (end !== undefined) return { node: { kind: 'raw', start: at, end }, end, afterWord: false };
  return reader.text.startsWith('\\begin{', at) ? undefined : reader.symbol(at, context);
}

/** Reads `<http://…>` or `<name@example.org>`. */
export function readAutolink(reader: InlineReader, at: number, context: Context): Step | undefined {
  const end = context.links ? endOfAutolink(reader.text, at, context.limit) : undefined;
  if (end === undefined) return undefined;
  const node = string(reader.text.slice(at + 1, end - 1), at, end);
  return { node: { kind: 'link', children: [node], start: at, end }, end, afterWord: false };
}

/** Reads an HTML tag or comment, or a plain `<`. Undefined before a tag that ends a paragraph. */
export function readTag(reader: InlineReader, at: number, context: Context): Step | undefined {
  const tag = reader.structure.tag(at, context.limit);
  if (tag === undefined) return reader.symbol(at, context);
  if (isBlockTag(tag.name)) return undefined;
  return { node: { kind: 'raw', start: at, end: tag.end }, end: tag.end, afterWord: false };
}
