import type { Citation } from '../citations.ts';
import type { Range } from '../text.ts';

/** Where a locator goes in a citation, and what stands around it there. */
export interface LocatorPlace {
  readonly range: Range;
  readonly before: string;
  readonly after: string;
}

/** The place for a new locator in a citation: that of the one it has, or the end of a citation that has none. */
export function locatorPlace(citation: Citation): LocatorPlace {
  if (citation.locator) {
    const { range, valueRange } = citation.locator;
    const isBraced = range.end > valueRange.end;
    return isBraced ? { range, before: '{', after: '}' } : { range, before: '', after: '' };
  }
  if (citation.attempt) return { range: citation.attempt.range, before: '', after: '' };
  const { end } = citation.range;
  const isBare = citation.mode === 'authorInText' && citation.group.end === end;
  const range = { start: end, end };
  return isBare ? { range, before: ' [', after: ']' } : { range, before: ', ', after: '' };
}

/** Writes a locator into a citation that has another, or none. */
export function locatorEdit(
  citation: Citation,
  locator: string,
): { readonly range: Range; readonly newText: string } {
  const { range, before, after } = locatorPlace(citation);
  return { range, newText: `${before}${locator}${after}` };
}
