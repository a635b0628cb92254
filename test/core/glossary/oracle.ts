import { exclusionsOf, formsOf, type TermNames } from '../../../src/core/glossary/forms.ts';

/** A use that the oracle finds: its range and its term. */
export interface OracleUse {
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

const white = /[\s\u00A0]/;
const letter = /[\p{L}\p{N}]/u;
const hyphen = /[-\u2010\u2011\u2013]/;

/** A stretch of text in the spelling of forms. Undefined if it contains a gap that no term crosses. */
function spelling(stretch: string): string | undefined {
  let key = '';
  for (let i = 0; i < stretch.length;) {
    const c = stretch.charAt(i);
    if (white.test(c)) {
      let lines = 0;
      while (i < stretch.length && (white.test(stretch.charAt(i)) || (stretch[i] === '>' && lines > 0)))
        if (stretch[i++] === '\n') lines++;
      if (lines > 1) return undefined;
      key += ' ';
    } else if (hyphen.test(c) && letter.test(stretch.charAt(i + 1)) && !/\s|^$/.test(stretch.charAt(i - 1))) {
      key += ' ';
      i++;
    } else {
      key += c === '’' ? "'" : c.toLowerCase();
      i++;
    }
  }
  return key;
}

/** Whether a stretch is a whole word: no letter or digit touches it, directly or through a hyphen. */
function isWhole(text: string, start: number, end: number): boolean {
  const touches = (near: string, far: string): boolean =>
    letter.test(near) || (hyphen.test(near) && letter.test(far));
  return (
    !touches(text.charAt(start - 1), text.charAt(start - 2)) &&
    !touches(text.charAt(end), text.charAt(end + 1))
  );
}

/**
 * Finds the uses of terms by trying every stretch of a text, the longest form first and the earlier of two equally
 * long. It knows letters, digits, hyphens, apostrophes and white space, but neither significant capitals nor equal
 * forms.
 */
export function bruteForce(
  terms: readonly TermNames[],
  text: string,
): { uses: OracleUse[]; nested: OracleUse[][] } {
  const forms = new Map<string, string | undefined>();
  for (const term of terms)
    for (const { name } of term.not) for (const { key } of exclusionsOf(name)) forms.set(key, undefined);
  for (const term of terms) for (const form of formsOf(term)) forms.set(form.key, term.name);
  const longest = 2 * Math.max(...[...forms.keys()].map((key) => key.length)) + 8;
  const candidates: (OracleUse & { key: string; is: boolean })[] = [];
  for (let start = 0; start < text.length; start++)
    for (let end = start + 1; end <= Math.min(text.length, start + longest); end++) {
      if (white.test(text.charAt(start)) || white.test(text.charAt(end - 1))) continue;
      const key = spelling(text.slice(start, end));
      if (key === undefined || !forms.has(key) || !isWhole(text, start, end)) continue;
      const term = forms.get(key);
      candidates.push({ start, end, term: term ?? '', key, is: term !== undefined });
    }
  const chosen: typeof candidates = [];
  for (const candidate of candidates.sort((a, b) => b.key.length - a.key.length || a.start - b.start))
    if (chosen.every((other) => candidate.end <= other.start || other.end <= candidate.start))
      chosen.push(candidate);
  const within = (inner: OracleUse, outer: OracleUse): boolean =>
    outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start;
  const uses = chosen.filter((each) => each.is).sort((a, b) => a.start - b.start);
  const nested = uses.map((use) =>
    candidates
      .filter((each) => each.is && each.term !== use.term && within(each, use))
      .filter(
        (each) =>
          !candidates.some((not) => !not.is && within(not, use) && (within(each, not) || same(each, not))),
      )
      .sort((a, b) => a.start - b.start || b.end - a.end),
  );
  const plain = ({ start, end, term }: OracleUse): OracleUse => ({ start, end, term });
  return { uses: uses.map(plain), nested: nested.map((list) => list.map(plain)) };
}

function same(a: OracleUse, b: OracleUse): boolean {
  return a.start === b.start && a.end === b.end;
}
