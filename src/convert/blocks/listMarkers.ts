/** A numbered item's marker at the start of a line. */
export interface OrderedMarker {
  readonly form: '.' | ')' | '()';
  readonly value: number;
  /** Length of the marker with the space behind. */
  readonly length: number;
}

const bullets = /^([-*•◦▪‣●○■·–—]) +(?=\S)/u;

/** The bullet that a line opens with; undefined where it opens with none. */
export function bulletOf(text: string): string | undefined {
  return bullets.exec(text)?.[1];
}

/** The number that a line opens with, `1.`, `1)` or `(1)`; undefined where it opens with none. */
export function orderedOf(text: string): OrderedMarker | undefined {
  const match = /^(\(?)(\d{1,4})([.)]) +(?=\S)/.exec(text);
  if (!match) return undefined;
  const bracketed = match[1] === '(';
  if (bracketed && match[3] !== ')') return undefined;
  return {
    form: bracketed ? '()' : match[3] === '.' ? '.' : ')',
    value: Number(match[2]),
    length: match[0].length,
  };
}
