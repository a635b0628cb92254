import { isUnspaced, isWordUnit } from './wordUnits.ts';

/**
 * Extends a stretch of a text to whole words: `on't wai` in “Don't wait” becomes “Don't wait”, and either half of
 * “self-rule” becomes all of it.
 */
export function wholeWords(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): { start: number; end: number } {
  let [from, to] = [start, end];
  while (from > 0 && from < to && cutsWord(text, from)) from--;
  while (to < text.length && to > from && cutsWord(text, to)) to++;
  return { start: from, end: to };
}

/** Whether a word of a text as written would be cut at `at`. The comparable form has a test of its own, `isBoundary`. */
function cutsWord(text: string, at: number): boolean {
  const [before, after] = [isWordUnit(text, at - 1), isWordUnit(text, at)];
  if (before && after) return !isUnspaced(text.charCodeAt(at - 1)) && !isUnspaced(text.charCodeAt(at));
  if (before) return joins(text, at);
  return after && joins(text, at - 1);
}

/** Whether the mark at `at` stands within one word: `don't`, `self-rule`, `1,000`. */
function joins(text: string, at: number): boolean {
  if (!isWordUnit(text, at - 1) || !isWordUnit(text, at + 1)) return false;
  const mark = text.charAt(at);
  return /['’‐‑-]/u.test(mark) || (/[.,]/u.test(mark) && /\d.\d/su.test(text.slice(at - 1, at + 2)));
}
