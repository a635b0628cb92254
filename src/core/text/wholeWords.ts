const wordLike = /[\p{L}\p{N}\p{M}_]/u;
/** Scripts written without spaces, where a word boundary may be anywhere: Thai to Khmer, kana, Han. */
const unspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff]/u;

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

function cutsWord(text: string, at: number): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)];
  if (isWordUnit(before) && isWordUnit(after)) return !unspaced.test(before) && !unspaced.test(after);
  if (isWordUnit(before)) return joins(before, after, text.charAt(at + 1));
  return isWordUnit(after) && joins(text.charAt(at - 2), before, after);
}

/** Surrogate halves count as part of a word. */
function isWordUnit(unit: string): boolean {
  const code = unit.charCodeAt(0);
  return (code >= 0xd800 && code < 0xe000) || wordLike.test(unit);
}

/** Whether a mark stands within one word: `don't`, `self-rule`, `1,000`. */
function joins(before: string, mark: string, after: string): boolean {
  if (!isWordUnit(before) || !isWordUnit(after)) return false;
  return /['’‐‑-]/u.test(mark) || (/[.,]/u.test(mark) && /\d/.test(before) && /\d/.test(after));
}
