import type { LocatorPart } from './locatorTypes.ts';
import { type MappedText, originalRange, type Range } from '../text.ts';

/** Reads the numbers and ranges of a value, `[from, to)` of the plain text of a suffix. */
export function readParts(plain: MappedText, from: number, to: number): LocatorPart[] {
  const parts: LocatorPart[] = [];
  let start = from;
  const value = plain.text.slice(from, to);
  const push = (end: number): void => {
    const part = readPart(plain, start, end);
    if (part) parts.push(part);
  };
  for (const separator of value.matchAll(/\s*[,;]\s*|\s+(?:(?:&|and|et|und|y)\s+)?/gu)) {
    push(from + separator.index);
    start = from + separator.index + separator[0].length;
  }
  push(to);
  return parts;
}

function readPart(plain: MappedText, from: number, to: number): LocatorPart | undefined {
  const range: Range | undefined = originalRange(plain, { start: from, end: to });
  if (range === undefined) return undefined;
  const text = plain.text.slice(from, to);
  const ends = /^([^-–—−‐‑]+)[-–—−‐‑]+([^-–—−‐‑]+)$/u.exec(text);
  return ends?.[1] !== undefined && ends[2] !== undefined
    ? { first: ends[1], last: ends[2], range }
    : { first: text, last: undefined, range };
}
