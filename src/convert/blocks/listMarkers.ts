/** The number at the start of a list item. */
export interface OrderedMarker {
  readonly form: '.' | ')' | '()';
  readonly value: number;
  /** Length in code units, with the space after it. */
  readonly length: number;
}

const bullets = /^([-*•◦▪‣●○■·–—]) +(?=\S)/u;

/** The bullet that a line begins with, or undefined. */
export function bulletOf(text: string): string | undefined {
  return bullets.exec(text)?.[1];
}

/** The number that a line begins with (`1.`, `1)` or `(1)`), or undefined. */
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

const separatorLine =
  /^(?:([=\-_*~#•·.+—–◆◇○●☆★✻✽✦❖♦■□])(?:\s*\1){2,}|[⁂❦❧☙✻✽❖◆§*]|\*\s{0,3}\*|[-–—~=*]{1,3}\s?[oO0*]{1,5}\s?[-–—~=*]{1,3})$/u;

/** Whether a line is an ornament between two parts of a text: `* * *`, `-----`, `⁂`. */
export function isRule(text: string): boolean {
  return text.length < 200 && separatorLine.test(text.trim());
}
