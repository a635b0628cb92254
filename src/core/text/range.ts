/** A half-open range of a text, `[start, end)`, in UTF-16 code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether `offset` is inside `range` or directly after its last character, as a cursor may be. */
export function touches(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** Whether `inner` lies wholly within `outer`. */
export function encloses(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two ranges share at least one character. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Returns the range moved by `by` units towards the end of the text. */
export function moveRange(range: Range, by: number): Range {
  return by === 0 ? range : { start: range.start + by, end: range.end + by };
}
