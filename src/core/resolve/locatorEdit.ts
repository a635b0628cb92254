import type { Citation } from '../citations.ts';
import type { Range } from '../text.ts';

/** The place of a locator in a citation, and the text to write before and after it. */
export interface LocatorPlace {
  readonly range: Range;
  readonly before: string;
  readonly after: string;
}

/** Returns the place for a new locator: that of the present one, or the end of a citation without one. */
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

/** Returns the edit that writes a locator into a citation and replaces the present one. */
export function locatorEdit(
  citation: Citation,
  locator: string,
): { readonly range: Range; readonly newText: string } {
  const { range, before, after } = locatorPlace(citation);
  return { range, newText: `${before}${locator}${after}` };
}
